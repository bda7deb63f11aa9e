"""Lines of a reading: all of them, those of a kind or a confidence, and how many of what."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from zhengyou.rooms.drafting.models import Line, Reading


class Bands(TextChoices):
    """把握 — how sure a proposal is, in words."""

    HIGH = "high", _("把握大")
    FAIR = "fair", _("把握一般")
    LOW = "low", _("把握小")


BANDS = {Bands.HIGH: Decimal("0.75"), Bands.FAIR: Decimal("0.5"), Bands.LOW: Decimal(0)}
REFUSED, ASIDE = "refused", "aside"


def band_of(line: Line) -> Bands:
    """The confidence of a line in words."""
    return next(band for band, least in BANDS.items() if line.confidence >= least)


def state_of(line: Line) -> str:
    """What has been decided; refused where nothing may be, aside where there is nothing to decide."""
    if line.refused:
        return REFUSED
    return line.decision if line.open or line.decision != Line.Decision.WAITING else ASIDE


def lines_of(reading: Reading) -> list[Line]:
    """All lines of a reading in the order of the text."""
    return list(reading.lines.all())


def shown_of(lines: Iterable[Line], kind: str, decision: str, confidence: str) -> list[Line]:
    """Those of a kind, a decision and a confidence; an empty word asks for all."""
    return [
        line
        for line in lines
        if kind in ("", line.now)
        and decision in ("", state_of(line))
        and (not confidence or confidence == band_of(line))
    ]


def counts_of(lines: Iterable[Line]) -> Counter[str]:
    """How many lines are accepted, dropped, waiting, refused, aside."""
    return Counter(map(state_of, lines))


def levels_of(lines: Iterable[Line]) -> Counter[str]:
    """What the accepted lines ask of whom: by the grain of a requirement, else by what a line becomes."""
    accepted = (line for line in lines if line.decision == Line.Decision.ACCEPTED)
    return Counter(line.content.get("grain", line.now) for line in accepted)


def stages_in(lines: Iterable[Line]) -> list[str]:
    """The names of the stages that are not dropped, as they stand."""
    stages = [line for line in lines if line.now == "stage" and line.decision != Line.Decision.DROPPED]
    return [line.content.get("name", "") for line in stages]
