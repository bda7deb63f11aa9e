"""The city's honour for branches and one for people, each with a batch; the way from nomination to posting."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.town import account
from zhengyou.core.models import Role
from zhengyou.rooms.honours.actions import (
    give_consent,
    judge_condition,
    lay_down_honour,
    nominate,
    open_batch,
    post_nominations,
    recommend_nomination,
)

APPROVED = {
    "sort": "commendation",
    "level": "city",
    "approval": "省评组〔2010〕8号",
    "approved_by": "province",
    "approved_level": "city",
}


def laid_down(town: Any) -> SimpleNamespace:
    """Two kinds and a batch of each; the town's committee has an office, which is on the way up."""
    h = SimpleNamespace(town=town)
    h.town_office = account("town_office", Role.OFFICE, town.committee)
    h.kind = lay_down_honour(
        town.office, town.city, name="先进基层党组织", holder="organisation", kinds=["branch"], most=1,
        conditions=["承诺兑现，经群众评议"], campaign=town.campaign, years=3, **APPROVED,
    )  # fmt: skip
    h.batch = open_batch(town.office, h.kind, name="2010年“七一”", nominate_by=date(2010, 6, 20))
    h.personal = lay_down_honour(
        town.office,
        town.city,
        name="优秀共产党员",
        holder="person",
        most=5,
        campaign=town.campaign,
        **APPROVED,
    )
    h.people = open_batch(town.office, h.personal, name="2010年“七一”", nominate_by=date(2010, 6, 20))
    return h


def ready(h: SimpleNamespace, unit: Any = None, by: Any = None) -> Any:
    """A branch nominated by itself, passed on by the town, its condition judged: it may be posted."""
    unit = unit or h.town.east
    made = nominate(by or h.town.east_secretary, unit, batch=h.batch, unit=unit, words="为民办了12件实事")
    judge_condition(h.town.office, made, number=1, holds=True, words="查了评议票")
    if unit.parent_id == h.town.committee.pk:
        recommend_nomination(h.town_office, h.town.committee, nomination=made, recommended=True)
    return made


def ready_person(h: SimpleNamespace, county_rank: bool = False) -> Any:
    """A member who was asked, agreed and was passed on."""
    made = nominate(
        h.town.east_secretary, h.town.east, batch=h.people, person=h.town.li,
        words="十年如一日照看孤寡老人", county_rank=county_rank,
    )  # fmt: skip
    give_consent(h.town.member, made, agreed=True)
    recommend_nomination(h.town_office, h.town.committee, nomination=made, recommended=True)
    return made


def posted(h: SimpleNamespace, nomination: Any) -> Any:
    posting = post_nominations(h.town.office, nomination.batch, nominations=[nomination])
    return posting.posted.get()


@pytest.fixture
def honours(town, on):
    on(date(2010, 6, 1))
    return laid_down(town)
