"""东街村 and 西街社区 appraised: promises kept and judged, a closed rating, a scheme over both."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.rooms.appraisal.actions import issue_scheme
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.pledges.actions import draft_pledge, fulfil_step, publish_pledge, review_pledge
from zhengyou.rooms.ratings.actions import close_round
from zhengyou.rooms.ratings.tests.test_actions import box, fill, opened

CRITERIA = [
    {
        "number": "A",
        "name": "承诺兑现",
        "children": [
            {"number": "A1", "name": "到期步骤兑现", "full": "30", "measure": "pledges_kept"},
            {"number": "A2", "name": "评定做到", "full": "20", "measure": "judged_kept_share"},
        ],
    },
    {
        "number": "B",
        "name": "测评",
        "children": [
            {"number": "B1", "name": "党员测评", "full": "20", "groups": ["below"]},
            {"number": "B2", "name": "群众评议", "full": "30", "groups": ["public"]},
        ],
    },
]
CLAUSES = [
    {"kind": "bonus", "words": "做法在全市推广", "most": "3"},
    {"kind": "deduction", "words": "群众反映的事拖着不办", "most": "2"},
    {"kind": "veto", "words": "弄虚作假", "at_most": "middle"},
]
LATE_AUTUMN = date(2010, 11, 1)


def promised(town: Any, where: Any, secretary: Any, kept: int, due: int, verdict: str = "kept") -> None:
    """A promise of ``due`` steps with ``kept`` of them done, judged from above."""
    with clock.played_at(date(2010, 7, 5)):
        steps = [(f"第{n + 1}步", date(2010, 8, 1 + n)) for n in range(due)]
        pledge = draft_pledge(
            secretary, where, campaign=town.campaign, what="修通生产路", how_seen="板车能进地", steps=steps
        )
        publish_pledge(secretary, pledge)
    for step in list(pledge.steps.all())[:kept]:
        with clock.played_at(step.due_on):
            fulfil_step(secretary, step, words="做到了")
    with clock.played_at(date(2010, 9, 10)):
        review_pledge(town.office, pledge, source="above", verdict=verdict)


def rated(town: Any, *, closed: bool = True) -> Any:
    """Six members and ten of the public in the east, two members only in the west; boxes opened."""
    with clock.played_at(date(2010, 5, 10)):
        round = opened(town)
        good, fair, poor = ["good", "good"], ["fair", "fair"], ["poor", "poor"]
        fill(town, box(round, town.east, "below"), *[good] * 6)
        fill(town, box(round, town.east, "public"), *[good] * 5, *[fair] * 5)
        fill(town, box(round, town.west, "below"), good, good)
        fill(town, box(round, town.west, "public"), *[poor] * 6)
    if closed:
        with clock.played_at(date(2010, 7, 1)):
            close_round(town.office, round)
    return round


def scheme_for(town: Any, round: Any = None, **details: Any) -> Scheme:
    """年度考评 over the whole city, from May to the end of the year."""
    given = {
        "name": "年度考评",
        "number": "红创先办〔2010〕9号",
        "criteria": CRITERIA if round else CRITERIA[:1],
        "clauses": CLAUSES,
        "most_bonus": "3",
        "starts_on": date(2010, 5, 10),
        "ends_on": date(2010, 12, 31),
        "round_id": round.pk if round else None,
        "advanced_from": "85" if round else "42.5",
        "middle_from": "60" if round else "30",
    } | details
    with clock.played_at(date(2010, 7, 2)):
        return issue_scheme(town.office, town.campaign, **given)


def appraised_town(town: Any) -> Scheme:
    """Everything above: the east keeps 3 of 4 steps and is judged well, the west keeps none and is judged badly."""
    round = rated(town)
    promised(town, town.east, town.east_secretary, kept=3, due=4)
    promised(town, town.west, town.west_secretary, kept=0, due=2, verdict="not_kept")
    return scheme_for(town, round)
