"""数的话 — numbers and shares as words and fixed classes; no markup here."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

Amount = int | float | Decimal

MINUS = "−"
STEPS = ((60, "s0"), (75, "s1"), (90, "s2"), (100, "s3"))


def grouped(value: Amount | str | None) -> str:
    """分节数 — thousands apart and a true minus; a dash when there is none; words as they are."""
    if value is None or value == "":
        return "—"
    return value if isinstance(value, str) else f"{value:,}".replace("-", MINUS)


def fixed(value: Amount | str | None, digits: int = 2) -> str:
    """定位数 — a number with so many decimals: 88.05, −1.00; a dash when there is none."""
    if value is None or isinstance(value, str):
        return value or "—"
    return f"{value:,.{digits}f}".replace("-", MINUS)


def percent(met: Amount | None, due: Amount | None) -> str:
    """百分比 — the share met in per cent, one decimal; a dash when nothing is due."""
    if not due or met is None:
        return "—"
    if met in (0, due):
        return "100%" if met else "0%"
    share = round(100 * float(met) / float(due), 1)
    # Neither a lack nor a beginning is ever rounded away.
    share = min(share, 99.9) if met < due else share
    return f"{max(share, 0.1):.1f}%"


def step(met: Amount | None, due: Amount | None) -> str:
    """占比档 — the fixed class of a share: s0 below 60 %, s1 75, s2 90, s3 100, s4 all; `na` if none is due."""
    if not due or met is None:
        return "na"
    for bound, name in STEPS:
        if float(met) * 100 < bound * float(due):
            return name
    return "s4"


def share_words(met: Amount | None, due: Amount | None, unit: str = "", apart: str = "") -> str:
    """占比的话 — a share as it is said aloud, count first: 37/60人，61.7%; `apart` stands between the two."""
    if not due or met is None:
        return _("本段无")
    return f"{grouped(met)}/{grouped(due)}{unit}{apart or _('，')}{percent(met, due)}"


def named_count(name: str, count: object) -> str:
    """几个什么 — a name and how many of it: 好12, in English with a space."""
    return _("%(name)s%(count)s") % {"name": name, "count": count}


def part_of(value: Amount, whole: Amount) -> float:
    """Return value in per cent of whole, held between 0 and 100."""
    return max(0.0, min(100.0, 100 * float(value) / float(whole))) if whole else 0.0
