"""Promising, keeping, judging."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.pledges.actions import (
    change_pledge,
    change_step,
    discuss_pledge,
    draft_pledge,
    fulfil_step,
    publish_pledge,
    review_pledge,
    show_name,
    withdraw_pledge,
)
from zhengyou.rooms.pledges.queries import due_steps, pledges_of, pledges_seen_by, waiting_reviews

ROAD = "年内修通三组到石桥的1.2公里生产路"
STEPS = [("路基平整", date(2010, 7, 30)), ("路面硬化", date(2010, 8, 31))]


@pytest.fixture(autouse=True)
def while_it_runs(on):
    on(date(2010, 7, 12))


def road(town, by=None, **details):
    given = {"campaign": town.campaign, "what": ROAD, "how_seen": "板车能进地", "steps": STEPS} | details
    return draft_pledge(by or town.east_secretary, town.east, **given)


def published(town, **details):
    return publish_pledge(town.east_secretary, road(town, **details))


def test_a_promise_is_read_by_everybody_once_it_is_published(town, on):
    on(date(2010, 7, 12))
    pledge = road(town)
    assert not pledges_of(town.east).exists()

    publish_pledge(town.east_secretary, pledge)

    assert [p.what for p in pledges_of(town.east)] == [ROAD]
    assert pledge.published_on == date(2010, 7, 12)


def test_a_promise_that_nobody_could_check_is_not_published(town):
    with pytest.raises(Refused, match="怎样算做到"):
        publish_pledge(town.east_secretary, road(town, how_seen=""))
    with pytest.raises(Refused, match="步骤"):
        publish_pledge(town.east_secretary, road(town, steps=[]))


@pytest.mark.parametrize("number", ["身份证110101199001011234", "电话13812345678"])
def test_numbers_that_identify_people_are_not_published(town, number):
    with pytest.raises(Refused, match="号码"):
        road(town, what=f"帮扶王某，{number}")


def test_a_member_promises_for_oneself_only(town):
    mine = road(town, by=town.member, person=town.li)
    assert publish_pledge(town.member, mine).published_on

    for somebody_else in (town.wang, None):
        with pytest.raises(PermissionDenied):
            road(town, by=town.member, person=somebody_else)
    with pytest.raises(PermissionDenied):
        publish_pledge(town.member, road(town, person=town.wang))


def test_the_secretary_enters_from_paper_what_members_promise(town):
    pledge = road(town, person=town.wang)
    assert (pledge.person, pledge.entered_by) == (town.wang, town.east_secretary)
    with pytest.raises(Refused, match="不是东街村的党员"):
        road(town, person=town.zhao)
    with pytest.raises(PermissionDenied):
        road(town, by=town.west_secretary)


def test_a_draft_is_seen_by_its_author_and_branch_only(town):
    draft = road(town, by=town.member, person=town.li)
    for viewer, sees in ((town.member, True), (town.east_secretary, True), (town.office, False),
                         (town.west_secretary, False), (town.stranger, False)):  # fmt: skip
        assert pledges_seen_by(viewer).filter(pk=draft.pk).exists() is sees, viewer

    publish_pledge(town.member, draft)

    assert pledges_seen_by(town.office).filter(pk=draft.pk).exists()


def test_a_step_is_done_once_and_after_the_promise_was_published(town, on):
    on(date(2010, 8, 5))
    draft = road(town)
    with pytest.raises(Refused, match="还没有公开"):
        fulfil_step(town.east_secretary, draft.steps.first(), words="修好了")

    publish_pledge(town.east_secretary, draft)
    step = draft.steps.first()
    assert [s.what for s in due_steps(town.east)] == ["路基平整"]
    with pytest.raises(Refused, match="今天以后"):
        fulfil_step(town.east_secretary, step, words="修好了", on_day=date(2010, 8, 6))
    with pytest.raises(Refused, match="写一句"):
        fulfil_step(town.east_secretary, step, words=" ")
    fulfil_step(town.east_secretary, step, words="路基平整了1.2公里", on_day=date(2010, 8, 1))

    assert not due_steps(town.east).exists()
    with pytest.raises(Refused, match="已经登记"):
        fulfil_step(town.east_secretary, step, words="再修一次")


def test_published_words_are_changed_openly_and_stay_readable(town):
    pledge = published(town)
    with pytest.raises(Refused, match="原因"):
        change_pledge(town.east_secretary, pledge, what="修通800米")

    change_pledge(town.east_secretary, pledge, what="修通800米", why="资金只到一半")

    pledge.refresh_from_db()
    assert pledge.what == "修通800米"
    assert [(c.before, c.why) for c in pledge.changes.all()] == [(ROAD, "资金只到一半")]
    assert Deed.objects.filter(did="change_pledge").count() == 1
    with pytest.raises(Refused, match="空"):
        change_pledge(town.east_secretary, pledge, how_seen="", why="不想写")


def test_a_day_that_has_passed_is_not_moved(town, on):
    pledge = published(town)
    first, second = pledge.steps.all()
    on(date(2010, 8, 10))
    with pytest.raises(Refused, match="不能改期"):
        change_step(town.east_secretary, first, due_on=date(2010, 12, 1), why="来不及")

    change_step(town.east_secretary, second, due_on=date(2010, 9, 10), why="雨天多")

    assert pledge.changes.get().before == "8月31日路面硬化"


def test_a_promise_is_withdrawn_openly(town, on):
    pledge = published(town)
    with pytest.raises(Refused, match="原因"):
        withdraw_pledge(town.east_secretary, pledge, why="")
    withdraw_pledge(town.east_secretary, pledge, why="上级统一修了")
    assert pledges_of(town.east).get().withdrawn_on
    with pytest.raises(Refused, match="已经撤回"):
        change_pledge(town.east_secretary, pledge, what="又要修", why="反悔")


def test_nobody_judges_ones_own_promise(town):
    mine = publish_pledge(town.east_secretary, road(town, person=town.zhang))
    with pytest.raises(Refused, match="自己的承诺"):
        review_pledge(town.east_secretary, mine, source="public", verdict="kept")
    branchs = published(town)
    with pytest.raises(Refused, match="上级评诺"):
        review_pledge(town.east_secretary, branchs, source="above", verdict="kept")
    with pytest.raises(PermissionDenied):
        review_pledge(town.member, branchs, source="members", verdict="kept")

    assert review_pledge(town.leader, branchs, source="above", verdict="partly").verdict == "partly"
    assert review_pledge(town.office, mine, source="above", verdict="kept").verdict == "kept"


def test_votes_make_the_verdict_and_equal_votes_the_less_favourable_one(town):
    pledge = published(town)
    votes = {"kept": 9, "partly": 14, "not_kept": 11}
    found = review_pledge(town.east_secretary, pledge, source="public", votes=votes)
    assert (found.verdict, found.votes) == ("partly", votes)
    equal = review_pledge(
        town.east_secretary, pledge, source="members", votes={"kept": 3, "not_kept": 3}, verdict="kept"
    )
    assert equal.verdict == "not_kept"
    with pytest.raises(Refused, match="负数"):
        review_pledge(town.east_secretary, pledge, source="public", votes={"kept": -1})
    with pytest.raises(Refused, match="结论"):
        review_pledge(town.east_secretary, pledge, source="public")


def test_a_promise_waits_for_judgement_when_its_steps_are_over(town, on):
    on(date(2010, 7, 1))
    pledge = published(town)
    assert not waiting_reviews(town.leader).exists()
    on(date(2010, 9, 1))
    assert list(waiting_reviews(town.leader)) == [pledge]

    review_pledge(town.leader, pledge, source="above", verdict="not_kept", words="路没修通")

    assert not waiting_reviews(town.leader).exists()


def test_what_was_said_at_a_meeting_is_kept_beside_the_promise(town):
    pledge = published(town)
    discuss_pledge(town.east_secretary, pledge, words="群众要求先修三组段")
    about_all = discuss_pledge(town.east_secretary, town.east, words="四项承诺都过了一遍")
    assert [d.words for d in pledge.discussions.all()] == ["群众要求先修三组段"]
    assert about_all.pledge is None


def test_a_name_is_shown_to_the_public_only_by_consent(town):
    pledge = publish_pledge(town.member, road(town, by=town.member, person=town.li))
    assert pledge.who_in_public == "一名党员"
    show_name(town.member, pledge, shown=True)
    assert pledge.who_in_public == "李华"
    show_name(town.east_secretary, pledge, shown=False)
    assert pledge.who_in_public == "一名党员"
    with pytest.raises(Refused):
        show_name(town.east_secretary, published(town), shown=True)
