"""Where promises come from and what they are tied to: wishes, posts, letters, remarks, facts behind steps."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.core.secrets import unseal
from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.pledges.actions import (
    answer_wish,
    change_pledge,
    close_duty_post,
    discuss_pledge,
    forget_contacts,
    fulfil_step,
    note_wish,
    open_call,
    propose_letter,
    publish_pledge,
    return_pledge,
    set_duty_post,
    show_contact,
    sign_letter,
    suggest_wish,
    take_duty_post,
    withdraw_pledge,
)
from zhengyou.rooms.pledges.models import Pledge, Wish
from zhengyou.rooms.pledges.queries import (
    contact_of,
    duties_of,
    letters_to_sign,
    pledges_of,
    pledges_seen_by,
    returned,
    wish_of,
    wishes_seen_by,
    wishes_shown,
)
from zhengyou.rooms.pledges.tests.test_actions import STEPS, published, road

pytestmark = pytest.mark.database
JULY = date(2010, 7, 12)
ANYBODY = AnonymousUser()


@pytest.fixture(autouse=True)
def in_july(on):
    on(JULY)


def called(town, by=None, where=None, days=20):
    given = {"words": "我想请支部办的事", "opens_on": JULY, "closes_on": JULY + timedelta(days=days)}
    return open_call(by or town.office, where or town.city, campaign=town.campaign, **given)


def wished(town, **details):
    called(town)
    return suggest_wish(
        ANYBODY, town.east, **{"words": "三组的桥护栏断了", "contact": "13812345678"} | details
    )


def test_the_public_speaks_only_while_a_call_is_open(town, on):
    with pytest.raises(Refused, match="没有开放征集"):
        suggest_wish(ANYBODY, town.east, words="修桥")
    called(town)
    assert (
        suggest_wish(ANYBODY, town.east, words="修桥").campaign == town.campaign
    )  # the city's call is for all below
    on(JULY + timedelta(days=21))
    with pytest.raises(Refused, match="没有开放征集"):
        suggest_wish(ANYBODY, town.east, words="修桥")


def test_who_had_a_wish_is_not_asked_and_the_trail_does_not_repeat_it(town):
    wish = wished(town)
    assert wish.entered_by is None and "138" not in wish.contact and unseal(wish.contact) == "13812345678"
    told = Deed.objects.get(did="suggest_wish")
    assert "护栏" not in told.words + told.details and "138" not in told.details
    with pytest.raises(Refused, match="不要写身份证号"):
        suggest_wish(ANYBODY, town.east, words="我是110101199001011234")


def test_a_flood_of_wishes_is_stopped_for_the_day(town, on, monkeypatch):
    monkeypatch.setattr("zhengyou.rooms.pledges.actions.asking.A_DAY", 2)
    wished(town)
    suggest_wish(ANYBODY, town.east, words="修桥")
    with pytest.raises(Refused, match="明天再来"):
        suggest_wish(ANYBODY, town.east, words="修桥")
    suggest_wish(ANYBODY, town.west, words="修桥")


def test_a_wish_is_answered_once_and_found_by_its_number(town):
    wish, pledge = wished(town), published(town)
    with pytest.raises(Refused, match="哪一项承诺"):
        answer_wish(town.east_secretary, wish, verdict="taken", words="列入了")
    with pytest.raises(PermissionDenied):
        answer_wish(town.west_secretary, wish, verdict="not_now", words="办不了")
    assert not wishes_shown(town.east).exists()

    answer_wish(town.east_secretary, wish, verdict="taken", words="列入修路承诺", pledge=pledge, shown=True)

    found = wish_of(f" {wish.number.lower()} ")
    assert found.answer.words == "列入修路承诺" and list(found.pledges.all()) == [pledge]
    assert list(wishes_shown(town.east)) == [wish]
    with pytest.raises(Refused, match="已经答复"):
        answer_wish(town.east_secretary, wish, verdict="under_way", words="在办")


def test_contact_data_is_gone_ninety_days_after_the_answer(town, on):
    wish = wished(town)
    on(JULY + timedelta(days=200))
    assert contact_of(wish) == "13812345678"  # not answered, not forgotten
    answer_wish(town.east_secretary, wish, verdict="under_way", words="在办")
    on(JULY + timedelta(days=289))
    assert forget_contacts(town.administrator, None) == 0
    on(JULY + timedelta(days=290))
    assert contact_of(Wish.objects.get()) == ""  # even where nobody has removed it yet
    assert forget_contacts(town.administrator, None) == 1
    assert Wish.objects.get().contact == "" and Deed.objects.filter(did="forget_contacts").exists()
    with pytest.raises(PermissionDenied):
        forget_contacts(town.east_secretary, None)


def test_each_look_at_contact_data_is_a_deed(town):
    wish = wished(town)
    show_contact(town.east_secretary, wish)
    assert Deed.objects.filter(did="show_contact", by=town.east_secretary).count() == 1
    for other in (town.office, town.member, town.west_secretary):
        with pytest.raises(PermissionDenied):
            show_contact(other, wish)


def test_leaders_ask_and_members_wish_for_themselves_only(town):
    given = {"campaign": town.campaign, "words": "把断头路修通"}
    note_wish(town.leader, town.east, origin="leader", **given)
    note_wish(town.member, town.east, origin="member", person=town.li, **given)
    for origin, person in (("leader", None), ("public", None), ("member", town.wang)):
        with pytest.raises(PermissionDenied):
            note_wish(town.member, town.east, origin=origin, person=person, **given)
    assert wishes_seen_by(town.east_secretary).count() == 2
    assert wishes_seen_by(town.member).count() == 1
    assert not wishes_seen_by(town.west_secretary).exists()


def test_a_promise_takes_up_wishes_and_tasks_of_its_own_place(town):
    wish = wished(town)
    study = town.campaign.requirements.get()
    pledge = road(town, wishes=[wish], requirement=study)
    assert (list(pledge.wishes.all()), pledge.requirement) == ([wish], study)
    elsewhere = suggest_wish(ANYBODY, town.west, words="修桥")
    with pytest.raises(Refused, match="不是向本组织提的"):
        road(town, wishes=[elsewhere])


def test_a_leader_promises_where_the_post_is_held(town):
    Post.objects.create(person=town.sun, organisation=town.east, title="委员", since=date(2010, 1, 1))
    assert road(town, person=town.sun).person == town.sun
    with pytest.raises(Refused, match="不是东街村的党员"):
        road(town, person=town.zhao)


def test_a_duty_post_is_held_by_a_member_and_a_promise_is_tied_to_it(town):
    post = set_duty_post(town.east_secretary, town.east, name="水渠管护岗", duties="每周巡查水渠")
    take_duty_post(town.east_secretary, post, person=town.li)
    with pytest.raises(Refused, match="已经认了"):
        take_duty_post(town.east_secretary, post, person=town.li)
    with pytest.raises(Refused, match="不是东街村的党员"):
        take_duty_post(town.east_secretary, post, person=town.zhao)
    assert road(town, person=town.li, post=post).post == post
    assert duties_of(town.li.pk, town.east) == ["每周巡查水渠"]
    with pytest.raises(Refused, match="岗位"):
        road(town, post=post)

    close_duty_post(town.east_secretary, post)

    assert duties_of(town.li.pk, town.east) == []
    set_duty_post(town.east_secretary, town.east, name="水渠管护岗", duties="每天巡查水渠")


def test_a_promise_sent_back_is_not_published_before_it_was_worded_anew(town):
    draft = road(town, by=town.member, person=town.li)
    with pytest.raises(Refused, match="怎样改"):
        return_pledge(town.east_secretary, draft, why="vague", words=" ")
    return_pledge(town.east_secretary, draft, why="repeats", words="这是岗位本来要做的，另写一项")
    assert list(returned(town.member)) == [draft] and not returned(town.west_secretary).exists()
    with pytest.raises(Refused, match="被退回"):
        publish_pledge(town.member, draft)
    with transaction.atomic(), pytest.raises(Refused, match="已经退回"):
        return_pledge(town.east_secretary, draft, why="vague", words="再改")

    change_pledge(town.member, draft, what="给五户老人装扶手")

    assert publish_pledge(town.member, draft).published_on and not returned(town.member).exists()


def test_a_higher_level_sends_back_what_stands_beneath_it(town):
    pledge = published(town)
    with pytest.raises(Refused, match="直接改"):
        return_pledge(town.east_secretary, pledge, why="vague", words="写清几户受益")
    return_pledge(town.leader, pledge, why="vague", words="写清几户受益")
    assert list(returned(town.east_secretary)) == [pledge]
    with pytest.raises(PermissionDenied):
        return_pledge(town.west_secretary, pledge, why="vague", words="写清几户受益")


def letter(town, by=None, side=None, other=None):
    given = {"campaign": town.campaign, "what": "一年内建成学习室", "how_seen": "开门用上", "steps": STEPS}
    return propose_letter(by or town.office, side or town.city, other=other or town.east, **given)


def test_a_letter_stands_once_both_levels_have_signed(town):
    made = letter(town)
    assert (made.organisation, made.counterpart) == (town.east, town.city)
    assert list(letters_to_sign(town.east_secretary)) == [made] and not letters_to_sign(town.office).exists()
    assert not pledges_of(town.east).exists()
    with pytest.raises(Refused, match="都签了字"):
        publish_pledge(town.east_secretary, made)
    with pytest.raises(Refused, match="已经签过"):
        sign_letter(town.office, town.city, letter=made)
    with pytest.raises(Refused, match="不是本组织签的"):
        sign_letter(town.west_secretary, town.west, letter=made)

    sign_letter(town.east_secretary, town.east, letter=made)

    assert [p.kind for p in pledges_of(town.east)] == ["letter"]
    assert [s.organisation for s in made.signatures.all()] == [town.city, town.east]
    made.refresh_from_db()
    for deed in (change_pledge, withdraw_pledge):
        with pytest.raises(Refused, match="双方签字"):
            deed(town.east_secretary, made, why="想改")


def test_the_lower_side_may_propose_and_the_upper_sees_it(town):
    made = letter(town, by=town.east_secretary, side=town.east, other=town.city)
    assert list(letters_to_sign(town.office)) == [made] and made in pledges_seen_by(town.office)
    with pytest.raises(Refused, match="上下两级"):
        letter(town, by=town.east_secretary, side=town.east, other=town.west)


def test_the_database_refuses_a_letter_of_one_side(town):
    with transaction.atomic(), pytest.raises(IntegrityError):
        Pledge.objects.create(
            organisation=town.east, campaign=town.campaign, what="x", drafted_on=JULY, kind="letter"
        )


def meeting(town, **details):
    given = {"kind": "deliberation", "title": "议诺会", "held_on": JULY, "minutes": 60} | details
    return call_meeting(town.east_secretary, town.east, **given)


def test_a_step_points_at_the_fact_behind_it(town):
    pledge, held = published(town), meeting(town)
    first, second = pledge.steps.all()
    ahead = meeting(town, held_on=JULY + timedelta(days=3))
    with pytest.raises(Refused, match="还没有开"):
        fulfil_step(town.east_secretary, first, words="商定了线路", meeting=ahead)
    done = fulfil_step(town.east_secretary, first, words="商定了线路", meeting=held)
    assert done.meeting == held
    elsewhere = call_meeting(
        town.west_secretary, town.west, kind="branch", title="大会", held_on=JULY, minutes=60
    )
    with pytest.raises(Refused, match="本组织的会议"):
        fulfil_step(town.east_secretary, second, words="修好了", meeting=elsewhere)
    assert (
        fulfil_step(town.east_secretary, second, words="修好了", paper="验收单2010-3").paper == "验收单2010-3"
    )


def test_what_is_said_at_a_meeting_bears_its_day(town, on):
    pledge, held = published(town), meeting(town)
    on(date(2010, 7, 20))
    said = discuss_pledge(town.east_secretary, pledge, words="先修三组段", meeting=held)
    assert (said.meeting, said.on_day) == (held, JULY)
