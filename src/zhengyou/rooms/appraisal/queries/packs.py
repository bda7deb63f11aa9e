"""从方案到办法 — a criteria set of a campaign's pack, or what was read in its notice, as the lines of a scheme.

A set says what is looked at, seldom for how many points and never by which facts: what it leaves open is filled
in by one stated rule and stands in a draft, for people to settle. Nothing here reads the database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from zhengyou.core.measures import MEASURES
from zhengyou.packs.refusals import refusal_of_points

FULL = Decimal(100)
NOTICE = "notice"  # the criteria that stand in the notice itself and in no set
NAME, WORDS = 40, 100  # characters that a line and a clause have room for


@dataclass
class Sketch:
    """草稿 — what a criteria set makes of a scheme, and what it could not take over, in words."""

    criteria: list[dict[str, Any]] = field(default_factory=list)
    clauses: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def most_bonus(self) -> str:
        """As many points as the clauses on bonuses name together."""
        return str(sum((Decimal(c["most"]) for c in self.clauses if c["kind"] == "bonus"), Decimal(0)))


def sets_of(pack: Mapping[str, Any]) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """The criteria sets of a pack that judge organisations, by code, with their names; the notice's own among them."""
    found = {s["code"]: (s["name"], s) for s in pack.get("criteria_sets", []) if s.get("for") != "person"}
    if pack.get("criteria"):
        found[NOTICE] = ("文件里的评价标准", {"items": pack["criteria"]})
    return found


def sketch_of(items: Iterable[Any], asked: Sequence[str] | None) -> Sketch:
    """A scheme of a set's lines: by their measure where they name one, by ratings where the round asks, else by check.

    Lines without points share equally, in whole points, what the others leave of a hundred.
    """
    made = Sketch()
    used: set[str] = set()
    for line in ({"what": i} if isinstance(i, str) else i for i in items):
        what = str(line["what"])
        if line.get("full") or line.get("clause") == "grade":
            made.left_out.append(f"“{what}”是满分或分数线，请写到办法的满分和档次起点里。")
        elif words := refusal_of_points(what):
            made.left_out.append(words.replace("请去掉points，或改写", "没有列入。"))
        elif line.get("clause"):
            _clause(made, line, what)
        else:
            made.criteria.append(_line(line, what, asked, used))
    _share_points(made.criteria)
    for n, line in enumerate(made.criteria, start=1):
        line["number"] = str(n)
    return made


def _clause(made: Sketch, line: Mapping[str, Any], what: str) -> None:
    points = str(line.get("points") or "")
    if line["clause"] == "veto":
        made.clauses.append({"kind": "veto", "words": what[:WORDS], "at_most": "middle"})
    elif points:
        made.clauses.append({"kind": line["clause"], "words": what[:WORDS], "most": points})
    else:
        made.left_out.append(f"“{what}”没有写加减几分，没有列入；请在加减分条款里写明。")


def _line(line: Mapping[str, Any], what: str, asked: Sequence[str] | None, used: set[str]) -> dict[str, Any]:
    """The same figure, or the same people's votes, give points only once: the second line is for people to check."""
    made: dict[str, Any] = {"name": what[:NAME], "full": str(line.get("points") or "")}
    measure, groups = line.get("measure", ""), [g for g in line.get("groups", ()) if g != "self"]
    if measure in MEASURES and measure not in used and MEASURES[measure].outcome and MEASURES[measure].ratio:
        used.add(measure)
        return made | {"measure": measure}
    if groups and asked and set(groups) <= set(asked) and not used & set(groups):
        used |= set(groups)
        return made | {"groups": groups}
    return made | {"check": True}


def _share_points(criteria: list[dict[str, Any]]) -> None:
    bare = [c for c in criteria if not c["full"]]
    if not bare:
        return
    named = sum((Decimal(c["full"]) for c in criteria if c["full"]), Decimal(0))
    left = int(FULL - named) if named < FULL else len(bare)
    for place, c in enumerate(bare):
        c["full"] = str(max(left // len(bare) + (place < left % len(bare)), 1))
