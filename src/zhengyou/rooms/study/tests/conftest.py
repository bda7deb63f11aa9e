"""The town in June 2010, with a study plan that holds from the city down."""

from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
from zhengyou.rooms.meetings.queries import due_at

JUNE = date(2010, 6, 30)


@pytest.fixture
def june(town, on):
    on(JUNE)
    return town


@pytest.fixture
def studied(town):
    """Hold a study meeting of the eastern branch of so many class hours to which some came and others not.

    ``studied(day, hours, missing=[town.li])``
    """

    def hold(day, hours, missing=(), by=None, where=None, **details):
        by, where = by or town.east_secretary, where or town.east
        with clock.played_at(day):
            said = {"kind": "study", "title": f"{day:%m月%d日}学习"} | details
            meeting = call_meeting(
                by, where, held_on=day, minutes=round(hours * 45), campaign=town.campaign, **said
            )
            record_list(
                by,
                meeting,
                hows={p.pk: "absent" if p in missing else "present" for p in due_at(meeting)},
            )
            return close_list(by, meeting)

    return hold
