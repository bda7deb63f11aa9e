"""What an import did, or would do: counts, whom it concerns, and every refused or odd row with its place."""

from dataclasses import dataclass, field
from typing import Any

from zhengyou.core.sheets import Remark
from zhengyou.rooms.orgs.imports import Roster

LISTED = 200  # of each kind; the counts are whole


@dataclass
class Counts:
    """How many rows were new, changed, unchanged, refused."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Line:
    """One organisation or person of a list: who, where, and what about it."""

    name: str
    where: str
    what: str = ""


@dataclass
class Report:
    """导入结果 — counts, and every refused or odd row with its place.

    Whoever moved is among the changed too. Gone are members of the organisations in the file who do not stand
    in it: they are only named, unless ``ended`` says that their membership was ended.
    """

    roster: Roster
    organisations: Counts = field(default_factory=Counts)
    people: Counts = field(default_factory=Counts)
    moved_organisations: int = 0
    moved_people: int = 0
    gone: int = 0
    ended: int = 0
    lists: dict[str, list[Line]] = field(default_factory=dict)

    def tell(self, kind: str, name: str, where: str = "", what: str = "") -> None:
        """Put somebody on a list, as long as it is not too long to be read."""
        lines = self.lists.setdefault(kind, [])
        if len(lines) < LISTED:
            lines.append(Line(name, where, what))

    def as_dict(self) -> dict[str, Any]:
        """The shape that the command line prints."""
        return {
            "organisations": vars(self.organisations),
            "people": vars(self.people),
            "moved": {"organisations": self.moved_organisations, "people": self.moved_people},
            "gone": self.gone,
            "ended": self.ended,
            "refused": [r.as_dict() for r in in_order(self.roster, self.roster.refused)],
            "warnings": [r.as_dict() for r in in_order(self.roster, self.roster.warnings)],
        }

    def __str__(self) -> str:
        o, p = self.organisations, self.people
        words = (
            f"组织新增{o.new}、变更{o.changed}、不变{o.unchanged}、不收{o.refused}；"
            f"人员新增{p.new}、变更{p.changed}、不变{p.unchanged}、不收{p.refused}"
        )
        if self.moved_organisations or self.moved_people:
            words += f"；其中调整隶属的组织{self.moved_organisations}、转移组织关系的人员{self.moved_people}"
        if self.gone:
            words += f"；库中有而表中没有的人员{self.gone}"
        return words


def in_order(roster: Roster, remarks: list[Remark]) -> list[Remark]:
    """Remarks as one meets their rows in the file."""
    sheets = {name: at for at, name in enumerate(roster.columns)}
    return sorted(remarks, key=lambda r: (sheets.get(r.sheet, 0), r.row))


class DryRun(Exception):
    """试导入到此为止 — raised to undo everything; carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report
