"""The gate board: organisations as cards in columns by place, each saying in words what is missing or next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.gates.models import Decision, Gate
from zhengyou.rooms.gates.queries.look_back import lacking_by_organisation
from zhengyou.rooms.gates.queries.passing import Passing, Place, passings
from zhengyou.rooms.gates.queries.seen import organisations_seen_at

SAID = {
    Place.PREPARING: "回头看自己打勾，不齐不能申请",
    Place.APPLIED: "等督导组或办公室检查",
    Place.INSPECTED: "等上级办公室决定",
    Place.MAKE_UP: "补到要求满足为止",
    Place.PASSED: "批准进入下一阶段",
}


@dataclass(frozen=True)
class Card:
    """卡片 — an organisation on the board: a few words in front, a sentence, and for how many days."""

    organisation: Organisation
    passing: Passing
    members: int
    lacking: list[str]
    lead: str
    text: str
    days: int

    @property
    def warns(self) -> bool:
        """Whether the words in front tell of something missing."""
        return bool(self.lead)


@dataclass
class Column:
    """栏 — all cards of one place."""

    place: Place
    said: str
    cards: list[Card] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """转段看板 — the columns, and what waits for the viewer."""

    gate: Gate
    columns: list[Column]

    @property
    def count(self) -> int:
        """How many organisations are on it."""
        return sum(len(c.cards) for c in self.columns)


def board_of(viewer: Any, gate: Gate, within: Organisation | None = None) -> Board:
    """The board of a gate with the organisations that a viewer may see, perhaps only those below one."""
    seen = organisations_seen_at(viewer, gate)
    organisations = list(seen.filter(within.subtree) if within else seen)
    columns = {place: Column(place, SAID[place]) for place in Place}
    for card in _cards(gate, organisations, _span(organisations)):
        columns[card.passing.place].cards.append(card)
    return Board(gate, list(columns.values()))


def _span(organisations: list[Organisation]) -> list[Organisation]:
    """The smallest subtrees that figures must be worked out for: one's own, or the whole gate's."""
    return organisations if len(organisations) == 1 else []


def _cards(gate: Gate, organisations: list[Organisation], alone: list[Organisation]) -> Iterable[Card]:
    under = alone[0] if alone else gate.organisation
    places = passings(gate, [o.pk for o in organisations])
    lacking = lacking_by_organisation(gate, under)
    members = figures_by_org(Live(), ["members"], under, Window(clock.today()))
    for o in organisations:
        passing, lacks = places[o.pk], lacking.get(o.pk, [])
        lead, text = said_of(passing, lacks)
        count = int(members[o.pk]["members"].value or 0)
        yield Card(o, passing, count, lacks, lead, text, (clock.today() - passing.since).days + 1)


def said_of(passing: Passing, lacking: list[str]) -> tuple[str, str]:
    """What a card says: words in front where something is missing, and a sentence."""
    if passing.place is Place.PREPARING:
        return (f"差{len(lacking)}项：", _shortened(lacking)) if lacking else ("", "各项都已具备，可以申请。")
    if passing.place is Place.MAKE_UP:
        return _make_up(passing, lacking)
    if passing.place is Place.PASSED:
        return "", f"{_day(passing.since)}批准。"
    still = f"现在还差：{_shortened(lacking)}" if lacking else ""
    if passing.inspection is not None:
        finding = passing.inspection.finding
        if passing.inspection.holds:
            return still and "检查合格，但有缺项。", still or f"检查合格，等决定：{finding}"
        return "检查不合格：", f"{finding}。{still}"
    return still and "申请后又有缺项。", still or f"{_day(passing.since)}申请，等检查。"


def _make_up(passing: Passing, lacking: list[str]) -> tuple[str, str]:
    decision = passing.decision
    assert decision is not None  # noqa: S101 — this place comes from a decision
    told = "要求返工重来" if decision.how == Decision.How.REDO else "检查未过"
    still = f"现在还差：{_shortened(lacking)}" if lacking else "各项都已具备，可以再次申请。"
    return f"{_day(passing.since)}{told}。", f"要补：{decision.to_make_up}。{still}"


def _shortened(sentences: list[str], most: int = 3) -> str:
    more = f"；另{len(sentences) - most}项" if len(sentences) > most else ""
    return "；".join(sentences[:most]) + more + "。"


def _day(day: Any) -> str:
    return f"{day.month}月{day.day}日"
