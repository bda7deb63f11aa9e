"""The register of lectures: read from the lists, entered by nobody again."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.rooms.meetings.actions import call_meeting, record_list
from zhengyou.rooms.study.actions import draw_up_study_plan, list_reading, record_readings_taught

pytestmark = pytest.mark.django_db
JUNE = date(2010, 6, 1)


def called(town, **said):
    details = {"kind": "lecture", "title": "书记讲党课", "held_on": JUNE, "minutes": 90} | said
    return call_meeting(town.east_secretary, town.east, **details)


def test_who_lectured_to_whom_and_how_many_came(town, on, visit):
    on(JUNE)
    lecture = called(town, speaker="某书记", speaks_as="leader", topic="宗旨")
    record_list(town.east_secretary, lecture, hows={town.li.pk: "present", town.wang.pk: "absent"})
    for reader in (town.east_secretary, town.office):
        page = visit(reader, "/study/lectures/").content.decode()
        for words in ("书记讲党课", "某书记", "领导干部", "宗旨", town.east.short_name):
            assert words in page


def test_a_lecture_not_yet_held_and_what_is_none_are_not_in_it(town, on, visit):
    on(JUNE)
    called(town, title="下月的党课", held_on=date(2010, 7, 1))
    called(town, kind="branch", title="支部大会")
    page = visit(town.east_secretary, "/study/lectures/").content.decode()
    assert "下月的党课" not in page and "支部大会" not in page and "还没有上过党课" in page

    with clock.played_at(date(2010, 7, 1)):
        assert "下月的党课" in visit(town.east_secretary, "/study/lectures/").content.decode()


def test_a_lecture_says_which_texts_of_the_plans_it_was_on(town, on, client, visit):
    on(JUNE)
    lecture = called(town)
    plan = draw_up_study_plan(town.office, town.city, name="计划", starts_on=JUNE, ends_on=date(2010, 6, 30))
    first, second = (list_reading(town.office, plan, title=t, due_on=JUNE) for t in ("党章", "宗旨"))
    beside = draw_up_study_plan(town.west_secretary, town.west, name="西", starts_on=JUNE, ends_on=JUNE)
    other = list_reading(town.west_secretary, beside, title="西街村史", due_on=JUNE)
    address = f"/study/lectures/{lecture.pk}/texts/"
    page = visit(town.east_secretary, address).content.decode()
    assert "党章" in page and "西街村史" not in page

    client.post(address, {"readings": [first.pk, second.pk]})
    page = visit(town.office, "/study/lectures/").content.decode()
    assert "党章、宗旨" in page and address not in page  # the office reads it, the branch enters it
    client.force_login(town.east_secretary)
    client.post(address, {"readings": [second.pk]})
    page = visit(town.east_secretary, "/study/lectures/").content.decode()
    assert "宗旨" in page and "党章" not in page

    with pytest.raises(Refused, match="1篇不在东街村"):
        record_readings_taught(town.east_secretary, lecture, readings=[other])
    with pytest.raises(Refused, match="才登记讲的是哪一篇"):
        record_readings_taught(town.east_secretary, called(town, kind="branch", title="大会"), readings=[])
    with pytest.raises(PermissionDenied):
        record_readings_taught(town.west_secretary, lecture, readings=[first])


def test_a_register_of_many_lectures_needs_no_query_for_each(town, on, client, django_assert_max_num_queries):
    on(JUNE)
    for n in range(20):
        called(town, title=f"第{n}课")
    client.force_login(town.east_secretary)

    with django_assert_max_num_queries(22):
        assert client.get("/study/lectures/").content.decode().count("课</a>") == 20


def test_others_do_not_find_it_or_find_only_their_own(town, on, visit):
    on(JUNE)
    called(town)

    assert "书记讲党课" not in visit(town.west_secretary, "/study/lectures/").content.decode()
    visit(town.stranger, "/study/lectures/", status=404)
