"""Units covered: by an organisation that is there, by a new one; until when, and from how many people on."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Establishment, Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.coverage.models import KINDS, Cover, Deadline, Line, Standard, Unit
from zhengyou.rooms.coverage.queries.gaps import gaps_below
from zhengyou.rooms.orgs.actions import found_organisation


@action()
def cover_unit(
    by: Any, unit: Unit, *, line: str, covered_by: Organisation, how: str, since: date | None = None
) -> Cover:
    """登记覆盖 — an organisation covers a unit on a line: its own, one it is attached to, or one of several units."""
    since = since or clock.today()
    _open(unit, line, since)
    if how not in Establishment.values:
        raise Refused(f"没有“{how}”这种组建方式；有：{'、'.join(str(e) for e in Establishment.labels)}。")
    if covered_by.kind not in KINDS[line]:
        raise Refused(f"{covered_by}是{covered_by.get_kind_display()}，不能作为{Line(line).label}覆盖。")
    if covered_by.closed_on is not None and covered_by.closed_on <= since:
        raise Refused(f"{covered_by}已于{covered_by.closed_on:%Y-%m-%d}撤销。")
    others = Cover.objects.filter(covered_by=covered_by, line=line, until=None).exclude(unit=unit)
    if how == Establishment.SINGLE and (other := others.select_related("unit").first()):
        raise Refused(f"{covered_by}还覆盖着{other.unit}，不是单独建；请选挂靠建或联合建。")
    return Cover.objects.create(
        organisation=unit.organisation,
        entered_by=author(by),
        unit=unit,
        line=line,
        covered_by=covered_by,
        how=how,
        since=since,
    )


def _open(unit: Unit, line: str, since: date) -> None:
    """Refuse a unit that is no more, or that is covered already on the line."""
    if line not in Line.values:
        raise Refused(f"没有“{line}”这条线；有：{'、'.join(Line.values)}。")
    if unit.until is not None:
        raise Refused(f"{unit}已于{unit.until:%Y-%m-%d}注销。")
    if since > clock.today():
        raise Refused(f"{since:%Y-%m-%d}还没有到，请到那天再登记。")
    held = unit.covers.filter(line=line, until=None).select_related("covered_by").first()
    if held:
        raise Refused(f"{unit}的{Line(line).label}已由{held.covered_by}覆盖，要换请先解除。")


@action()
def found_for_unit(by: Any, unit: Unit, *, line: str, name: str, since: date | None = None) -> Cover:
    """为单位建立组织 — found an organisation of the unit's own below its owner, and let it cover the unit."""
    since = since or clock.today()
    _open(unit, line, since)
    if not name.strip():
        raise Refused("请写新建组织的名称。")
    made = found_organisation(
        by,
        unit.organisation,
        name=name.strip(),
        kind=KINDS[line][0],
        category=unit.category,
        establishment=Establishment.SINGLE.value,
        founded_on=since,
    )
    return Cover.objects.create(
        organisation=unit.organisation,
        entered_by=author(by),
        unit=unit,
        line=line,
        covered_by=made,
        how=Establishment.SINGLE,
        since=since,
    )


@action()
def end_cover(by: Any, cover: Cover, *, until: date | None = None) -> Cover:
    """解除覆盖 — an organisation no longer covers a unit from a day on."""
    if cover.until is not None:
        raise Refused(f"已于{cover.until:%Y-%m-%d}解除。")
    cover.until = _not_before(until, cover.since)
    cover.save(update_fields=["until"])
    return cover


@action()
def close_unit(by: Any, unit: Unit, *, until: date | None = None) -> Unit:
    """注销单位 — a unit is no more from a day on; with it ends what covered it."""
    if unit.until is not None:
        raise Refused(f"{unit}已于{unit.until:%Y-%m-%d}注销。")
    until = _not_before(until, unit.since)
    unit.until = until
    unit.save(update_fields=["until"])
    for rows in (unit.headcounts, unit.covers):
        rows.filter(until=None, since__lte=until).update(until=until)
    return unit


def _not_before(until: date | None, since: date) -> date:
    until = until or clock.today()
    if until < since:
        raise Refused(f"从{since:%Y-%m-%d}起才有，不能更早结束。")
    return until


@action()
def set_deadline(
    by: Any, organisation: Organisation, *, line: str, due_on: date, category: str = ""
) -> list[Deadline]:
    """定补建期限 — say until when the units at and below an organisation that lack one on a line are to have it."""
    if line not in Line.values:
        raise Refused(f"没有“{line}”这条线；有：{'、'.join(Line.values)}。")
    if due_on < clock.today():
        raise Refused(f"{due_on:%Y-%m-%d}已经过去，请另定期限。")
    found = list(gaps_below(organisation, line, category).values_list("unit", "organisation"))
    if not found:
        raise Refused("没有空白点，不用定期限。")
    Deadline.objects.filter(line=line, unit__in=[unit for unit, _ in found]).delete()
    return Deadline.objects.bulk_create(
        [
            Deadline(unit_id=unit, organisation_id=owner, line=line, due_on=due_on, entered_by=author(by))
            for unit, owner in found
        ],
        batch_size=500,
    )


# Whatever hangs on the tree is read anew: from another number on, other units are due everywhere.
@action(tree=True)
def set_standard(by: Any, organisation: Organisation, *, line: str, people: int, source: str) -> Standard:
    """定建组织人数 — say from how many people on an organisation is due in the whole tree, and where that is laid down."""
    if organisation.parent_id is not None:
        raise Refused("建组织人数全树一个标准，由最上级定。")
    if line not in Line.values or people < 1:
        raise Refused("请写哪条线，人数至少1人。")
    if not source.strip():
        raise Refused("请写依据，例如文件名称和条款。")
    made, _ = Standard.objects.update_or_create(
        line=line,
        defaults={
            "people": people,
            "source": source.strip(),
            "organisation": organisation,
            "entered_by": author(by),
            "entered_at": clock.now(),
        },
    )
    return made
