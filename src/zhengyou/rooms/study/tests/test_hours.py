"""Hours are conserved: in whatever order things are recorded, corrected and made up, the sum is that of the facts."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import town as small_town
from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org, lacking_by_person, progress_by_org
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.meetings.actions import (
    call_meeting,
    close_list,
    correct_attendance,
    record_attendance,
    record_list,
    record_make_up,
    withdraw_make_up,
)
from zhengyou.rooms.meetings.models import Attendance, Meeting

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FIRST, LAST = date(2010, 6, 1), date(2010, 6, 30)
MINUTES = (45, 90, 180)
HOWS = ("present", "leave", "absent", "at_home")
# Few of each, so that one deed meets another.
MEETING, PERSON = st.integers(0, 1), st.integers(0, 1)
DEEDS = st.one_of(
    st.tuples(st.just("tick"), MEETING, PERSON, st.sampled_from(HOWS)),
    st.tuples(st.just("list"), MEETING, PERSON, st.sampled_from(HOWS)),
    st.tuples(st.just("close"), MEETING),
    st.tuples(st.just("correct"), MEETING, PERSON, st.sampled_from(HOWS)),
    st.tuples(st.just("make up"), MEETING, PERSON, st.sampled_from(Attendance.MAKE_UPS)),
    st.tuples(st.just("withdraw"), MEETING, PERSON),
)


class Branch:
    """The eastern branch with three study meetings, and beside it a book kept by hand: who has what at which."""

    def __init__(self, town):
        self.by, self.place = town.east_secretary, town.east
        self.people = [town.zhang, town.li, town.wang, town.liu, town.chen, town.yang]
        self.meetings = [
            call_meeting(
                self.by, self.place, kind="study", title=f"第{n}次", held_on=FIRST + timedelta(n), minutes=m
            )
            for n, m in enumerate(MINUTES)
        ]
        self.book = {}
        self.closed = set()

    def do(self, deed, m, *rest):
        """Do it, and write into the book what a careful clerk would; what is refused changes neither."""
        meeting = Meeting.objects.get(pk=self.meetings[m].pk)
        try:
            getattr(self, deed.replace(" ", "_"))(meeting, m, *rest)
        except Refused:
            pass

    def entry(self, meeting, p):
        return Attendance.objects.filter(meeting=meeting, person=self.people[p], makes_up=None).first()

    def tick(self, meeting, m, p, how):
        record_attendance(self.by, meeting, person=self.people[p], how=how)
        self.book[m, p] = how

    def list(self, meeting, m, p, how):
        record_list(self.by, meeting, hows={self.people[p].pk: how})
        self.book[m, p] = how

    def close(self, meeting, m):
        close_list(self.by, meeting)
        for p in range(len(self.people)):
            self.book.setdefault((m, p), "absent")

    def correct(self, meeting, m, p, how):
        if entry := self.entry(meeting, p):
            correct_attendance(self.by, entry, how=how, why="记错了")
            self.book[m, p] = how

    def make_up(self, meeting, m, p, how):
        if entry := self.entry(meeting, p):
            record_make_up(self.by, entry, on_day=LAST, how=how)
            self.book[m, p] = f"made up: {how}"

    def withdraw(self, meeting, m, p):
        made = Attendance.objects.filter(meeting=meeting, person=self.people[p], makes_up__isnull=False)
        if made := made.first():
            missed = made.makes_up.how
            withdraw_make_up(self.by, made, why="记错了")
            self.book[m, p] = missed

    def minutes(self, counts):
        return sum(MINUTES[m] for (m, _p), how in self.book.items() if counts(how))


def attended(how):
    return how in ("present", "at_home") or how.startswith("made up")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, min_size=12, max_size=40))
def test_hours_are_what_the_book_says_in_whatever_order(db, deeds):
    with transaction.atomic(), clock.played_at(LAST):
        town = small_town.build()
        branch = Branch(town)
        for deed in deeds:
            branch.do(*deed)
        agrees(branch, town)
        transaction.set_rollback(True)


def agrees(branch, town):
    window = Window(LAST, FIRST)
    names = ["study_hours", "collective_hours", "sessions_missed", "missed_lessons", "made_up_lessons"]
    found = figures_by_org(Live(), names, town.committee, window)[town.east.pk]
    how = Counter(branch.book.values())
    made_up = sum(n for h, n in how.items() if h.startswith("made up"))
    owed = how["leave"] + how["absent"]

    assert {name: figure.value for name, figure in found.items()} == {
        "study_hours": Fraction(branch.minutes(attended), 45),
        "collective_hours": Fraction(branch.minutes(lambda h: h == "present"), 45),
        "sessions_missed": owed,
        "missed_lessons": owed + made_up,
        "made_up_lessons": made_up,
    }
    same_as_recounted(branch, town, window)


def same_as_recounted(branch, town, window):
    """Due and met of the tree, what is lacking in words, and the book agree about everybody."""
    asked = [
        Asked(1, "no_session_missed", {}, "person", window),
        Asked(2, "enough_study", {"study_hours": Fraction(4)}, "person", window),
    ]
    progress = progress_by_org(Live(), asked, town.city)
    clean = [
        all(branch.book.get((m, p), "") not in ("leave", "absent") for m in range(3))
        for p in range(len(branch.people))
    ]
    enough = [
        sum(MINUTES[m] for m in range(3) if attended(branch.book.get((m, p), ""))) >= 4 * 45
        for p in range(len(branch.people))
    ]

    assert tuple(progress[town.east.pk][1]) == (6, sum(clean))
    assert tuple(progress[town.east.pk][2]) == (6, sum(enough))
    assert tuple(progress[town.city.pk][1]) == (9, 3 + sum(clean))
    for asks, met in zip(asked, (clean, enough), strict=True):
        told = lacking_by_person(Live(), asks, town.east)
        assert [told[p.pk] == [] for p in branch.people] == met
