"""The organisation table: parents first, new ones all at once, whoever stands below another parent moved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from zhengyou.core import clock, tree
from zhengyou.core.errors import Refused
from zhengyou.core.models import Category, Former, Organisation
from zhengyou.core.papers import date_zh
from zhengyou.core.pouring import days_written, in_parts, next_keys, pour
from zhengyou.core.trail import author
from zhengyou.core.trail import next_number as hold_trail
from zhengyou.rooms.orgs.actions.founding import placed, short_of
from zhengyou.rooms.orgs.actions.importing_report import Report
from zhengyou.rooms.orgs.actions.reshaping import move_organisation
from zhengyou.rooms.orgs.actions.sounding import hear_organisations
from zhengyou.rooms.orgs.actions.states import (
    next_number,
    remember,
    where_it_would_have_been,
)
from zhengyou.rooms.orgs.imports.rows import OrganisationRow
from zhengyou.rooms.orgs.models import Place

# Names that many organisations bear: one of them elsewhere is another one, not this one moved.
COMMON = re.compile(
    r"(第[一二三四五六七八九十百\d]+|机关|离退休|退休|老干部|直属|学生|教工|职工)?(党支部|党总支|党小组|支部|总支|小组|党委|委员会)"
)
FIELDS = (
    "id", "code", "name", "short_name", "kind", "category", "establishment", "parent", "path", "path_end", "founded_on",
    "unchanged_since",
)  # fmt: skip
SHORT = 40  # characters of a short name


@dataclass
class Known:
    """The organisations that the table names, held or new, and where the next child of each goes."""

    by_name: dict[str, list[Organisation]] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    numbers: dict[int | None, int] = field(default_factory=dict)
    fresh: dict[int, Organisation] = field(default_factory=dict)
    before: list[Former] = field(default_factory=list)
    fresh_places: list[tuple[int, OrganisationRow]] = field(default_factory=list)
    moves: list[tuple[OrganisationRow, Organisation, Organisation]] = field(default_factory=list)
    told: dict[int, OrganisationRow] = field(default_factory=dict)
    by_code: dict[str, Organisation] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    said: set[tuple[str, str]] = field(default_factory=set)
    parents: set[str] = field(default_factory=set)
    keys: Iterator[int] = field(default_factory=lambda: iter(()))

    def add(self, organisation: Organisation) -> None:
        """One more of a name."""
        self.by_name.setdefault(organisation.name, []).append(organisation)


def within(under: Organisation | None) -> Q:
    """A condition on organisations: inside what the import is about."""
    return Q() if under is None else under.subtree


def enter_organisations(by: Any, under: Organisation | None, report: Report) -> None:
    """Enter rows whose parent is known until no row is left or none of the rest has one; then move who moved."""
    waiting = list(_told_once(report))
    if waiting:
        hold_trail()  # one change of the tree at a time
    known = _known(under, waiting)
    _enter_all(by, under, waiting, known, report)
    _pour(known)
    for row, organisation, parent in known.moves:
        if _moved(by, row, organisation, parent, report):
            _follow(row, organisation, known, report, moved=True)
    _pour_places(by, known)


def _told_once(report: Report) -> Iterator[OrganisationRow]:
    """The rows without those that tell of an organisation a second time, in the order of the file.

    Where the parent is named by its code alone, its name is filled in.
    """
    coded: dict[str, OrganisationRow] = {}
    told: dict[tuple[str, str, str], OrganisationRow] = {}
    for row in report.roster.organisations:
        before = told.setdefault((row.name, row.parent, row.parent_code), row)
        before = before if before is not row or not row.code else coded.setdefault(row.code, row)
        if before is not row:
            report.roster.refuse(row, "name", row.name, _told_before(before))
    kept = (row for row in told.values() if not row.code or coded.get(row.code) is row)
    for row in kept:
        above = coded.get(row.parent_code) if row.parent_code and not row.parent else None
        yield row._replace(parent=above.name) if above else row


def _told_before(row: OrganisationRow) -> str:
    return f"“{row.sheet}”第{row.row}行已经写了这个组织"


def _enter_all(
    by: Any, under: Organisation | None, waiting: list[OrganisationRow], known: Known, report: Report
) -> None:
    while waiting:
        later = []
        for row in waiting:
            if _is_next(under, row, known):
                _enter(by, under, row, known, report)
            else:
                later.append(row)
        if len(later) == len(waiting):
            for row in later:
                report.roster.refuse(row, "parent", row.parent, _no_parent(under))
            return
        waiting = later


def _is_next(under: Organisation | None, row: OrganisationRow, known: Known) -> bool:
    """Whether the parent of a row is there already, or need not be."""
    if row.parent_code in known.codes:
        return row.parent_code in known.by_code
    return (not row.parent and not row.parent_code) or row.parent in known.by_name or _is_top(under, row)


def _no_parent(under: Organisation | None) -> str:
    if under is None:
        return "表中和库中都没有这个上级组织，或上级那一行没有导入"
    return f"{under.name}及下级中没有这个上级组织；只能导入所辖的组织"


def _known(under: Organisation | None, rows: list[OrganisationRow]) -> Known:
    """Who is held of those named in the table."""
    known = Known(
        said={(row.name, row.parent) for row in rows},
        parents={row.parent for row in rows if row.parent},
        codes={row.code for row in rows if row.code},
        keys=iter(next_keys(Organisation, len(rows))),
    )
    names = sorted({row.name for row in rows} | known.parents)
    for some in in_parts(names):
        for held in Organisation.objects.filter(within(under), name__in=some).select_related("parent"):
            known.add(held)
    keys = [o.pk for found in known.by_name.values() for o in found]
    for part in in_parts(keys):
        for place in Place.objects.filter(organisation__in=part, until=None).order_by("-pk"):
            known.places[place.organisation_id] = place
    return known


def _is_top(under: Organisation | None, row: OrganisationRow) -> bool:
    """Whether a row tells of the organisation itself whose office imports; its parent is not the office's."""
    if under is None or row.name != under.name:
        return False
    return not row.parent or (under.parent is not None and under.parent.name == row.parent)


def _enter(by: Any, under: Organisation | None, row: OrganisationRow, known: Known, report: Report) -> None:
    try:
        parent = _parent(under, row, known)
        held = _held(row, parent, known)
        if held is None:
            held = _found(under, row, parent, known, report)
            _check_once(row, held.pk, known)
            known.by_code[row.code] = held
            return
        _check_once(row, held.pk, known)
        _check_open(held)
        known.by_code[row.code] = held
    except Refused as refused:
        report.roster.refuse(row, "parent", row.parent, str(refused))
        return
    if parent is not None and held.parent_id != parent.pk:
        known.moves.append((row, held, parent))
    else:
        _follow(row, held, known, report)


def _check_once(row: OrganisationRow, what: int, known: Known) -> None:
    before = known.told.setdefault(what, row)
    if before is not row:
        raise Refused(_told_before(before))


def _check_open(organisation: Organisation) -> None:
    if organisation.closed_on and organisation.closed_on <= clock.today():
        raise Refused(f"{organisation.name}已于{date_zh(organisation.closed_on)}撤销")


def _parent(under: Organisation | None, row: OrganisationRow, known: Known) -> Organisation | None:
    if row.parent_code in known.by_code and row.parent_code:
        return known.by_code[row.parent_code]
    if not row.parent or _is_top(under, row):
        return None
    found = known.by_name[row.parent]
    if len(found) > 1:
        raise Refused("有几个组织叫这个名称，请写全称")
    _check_open(found[0])
    return found[0]


def _held(row: OrganisationRow, parent: Organisation | None, known: Known) -> Organisation | None:
    """The organisation that a row tells of: below this parent, or the only one of that name, moved here."""
    found = known.by_name.get(row.name, [])
    if parent is None:
        if len(found) > 1 and not (found := [o for o in found if o.parent_id is None]):
            raise Refused("有几个组织叫这个名称，请写明上级组织")
        return found[0] if found else None
    here = next((o for o in found if o.parent_id == parent.pk), None)
    if here or len(found) != 1:
        return here
    return found[0] if _may_have_moved(found[0], row, known) else None


def _may_have_moved(held: Organisation, row: OrganisationRow, known: Known) -> bool:
    """One name at another place: the same organisation moved, unless the table names it there too.

    A name that many bear counts only where the table also lists what is below the former parent.
    """
    former = held.parent.name if held.parent else ""
    if (held.name, former) in known.said or held.pk in known.fresh:
        return False
    return not COMMON.fullmatch(row.name) or former in known.parents


def _found(
    under: Organisation | None,
    row: OrganisationRow,
    parent: Organisation | None,
    known: Known,
    report: Report,
) -> Organisation:
    """A new organisation, given its place and its key now, written with all others later."""
    if row.founded_on and row.founded_on > clock.today():
        raise Refused("成立时间还没有到，请核对")
    if parent is None and under is not None:
        raise Refused(f"请写上级组织：{under.name}或它的下级")
    if parent is None and Organisation.objects.filter(parent=None).exists():
        report.roster.warn(row, "parent", "", "没有写上级组织，作为又一个顶级组织登记，请核对")
    if parent is not None and parent.depth >= tree.MOST_LEVELS:
        raise Refused(f"组织最多{tree.MOST_LEVELS}级，这一行超出了")
    key = parent.pk if parent else None
    number = known.numbers.get(key)
    if number is None:
        number = 0 if key in known.fresh else next_number(parent)
    known.numbers[key] = number + 1
    made = placed(
        parent,
        number,
        name=row.name,
        short_name=short_of(row.name, parent)[:SHORT],
        kind=row.kind,
        category=row.category,
        establishment=row.establishment,
        founded_on=row.founded_on,
    )
    made.pk = next(known.keys)
    known.before += _before(made, known)
    known.add(made)
    known.fresh[made.pk] = made
    if row.area is not None or row.tenure:
        known.fresh_places.append((made.pk, row))
    report.organisations.new += 1
    report.tell("organisations_new", row.name, row.parent)
    return made


def _follow(
    row: OrganisationRow, held: Organisation, known: Known, report: Report, *, moved: bool = False
) -> None:
    """Take over what a row says otherwise than what is held."""
    said = {
        "kind": row.kind,
        "category": "" if row.category == Category.OTHER else row.category,
        "establishment": row.establishment,
        "founded_on": row.founded_on,
    }
    what = _restate(held, said)
    place = known.places.get(held.pk)
    if place:
        what += _take_over(place, {"area": row.area, "tenure": row.tenure})
    elif row.area is not None or row.tenure:
        known.fresh_places.append((held.pk, row))
        what.append("阵地")
    report.organisations.changed += bool(what) or moved
    report.organisations.unchanged += not (what or moved)
    if what:
        report.tell("organisations_changed", row.name, row.parent, "、".join(what))


def _before(made: Organisation, known: Known) -> list[Former]:
    """Where a new organisation would have been while those above it stood elsewhere; new ones above it are not written yet."""
    if made.parent_id not in known.fresh:
        return where_it_would_have_been(made)
    return where_it_would_have_been(made, [f for f in known.before if f.organisation_id == made.parent_id])


def _restate(held: Organisation, said: dict[str, Any]) -> list[str]:
    """Take over what the table says of an organisation; what it was until today is kept."""
    different = [k for k, v in said.items() if v not in (None, "") and getattr(held, k) != v]
    if any(name != "founded_on" for name in different):
        day = max(clock.today(), held.unchanged_since or clock.today())
        remember(Organisation.objects.filter(pk=held.pk), day)
        held.unchanged_since = day
        held.save(update_fields=["unchanged_since"])
    return _take_over(held, said)


def _take_over(held: Any, said: dict[str, Any]) -> list[str]:
    """Take what a row says where it says something else than what is held; an empty cell says nothing."""
    different = [k for k, v in said.items() if v not in (None, "") and getattr(held, k) != v]
    for name in different:
        setattr(held, name, said[name])
    if different:
        held.save(update_fields=different)
    return [str(held._meta.get_field(name).verbose_name) for name in different]


def _pour(known: Known) -> None:
    """Write the new organisations, all of them at once."""
    written = days_written()
    rows = (
        (o.pk, o.code, o.name, o.short_name, o.kind, o.category, o.establishment, o.parent_id, o.path, o.path_end,
         written(o.founded_on), written(o.unchanged_since))
        for o in known.fresh.values()
    )  # fmt: skip
    pour(Organisation, FIELDS, rows)
    hear_organisations(known.fresh.values(), new=True)
    Former.objects.bulk_create(known.before, batch_size=500)


def _pour_places(by: Any, known: Known) -> None:
    kept_under, today = author(by), days_written()(clock.today())
    rows = (
        (organisation, kept_under.pk if kept_under else None, today, row.area, row.tenure)
        for organisation, row in known.fresh_places
    )
    pour(Place, ("organisation", "entered_by", "since", "area", "tenure"), rows)


def _moved(
    by: Any,
    row: OrganisationRow,
    organisation: Organisation,
    parent: Organisation,
    report: Report,
) -> bool:
    """Move an organisation with all below it to where the table says, and say so."""
    former = organisation.parent.name if organisation.parent else "顶级"
    report.moved_organisations += 1
    report.tell("organisations_moved", organisation.name, parent.name, f"原隶属{former}")
    try:
        carry_out_move(by, organisation, parent)
    except Refused as refused:
        report.roster.refuse(row, "parent", row.parent, f"现在隶属{former}；{refused}")
        return False
    return True


def carry_out_move(by: Any, organisation: Organisation, parent: Organisation) -> None:
    """Put an organisation below another parent from today on; both as they stand now, after other moves."""
    held = Organisation.objects.get(pk=organisation.pk)
    try:
        move_organisation(by, held, to=Organisation.objects.get(pk=parent.pk))
    except PermissionDenied as denied:
        raise Refused("不归您划转，请由上级来办") from denied
    organisation.unchanged_since = held.unchanged_since
