"""任务 — whose a task of a pack is, and the days of it that hold a day: this week's, this month's, the stage's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zhengyou.packs.loading.settling import day_of
from zhengyou.packs.proposing.words import words
from zhengyou.packs.proposing.words.audience import categories_of, posts_of


@dataclass(frozen=True)
class Whose:
    """谁办 — organisations of some kinds and categories, and of their people those who hold some posts."""

    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()

    def includes(self, kind: str, category: str) -> bool:
        """Whether an organisation of a kind and category has it to do; where no kind is known, nobody below has."""
        return kind in self.kinds and (not self.categories or category in self.categories)


def whose(task: dict[str, Any]) -> Whose:
    """What the pack says of whom a task is asked; where it does not, what its owner's name tells."""
    who = task.get("who", "")
    named = tuple(k["kind"] for k in words("audience")["kinds"] if re.search(k["words"], who))
    if not named and "党组织" in who:
        named = ("committee", "general_branch", "branch")
    said = "kinds" in task or "categories" in task
    return Whose(
        tuple(task.get("kinds") or (("branch",) if said else named)),
        tuple(task.get("categories") or ([] if said else categories_of(who))),
        tuple(task.get("posts") or posts_of(who)),
    )


def tasks_on(
    pack: dict[str, Any], stage: int | None, day: date
) -> Iterator[tuple[dict[str, Any], date, date]]:
    """The tasks that stand on a day, each with the first and last day in which it is to be done.

    Those of the stage that runs (from 1), and those of none. One that comes back has the days of its week or month.
    """
    for task in pack.get("tasks", []):
        number = task.get("stage")
        if number not in (None, stage):
            continue
        place = pack["stages"][number - 1] if number else pack
        first, last = date.fromisoformat(place["starts_on"]), date.fromisoformat(place["ends_on"])
        if not first <= day <= last:
            continue
        if every := task.get("every"):
            since, until = period(every, day)
            yield task, max(first, since), min(last, until)
        else:
            yield task, first, day_of(task.get("due_on")) or last


MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def period(every: str, day: date) -> tuple[date, date]:
    """The first and last day of the day, week, month … that holds a day."""
    if every == "day":
        return day, day
    if every == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    months = MONTHS[every]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = first.month + months
    return first, date(first.year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)
