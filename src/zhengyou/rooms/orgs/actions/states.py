"""What organisations were is kept before they are changed, and whole subtrees are put elsewhere."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import DateField, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, Length, Right, Substr

from zhengyou.core import clock, tree
from zhengyou.core.errors import Refused
from zhengyou.core.models import Former, Organisation
from zhengyou.core.trail import next_number as hold_trail

STATE = ("name", "short_name", "kind", "category", "establishment", "parent_id", "path", "path_end")


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


def remember(changing: QuerySet[Organisation], day: date) -> None:
    """Keep how organisations stood up to a day; what lasted not a single day is not kept.

    One statement inside the database, however many they are.
    """
    lasted = Q(unchanged_since=None) | Q(unchanged_since__lt=day)
    since = Coalesce("unchanged_since", Value(Former.BEGINNING), output_field=DateField())
    rows = changing.filter(lasted).order_by().values_list("pk", since, Value(day, DateField()), *STATE)
    sql, given = rows.query.sql_with_params()
    columns = ", ".join(("organisation_id", "since", "until", *STATE))
    with connection.cursor() as cursor:
        cursor.execute(f"insert into core_former ({columns}) {sql}", given)  # noqa: S608 — our own columns


def replant(organisation: Organisation, to: Organisation, day: date) -> None:
    """Put an organisation with all below it under another from a day on; cost grows with what moves alone."""
    # One change of the tree at a time: the head of the trail is held until it is written. What waited reads again.
    hold_trail()
    for place in (organisation, to):
        place.refresh_from_db(fields=["parent", "path", "path_end", "closed_on"])
    if to.path.startswith(organisation.path):
        raise Refused(f"“{to.name}”就在“{organisation.name}”之下，不能划到自己下面。")
    moving = Organisation.objects.filter(organisation.subtree)
    agreed_day(day, moving.filter(unchanged_since__gt=day)[:1])
    longest = moving.aggregate(n=Max(Length("path")))["n"]
    if len(to.path) + longest - len(organisation.path) + tree.WIDTH > tree.LONGEST:
        raise Refused(f"“{organisation.name}”划到“{to.name}”之下后，层级会超过{tree.MOST_LEVELS}层。")
    remember(moving, day)
    old, new = organisation.path, to.path + tree.step(next_number(to))
    # Whatever lies strictly below begins with the old path, its end as well.
    rest = Substr("path", len(old) + 1), Substr("path_end", len(old) + 1)
    moving.exclude(pk=organisation.pk).update(
        path=Concat(Value(new), rest[0]), path_end=Concat(Value(new), rest[1]), unchanged_since=day
    )
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


def where_it_would_have_been(made: Organisation, above: Iterable[Former] | None = None) -> list[Former]:
    """The states of a new organisation that was founded while those above it stood elsewhere.

    ``above`` are the parent's states where they are not written yet.
    """
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
        for f in (parent.former.all() if above is None else above)
        if f.until > founded
    ]  # fmt: skip
