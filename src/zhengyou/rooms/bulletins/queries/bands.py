"""分档 — what an appraisal's circular says of each organisation: its band, and of one that lags the way out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.language import in_writing
from zhengyou.core.models import Organisation
from zhengyou.core.papers import date_zh
from zhengyou.rooms.appraisal.queries import (
    TIER_WORDS,
    appraised_under,
    open_remedies,
    schemes_seen_by,
    scores_of,
    unanswered_disputes,
)
from zhengyou.rooms.bulletins.queries.naming import named
from zhengyou.rooms.bulletins.queries.results import Proposed
from zhengyou.rooms.campaigns.queries import units_of

LAGGING = "lagging"
ROOM = 300  # characters of a line


@dataclass(frozen=True)
class Banded:
    """分档结果 — the organisations of a scheme by band, each with a line, and what stands in the way of saying so."""

    opening: str
    lines: list[Proposed]
    without_way: list[Organisation]
    disputes: int


def banded(scheme: Any) -> Banded:
    """The bands of a scheme as its facts have them now, live: a circular is a statement of its day."""
    found = scores_of(scheme, list(appraised_under(scheme)), scheme.organisation, Live())
    tiers = {band: [a.organisation for a in found if a.score.tier == band] for band in TIER_WORDS}
    ways = open_remedies(scheme)
    with in_writing():
        lines = [
            Proposed(o, _way(ways[o.pk]) if band == LAGGING else str(TIER_WORDS[band]), band)
            for band, organisations in tiers.items()
            for o in organisations
            if band != LAGGING or o.pk in ways
        ]
        opening = _opening(scheme, {band: len(there) for band, there in tiers.items()}, len(found))
    without = [o for o in tiers[LAGGING] if o.pk not in ways]
    return Banded(opening, lines, without, unanswered_disputes(scheme))


def _opening(scheme: Any, counts: Mapping[str, int], appraised: int) -> str:
    """How many there are of each band: counts, no order of merit."""
    judged = sum(counts.values())
    told = "、".join(f"{TIER_WORDS[band]}{n}个" for band, n in counts.items())
    number = f"（{scheme.number}）" if scheme.number else ""
    rest = f"另有{appraised - judged}个没有可评的事实，不分档。" if appraised > judged else ""
    return (
        f"按照《{scheme}》{number}，对{judged}{units_of(scheme.campaign, judged)}进行了考评，其中{told}。{rest}"
        "各档只与目标和自己的过去比，不排名次，说的是单位的工作，不是对人的评价。现通报如下。"
    )


def _way(remedies: Iterable[Any]) -> str:
    """What to do, by when, with whom; as much as a line holds."""
    told = ""
    for remedy in remedies:
        one = f"{date_zh(remedy.due_on)}前{remedy.what}，由{named(remedy.helper)}帮"
        if told and len(told) + len(one) + 1 > ROOM:
            break
        told = f"{told}；{one}" if told else one
    return told


def schemes_to_tell(viewer: Any, top: Organisation) -> list[Any]:
    """The schemes of an organisation whose period is over, the latest first: what a circular may be drafted from."""
    found = schemes_seen_by(viewer).filter(organisation=top, ends_on__lte=clock.today())
    return list(found.order_by("-ends_on", "-version", "-pk"))
