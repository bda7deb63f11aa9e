"""Circulars drafted of results: praise that was returned once, the bands of the year, criticism that waits."""

from collections.abc import Iterator
from datetime import date

from zhengyou.demo.beginning import Play
from zhengyou.demo.schedule import Life
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.bulletins.actions import (
    decide_circular,
    draft_circular,
    submit_circular,
    word_circular,
)
from zhengyou.rooms.bulletins.queries import banded, proposed_for

MOST_CRITICISED = 3


def sent(p: Play, year: str) -> Iterator[Life]:
    """Praise, the bands and criticism, by the office, through the hands of the leader."""
    yield _praise(p)
    yield _bands(p, year)
    yield _criticism(p)


def _praise(p: Play) -> Life:
    yield date(2011, 1, 4), 14
    lines = [one for one in proposed_for(p.office, p.campaign, p.city, "praise") if "荣誉" in one.words]
    circular = draft_circular(p.office, p.city, campaign=p.campaign, sort="praise", lines=lines)
    submit_circular(p.office, circular)
    yield date(2011, 1, 5), 9
    decide_circular(p.leader, circular, issued=False, words="开头写清楚是哪一年、按什么定的。")
    yield date(2011, 1, 5), 14
    opening = "经逐级推荐、公示和市委研究，2010年度下列党组织和党员得到表彰，现予通报表扬。"
    word_circular(
        p.office, circular, title="关于表扬2010年度先进基层党组织和优秀共产党员的通报", opening=opening
    )
    submit_circular(p.office, circular)
    yield date(2011, 1, 6), 9
    decide_circular(p.leader, circular, issued=True, number="青创先办〔2011〕2号")


def _bands(p: Play, year: str) -> Life:
    """What the appraisal of the year came to: bands, and a way out for who lags."""
    yield date(2011, 1, 11), 14
    scheme = Scheme.objects.get(name=year)
    circular = draft_circular(
        p.office, p.city, campaign=p.campaign, sort="results", scheme=scheme, lines=banded(scheme).lines
    )
    submit_circular(p.office, circular)
    yield date(2011, 1, 12), 9
    decide_circular(p.leader, circular, issued=True, number="青创先办〔2011〕3号")


def _criticism(p: Play) -> Life:
    """What is past its day in the lagging town, one line a branch; the leader has not decided."""
    yield date(2011, 1, 13), 14
    town = p.branch("渔港村").organisation.parent or p.city
    found = proposed_for(p.office, p.campaign, p.city, "criticism")
    first = {one.organisation.pk: one for one in reversed(found) if one.organisation.parent_id == town.pk}
    lines = [one for one in found if one in first.values()]
    if lines:
        worst = lines[:MOST_CRITICISED]
        circular = draft_circular(p.office, p.city, campaign=p.campaign, sort="criticism", lines=worst)
        submit_circular(p.office, circular)
