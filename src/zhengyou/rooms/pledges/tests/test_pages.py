"""Promises on the web: in the branch, on the phone, and for everybody."""

from datetime import date

import pytest

from zhengyou.core.models import Grant
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.pledges.actions import (
    change_pledge,
    fulfil_step,
    publish_pledge,
    review_pledge,
    show_name,
)
from zhengyou.rooms.pledges.models import Pledge
from zhengyou.rooms.pledges.tests.test_actions import ROAD, published, road

PAGES = "/pledges/"


@pytest.fixture
def july(town, on):
    on(date(2010, 7, 12))
    return town


def text(page):
    return page.content.decode()


def test_the_branch_writes_a_promise_and_publishes_it(july, visit, client):
    visit(july.east_secretary, "/pledges/")
    visit(july.east_secretary, "/pledges/new/")
    given = {
        "what": ROAD,
        "how_seen": "板车能进地",
        "step_1": "路基平整",
        "due_1": "2010-07-30",
        "publish": "1",
    }
    assert client.post("/pledges/new/", given | {"due_1": ""}).status_code == 422
    assert client.post("/pledges/new/", given).status_code == 302
    pledge = Pledge.objects.get()
    assert pledge.published_on == date(2010, 7, 12) and pledge.person is None

    html = text(visit(july.east_secretary, "/pledges/"))
    assert ROAD in html and "张明、李华" in html
    visit(july.east_secretary, f"/pledges/{pledge.pk}/")


def test_what_cannot_be_checked_stays_a_draft(july, visit, client):
    client.force_login(july.member)
    client.post("/pledges/mine/new/", {"what": "帮两户收秋粮", "publish": "1"})
    draft = Pledge.objects.get()
    assert (draft.person, draft.published_on) == (july.li, None)
    assert "草稿" in text(visit(july.member, "/pledges/mine/"))
    refused = client.post(f"/pledges/{draft.pk}/publish/")
    assert refused.status_code == 422 and "怎样算做到" in text(refused)


@pytest.fixture
def led(july):
    """The city's leader is on the roster: secretary of the city, a member of the branch in the east."""
    july.wang.account = july.leader
    july.wang.save()
    Post.objects.create(person=july.wang, organisation=july.city, title="市委书记", since=date(2009, 1, 1))
    july.leader.refresh_from_db()
    return july


def test_a_leader_promises_on_the_phone_for_the_leading_body(led, visit, client):
    page = text(visit(led.leader, "/pledges/mine/"))
    assert "写一项承诺" in page
    given = {"what": "每月接访一天", "how_seen": "接访日志", "step_1": "七月接访", "due_1": "2010-07-30"}
    client.force_login(led.leader)
    assert client.post("/pledges/mine/new/", given | {"publish": "1"}).status_code == 302
    made = Pledge.objects.get()
    assert (made.organisation, made.person, made.published_on) == (led.city, led.wang, date(2010, 7, 12))
    client.post(f"/pledges/steps/{made.steps.get().pk}/", {"on_day": "2010-07-12", "words": "接访6人"})
    assert "接访6人" in text(visit(led.leader, f"/pledges/{made.pk}/"))
    public = text(visit(None, "/open/1/"))
    assert "每月接访一天" in public and "市委书记" in public and "王芳" not in public


def test_a_leader_promises_for_no_place_that_is_not_ones_own_and_for_nobody_else(led, visit, client):
    visit(led.leader, f"/pledges/mine/new/?org={led.west.pk}", status=404)
    visit(led.leader, f"/pledges/mine/new/?org={led.east.pk}", status=404)  # no role of a member there
    Grant.objects.create(user=led.leader, role="member", organisation=led.east, since=date(2010, 1, 1))
    page = text(visit(led.leader, f"/pledges/mine/new/?org={led.east.pk}"))
    assert "在哪里承诺" in page and "红星市委" in page
    theirs = road(led, by=led.member, person=led.li)
    assert client.post(f"/pledges/{theirs.pk}/publish/").status_code in (403, 404)


def test_a_member_says_what_was_done(july, visit, client, on):
    pledge = publish_pledge(july.member, road(july, by=july.member, person=july.li))
    on(date(2010, 8, 2))
    step = pledge.steps.first()
    assert "已过3天" in text(visit(july.member, "/pledges/mine/"))
    visit(july.member, f"/pledges/steps/{step.pk}/")
    client.post(f"/pledges/steps/{step.pk}/", {"on_day": "2010-08-01", "words": "路基平整好了"})
    html = text(visit(july.member, f"/pledges/{pledge.pk}/"))
    assert "8月1日做到，迟2天" in html and "路基平整好了" in html
    again = client.post(f"/pledges/steps/{step.pk}/", {"on_day": "2010-08-01", "words": "又一次"})
    assert again.status_code == 422 and "已经登记" in text(again) and "又一次" in text(again)


def test_strangers_find_no_promise_of_others(july, visit):
    draft = road(july, person=july.wang)
    for viewer in (july.stranger, july.west_secretary, july.member):
        visit(viewer, f"/pledges/{draft.pk}/", status=404)
    visit(july.east_secretary, f"/pledges/{draft.pk}/")
    visit(july.member, "/pledges/", status=404)
    visit(july.west_secretary, f"/pledges/?org={july.east.pk}", status=404)


def test_deeds_about_a_promise_have_their_forms(july, visit, client, on):
    pledge = published(july)
    for deed in ("change", "withdraw", "discuss", "review"):
        visit(july.east_secretary, f"/pledges/{pledge.pk}/{deed}/")
    step = pledge.steps.last()
    visit(july.east_secretary, f"/pledges/steps/{step.pk}/change/")
    client.post(
        f"/pledges/steps/{step.pk}/change/", {"what": step.what, "due_on": "2010-09-10", "why": "雨多"}
    )
    client.post(
        f"/pledges/{pledge.pk}/change/", {"what": "修通800米", "how_seen": "板车能进地", "why": "钱只到一半"}
    )
    client.post(f"/pledges/{pledge.pk}/discuss/", {"on_day": "2010-07-12", "words": "先修三组段"})
    votes = {"source": "public", "kept": 9, "partly": 14, "not_kept": 11, "on_day": "2010-07-12"}
    assert client.post(f"/pledges/{pledge.pk}/review/", votes | {"source": "above"}).status_code == 422
    client.post(f"/pledges/{pledge.pk}/review/", votes)

    html = text(visit(july.east_secretary, f"/pledges/{pledge.pk}/"))
    for words in ("修通800米", ROAD, "钱只到一半", "先修三组段", "群众评：做了一半", "9月10日"):
        assert words in html, words
    visit(july.office, f"/pledges/{pledge.pk}/change/", status=403)
    visit(july.office, f"/pledges/{pledge.pk}/review/")


def test_everybody_finds_ones_own_village(july, visit, client):
    assert "中共红星市委员会" in text(visit(None, "/open/"))
    found = text(visit(None, "/open/?q=东街"))
    assert "东街村党支部" in found and "/open/1.1.1/" in found and "西街" not in found
    assert "没有找到" in text(visit(None, "/open/?q=不存在"))
    visit(None, "/open/9.9.9/", status=404)


def test_the_public_page_tells_promises_steps_and_verdicts(july, visit, on):
    pledge = published(july)
    road(july, what="草稿里的话")
    on(date(2010, 9, 14))
    fulfil_step(july.east_secretary, pledge.steps.first(), words="路基平整好了", on_day=date(2010, 7, 29))
    review_pledge(
        july.east_secretary, pledge, source="public", votes={"kept": 9, "partly": 14, "not_kept": 11}
    )
    review_pledge(july.leader, pledge, source="above", verdict="partly", words="路面还没硬化")
    change_pledge(july.east_secretary, pledge, how_seen="汽车能进地", why="群众要求")

    html = text(visit(None, "/open/1.1.1/"))

    for words in (ROAD, "6名党员", "按期做到，9月14日补记", "过期14天，还没有说明", "做了一半 <b>14</b>",
                  "上级评：做了一半（路面还没硬化）", "原为“板车能进地”", "1<small>/2"):  # fmt: skip
        assert words in html, words
    assert "草稿里的话" not in html and "<script" not in html


def test_nobody_is_named_to_the_public_without_consent(july, visit):
    names = [p.name for p in (july.zhang, july.li, july.wang, july.liu, july.chen, july.yang)]
    for person in (july.li, july.zhang):
        publish_pledge(july.east_secretary, road(july, person=person))
    html = text(visit(None, "/open/1.1.1/"))
    assert [n for n in names if n in html] == []
    assert html.count("一名党员；") == 1 and "书记；" in html  # a leader is known by the post

    show_name(july.member, Pledge.objects.get(person=july.li), shown=True)

    assert [n for n in names if n in text(visit(None, "/open/1.1.1/"))] == ["李华"]


def test_a_vote_of_fewer_than_five_shows_its_outcome_only(july, visit):
    pledge = published(july)
    review_pledge(july.east_secretary, pledge, source="public", votes={"kept": 3, "not_kept": 1})
    html = text(visit(None, "/open/1.1.1/"))
    assert "群众评：做到了" in html and "群众认定" not in html


def test_a_higher_level_adds_up_what_lies_beneath(july, visit):
    published(july)
    html = text(visit(None, "/open/1/"))
    assert "/open/1.1/" in html and "/open/1.2/" in html
    assert "0<small>/9人" in html


def test_the_public_page_needs_no_query_for_each_promise(july, visit, django_assert_max_num_queries):
    for _ in range(3):
        published(july)
    with django_assert_max_num_queries(35):
        visit(None, "/open/1.1.1/")
    for _ in range(12):
        published(july)
    with django_assert_max_num_queries(35):
        visit(None, "/open/1.1.1/")


def test_a_programme_of_its_own_words_is_shown_in_them(july, visit):
    own = {"pledge": "练兵计划", "member": "会员", "branch": "基层工会", "secretary": "工会主席"}
    Campaign.objects.update(pack={"vocabulary": own})
    branch = text(visit(july.east_secretary, "/pledges/"))
    assert "练兵计划 · 东街村" in branch and "还没有练兵计划的会员" in branch and "拟练兵计划" in branch
    assert "我的练兵计划" in text(visit(july.member, "/pledges/mine/"))
    everybody = text(visit(None, "/open/1.1.1/"))
    assert "组织的练兵计划" in everybody and "6名会员" in everybody and "承诺" not in everybody
    assert "东街村练兵计划公开栏" in text(visit(None, "/open/1.1.1/board/"))
