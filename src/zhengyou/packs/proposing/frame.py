"""时间框架 — the stages of a draft and its last day, by which what an item asks finds its place in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhengyou.packs.proposing.days import due_of
from zhengyou.reading.model import Draft, Item, Stage


@dataclass(frozen=True)
class Frame:
    """框架 — what is dated: the stages in which something falls due, and the day after which nothing does."""

    stages: list[dict[str, Any]]
    last: str
    read: dict[int, Stage]

    @classmethod
    def of(cls, draft: Draft) -> "Frame":
        """The frame of a draft; of a phase that holds others only its last day counts."""
        read = {s.item.start: s for s in draft.stages()}
        whole = [window(s) for s in read.values() if s.starts_on and s.ends_on]
        days = [s["ends_on"] for s in whole] or [day for i in draft.items if (day := due_of(i))]
        return cls(
            [s for s in whole if not holds_another(s, whole)], max(days, default=draft.date or ""), read
        )

    def stage_named(self, words: str) -> dict[str, Any] | None:
        """The first stage whose name holds these words."""
        return next((s for s in self.stages if words and words in s["name"]), None)

    def stage_for(self, item: Item, due: str, hint: str) -> dict[str, Any] | None:
        """The stage in whose time an item falls: of its own day, above it, or the one that its words go with."""
        return self._holding(due) or self._above(item) or (None if due else self.stage_named(hint))

    def _holding(self, day: str) -> dict[str, Any] | None:
        return next((s for s in self.stages if day and s["starts_on"] <= day <= s["ends_on"]), None)

    def _above(self, item: Item) -> dict[str, Any] | None:
        for heading in reversed(item.parent):
            if found := next((s for s in self.stages if s["name"] in heading), None):
                return found
        return None


def window(stage: Stage) -> dict[str, Any]:
    """A stage as a pack holds it."""
    return {"name": stage.name[:40], "starts_on": stage.starts_on or "", "ends_on": stage.ends_on or ""}


def holds_another(stage: dict[str, Any], dated: Sequence[dict[str, Any]]) -> bool:
    """Whether a dated phase is the whole campaign: another lies within it."""
    return any(
        other is not stage
        and stage["starts_on"] <= other["starts_on"]
        and other["ends_on"] <= stage["ends_on"]
        and (stage["starts_on"], stage["ends_on"]) != (other["starts_on"], other["ends_on"])
        for other in dated
    )
