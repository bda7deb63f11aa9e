"""What a campaign costs is known before it is issued; what contradicts itself or asks twice does not go out."""

from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.town import START
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.rooms.campaigns.actions import approve_burden, draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries import BUDGET, campaigns_seen_by, known_in, preview_of, running_campaign
from zhengyou.rooms.campaigns.queries.burden import monthly, portions, weekly


def a_pack(**changed):
    asked = {
        "code": "pledged",
        "name": "公开承诺",
        "asks": "每名党员公开承诺",
        "rule": "member_pledged",
        "needs": {"pledges_published": "1"},
        "grain": "person",
        "stage": 1,
        "due_on": "2010-06-30",
    }
    pack = {
        "code": "promise_2010",
        "name": "承诺活动",
        "starts_on": "2010-05-10",
        "ends_on": "2010-12-31",
        "stages": [{"name": "承诺", "starts_on": "2010-05-10", "ends_on": "2010-06-30"}],
        "requirements": [asked],
    }
    return pack | changed


@pytest.fixture
def drafted(town, on):
    on(START)
    return lambda **changed: draft_campaign(town.office, town.city, pack=a_pack(**changed))


def study(**changed):
    return {
        "code": "study", "name": "学习达标", "asks": "40学时", "rule": "enough_study", "grain": "person",
        "needs": {"study_hours": "40"}, "stage": 1, "due_on": "2010-06-30",
    } | changed  # fmt: skip


def minutes(shown, sort):
    return {s.category: shown.burden.of(s) for s in shown.burden.sorts}[sort]


@pytest.mark.django_db
@pytest.mark.database
def test_each_level_is_told_what_it_is_asked_and_what_that_costs(drafted):
    shown = preview_of(drafted(), Live())

    # A promise takes three minutes to enter, and taking the campaign up takes one: two villages with seven members.
    assert minutes(shown, "village") == Fraction(7, 2) * 3 + 1
    assert minutes(shown, "community") == 2 * 3 + 1
    assert minutes(shown, "government") == 1
    assert shown.burden.entering == 2 * (Fraction(21, 2) + 1) + 7 + 3
    assert shown.burden.taking == 9 * 20
    assert shown.wrong == [] and shown.why_approval == ""


@pytest.mark.django_db
def test_meetings_are_entered_once_for_all_who_come(drafted):
    shown = preview_of(drafted(requirements=[study()]), Live())

    # Twenty meetings of two class hours: three minutes to call each, ten seconds for each of two names.
    assert minutes(shown, "community") == 20 * (3 + Fraction(2, 6)) + 1
    assert {a.taking for a in shown.burden.asks if a.taking} == {20 * 90}


@pytest.mark.django_db
def test_what_two_requirements_see_in_the_same_entries_is_entered_once(drafted):
    alone = preview_of(drafted(code="alone", requirements=[study()]), Live())
    beside = study(
        code="nobody_left_out", name="不漏一人", rule="nobody_left_out", needs={"sessions_attended": "1"}
    )
    both = preview_of(drafted(code="both", requirements=[study(), beside]), Live())

    assert minutes(both, "village") == minutes(alone, "village")


@pytest.mark.django_db
def test_the_pack_may_say_what_something_takes(drafted):
    asked = a_pack()["requirements"][0] | {"minutes": 10, "times": 2}
    task = {"what": "建一本台账", "minutes": 30, "times": 3}
    shown = preview_of(drafted(requirements=[asked], tasks=[task]), Live())

    assert minutes(shown, "community") == 2 * 10 * 2 + 30 * 3 + 1


@pytest.mark.django_db
def test_only_holders_of_posts_are_counted_where_posts_are_named(drafted):
    everybody = preview_of(drafted(code="all"), Live())
    asked = a_pack()["requirements"][0] | {"posts": ["书记"]}
    leaders = preview_of(drafted(code="few", requirements=[asked]), Live())

    assert minutes(everybody, "community") - minutes(leaders, "community") == 3
    assert leaders.burden.taking == 3 * 20


@pytest.mark.django_db
def test_months_add_up_to_the_whole(drafted):
    shown = preview_of(drafted(requirements=[study()]), Live())
    branch = next(s for s in shown.burden.sorts if s.kind == "branch")

    assert sum(shown.burden.by_month(branch).values()) == shown.burden.of(branch)
    assert list(shown.burden.by_month(branch)) == [date(2010, 5, 1), date(2010, 6, 1)]


@given(st.dates(date(2008, 1, 1), date(2012, 1, 1)), st.integers(0, 900), st.sampled_from([monthly, weekly]))
def test_nothing_is_lost_between_months_or_weeks(since, days, by):
    until = date.fromordinal(since.toordinal() + days)
    parts = portions(since, until, by)

    assert sum(parts.values()) == 1
    assert min(parts) == by(since) and max(parts) == by(until)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"requirements": []}, "还没有一条可以检查的要求"),
        (
            {"requirements": [study(), study(code="more", name="多学", needs={"study_hours": "60"})]},
            "给了两个数",
        ),
        ({"requirements": [study(needs={"study_hours": "40", "collective_share": "3/2"})]}, "150%，比全部还多"),
        ({"tasks": [{"what": "每周报送党员人数"}]}, r"已有的党员人数（members）"),
        ({"tasks": [{"what": "每周填报补课人次"}]}, r"（made_up_lessons）"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_or_is_known_already_is_not_issued(town, drafted, changed, words):
    campaign = drafted(**changed)

    with pytest.raises(Refused, match=words):
        issue_campaign(town.office, campaign)
    assert Campaign.objects.get(pk=campaign.pk).issued_on is None


@pytest.mark.parametrize("words", ["支部书记讲一次党课", "党员依岗承诺", "填写心得", "上报先进事迹材料"])
def test_what_no_measure_knows_may_be_asked(words):
    assert known_in(words) is None


@pytest.mark.django_db
@pytest.mark.database
def test_what_another_campaign_asks_needs_a_leader_who_says_why(town, drafted):
    campaign = drafted(requirements=[study()])

    with pytest.raises(Refused, match=r"学时（study_hours），“创先争优活动”已在要.*请领导"):
        issue_campaign(town.office, campaign)
    with pytest.raises(PermissionDenied):
        approve_burden(town.office, campaign, minutes=200, words="要紧")
    with pytest.raises(Refused, match="为什么"):
        approve_burden(town.leader, campaign, minutes=200, words=" ")

    approve_burden(town.leader, campaign, minutes=200, words="两项活动合并学习")
    assert issue_campaign(town.office, campaign).issued_on == START


@pytest.mark.django_db
def test_an_approval_for_less_does_not_let_more_pass(town, drafted):
    campaign = drafted(requirements=[study(needs={"study_hours": "400"})])
    shown = preview_of(campaign, Live())
    assert shown.minutes > BUDGET

    approve_burden(town.leader, campaign, minutes=BUDGET, words="要紧")
    with pytest.raises(Refused, match=f"超过{BUDGET}分钟"):
        issue_campaign(town.office, campaign)

    approve_burden(town.leader, campaign, minutes=shown.minutes, words="要紧")
    assert issue_campaign(town.office, campaign).issued_on


@pytest.mark.django_db
@pytest.mark.database
def test_a_campaign_goes_to_one_part_of_the_tree(town, drafted):
    campaign = issue_campaign(town.office, drafted(), to=town.committee)

    assert campaign in campaigns_seen_by(town.east_secretary)
    assert campaign not in campaigns_seen_by(town.river_secretary)
    assert campaign in campaigns_seen_by(town.office)
    assert Requirement.objects.get(campaign=campaign).organisation == town.committee


@pytest.mark.django_db
def test_it_does_not_go_where_the_office_has_no_say(town, drafted):
    campaign = drafted()
    campaign.organisation = town.committee
    campaign.save()

    with pytest.raises(Refused, match="不在红星镇党委所辖"):
        issue_campaign(town.office, campaign, to=town.river)


@pytest.mark.django_db
def test_ones_own_campaign_comes_before_one_of_a_part_below(town, drafted):
    part = issue_campaign(town.office, drafted(), to=town.committee)

    assert running_campaign(town.office) == town.campaign
    assert running_campaign(town.east_secretary) == part


@pytest.mark.django_db
def test_the_page_shows_the_cost_and_issues(town, visit, client, drafted):
    drafted()

    page = visit(town.office, "/campaigns/promise_2010/preview/").content.decode()
    assert "每个党支部" in page and "公开承诺 · 承诺登记" in page and "一次点击" in page
    client.post("/campaigns/promise_2010/preview/", {"to": town.committee.pk})
    assert Campaign.objects.get(code="promise_2010").organisation == town.committee
    visit(town.office, "/campaigns/promise_2010/preview/", status=404)


@pytest.mark.django_db
def test_a_leader_approves_on_the_page(town, visit, client, drafted):
    campaign = drafted(requirements=[study()])

    assert "要领导批准才能印发" in visit(town.leader, "/campaigns/promise_2010/preview/").content.decode()
    client.post("/campaigns/promise_2010/preview/", {"minutes": "150", "words": "合并学习"})
    page = visit(town.office, "/campaigns/promise_2010/preview/").content.decode()
    assert "leader" in page and "合并学习" in page and "要领导批准才能印发" not in page
    assert campaign.approval.minutes == 150


@pytest.mark.django_db
def test_nobody_below_sees_the_cost_of_a_draft(town, visit, drafted):
    drafted()

    for viewer in (town.east_secretary, town.stranger, town.member):
        visit(viewer, "/campaigns/promise_2010/preview/", status=404)


@pytest.mark.django_db
def test_the_page_asks_as_much_whatever_the_number_of_campaigns(town, visit, drafted):
    drafted()
    counts = []
    for n in (1, 2, 3):
        campaign = draft_campaign(town.office, town.city, pack=a_pack(code=f"other_{n}"))
        Campaign.objects.filter(pk=campaign.pk).update(issued_on=START)
        with CaptureQueriesContext(connection) as asked:
            visit(town.office, "/campaigns/promise_2010/preview/")
        counts.append(len(asked))

    assert counts[1] == counts[2] <= 40
