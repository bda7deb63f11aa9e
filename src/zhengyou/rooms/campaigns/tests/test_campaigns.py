"""From a notice to a campaign that runs, and how organisations below take it up."""

from datetime import date
from pathlib import Path

import pytest

import zhengyou
from zhengyou.core.errors import Refused
from zhengyou.packs import PackError, check, from_draft, load_text
from zhengyou.packs.proposing import matches
from zhengyou.reading import draft, read_file
from zhengyou.rooms.campaigns.actions import (
    adapt_plan,
    add_requirement,
    adopt_plan,
    approve_burden,
    draft_campaign,
    issue_campaign,
)
from zhengyou.rooms.campaigns.queries import campaigns_seen_by

NOTICE = Path(zhengyou.__file__).parent / "demo" / "notice.txt"


@pytest.fixture
def pack():
    return from_draft(draft(read_file(NOTICE)), code="striving_too", name="创先争优活动")


def test_what_a_notice_asks_stands_on_measures(pack):
    asked = {r["code"]: r for r in pack["requirements"]}

    assert [s["name"] for s in pack["stages"]] == ["学习动员", "公开承诺", "评议整改", "总结表彰"]
    assert asked["enough_study"]["needs"] == {"study_hours": "40", "collective_share": "2/3"}
    assert asked["member_pledged"]["needs"] == {"pledges_published": "1"}
    assert asked["branch_pledged"]["due_on"] == "2010-09-20"
    assert check(pack) == []


def test_what_has_no_measure_becomes_a_task_with_its_place(pack):
    text = read_file(NOTICE).text

    assert any("讲1次党课" in t["what"] for t in pack["tasks"])
    assert all(text[t["start"] : t["end"]] == t["what"] for t in pack["tasks"])


@pytest.mark.parametrize("match", matches(), ids=lambda m: m["rule"] + "-" + m.get("need", ""))
def test_each_line_of_the_table_fits_its_examples(match, tmp_path):
    for n, example in enumerate(match["examples"]):
        file = tmp_path / f"{n}.txt"
        file.write_text(
            f"关于学习和公开承诺的通知\n一、主要任务\n{example}。\n2010年4月28日", encoding="utf-8"
        )
        made = from_draft(draft(read_file(file)), code="x", name="x")
        assert match["rule"] in {r["rule"] for r in made["requirements"]}, example


def test_a_faulty_pack_is_refused_with_place_and_remedy():
    with pytest.raises(PackError, match="第3行"):
        load_text("code: x\nname: y\n  stages: [")
    with pytest.raises(PackError, match="缺少stages"):
        load_text("code: x\nname: y\nstarts_on: 2010-05-01\nends_on: 2010-06-01")
    with pytest.raises(PackError, match="重叠"):
        load_text(
            "code: x\nname: y\nstarts_on: 2010-05-01\nends_on: 2010-09-01\nstages:\n"
            "- {name: 甲, starts_on: 2010-05-01, ends_on: 2010-06-30}\n- {name: 乙, starts_on: 2010-06-01, ends_on: 2010-08-01}"
        )


@pytest.mark.django_db
@pytest.mark.database
def test_nobody_below_sees_a_draft_until_it_is_issued(town, on, pack):
    on(date(2010, 5, 11))
    campaign = draft_campaign(town.office, town.city, pack=pack)
    assert campaign not in campaigns_seen_by(town.east_secretary)

    approve_burden(town.leader, campaign, minutes=240, words="与前一项活动合并学习")
    issue_campaign(town.office, campaign)

    assert campaign in campaigns_seen_by(town.east_secretary)
    assert campaign not in campaigns_seen_by(town.stranger)


@pytest.mark.django_db
def test_a_rule_that_nobody_knows_is_refused(town, pack):
    pack["requirements"][0]["rule"] = "cheerfulness"

    with pytest.raises(Refused, match="cheerfulness不存在"):
        draft_campaign(town.office, town.city, pack=pack)


@pytest.mark.django_db
def test_a_plan_is_adopted_once_or_adapted(town, on):
    on(date(2010, 5, 11))
    plan = adopt_plan(town.east_secretary, town.east, campaign=town.campaign)
    assert plan.get_how_display() == "照此执行，不另行文"

    with pytest.raises(Refused):
        adopt_plan(town.east_secretary, town.east, campaign=town.campaign)
    assert (
        adapt_plan(town.east_secretary, town.east, campaign=town.campaign, theme="先锋在田间").theme
        == "先锋在田间"
    )


@pytest.mark.django_db
def test_an_own_requirement_may_ask_more_but_never_less(town, on):
    on(date(2010, 5, 11))
    own = {
        "campaign": town.campaign,
        "name": "学习达标",
        "asks": "本村",
        "rule": "enough_study",
        "grain": "person",
        "due_on": date(2010, 6, 30),
    }

    with pytest.raises(Refused, match="不能低于"):
        add_requirement(town.east_secretary, town.east, needs={"study_hours": "30"}, **own)
    assert add_requirement(town.east_secretary, town.east, needs={"study_hours": "45"}, **own).pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/campaigns/striving/", "/campaigns/striving/matrix/", "/campaigns/striving/week/"]
)
def test_a_stranger_sees_none_of_it(town, visit, address):
    visit(town.stranger, address, status=404)


@pytest.mark.django_db
def test_the_office_sees_the_map_and_the_matrix(town, visit, on):
    on(date(2010, 6, 1))

    overview = visit(town.office, "/campaigns/striving/").content.decode()
    matrix = visit(town.office, "/campaigns/striving/matrix/").content.decode()

    assert "东街村" in overview and "学习达标" in overview
    assert "东街村党支部" in matrix and "差6" in matrix


@pytest.mark.django_db
def test_a_secretary_sees_the_week_and_another_branch_is_not_there(town, visit, on):
    on(date(2010, 6, 1))

    week = visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "照此执行" in week and "东街村党支部" in week
    visit(town.east_secretary, f"/campaigns/striving/week/{town.west.pk}/", status=404)


@pytest.mark.django_db
def test_a_member_sees_only_what_is_ones_own(town, visit, on):
    on(date(2010, 6, 1))

    mine = visit(town.member, "/mine/").content.decode()
    assert "李华" in mine and "差40学时" in mine and "王芳" not in mine
    visit(town.member, "/campaigns/striving/matrix/", status=404)


def test_where_branches_are_too_many_to_be_read_the_level_below_stands_for_them(town, visit, monkeypatch):
    monkeypatch.setattr("zhengyou.rooms.campaigns.pages.table.MANY", 2)

    page = visit(town.office, "/campaigns/striving/matrix/?show=all").content.decode()
    assert "红星镇党委" in page and "东街村党支部" not in page
    assert f"/campaigns/striving/matrix/?under={town.committee.pk}" in page

    below = visit(
        town.office, f"/campaigns/striving/matrix/?show=all&under={town.committee.pk}"
    ).content.decode()
    assert "东街村党支部" in below
