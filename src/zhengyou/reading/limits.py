"""界限 — what a notice asks and the house refuses to do: read like any other item, told why, and never made a demand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengyou.reading.model import Item
from zhengyou.reading.script import plain
from zhengyou.reading.words import words

_RULES = words("limits")
_FORBIDDING = re.compile(_RULES["forbidding"])
_PAPERS = re.compile(r"《[^《》]*》")
_BLANKS = re.compile(r"\s+")
_AN_END = ";"  # stands where words were taken out: no pattern reaches across it


@dataclass(frozen=True)
class _Limit:
    """界限 — one thing that is refused, the words that ask it and what the office is told."""

    told: str
    kinds: frozenset[str]
    asked: re.Pattern[str]
    besides: re.Pattern[str] | None
    forbidden_too: bool
    needs_points: bool

    def meets(self, item: Item, words_: str) -> bool:
        """越界 — the item asks for this."""
        if item.kind not in self.kinds or (self.needs_points and not _has_points(item)):
            return False
        if self.besides is not None:
            words_ = self.besides.sub(_AN_END, words_)
        return any(
            self.forbidden_too or not _forbidden(words_, match) for match in self.asked.finditer(words_)
        )


def _limit(rule: dict[str, object]) -> _Limit:
    asked, besides = rule["asked"], rule.get("besides")
    assert isinstance(asked, list)  # noqa: S101 — our own words
    return _Limit(
        told=str(rule["told"]),
        kinds=frozenset(str(kind) for kind in _listed(rule["kinds"])),
        asked=re.compile("|".join(f"(?:{pattern})" for pattern in asked)),
        besides=re.compile(str(besides)) if besides else None,
        forbidden_too=bool(rule.get("forbidden_too")),
        needs_points=bool(rule.get("needs_points")),
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


_LIMITS = [_limit(rule) for rule in _RULES["limits"].values()]


def refused_by_limits(item: Item) -> str:
    """界限 — why an item cannot become a demand and what may be done instead, or nothing."""
    words_ = _BLANKS.sub("", _PAPERS.sub(_AN_END, plain(item.text)))
    return next((limit.told for limit in _LIMITS if limit.meets(item, words_)), "")


def _forbidden(words_: str, match: re.Match[str]) -> bool:
    """不得收集…: what is forbidden is not asked."""
    return _FORBIDDING.search(words_[: match.end()]) is not None


def _has_points(item: Item) -> bool:
    return any(number.unit == "分" for number in item.quantity)
