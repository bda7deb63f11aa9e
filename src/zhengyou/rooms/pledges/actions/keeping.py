"""Keeping a promise, talking it over, judging it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.pledges.actions.promising import fit_for_all
from zhengyou.rooms.pledges.models import Discussion, Fulfilment, Pledge, Review, Step
from zhengyou.rooms.pledges.queries import stands_above, was_fulfilled

Source, Verdict = Review.Source, Review.Verdict


@action()
def fulfil_step(
    by: Any,
    step: Step,
    *,
    words: str,
    on_day: date | None = None,
    meeting: Any = None,
    finding: Any = None,
    paper: str = "",
) -> Fulfilment:
    """登记履诺 — say what was done about a step and on which day; a late one counts and shows as late.

    The fact behind it, where there is one, is pointed at: a meeting held, a finding put right, a paper.
    """
    day = on_day or clock.today()
    _can_be_spoken_of(step.pledge)
    Step.objects.select_for_update().get(pk=step.pk)  # two may enter it at the same moment
    if was_fulfilled(step):
        raise Refused("这一步已经登记做到，不必再登记。")
    if day > clock.today():
        raise Refused("做到的日子在今天以后，请做到了再登记。")
    if not words.strip():
        raise Refused("请写一句做到了什么，群众看得到。")
    for fact in (meeting, finding):
        if fact is not None and fact.organisation_id != step.pledge.organisation_id:
            raise Refused("依据要是本组织的会议或整改，请重选。")
    if meeting is not None and meeting.held_on > clock.today():
        raise Refused("选作依据的会还没有开，开了再登记。")
    return Fulfilment.objects.create(
        organisation=step.organisation,
        entered_by=by,
        step=step,
        on_day=day,
        words=fit_for_all(words),
        meeting=meeting,
        finding=finding,
        paper=fit_for_all(paper),
    )


@action()
def discuss_pledge(
    by: Any, thing: Pledge | Organisation, *, words: str, on_day: date | None = None, meeting: Any = None
) -> Discussion:
    """登记议诺 — enter what was said when people met: about a promise, or about all of them; at which meeting."""
    pledge = thing if isinstance(thing, Pledge) else None
    if pledge:
        _can_be_spoken_of(pledge)
    day = _day_that_has_come(meeting.held_on if meeting else on_day)
    if not words.strip():
        raise Refused("请写一句大家说了什么。")
    if meeting is not None and meeting.organisation_id != thing.organisation.pk:
        raise Refused("议诺的会要是本组织开的，请重选。")
    return Discussion.objects.create(
        organisation=thing.organisation,
        entered_by=by,
        pledge=pledge,
        on_day=day,
        words=fit_for_all(words),
        meeting=meeting,
    )


@action()
def review_pledge(
    by: Any,
    pledge: Pledge,
    *,
    source: str,
    verdict: str = "",
    votes: Mapping[str, int] | None = None,
    words: str = "",
    on_day: date | None = None,
) -> Review:
    """登记评诺 — judge a promise from above, or enter how peers, members or the public voted on it.

    Votes are counts (``{"kept": 9, "partly": 14, "not_kept": 11}``); their verdict is the greatest, the
    less favourable where two are equal, and is not asked for.
    """
    _can_be_spoken_of(pledge)
    if source not in Source.values:
        raise Refused("请说明是谁评的：上级、下级、同级、党员还是群众。")
    if pledge.person_id and pledge.person_id == getattr(by, "person_id", None):
        raise Refused("自己的承诺不能自己评，请由别人登记。")
    if source == Source.ABOVE and not stands_above(by, pledge):
        raise Refused("上级评诺由承诺组织的上级登记；本组织可以登记党员、群众的评议票数。")
    counts = _counted(source, votes)
    found = _verdict_of(counts) if counts else verdict
    if found not in Verdict.values:
        raise Refused("请选一个结论：做到了、做了一半或没做到。")
    return Review.objects.create(
        organisation=pledge.organisation,
        entered_by=by,
        pledge=pledge,
        source=source,
        verdict=found,
        votes=counts,
        words=fit_for_all(words),
        on_day=_day_that_has_come(on_day),
    )


def _counted(source: str, votes: Mapping[str, int] | None) -> dict[str, int]:
    """Votes as they are kept: a count for each verdict, or none; a judgement from above has no votes."""
    if not votes or source == Source.ABOVE:
        return {}
    if set(votes) - set(Verdict.values) or any(n < 0 for n in votes.values()):
        raise Refused("票数要按做到了、做了一半、没做到三项填，不能是负数。")
    return {v: votes.get(v, 0) for v in Verdict.values} if sum(votes.values()) else {}


def _verdict_of(votes: Mapping[str, int]) -> str:
    return max(reversed(Verdict.values), key=lambda v: votes[v])


def _can_be_spoken_of(pledge: Pledge) -> None:
    if not pledge.published_on:
        raise Refused("这项承诺还没有公开，先公开，再说做没做到。")


def _day_that_has_come(on_day: date | None) -> date:
    if on_day and on_day > clock.today():
        raise Refused("日期在今天以后，请改成当天或以前。")
    return on_day or clock.today()
