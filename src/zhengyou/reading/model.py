"""方案草稿 — what is read out of a notice, each item with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["requirement", "stage", "criterion", "mechanism", "figure"]
Bound = Literal["exactly", "at_least", "at_most", "about", "growth_percent"]


@dataclass(frozen=True)
class Notice:
    """文件 — a notice, plan, speech or rule as one text; every place in a draft counts characters of `text`."""

    text: str
    name: str


@dataclass(frozen=True)
class Heading:
    """标题 — a marked line or clause, with the part of the text that stands under it."""

    text: str
    start: int
    end: int
    level: int
    parent: tuple[str, ...] = ()
    until: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        """层级 — the headings from the top down to this one."""
        return (*self.parent, self.text)


@dataclass(frozen=True)
class Quantity:
    """数量 — a number that a checker would compare: 不少于40个学时 is 40 学时, at least."""

    value: float
    unit: str
    bound: Bound


@dataclass(frozen=True)
class Cadence:
    """频次 — how often: 每月 is monthly."""

    every: str
    text: str


@dataclass(frozen=True)
class Deadline:
    """时限 — the words and, where a calendar can tell them, the first and last day."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Item:
    """条目 — one thing that a notice asks, dates, judges by, names or reports."""

    kind: Kind
    text: str
    start: int
    end: int
    who: str | None = None
    quantity: tuple[Quantity, ...] = ()
    cadence: Cadence | None = None
    deadline: Deadline | None = None
    coverage: str | None = None
    parent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """阶段 — a phase of a campaign by name, with ISO days where the notice tells them."""

    name: str
    starts_on: str | None
    ends_on: str | None
    item: Item


@dataclass(frozen=True)
class Draft:
    """方案草稿 — everything read out of one notice."""

    notice: Notice
    headings: list[Heading] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    date: str | None = None
    title: str | None = None

    def of(self, kind: Kind) -> list[Item]:
        """条目 — the items of one kind, in the order of the text."""
        return [item for item in self.items if item.kind == kind]

    def stages(self) -> list[Stage]:
        """阶段 — the schedule with whole ISO days, ready for a campaign."""
        from zhengyou.reading.schedule import stage_of

        return [stage_of(item) for item in self.of("stage")]
