"""A meeting of study in the east of the town, on the first of June."""

from datetime import date

import pytest

from zhengyou.rooms.meetings.actions import call_meeting

HELD = date(2010, 6, 1)


@pytest.fixture
def june(town, on):
    on(HELD)
    return town


@pytest.fixture
def call(town):
    """Call a meeting of the eastern branch: ``call(title="…")``."""

    def called(by=None, where=None, **details):
        said = {"kind": "study", "title": "学习党章", "held_on": HELD, "minutes": 180} | details
        return call_meeting(by or town.east_secretary, where or town.east, **said)

    return called
