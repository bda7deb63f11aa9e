"""A register of units taken in: what is new enters, what changed follows, what is the same stays."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.coverage.imports import Register, UnitRow
from zhengyou.rooms.coverage.models import Headcount, Unit
from zhengyou.rooms.coverage.queries.units import Owners, units_below

AT_ONCE = 500


@dataclass
class Report:
    """导入结果 — counts of units, and every refused or odd row with its place."""

    register: Register
    new: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    not_named: int = 0  # on the register until now, and not in this file: they stay

    @property
    def refused(self) -> int:
        """How many rows were not taken."""
        return len({(r.sheet, r.row) for r in self.register.refused})

    def __str__(self) -> str:
        return f"单位新增{self.new}、变更{self.changed}、不变{self.unchanged}、不收{self.refused}"


class DryRun(Exception):
    """试导入到此为止 — raised to undo everything; carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report


@action()
def import_units(
    by: Any, under: Organisation, *, register: Register, dry_run: bool = False, since: date | None = None
) -> Report:
    """导入单位名册 — enter the good rows of a register, all of them or none if something breaks midway.

    Units are owned by the organisation that a row names at or below ``under``, else by ``under``; other numbers of
    people than before count from today, or from ``since``. With ``dry_run`` nothing is kept: ``DryRun`` is raised
    with the report once everything was tried.
    """
    work = _Work(by, under, Report(register), since or clock.today())
    # A code is surer than a name: rows of units that are known by theirs come first.
    for row in sorted(register.units, key=lambda row: (row.code not in work.by_code, not row.code)):
        work.take(row)
    work.enter()
    if dry_run:
        raise DryRun(work.report)
    return work.report


class _Work:
    """One import: what is held is read once, what is new is written in a few statements."""

    def __init__(self, by: Any, under: Organisation, report: Report, since: date) -> None:
        self.by, self.under, self.report, self.since = author(by), under, report, since
        self.owners = Owners(under)
        self.fresh: list[tuple[UnitRow, Unit]] = []
        self.seen: dict[Any, int] = {}  # units by code, by place and name, and those held: in which row
        self.by_code: dict[str, Unit] = {}
        self.by_name: dict[str, list[Unit]] = defaultdict(list)
        self.counts = {h.unit_id: h for h in Headcount.objects.filter(under.within(), until=None)}
        held = list(units_below(under))
        for unit in held:
            self.by_name[unit.name].append(unit)
            if unit.code:
                self.by_code[unit.code] = unit
        self.report.not_named = len(held)

    def take(self, row: UnitRow) -> None:
        """Take one row: refuse it, or let it be new, changed, moved or the same."""
        owner = self.owners.find(row.owner)
        if isinstance(owner, str):
            self.report.register.refuse(row, "所在", row.owner, owner)
            return
        held = self._held(row, owner)
        keys = [key for key in (row.code, (owner.pk, row.name), held) if key]
        if again := next((self.seen[key] for key in keys if key in self.seen), 0):
            self.report.register.refuse(row, "名称", row.name, f"和第{again}行是同一个单位")
            return
        if self._clashes(row, held, owner):
            self.report.register.refuse(row, "名称", row.name, "那里已有同名的单位，信用代码不同，请核对")
            return
        self.seen |= dict.fromkeys(keys, row.row)
        if held is None:
            unit = Unit(
                organisation=owner, entered_by=self.by, since=self.since,
                name=row.name, category=row.category, code=row.code,
            )  # fmt: skip
            self.fresh.append((row, unit))
            return
        self.report.not_named -= 1
        self._follow(held, row, owner)

    def _held(self, row: UnitRow, owner: Organisation) -> Unit | None:
        """The unit that a row is about: of the same code, else of the name there, else the only one of the name."""
        if row.code and row.code in self.by_code:
            return self.by_code[row.code]
        named = [u for u in self.by_name.get(row.name, []) if not (row.code and u.code)]
        there = [u for u in named if u.organisation_id == owner.pk]
        if there:
            return there[0]
        # Elsewhere only where nothing says otherwise, or where the organisation that had it is no more.
        rest = [u for u in named if u.organisation.closed_on] if row.owner else named
        return rest[0] if len(rest) == 1 else None

    def _clashes(self, row: UnitRow, held: Unit | None, owner: Organisation) -> bool:
        """Whether another unit of the name stands where this one would."""
        where = owner.pk if held is None or row.owner else held.organisation_id
        return any(u is not held and u.organisation_id == where for u in self.by_name.get(row.name, []))

    def _follow(self, unit: Unit, row: UnitRow, owner: Organisation) -> None:
        told: dict[str, Any] = {"name": row.name, "code": row.code}
        if row.category != "other":
            told["category"] = row.category
        moved = bool(row.owner) and unit.organisation_id != owner.pk
        if moved:
            told["organisation"] = owner
        different = [k for k, v in told.items() if v not in ("", None) and getattr(unit, k) != v]
        self.by_name[unit.name].remove(unit)
        for name in different:
            setattr(unit, name, told[name])
        self.by_name[unit.name].append(unit)
        if different:
            unit.save(update_fields=different)
        if moved:
            unit.covers.filter(until=None).update(organisation=owner)
        counted = self._count(unit, row, moved=moved)
        self.report.moved += moved
        self.report.changed += bool(different or counted)
        self.report.unchanged += not (different or counted)

    def _count(self, unit: Unit, row: UnitRow, *, moved: bool) -> bool:
        """Let other numbers, or the same at another place, count from now on; those before stay for the days before."""
        held = self.counts.get(unit.pk)
        numbers = {k: v for k, v in row.numbers.items() if v is not None}
        if held and not moved and all(getattr(held, k) == v for k, v in numbers.items()):
            return False
        before = {k: getattr(held, k) for k in row.numbers} if held else dict.fromkeys(row.numbers)
        if held and held.since >= self.since:
            for name, number in numbers.items():
                setattr(held, name, number)
            held.organisation = unit.organisation
            held.save(update_fields=[*numbers, "organisation"])
            return True
        if held:
            held.until = self.since
            held.save(update_fields=["until"])
        Headcount.objects.create(**self._headcount(unit, before | numbers))
        return True

    def _headcount(self, unit: Unit, numbers: dict[str, int | None]) -> dict[str, Any]:
        where = {"organisation": unit.organisation, "entered_by": self.by}
        return where | {"unit": unit, "since": self.since} | numbers

    def enter(self) -> None:
        """Write the new units with their numbers."""
        Unit.objects.bulk_create([unit for _, unit in self.fresh], batch_size=AT_ONCE)
        counts = [Headcount(**self._headcount(unit, row.numbers)) for row, unit in self.fresh]
        Headcount.objects.bulk_create(counts, batch_size=AT_ONCE)
        self.report.new = len(self.fresh)
