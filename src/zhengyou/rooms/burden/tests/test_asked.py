"""What all running campaigns together ask of one organisation, month by month, and what nobody used."""

from copy import deepcopy
from datetime import date

import pytest

from zhengyou.core.engines import Live
from zhengyou.rooms.burden.queries import load_of, unused_under
from zhengyou.rooms.campaigns.models import Approval, Requirement

JUNE = date(2010, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def june(town, on):
    on(JUNE)
    return town


def another(town, **changed):
    """A second campaign that asks the same members for study at the same time."""
    made = deepcopy(town.campaign)
    made.pk, made.id, made.code, made.name = None, None, "second", "作风活动"
    made._state.adding = True
    made.save()
    told = {
        "needs": {"study_hours": "60"},
        "rule": "enough_study",
        "grain": "person",
        "kinds": ["branch"],
    } | changed
    Requirement.objects.create(
        campaign=made,
        organisation=town.city,
        code="more",
        name="再学",
        asks="再学",
        due_on=date(2010, 6, 30),
        **told,
    )
    return made


def branch_of(load):
    return next(s for s in load.sorts if s.kind == "branch")


def test_the_months_of_a_branch_add_up_over_all_campaigns(june):
    alone = load_of(june.east_secretary, june.east, Live())
    another(june)
    both = load_of(june.east_secretary, june.east, Live())

    one, two = (load.months_of(branch_of(load))[0] for load in (alone, both))
    assert one.month == two.month == date(2010, 6, 1)
    assert len(two.parts) == 2 and two.total == sum(two.parts) and two.parts[0] == one.total > 0
    assert all(m.month >= date(2010, 6, 1) for m in both.months_of(branch_of(both))), "what is past is done"


def test_what_two_campaigns_ask_alike_is_told_once_and_only_to_those_concerned(june):
    another(june, categories=["village"])

    [words] = load_of(june.east_secretary, june.east, Live()).twice
    assert "已在要" in words
    assert load_of(june.west_secretary, june.west, Live()).twice == []


def test_what_a_branch_adds_for_itself_is_asked_of_nobody_else(june):
    before = load_of(june.office, june.city, Live()).heaviest()[1].total
    june.campaign.requirements.create(
        organisation=june.east, code="own", name="自己加的", asks="每人承诺", rule="member_pledged", grain="person",
        needs={"pledges_published": "5"}, kinds=["branch"], due_on=date(2010, 6, 30),
    )  # fmt: skip

    assert load_of(june.office, june.city, Live()).heaviest()[1].total == before
    assert load_of(june.east_secretary, june.east, Live()).heaviest()[1].total > before


def test_a_branch_reads_it_and_over_the_budget_who_approved(june, visit):
    page = visit(june.east_secretary, "/burden/").content.decode()
    assert "要我们办什么" in page and "超过上限" not in page

    another(june, rule="branch_pledged", grain="organisation", needs={"organisation_pledges": "300"})
    page = visit(june.east_secretary, "/burden/").content.decode()
    assert "超过上限" in page and "没有人批准过" in page
    Approval.objects.create(
        campaign=june.campaign,
        organisation=june.city,
        minutes=900,
        words="百日攻坚",
        approved_on=JUNE,
        entered_by=june.leader,
    )
    page = visit(june.east_secretary, "/burden/").content.decode()
    assert "leader" in page and "百日攻坚" in page


def test_the_office_sees_each_sort_and_nobody_sees_another_branch(june, visit):
    assert "按月、按类别" in visit(june.office, "/burden/").content.decode()
    visit(june.office, f"/burden/of/{june.west.pk}/")
    visit(june.east_secretary, f"/burden/of/{june.west.pk}/", status=404)
    visit(june.member, "/burden/", status=404)
    visit(june.stranger, "/burden/", status=404)


def test_what_was_used_for_a_year_is_not_named_as_unused(june, visit):
    found = unused_under(june.city, Live())
    rules = {r.name for r in found.rules}
    assert "enough_study" not in rules and "branch_pledged" in rules
    measures = {m.name for f in found.forms for m in f.measures} | {m.name for m in found.measures}
    assert "study_hours" in measures and "members" not in measures

    assert "可以关掉什么" in visit(june.office, "/burden/unused/").content.decode()
    visit(june.east_secretary, "/burden/unused/", status=404)
