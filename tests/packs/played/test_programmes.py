"""Each shipped pack played through on the town, to the numbers that a leading group looks at."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.packs.played.playing import (
    archived,
    by_level,
    fulfil,
    gate,
    issued,
    look_back,
    made_up,
    passes,
    pledge,
    sent_back,
    study,
    who_passed,
)
from tests.town import account, organisation, person
from zhengyou.core.errors import Refused
from zhengyou.core.models import Role
from zhengyou.rooms.gates.actions import apply_for_gate
from zhengyou.rooms.gates.queries import lacking_for_gate

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_striving_2010_branches_pass_at_their_own_pace_once_they_have_promised(town, on):
    on(date(2010, 4, 1))
    campaign = issued(town, "striving_2010", date(2010, 4, 1))
    first, second, third = (gate(campaign, n) for n in (1, 2, 3))
    branches = {
        town.east: town.east_secretary,
        town.west: town.west_secretary,
        town.river: town.river_secretary,
    }
    east = (town.zhang, town.li, town.wang, town.liu, town.chen, town.yang)

    on(date(2010, 9, 1))
    steps = {
        branch: pledge(by, branch, campaign, "修一段路", date(2011, 3, 1)) for branch, by in branches.items()
    }
    for who in east:
        pledge(town.east_secretary, town.east, campaign, "上门服务", date(2011, 5, 1), person=who)
    pledge(town.west_secretary, town.west, campaign, "上门服务", date(2011, 5, 1), person=town.zhao)
    pledge(town.river_secretary, town.river, campaign, "上门服务", date(2011, 5, 1), person=town.sun)
    for branch, by in branches.items():
        look_back(town, by, branch, first)

    on(date(2010, 12, 28))
    assert by_level(town, campaign, "member_pledged") == {
        "红星市委": (9, 8), "红星镇": (8, 7), "东街村": (6, 6), "西街社区": (2, 1), "河东镇": (1, 1), "河东村": (1, 1),
    }  # fmt: skip
    passes(town, town.east_secretary, town.east, first)
    sent_back(town, town.river_secretary, town.river, first, days=15)
    with pytest.raises(Refused, match="党员公开承诺差1人"):
        apply_for_gate(town.west_secretary, town.west, gate=first)

    on(date(2011, 1, 10))
    passes(town, town.river_secretary, town.river, first)
    pledge(town.west_secretary, town.west, campaign, "教老人用手机", date(2011, 5, 1), person=town.zhou)
    passes(town, town.west_secretary, town.west, first)
    assert who_passed(first) == {
        "东街村": date(2010, 12, 28), "河东村": date(2011, 1, 10), "西街社区": date(2011, 1, 10),
    }  # fmt: skip
    assert made_up(campaign) == ["河东村"]

    on(date(2011, 3, 20))
    assert by_level(town, campaign, "steps_fulfilled")["红星市委"] == (3, 0)
    fulfil(town.east_secretary, steps[town.east])
    fulfil(town.river_secretary, steps[town.river])
    assert by_level(town, campaign, "steps_fulfilled") == {
        "红星市委": (3, 2), "红星镇": (2, 1), "东街村": (1, 1), "西街社区": (1, 0), "河东镇": (1, 1), "河东村": (1, 1),
    }  # fmt: skip
    look_back(town, town.east_secretary, town.east, second)
    look_back(town, town.west_secretary, town.west, second)
    passes(town, town.east_secretary, town.east, second)
    assert any("到期步骤" in words or "全面履诺" in words for words in lacking_for_gate(town.west, second))

    on(date(2012, 11, 7))
    look_back(town, town.east_secretary, town.east, third)
    with pytest.raises(Refused, match="全面履诺"):
        apply_for_gate(town.east_secretary, town.east, gate=third)
    assert by_level(town, campaign, "steps_fulfilled")["红星市委"] == (12, 2)
    assert archived(town, campaign, on) == {
        "member_pledged": (9, 9), "branch_pledged": (3, 3), "steps_fulfilled": (12, 2),
    }  # fmt: skip


def test_party_mass_2010_gaps_close_within_a_hundred_days_and_mass_organisations_promise_too(town, on):
    union = organisation(town.committee, "1.1.9", "红星镇总工会", "镇工会", "union", "government")
    chair = account("union", Role.SECRETARY, union)
    on(date(2010, 8, 16))
    campaign = issued(town, "party_mass_2010", date(2010, 8, 15))

    assert campaign.requirements.get(code="no_gaps").due_on == date(2010, 11, 22)
    assert by_level(town, campaign, "mass_pledged") == {
        "红星市委": (1, 0),
        "红星镇": (1, 0),
        "镇工会": (1, 0),
    }

    steps = pledge(chair, union, campaign, "为职工办夜校", date(2010, 12, 1))
    on(date(2010, 12, 2))
    assert by_level(town, campaign, "mass_pledged")["红星市委"] == (1, 1)
    assert by_level(town, campaign, "steps_fulfilled")["镇工会"] == (1, 0)
    fulfil(chair, steps)
    assert by_level(town, campaign, "steps_fulfilled") == {
        "红星市委": (1, 1),
        "红星镇": (1, 1),
        "镇工会": (1, 1),
    }
    assert by_level(town, campaign, "branch_pledged")["红星市委"] == (3, 0)
    assert archived(town, campaign, on) == {
        "member_pledged": (9, 0), "branch_pledged": (3, 0), "mass_pledged": (1, 1), "steps_fulfilled": (1, 1),
    }  # fmt: skip


def test_community_2010_asks_the_community_and_nobody_else(town, on):
    on(date(2010, 8, 16))
    campaign = issued(town, "community_2010", date(2010, 8, 15))
    first = gate(campaign, 1)

    assert by_level(town, campaign, "member_pledged") == {
        "红星市委": (2, 0),
        "红星镇": (2, 0),
        "西街社区": (2, 0),
    }
    for n in range(4):
        pledge(town.west_secretary, town.west, campaign, f"第{n}条", date(2010, 10, 1))
    assert by_level(town, campaign, "branch_pledged")["红星市委"] == (1, 0), (
        "five lines of work, five promises"
    )
    pledge(town.west_secretary, town.west, campaign, "第五条", date(2010, 10, 1))
    for who in (town.zhao, town.zhou):
        pledge(town.west_secretary, town.west, campaign, "志愿服务", date(2010, 10, 1), person=who)
    look_back(town, town.west_secretary, town.west, first)
    passes(town, town.west_secretary, town.west, first)

    assert by_level(town, campaign, "branch_pledged") == {
        "红星市委": (1, 1),
        "红星镇": (1, 1),
        "西街社区": (1, 1),
    }
    assert who_passed(first) == {"西街社区": date(2010, 8, 16)}
    assert archived(town, campaign, on) == {
        "member_pledged": (2, 2), "branch_pledged": (1, 1), "steps_fulfilled": (7, 0),
    }  # fmt: skip


def test_foundations_every_member_has_a_task_and_villages_meet_less_often(town, on):
    on(date(2010, 3, 1))
    campaign = issued(town, "foundations_2004", date(2010, 3, 1))

    assert {
        (r.code, r.needs["sessions_attended"]) for r in campaign.requirements.filter(rule="nobody_left_out")
    } == {
        ("organisation_life", "4"),
        ("organisation_life_village", "2"),
    }
    assert by_level(town, campaign, "organisation_life_village")["红星市委"] == (7, 0)
    assert by_level(town, campaign, "organisation_life") == {
        "红星市委": (2, 0),
        "红星镇": (2, 0),
        "西街社区": (2, 0),
    }
    assert by_level(town, campaign, "measures")["红星市委"] == (3, 0)

    for month in (5, 6):
        on(date(2010, month, 10))
        for branch, by in ((town.west, town.west_secretary), (town.river, town.river_secretary)):
            study(by, branch, campaign, date(2010, month, 10))
    on(date(2010, 12, 1))
    assert by_level(town, campaign, "organisation_life_village") == {
        "红星市委": (7, 1), "红星镇": (6, 0), "东街村": (6, 0), "河东镇": (1, 1), "河东村": (1, 1),
    }  # fmt: skip
    assert by_level(town, campaign, "organisation_life")["西街社区"] == (2, 0), "a community meets four times"
    first = gate(campaign, 1)
    look_back(town, town.west_secretary, town.west, first)
    with pytest.raises(Refused, match="不用申请"):
        apply_for_gate(town.west_secretary, town.west, gate=first)
    passes(town, town.west_secretary, town.west, first)
    assert who_passed(first) == {"西街社区": date(2010, 12, 1)}, (
        "put forward by the office, and nobody inspects"
    )
    assert archived(town, campaign, on) == {
        "task_each": (9, 0), "measures": (3, 0), "organisation_life": (2, 0), "organisation_life_village": (7, 1),
    }  # fmt: skip


def test_style_2010_offices_promise_a_service_and_keep_nine_in_ten(town, on):
    organ = organisation(town.committee, "1.1.8", "镇机关党支部", "镇机关", "branch", "government")
    secretary = account("organ", Role.SECRETARY, organ, person("周正", organ))
    on(date(2010, 9, 1))
    campaign = issued(town, "style_2010", date(2010, 9, 1))
    first, second, third = (gate(campaign, n) for n in (1, 2, 3))

    assert by_level(town, campaign, "service_pledged") == {
        "红星市委": (1, 0),
        "红星镇": (1, 0),
        "镇机关": (1, 0),
    }
    steps = [
        step
        for n in range(3)
        for step in pledge(secretary, organ, campaign, f"第{n}项服务", date(2010, 10, 15), date(2010, 11, 15))
    ]
    look_back(town, secretary, organ, first)
    passes(town, secretary, organ, first)

    on(date(2010, 11, 20))
    fulfil(secretary, steps[:5])
    look_back(town, secretary, organ, second)
    with pytest.raises(Refused, match="承诺到期办结差1步（应6步）"):
        apply_for_gate(secretary, organ, gate=second)
    assert by_level(town, campaign, "enough_kept")["镇机关"] == (1, 0), (
        "five of six are less than nine in ten"
    )

    fulfil(secretary, steps[5:])
    passes(town, secretary, organ, second)
    on(date(2010, 12, 10))
    look_back(town, secretary, organ, third)
    passes(town, secretary, organ, third)
    assert by_level(town, campaign, "enough_kept") == {"红星市委": (1, 1), "红星镇": (1, 1), "镇机关": (1, 1)}
    assert [who_passed(g) for g in (first, second, third)] == [
        {"镇机关": date(2010, 9, 1)},
        {"镇机关": date(2010, 11, 20)},
        {"镇机关": date(2010, 12, 10)},
    ]
    assert archived(town, campaign, on) == {
        "service_pledged": (1, 1), "steps_fulfilled": (6, 6), "enough_kept": (1, 1),
    }  # fmt: skip


def test_union_skills_a_federation_of_unions_plays_its_contest_without_a_party_member(db, on):
    federation = organisation(None, "9", "市总工会", "市总", "union", "government")
    mill = organisation(federation, "9.1", "纺织厂工会", "纺织厂", "union", "state_enterprise")
    shop = organisation(federation, "9.2", "电器店工会", "电器店", "union", "enterprise")
    town = SimpleNamespace(
        city=federation,
        office=account("committee", Role.OFFICE, federation),
        supervisor=account("judge", Role.SUPERVISOR, federation),
    )
    chairs = {mill: account("mill", Role.SECRETARY, mill), shop: account("shop", Role.SECRETARY, shop)}
    on(date(2026, 3, 2))
    campaign = issued(town, "union_skills_2026", date(2026, 3, 2))
    enrol, train = gate(campaign, 1, "union"), gate(campaign, 2, "union")

    assert {
        (r.code, r.needs["organisation_pledges"]) for r in campaign.requirements.filter(rule="branch_pledged")
    } == {
        ("plan_published", "2"),
        ("plan_published_enterprise", "1"),
    }
    steps = {
        where: pledge(by, where, campaign, "师带徒", date(2026, 5, 1), date(2026, 6, 1))
        for where, by in chairs.items()
    }
    assert by_level(town, campaign, "plan_published_enterprise") == {"市总": (1, 1), "电器店": (1, 1)}
    assert by_level(town, campaign, "plan_published")["纺织厂"] == (1, 0), "one plan is not two"
    for where, by in chairs.items():
        look_back(town, by, where, enrol)
    passes(town, chairs[shop], shop, enrol)
    with pytest.raises(Refused, match="组织承诺数要求2项，现有1项"):
        apply_for_gate(chairs[mill], mill, gate=enrol)
    pledge(chairs[mill], mill, campaign, "小改小革", date(2026, 5, 20))
    passes(town, chairs[mill], mill, enrol)

    on(date(2026, 6, 10))
    fulfil(chairs[mill], steps[mill])
    fulfil(chairs[shop], steps[shop])
    look_back(town, chairs[shop], shop, train)
    passes(town, chairs[shop], shop, train)
    assert by_level(town, campaign, "steps_done") == {"市总": (5, 4), "纺织厂": (3, 2), "电器店": (2, 2)}
    assert by_level(town, campaign, "enough_done") == {"市总": (2, 1), "纺织厂": (1, 0), "电器店": (1, 1)}
    assert who_passed(train) == {"电器店": date(2026, 6, 10)}
    assert archived(town, campaign, on) == {
        "plan_published": (1, 1), "plan_published_enterprise": (1, 1), "steps_done": (5, 4), "enough_done": (2, 1),
    }  # fmt: skip
