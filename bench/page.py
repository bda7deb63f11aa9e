"""One branch's page: what it asks of the database, call by call, at branches drawn by lot.

A page about a dozen people should cost the same in a village and in a province.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.branch import OWED, TODAY, ByHand, Told, by_orm, campaign
from bench.sizes import Size
from bench.timing import Comparison, Way, lap
from bench.town import town
from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.queries import people_lacking, plan_of, progress_of, requirements_of
from zhengyou.rooms.meetings.queries import coming, lists_left_open, owed_by
from zhengyou.rooms.orgs.queries import members_of, secretary_of
from zhengyou.rooms.pledges.queries import due_steps


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The page's own queries, the ORM's annotate, and the limit."""
    with town(size, home) as file:
        branches = list(Organisation.objects.filter(kind="branch").values_list("pk", flat=True))
        drawn = random.Random(size.attendances).sample(branches, min(size.calls, len(branches)))  # noqa: S311 — no secret
        ways = [
            Way("ours", _ours, ours=True, each=drawn),
            Way("Django ORM, annotate", lambda: by_orm, each=drawn),
            Way("limit: SQL by hand", lambda: ByHand(file), each=drawn),
        ]
        yield Comparison("a branch's page (SQLite)", size.attendances, "attendances", ways)


def _ours() -> Callable[[int], Told]:
    running = campaign()

    def ask(branch: int) -> Told:
        with clock.played_at(TODAY):
            return _page(running, Organisation.objects.get(pk=branch))

    return ask


def _page(running: Any, branch: Organisation) -> Told:
    """Everything that ``campaigns/pages/week.py`` asks about a branch, by the same functions."""
    members, secretary = members_of(branch).count(), secretary_of(branch)
    asked = requirements_of(running, branch)
    with lap("progress"):
        found = progress_of(running, branch, Live())[branch.pk]
    with lap("who lacks what"):
        lacking = [people_lacking(r, branch) for r in asked if found[r.pk].lacking]
    lists = (
        sorted(s.pk for s in due_steps(branch)[:8]),
        sorted(m.pk for m in lists_left_open(branch)),
        sorted((a.person_id, a.meeting.pk) for a in owed_by(branch)[:OWED]),
        sorted(m.pk for m in coming(branch)),
    )
    progress = tuple((found[r.pk].due, found[r.pk].met) for r in sorted(asked, key=lambda r: r.pk))
    return (
        members,
        secretary,
        progress,
        sorted(p for some in lacking for p in some),
        lists,
        plan_of(running, branch),
    )
