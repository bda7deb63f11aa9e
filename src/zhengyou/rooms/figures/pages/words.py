"""How a figure is written: exact where it can be, a share with its counts, nothing as nothing."""

from fractions import Fraction

from django.utils.translation import gettext as _

from zhengyou.core.figures import Figure
from zhengyou.core.measures import MEASURES
from zhengyou.core.pictures import grouped


def amount(value: Fraction) -> str:
    """A number: whole ones whole, others to one decimal."""
    whole = value.denominator == 1
    return grouped(value.numerator) if whole else grouped(round(float(value), 1))


def number_shown(figure: Figure) -> str:
    """一个数 — with its counts where it is a share, and a dash where there is nothing to tell."""
    if figure.value is None:
        return "—"
    if figure.denominator is None:
        return amount(figure.value)
    return f"{amount(figure.numerator)}/{amount(figure.denominator)}"


def sum_shown(figure: Figure) -> str:
    """算法 — how it was worked out, in figures."""
    m = MEASURES[figure.measure]
    if m.ratio and figure.denominator:
        part, whole = (MEASURES[n].title for n in m.parts)
        told = {"part": part, "whole": whole, "percent": f"{float(figure.value or 0) * 100:.2f}%"}
        counts = f"{amount(figure.numerator)} ÷ {amount(figure.denominator)} = {told['percent']}"
        return _("%(part)s ÷ %(whole)s：") % told + counts
    if m.total:
        return " + ".join(MEASURES[n].title for n in m.total)
    return ""
