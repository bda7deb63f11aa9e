"""What organisations were is kept before they are changed, and whole subtrees are put elsewhere."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Value
from django.db.models.functions import Concat, Right, Substr

from zhengyou.core import clock, tree
from zhengyou.core.errors import Refused
from zhengyou.core.models import Former, Organisation

AT_ONCE = 1_000  # rows of one statement


def agreed_day(on: date | None, organisations: Iterable[Organisation]) -> date:
    """The day of a change, today where none is named; ``Refused`` where it is still to come or something came after it."""
    day = on or clock.today()
    if day > clock.today():
        raise Refused(f"{day:%Y-%m-%d}还没有到；请到那一天再办，或改成今天以前的日期。")
    for o in organisations:
        if o.unchanged_since and o.unchanged_since > day:
            raise Refused(
                f"“{o.name}”在{o.unchanged_since:%Y-%m-%d}已经变动过，不能再登记{day:%Y-%m-%d}的变动；请改成那天或以后的日期。"
            )
    return day


def standing(organisation: Organisation, day: date) -> None:
    """``Refused`` unless an organisation stands on a day."""
    if organisation.closed_on:
        raise Refused(f"“{organisation.name}”已在{organisation.closed_on:%Y-%m-%d}撤销，不能再变动。")
    if organisation.founded_on and organisation.founded_on > day:
        raise Refused(
            f"“{organisation.name}”在{organisation.founded_on:%Y-%m-%d}才成立，日期不能早于这一天。"
        )


def remember(organisations: list[Organisation], day: date) -> None:
    """Keep how organisations stood up to a day; what lasted not a single day is not kept."""
    Former.objects.bulk_create(
        [
            Former(
                organisation=o, since=o.unchanged_since or Former.BEGINNING, until=day, name=o.name,
                short_name=o.short_name, kind=o.kind, category=o.category, establishment=o.establishment,
                parent_id=o.parent_id, path=o.path, path_end=o.path_end,
            )
            for o in organisations
            if o.unchanged_since is None or o.unchanged_since < day
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip


def replant(organisation: Organisation, to: Organisation, day: date) -> None:
    """Put an organisation with all below it under another from a day on; cost grows with what moves alone."""
    moving = list(Organisation.objects.filter(organisation.subtree).select_for_update())
    agreed_day(day, moving)
    if len(to.path) + max(len(o.path) for o in moving) - len(organisation.path) + tree.WIDTH > tree.LONGEST:
        raise Refused(f"“{organisation.name}”划到“{to.name}”之下后，层级会超过{tree.MOST_LEVELS}层。")
    remember(moving, day)
    old, new = organisation.path, to.path + tree.step(next_number(to))
    # Whatever lies strictly below begins with the old path, its end as well.
    rest = Substr("path", len(old) + 1), Substr("path_end", len(old) + 1)
    below = Organisation.objects.filter(organisation.subtree).exclude(pk=organisation.pk)
    below.update(path=Concat(Value(new), rest[0]), path_end=Concat(Value(new), rest[1]), unchanged_since=day)
    organisation.parent, organisation.path, organisation.path_end = to, new, tree.path_end(new)
    organisation.unchanged_since = day
    organisation.save(update_fields=["parent", "path", "path_end", "unchanged_since"])


def next_number(parent: Organisation | None) -> int:
    """The number that the next child of a parent gets, from 0; numbers of those that were closed or left are not used again."""
    now = Organisation.objects.filter(parent=parent).aggregate(last=Max("path"))["last"]
    if parent is None:
        return tree.position(now) + 1 if now else 0
    # Children that were here while the parent stood elsewhere have left their number as well.
    left = Former.objects.filter(parent=parent).annotate(step=Right("path", tree.WIDTH))
    steps = [
        step
        for step in (now[-tree.WIDTH :] if now else None, left.aggregate(last=Max("step"))["last"])
        if step
    ]
    return tree.position(max(steps)) + 1 if steps else 0


def where_it_would_have_been(made: Organisation) -> list[Former]:
    """The states of a new organisation that was founded while those above it stood elsewhere."""
    parent = made.parent
    if parent is None or parent.unchanged_since is None:
        return []
    made.unchanged_since = parent.unchanged_since
    founded, step = made.founded_on or parent.unchanged_since, made.path[-tree.WIDTH :]
    return [
        Former(
            organisation=made, since=max(f.since, founded), until=f.until, name=made.name, short_name=made.short_name,
            kind=made.kind, category=made.category, establishment=made.establishment, parent=parent,
            path=f.path + step, path_end=tree.path_end(f.path + step),
        )
        for f in parent.former.filter(until__gt=founded)
    ]  # fmt: skip
