"""Whose a task is, and in which days it is to be done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from zhengyou.packs import shipped_packs, tasks_on, whose
from zhengyou.packs.doing import MONTHS, period

PACK = {
    "starts_on": "2010-05-10",
    "ends_on": "2010-12-31",
    "stages": [
        {"starts_on": "2010-05-10", "ends_on": "2010-06-30"},
        {"starts_on": "2010-07-01", "ends_on": "2010-12-31"},
    ],
}


@pytest.mark.parametrize(
    ("task", "asked", "not_asked"),
    [
        ({"who": "党支部"}, [("branch", "village")], [("committee", "government")]),
        ({"who": "社区党支部"}, [("branch", "community")], [("branch", "village")]),
        (
            {"who": "各单位党组织"},
            [("branch", "village"), ("committee", "government")],
            [("union", "enterprise")],
        ),
        ({"who": "竞赛组委会"}, [], [("branch", "village"), ("union", "enterprise")]),
        ({"who": "督导组", "kinds": ["union"]}, [("union", "school")], [("branch", "school")]),
        ({"categories": ["village"]}, [("branch", "village")], [("branch", "community")]),
    ],
)
def test_a_task_is_whose_the_pack_or_its_owner_says(task, asked, not_asked):
    assert all(whose(task).includes(*sort) for sort in asked)
    assert not any(whose(task).includes(*sort) for sort in not_asked)


def test_a_task_for_holders_of_posts_names_them():
    assert set(whose({"who": "支部书记、副书记"}).posts) == {"书记", "副书记"}
    assert whose({"who": "党支部"}).posts == ()


def test_what_comes_back_is_due_by_the_end_of_its_week_within_its_stage():
    pack = PACK | {
        "tasks": [{"what": "批阅", "stage": 1, "every": "week"}, {"what": "总", "due_on": "2010-08-01"}]
    }

    def found(day):
        return [(t["what"], first, last) for t, first, last in tasks_on(pack, 1, day)]

    whole = ("总", date(2010, 5, 10), date(2010, 8, 1))
    assert found(date(2010, 6, 2)) == [("批阅", date(2010, 5, 31), date(2010, 6, 6)), whole]
    assert found(date(2010, 6, 29)) == [("批阅", date(2010, 6, 28), date(2010, 6, 30)), whole]
    assert [t["what"] for t, *_ in tasks_on(pack, 2, date(2010, 7, 2))] == ["总"]


@given(some.sampled_from(["day", "week", *MONTHS]), some.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_periods_hold_their_day_and_follow_each_other(every, day):
    first, last = period(every, day)

    assert first <= day <= last
    assert period(every, last) == period(every, first) == (first, last)
    assert period(every, date.fromordinal(last.toordinal() + 1))[0].toordinal() == last.toordinal() + 1


def test_measures_of_shipped_tasks_exist():
    packs = shipped_packs()
    from zhengyou.core.measures import MEASURES

    named = {t["measure"] for pack in packs for t in pack.get("tasks", []) if "measure" in t}
    assert named and named <= set(MEASURES)
