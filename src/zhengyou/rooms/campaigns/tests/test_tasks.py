"""What a programme gives somebody to do stands on their page, in the programme's own words, and nobody ticks it."""

from datetime import date

import pytest

from zhengyou.rooms.campaigns.queries import tasks_of_organisation, words_of
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.pledges.models import Pledge

JUNE = date(2010, 6, 1)
pytestmark = pytest.mark.django_db
TASKS = [
    {
        "what": "每周批阅笔记",
        "who": "支部书记",
        "every": "week",
        "measure": "organisation_pledges",
        "serves": "pledges",
        "stage": 1,
    },
    {"what": "布置宣传栏", "who": "党支部", "stage": 1},
    {"what": "上周就该办的", "who": "党支部", "stage": 1, "due_on": "2010-05-20"},
    {"what": "统一印手册", "who": "市委办公室", "stage": 1},
    {"what": "下一段的事", "who": "党支部", "stage": 2},
]


@pytest.fixture
def june(town, on):
    on(JUNE)
    stages = [
        {"name": s.name, "starts_on": f"{s.starts_on}", "ends_on": f"{s.ends_on}"}
        for s in (town.first, town.second)
    ]
    town.campaign.pack = {
        "stages": stages, "starts_on": f"{town.campaign.starts_on}", "ends_on": f"{town.campaign.ends_on}", "tasks": TASKS,
    }  # fmt: skip
    town.campaign.save()
    return town


def week(town, visit):
    return visit(town.east_secretary, f"/campaigns/{town.campaign.code}/week/").content.decode()


def test_a_branch_reads_what_it_has_to_do_by_whom_and_by_when(june, visit):
    shown = week(june, visit)

    assert "这一段要做的" in shown and "布置宣传栏" in shown and "支部书记 · 每周" in shown
    assert not any(words in shown for words in ("上周就该办的", "统一印手册", "下一段的事"))


def test_the_facts_say_that_it_was_done(june, visit):
    [found] = [t for t in tasks_of_organisation(june.campaign, june.east) if t.measure]
    assert (found.until, found.done) == (date(2010, 6, 6), False)

    Pledge.objects.create(
        organisation=june.east,
        campaign=june.campaign,
        what="修路",
        how_seen="路通",
        drafted_on=JUNE,
        published_on=JUNE,
    )

    [found] = [t for t in tasks_of_organisation(june.campaign, june.east) if t.measure]
    assert found.done and found.times == 1


def test_whoever_holds_the_post_reads_it_on_their_own_page(june, visit):
    assert "每周批阅笔记" not in visit(june.member, "/mine/").content.decode()
    Post.objects.create(person=june.li, organisation=june.east, title="书记", since=date(2010, 1, 1))

    assert "每周批阅笔记" in visit(june.member, "/mine/").content.decode()


def test_pages_speak_in_the_words_of_the_programme(june, visit):
    assert "本支部该办的" in week(june, visit)
    june.campaign.pack["vocabulary"] = {
        "branch": "基层工会",
        "member": "会员",
        "gate": "进入下一程",
        "supervision_group": "裁判组",
    }
    june.campaign.save()

    assert "本基层工会该办的" in week(june, visit)
    desk = visit(june.office, f"/campaigns/{june.campaign.code}/").content.decode()
    assert "会员" in desk and "看各基层工会" in desk and "进入下一程" in desk and "裁判组" in desk
    assert (
        "每名会员"
        in visit(june.east_secretary, f"/campaigns/{june.campaign.code}/timeline/").content.decode()
    )
    assert "进入下一程" in visit(june.office, "/gates/").content.decode()


def test_the_house_has_a_word_for_what_a_programme_leaves_alone(june):
    june.campaign.pack["vocabulary"] = {"branch": "团支部"}
    assert (words_of(june.campaign)["branch"], words_of(june.campaign)["member"]) == ("团支部", "党员")
