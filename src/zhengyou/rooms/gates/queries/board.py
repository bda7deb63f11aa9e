"""The gate board: organisations as cards in columns by place, each saying in words what is missing or next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org
from zhengyou.core.language import strung
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.gates.models import Decision, Gate
from zhengyou.rooms.gates.queries.look_back import lacking_by_organisation
from zhengyou.rooms.gates.queries.passing import Passing, Place, passings
from zhengyou.rooms.gates.queries.seen import organisations_seen_at

SAID = {
    Place.PREPARING: gettext_lazy("回头看自己打勾，不齐不能申请"),
    Place.APPLIED: gettext_lazy("等督导组或办公室检查"),
    Place.INSPECTED: gettext_lazy("等上级办公室决定"),
    Place.MAKE_UP: gettext_lazy("补到要求满足为止"),
    Place.PASSED: gettext_lazy("批准进入下一阶段"),
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
    columns = {place: Column(place, str(SAID[place])) for place in Place}
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
        return (_lacks(len(lacking)), _shortened(lacking)) if lacking else ("", _("各项都已具备，可以申请。"))
    if passing.place is Place.MAKE_UP:
        return _make_up(passing, lacking)
    day = {"day": zh_day(passing.since)}
    if passing.place is Place.PASSED:
        return "", _("%(day)s批准。") % day
    still = _still(lacking)
    if passing.inspection is not None:
        finding = {"finding": passing.inspection.finding, "still": still}
        if not passing.inspection.holds:
            return _("检查不合格："), _("%(finding)s。%(still)s") % finding
        return still and _("检查合格，但有缺项。"), still or _("检查合格，等决定：%(finding)s") % finding
    return still and _("申请后又有缺项。"), still or _("%(day)s申请，等检查。") % day


def _make_up(passing: Passing, lacking: list[str]) -> tuple[str, str]:
    decision = passing.decision
    assert decision is not None  # noqa: S101 — this place comes from a decision
    day = {"day": zh_day(passing.since)}
    redo = decision.how == Decision.How.REDO
    told = _("%(day)s要求返工重来。") % day if redo else _("%(day)s检查未过。") % day
    still = _still(lacking) or _("各项都已具备，可以再次申请。")
    return told, _("要补：%(what)s。%(still)s") % {"what": decision.to_make_up, "still": still}


def _lacks(n: int) -> str:
    return ngettext("差%(n)d项：", "差%(n)d项：", n) % {"n": n}


def _still(lacking: list[str]) -> str:
    return _("现在还差：%(what)s") % {"what": _shortened(lacking)} if lacking else ""


def _shortened(sentences: list[str], most: int = 3) -> str:
    told = {"told": strung(sentences[:most]), "n": len(sentences) - most}
    return _("%(told)s；另%(n)d项。") % told if len(sentences) > most else _("%(told)s。") % told
