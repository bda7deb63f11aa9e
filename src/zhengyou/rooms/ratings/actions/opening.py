"""Opening a round: who is asked what about whom, and how one comes to rate."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.ratings.models import Access, Box, Group, Round, Subject
from zhengyou.rooms.ratings.queries import questions_of_set


@action()
def open_round(
    by: Any,
    organisation: Organisation,
    *,
    campaign: Campaign,
    name: str,
    opens_on: date,
    closes_on: date,
    questions: Sequence[str],
    groups: Sequence[str],
    subjects: Sequence[Organisation],
    criteria_set: str = "",
    access: str = Access.CODE,
) -> Round:
    """开展测评 — ask the same questions about some organisations; every side but the organisation itself in secret.

    The questions are those of a set of criteria of the campaign's pack, then those written here.
    """
    asked = [*_from_the_pack(campaign, criteria_set), *(q.strip() for q in questions if q.strip())]
    _sensible(name, opens_on, closes_on, asked)
    _asked_rightly(organisation, groups, subjects, access)
    round = Round.objects.create(
        organisation=organisation,
        entered_by=by,
        campaign=campaign,
        name=name.strip(),
        opens_on=opens_on,
        closes_on=closes_on,
        groups=[g for g in Group.values if g in groups],
        questions=asked,
        criteria_set=criteria_set,
        access=access,
    )
    for rated in subjects:
        subject = Subject.objects.create(round=round, organisation=rated)
        Box.objects.bulk_create(Box(subject=subject, group=g) for g in round.groups if g != Group.SELF)
    return round


def _from_the_pack(campaign: Campaign, criteria_set: str) -> list[str]:
    if not criteria_set:
        return []
    found = questions_of_set(campaign, criteria_set)
    if not found:
        raise Refused(f"“{campaign}”的方案里没有这套组织的标准，请另选一套，或者自己写问题。")
    return found


def _sensible(name: str, opens_on: date, closes_on: date, questions: Sequence[str]) -> None:
    if not name.strip() or not questions:
        raise Refused("测评要有名称和至少一个问题。")
    if len(set(questions)) < len(questions):
        raise Refused("有的问题写了两遍，请删去一个。")
    if closes_on < max(opens_on, clock.today()):
        raise Refused("截止日期在开始日期或今天以前，请改晚。")


def _asked_rightly(
    organisation: Organisation, groups: Sequence[str], subjects: Sequence[Organisation], access: str
) -> None:
    if not groups or set(groups) - set(Group.values):
        raise Refused("请选由谁来评：党员、同级、上级、群众或自评。")
    if access not in Access.values or (access == Access.LINK and list(groups) != [Group.PUBLIC]):
        raise Refused("公开链接谁都能投、能投多次，只能单独用于群众评议；其他来源请另开一次凭码的测评。")
    if not subjects:
        raise Refused("请选至少一个要评的组织。")
    strangers = [o.short_name for o in subjects if not o.path.startswith(organisation.path)]
    if strangers:
        raise Refused(f"{'、'.join(strangers)}不在{organisation.short_name}所辖之内，不能评。")
