"""A group that goes to 红星镇 for the campaign, with two people in it; a second that goes elsewhere."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.town import account
from zhengyou.core.models import Role
from zhengyou.rooms.supervision.actions import assign_group, form_group, join_group

CHECKS = ("党课上了没有", "意见逐条答复了没有")


def sent_out(town: Any) -> SimpleNamespace:
    """The first group with its two members at 红星镇, the second with one at 河东镇."""
    s = SimpleNamespace()
    s.town = town
    s.other = account("supervisor2", Role.SUPERVISOR, town.city)
    s.river_supervisor = account("supervisor3", Role.SUPERVISOR, town.city)
    s.first = form_group(town.office, town.city, campaign=town.campaign, name="第一督导组", checks=CHECKS)
    s.second = form_group(town.office, town.city, campaign=town.campaign, name="第二督导组", checks=CHECKS)
    join_group(town.office, s.first, user=town.supervisor, leads=True)
    join_group(town.office, s.first, user=s.other)
    join_group(town.office, s.second, user=s.river_supervisor)
    assign_group(town.office, s.first, organisation=town.committee)
    assign_group(town.office, s.second, organisation=town.other_committee)
    return s


@pytest.fixture
def sent(town, on):
    on(date(2010, 6, 1))
    return sent_out(town)
