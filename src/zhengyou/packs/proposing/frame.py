"""时间框架 — the stages of a draft and its last day, by which what an item asks finds its place in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhengyou.packs.proposing.days import due_of, no_such_day
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
        whole = [w for s in read.values() if (w := window(s))["starts_on"] and w["ends_on"]]
        days = [s["ends_on"] for s in whole] or [day for i in draft.items if (day := due_of(i))]
        return cls(
            [s for s in whole if not holds_another(s, whole)], max(days, default=draft.date or ""), read
        )

    def stage_named(self, words: str) -> dict[str, Any] | None:
        """The first stage whose name holds these words."""
        return next((s for s in self.stages if words and words in s["name"]), None)

    def stage_for(self, item: Item, due: str, hint: str) -> dict[str, Any] | None:
        """The stage of what is required: the one above it, that of its own day, or the one that its words go with."""
        return self._above(item) or self._holding(due) or (None if due else self.stage_named(hint))

    def stage_of_task(self, item: Item, due: str) -> dict[str, Any] | None:
        """The stage in which a task is due; what is due after a stage is often written under it all the same."""
        return self._holding(due) if due else self._above(item)

    def _holding(self, day: str) -> dict[str, Any] | None:
        return next((s for s in self.stages if day and s["starts_on"] <= day <= s["ends_on"]), None)

    def _above(self, item: Item) -> dict[str, Any] | None:
        for heading in reversed(item.parent):
            if found := next((s for s in self.stages if s["name"] in heading), None):
                return found
        return None


def window(stage: Stage) -> dict[str, Any]:
    """A stage as a pack holds it; a day that no calendar has is left open."""
    due = stage.item.deadline
    return {
        "name": stage.name[:40],
        "starts_on": "" if due and no_such_day(due.start) else stage.starts_on or "",
        "ends_on": "" if due and no_such_day(due.end) else stage.ends_on or "",
    }


def holds_another(stage: dict[str, Any], dated: Sequence[dict[str, Any]]) -> bool:
    """Whether a dated phase is the whole campaign: another lies within it."""
    return any(
        other is not stage
        and stage["starts_on"] <= other["starts_on"]
        and other["ends_on"] <= stage["ends_on"]
        and (stage["starts_on"], stage["ends_on"]) != (other["starts_on"], other["ends_on"])
        for other in dated
    )
