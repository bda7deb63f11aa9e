"""Notices that tests read."""

from pathlib import Path

import zhengyou
from zhengyou.reading import draft, read_file
from zhengyou.reading.model import Notice
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions import read_notice

NOTICE = Path(zhengyou.__file__).parent / "demo" / "notice.txt"


def read(town, by=None, code="read_here", text=None):
    """The demonstration's notice, or other words, read for the town's office."""
    found = draft(read_file(NOTICE) if text is None else Notice(text=text, name="通知"))
    return read_notice(by or town.office, town.city, draft=found, name="创先争优活动", code=code)


def alone(town):
    """The town without its own campaign, which asks for the same hours as the notice."""
    Campaign.objects.filter(pk=town.campaign.pk).update(issued_on=None)
    return town


def line(reading, words):
    """The line whose words in the notice hold these."""
    text = reading.notice.text
    found = [ln for ln in reading.lines.all() if words in text[ln.start : ln.end]]
    assert found, words
    return found[0]
