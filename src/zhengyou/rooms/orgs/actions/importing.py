"""A roster workbook taken into the tree: what is new enters, what changed follows, what is the same stays."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.models import Category, Organisation
from zhengyou.core.secrets import keyed_digest, seal, unseal
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.actions.founding import placed
from zhengyou.rooms.orgs.actions.states import next_number
from zhengyou.rooms.orgs.imports import Roster
from zhengyou.rooms.orgs.imports.rows import OrganisationRow, PersonRow
from zhengyou.rooms.orgs.models import Membership, Person, Place, Post


@dataclass
class Counts:
    """How many rows were new, changed, unchanged, refused."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


@dataclass
class Report:
    """导入结果 — counts, and every refused or odd row with its place."""

    roster: Roster
    organisations: Counts = field(default_factory=Counts)
    people: Counts = field(default_factory=Counts)

    def as_dict(self) -> dict[str, Any]:
        """The shape that the command line prints."""
        return {
            "organisations": vars(self.organisations),
            "people": vars(self.people),
            "refused": [r.as_dict() for r in self.roster.refused],
            "warnings": [r.as_dict() for r in self.roster.warnings],
        }

    def __str__(self) -> str:
        o, p = self.organisations, self.people
        return (
            f"组织新增{o.new}、变更{o.changed}、不变{o.unchanged}、不收{o.refused}；"
            f"人员新增{p.new}、变更{p.changed}、不变{p.unchanged}、不收{p.refused}"
        )


class DryRun(Exception):
    """试导入到此为止 — raised to undo everything; carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report


@action(tree=True)
def import_roster(by: Any, under: Organisation | None, *, roster: Roster, dry_run: bool = False) -> Report:
    """导入花名册 — enter the good rows of a workbook, all of them or none if something breaks midway.

    With ``dry_run`` nothing is kept: ``DryRun`` is raised with the report once everything was tried.
    """
    report = Report(roster)
    _enter_organisations(by, report)
    _enter_people(by, report)
    report.organisations.refused = roster.refused_organisations
    report.people.refused = roster.refused_people
    if dry_run:
        raise DryRun(report)
    return report


def _enter_organisations(by: Any, report: Report) -> None:
    """Enter rows whose parent is known until no row is left or none of the rest has one."""
    known: dict[str, list[Organisation]] = {}
    for held in Organisation.objects.select_related("parent"):
        known.setdefault(held.name, []).append(held)
    numbers: dict[int | None, int] = {}
    waiting = report.roster.organisations
    while waiting:
        later = []
        for row in waiting:
            if not row.parent or row.parent in known:
                _enter_organisation(by, row, known, numbers, report)
            else:
                later.append(row)
        if len(later) == len(waiting):
            for row in later:
                report.roster.refuse(
                    row, "上级组织", row.parent, "表中和库中都没有这个上级组织，或上级那一行没有导入"
                )
            return
        waiting = later


def _enter_organisation(
    by: Any,
    row: OrganisationRow,
    known: dict[str, list[Organisation]],
    numbers: dict[int | None, int],
    report: Report,
) -> None:
    if len(known.get(row.parent, [])) > 1:
        report.roster.refuse(row, "上级组织", row.parent, "有几个组织叫这个名称，请写全称")
        return
    parent = known[row.parent][0] if row.parent else None
    held = next((o for o in known.get(row.name, []) if o.parent_id == (parent.pk if parent else None)), None)
    fields: dict[str, Any] = {
        "kind": row.kind,
        "category": row.category,
        "establishment": row.establishment,
        "founded_on": row.founded_on,
    }
    if held is None:
        key = parent.pk if parent else None
        number = numbers.get(key) if key in numbers else next_number(parent)
        numbers[key] = (number or 0) + 1
        held = placed(parent, number or 0, name=row.name, **fields)
        held.save(force_insert=True)
        known.setdefault(row.name, []).append(held)
        report.organisations.new += 1
        _enter_place(by, held, row)
        return
    changed = _take_over(held, fields) | _enter_place(by, held, row)
    report.organisations.changed += changed
    report.organisations.unchanged += not changed


def _take_over(held: Any, fields: dict[str, Any]) -> bool:
    """Take what a row says where it says something else than what is held; an empty cell says nothing."""
    fields = {
        k: v
        for k, v in fields.items()
        if v not in (None, "") and not (k == "category" and v == Category.OTHER)
    }
    different = [k for k, v in fields.items() if getattr(held, k) != v]
    for name in different:
        setattr(held, name, fields[name])
    if different:
        held.save(update_fields=different)
    return bool(different)


def _enter_place(by: Any, organisation: Organisation, row: OrganisationRow) -> bool:
    if row.area is None and not row.tenure:
        return False
    held = Place.objects.filter(organisation=organisation, until=None).first()
    if held:
        return _take_over(held, {"area": row.area, "tenure": row.tenure})
    Place.objects.create(
        organisation=organisation,
        entered_by=author(by),
        since=clock.today(),
        area=row.area,
        tenure=row.tenure,
    )
    return True


@dataclass
class _Register:
    """What is held, read once, so that two hundred thousand rows do not mean as many queries."""

    organisations: dict[str, list[Organisation]]
    by_identity: dict[str, Person]
    by_name: dict[tuple[str, int], Person]
    homes: dict[int, Membership]
    posts: dict[int, dict[tuple[int, str], Post]]


def _register() -> _Register:
    organisations: dict[str, list[Organisation]] = {}
    for o in Organisation.objects.all():
        organisations.setdefault(o.name, []).append(o)
    homes = {
        m.person_id: m
        for m in Membership.objects.filter(until=None, line=Membership.Line.PARTY).select_related("person")
    }
    people = {p.identity_digest or "": p for p in Person.objects.exclude(identity_digest=None)}
    names = {
        (m.person.name, m.organisation_id): m.person for m in homes.values() if not m.person.identity_digest
    }
    posts: dict[int, dict[tuple[int, str], Post]] = {}
    for post in Post.objects.filter(until=None):
        posts.setdefault(post.person_id, {})[post.organisation_id, post.title] = post
    return _Register(organisations, people, names, homes, posts)


def _enter_people(by: Any, report: Report) -> None:
    held = _register()
    seen: dict[str, int] = {}
    fresh: list[tuple[PersonRow, Organisation, Person]] = []
    for row in report.roster.people:
        where = held.organisations.get(row.organisation, [])
        if len(where) != 1:
            why = "表中和库中都没有这个党支部" if not where else "有几个组织叫这个名称，请写全称"
            report.roster.refuse(row, "所在党支部", row.organisation, why)
            continue
        if row.identity and row.identity in seen:
            report.roster.refuse(
                row, "身份证号", row.identity[:4] + "…", f"同一身份证号在第{seen[row.identity]}行已出现过"
            )
            continue
        seen[row.identity] = row.row
        digest = keyed_digest(row.identity)
        person = held.by_identity.get(digest) or held.by_name.get((row.name, where[0].pk))
        if person is None:
            fresh.append((row, where[0], _new_person(row, digest)))
        else:
            _follow(by, held, row, where[0], person, report)
    _enter_new(by, fresh)
    report.people.new = len(fresh)


def _new_person(row: PersonRow, digest: str) -> Person:
    return Person(
        identity_digest=digest or None,
        identity_sealed=seal(row.identity),
        phone_sealed=seal(row.phone),
        **_told(row),
    )


def _told(row: PersonRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "sex": row.sex,
        "born_on": row.born_on,
        "joined_on": row.joined_on,
        "education": row.education,
        "occupation": row.occupation,
    }


def _titles(row: PersonRow) -> list[str]:
    return [title for title in row.post.replace("，", "、").replace(",", "、").split("、") if title]


def _enter_new(by: Any, fresh: list[tuple[PersonRow, Organisation, Person]]) -> None:
    """New people, their memberships and posts, in a few statements for all of them."""
    Person.objects.bulk_create([person for _, _, person in fresh], batch_size=500)
    entered = {"entered_by": author(by)}
    today = clock.today()
    since: Callable[[PersonRow], date] = lambda row: min(row.joined_on or today, today)  # noqa: E731
    Membership.objects.bulk_create(
        [
            Membership(person=person, organisation=where, since=since(row), mobile=row.mobile, **entered)
            for row, where, person in fresh
        ],
        batch_size=500,
    )
    Post.objects.bulk_create(
        [
            Post(person=person, organisation=where, title=title, since=today, **entered)
            for row, where, person in fresh
            for title in _titles(row)
        ],
        batch_size=500,
    )


def _follow(
    by: Any, held: _Register, row: PersonRow, where: Organisation, person: Person, report: Report
) -> None:
    """Take over what changed about somebody who is held already."""
    fields = _told(row)
    if row.phone and unseal(person.phone_sealed) != row.phone:
        fields["phone_sealed"] = seal(row.phone)
    changed = _take_over(person, fields)
    changed |= _move(by, held.homes.get(person.pk), person, where, row)
    changed |= _take_posts(by, held.posts.get(person.pk, {}), person, where, _titles(row))
    report.people.changed += changed
    report.people.unchanged += not changed


def _move(by: Any, home: Membership | None, person: Person, where: Organisation, row: PersonRow) -> bool:
    """End the membership elsewhere today and begin one here; the past stays where it was."""
    if home is not None and home.organisation_id == where.pk:
        return _take_over(home, {"mobile": row.mobile})
    today = clock.today()
    if home is not None:
        home.until = today
        home.save(update_fields=["until"])
    Membership.objects.create(
        person=person, organisation=where, since=today, mobile=row.mobile, entered_by=author(by)
    )
    return True


def _take_posts(
    by: Any, held: dict[tuple[int, str], Post], person: Person, where: Organisation, titles: list[str]
) -> bool:
    """Begin posts that the roster names and end those it no longer names in this organisation."""
    today = clock.today()
    here = {title: post for (organisation, title), post in held.items() if organisation == where.pk}
    for title in set(titles) - set(here):
        Post.objects.create(
            person=person, organisation=where, title=title, since=today, entered_by=author(by)
        )
    gone = [post for title, post in here.items() if title not in titles]
    for post in gone:
        post.until = today
        post.save(update_fields=["until"])
    return bool(gone or set(titles) - set(here))
