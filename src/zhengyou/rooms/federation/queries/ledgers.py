"""One measure over all partners: what they handed in beside what this installation has of its own.

Sums are added only where window and definition agree; a share is worked out last, from the sums of its parts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Snapshot
from zhengyou.core.figures import sums_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.federation.models import DeliveredSum, Delivery, Partner
from zhengyou.rooms.federation.queries.partners import same_definition

Sums = dict[str, int]


@dataclass(frozen=True)
class Line:
    """One partner: what is here of its organisation, what it handed in, and whether that is added."""

    partner: Partner
    own: Sums | None
    delivery: Delivery | None
    theirs: Sums | None
    same_window: bool
    same_definition: bool

    @property
    def counted(self) -> bool:
        """Whether what was handed in may be added to anything."""
        return self.theirs is not None and self.same_window and self.same_definition

    @property
    def total(self) -> Sums | None:
        """Ours and theirs; nothing where there is neither."""
        found = [sums for sums in (self.own, self.theirs if self.counted else None) if sums is not None]
        return added(found) if found else None


@dataclass(frozen=True)
class Ledger:
    """台账 — a measure in a window: the partners, and everything of this installation that is under none of them."""

    measure: str
    window: Window
    taken_at: datetime
    lines: list[Line]
    rest: Sums
    own: Sums

    @property
    def counted(self) -> list[Line]:
        """The partners that are in the total."""
        return [line for line in self.lines if line.counted]

    @property
    def theirs(self) -> Sums | None:
        """What was handed in and may be added; nothing where nobody's may."""
        found = [line.theirs for line in self.counted if line.theirs is not None]
        return added(found) if found else None

    @property
    def total(self) -> Sums:
        """Ours and theirs."""
        return added([self.own, *([self.theirs] if self.theirs is not None else [])])


def added(found: list[Sums]) -> Sums:
    """Sums of the same measures, added one by one."""
    return {name: sum(sums[name] for sums in found) for name in found[0]}


def measures_delivered(partners: Iterable[Partner]) -> list[str]:
    """The measures known here that partners have handed in, or that can be worked out from what they did."""
    handed = set(
        DeliveredSum.objects.filter(delivery__partner__in=partners, depth=0).values_list("measure", flat=True)
    )
    return [name for name, m in MEASURES.items() if not m.once and set(m.parts) <= handed]


def windows_of(partners: Iterable[Partner], measure: str) -> list[Window]:
    """The windows in which a measure was handed in: where most partners agree first, then the newest."""
    held = {
        (pk, since, until)
        for _, pk, since, until in _handed(partners, measure).values_list("pk", "partner", "since", "until")
    }
    count = Counter((since, until) for _, since, until in held)
    ranked = sorted(count, key=lambda w: (count[w], w[1], w[0] or date.min), reverse=True)
    return [Window(until, since) for since, until in ranked]


def ledger_of(top: Organisation, partners: list[Partner], measure: str, window: Window) -> Ledger:
    """What all partners handed in of a measure, beside our own over the same window."""
    engine, parts = engine_for_trees(), list(MEASURES[measure].parts)
    ours = sums_by_org(engine, [measure], top, window)
    nothing = dict.fromkeys(parts, 0)
    shown = _shown(partners, measure, window)
    totals = _totals(shown.values(), parts)
    lines = [
        _line(p, ours.get(p.organisation_id, nothing), shown.get(p.pk), totals, measure, window)
        for p in partners
    ]
    own = ours.get(top.pk, nothing)
    beneath = added([nothing, *(line.own for line in lines if line.own)])
    rest = {name: own[name] - beneath[name] for name in parts}
    taken_at = engine.taken_at if isinstance(engine, Snapshot) else None
    return Ledger(measure, window, taken_at or clock.now(), lines, rest, own)


def _handed(partners: Iterable[Partner], measure: str) -> Any:
    """The deliveries that hold a measure, or all parts of a share."""
    found = Delivery.objects.filter(partner__in=partners)
    for part in MEASURES[measure].parts:
        held = DeliveredSum.objects.filter(depth=0, measure=part)
        found = found.filter(pk__in=held.values("delivery"))
    return found.order_by("number")


def _shown(partners: Iterable[Partner], measure: str, window: Window) -> dict[int, Delivery]:
    """Of each partner the newest delivery in the window; where there is none, its newest in any."""
    newest: dict[int, tuple[bool, int]] = {}
    for pk, partner, since, until in _handed(partners, measure).values_list(
        "pk", "partner", "since", "until"
    ):
        fits = (since, until) == (window.since, window.until)
        if fits or not newest.get(partner, (False, 0))[0]:
            newest[partner] = (fits, pk)
    found = Delivery.objects.filter(pk__in=[pk for _, pk in newest.values()])
    return {d.partner_id: d for d in found}


def _totals(deliveries: Iterable[Delivery], parts: list[str]) -> dict[int, Sums]:
    """The totals of some deliveries by measure."""
    found: dict[int, Sums] = {}
    rows = DeliveredSum.objects.filter(delivery__in=[d.pk for d in deliveries], depth=0, measure__in=parts)
    for row in rows:
        found.setdefault(row.delivery_id, {})[row.measure] = row.value
    return found


def _line(
    partner: Partner,
    own: Sums,
    delivery: Delivery | None,
    totals: dict[int, Sums],
    measure: str,
    window: Window,
) -> Line:
    # An organisation that keeps its facts elsewhere has none here: that is nothing, not nought.
    held = own if any(own.values()) else None
    if delivery is None:
        return Line(partner, held, None, None, False, False)
    same = all(same_definition(delivery.measures[part], part) for part in MEASURES[measure].parts)
    fits = (delivery.since, delivery.until) == (window.since, window.until)
    return Line(partner, held, delivery, totals[delivery.pk], fits, same)
