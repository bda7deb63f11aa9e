"""A pack held against its schema and against good sense, with the place of what is wrong."""

from collections.abc import Iterator
from typing import Any

from zhengyou.packs.checking.form import HERE, form_problems, no_such_days
from zhengyou.packs.checking.limits import beyond_limits
from zhengyou.packs.checking.naming import misnamed
from zhengyou.packs.checking.sense import senseless
from zhengyou.packs.loading.lines import Place
from zhengyou.packs.loading.settling import Problem, settled

__all__ = ["HERE", "MOST", "Problem", "check", "in_words", "problems_of", "settle", "whole"]

MOST = 20  # problems told at once


def check(pack: Any) -> list[str]:
    """Everything that is wrong with a pack in hand, in words; an empty list if nothing is."""
    found = whole(pack)[1]
    if not found and "extends" in pack:
        found = [(("extends",), "还没有和上面的方案合成一份，请作为文件读入（zhengyou.packs.load）")]
    return [f"{in_words(place)}：{words}" for place, words in found][:MOST]


def settle(pack: dict[str, Any]) -> dict[str, Any]:
    """A pack that ``check`` accepts with nothing left open: every day a date, every stage and audience spelled out."""
    return dict(whole(pack)[0])


def problems_of(pack: Any) -> Iterator[Problem]:
    """What is wrong and where."""
    yield from whole(pack)[1]


def whole(pack: Any) -> tuple[Any, list[Problem]]:
    """A pack settled, and what is wrong: the form first; only where that is right, the days; then the sense."""
    found = form_problems(pack) or list(no_such_days(pack))
    if found:
        return pack, found
    made, found = settled(pack)
    return made, found or [*senseless(made), *misnamed(made), *beyond_limits(made)]


def in_words(place: Place) -> str:
    """A place as people find it: requirements → 第1项 → grain."""
    return " → ".join(f"第{p + 1}项" if isinstance(p, int) else str(p) for p in place) or "开头"
