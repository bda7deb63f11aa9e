"""任务 — what a campaign gives somebody to do that no requirement counts, by when, and what facts tell of it.

Nothing is ticked: where the pack names a measure, the facts say that it was done; where it names none, nobody asks.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org
from zhengyou.core.language import english
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.packs import named, tasks_on, whose
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries.seen import stage_on
from zhengyou.rooms.orgs.models import Post


@dataclass(frozen=True)
class Task:
    """任务 — what, by whom, in which days, where it is done, and how often the facts of those days tell of it."""

    what: str
    who: str
    since: date
    until: date
    every: str
    serves: str
    posts: tuple[str, ...]
    measure: Measure | None = None
    times: int = 0

    @property
    def done(self) -> bool:
        """Whether facts of its days tell that it was done."""
        return self.times > 0


def tasks_of_organisation(campaign: Campaign, organisation: Organisation) -> list[Task]:
    """What one organisation has to do today, the first due first; what is past and told by no fact is let be."""
    if campaign.over:
        return []
    today, stage = clock.today(), stage_on(campaign)
    found = []
    for task, since, until in tasks_on(campaign.pack, stage.number if stage else None, today):
        asked = whose(task)
        if asked.includes(organisation.kind, organisation.category):
            made = _task(task, since, until, asked.posts, organisation, campaign)
            if until >= today or (made.measure and not made.done):
                found.append(made)
    return sorted(found, key=lambda t: (t.until, t.what))


def tasks_of_person(campaign: Campaign, home: Organisation, person_id: int) -> list[Task]:
    """Those of them that name a post which somebody holds in their organisation."""
    held = Post.objects.filter(person_id=person_id, organisation=home, until=None)
    titles = set(held.values_list("title", flat=True))
    mine = [t for t in tasks_of_organisation(campaign, home) if titles.intersection(t.posts)]
    return [t for t in mine if not t.done]


def _task(
    task: dict[str, Any],
    since: date,
    until: date,
    posts: tuple[str, ...],
    where: Organisation,
    campaign: Campaign,
) -> Task:
    m = MEASURES.get(task.get("measure", ""))
    return Task(
        named(task, "en" if english() else "zh", "what"), task.get("who", ""), since, until, task.get("every", ""),
        task.get("serves", ""), posts, m, _times(m, since, where, campaign) if m else 0,
    )  # fmt: skip


def _times(m: Measure, since: date, where: Organisation, campaign: Campaign) -> int:
    """How much of a measure the facts of an organisation tell since a day."""
    window = Window(clock.today(), since, campaign.pk)
    value = figures_by_org(Live(), [m.name], where, window, levels=0)[where.pk][m.name].value
    return int(value or 0)
