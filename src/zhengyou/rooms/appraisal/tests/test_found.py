"""People who go and look, what an organisation says of itself beside it, and the way out of being behind."""

from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied

from tests.town import account
from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Role
from zhengyou.rooms.appraisal.actions import (
    check_criterion,
    claim_points,
    dispute_score,
    plan_remedy,
    recheck_remedy,
    reply_to_dispute,
    report_duty,
)
from zhengyou.rooms.appraisal.models import Check
from zhengyou.rooms.appraisal.queries import (
    claims_of,
    disputes_waiting_for,
    duty_report_of,
    remedies_to_recheck,
    score_of,
)
from zhengyou.rooms.appraisal.tests.played import LATE_AUTUMN, promised, scheme_for

SEEN = {"number": "S", "name": "看现场", "full": "50", "check": True, "trim": "20"}
KEPT = {"number": "K", "name": "兑现", "full": "50", "measure": "pledges_kept"}
BONUS = {"kind": "bonus", "words": "奖励和工作创新", "most": "24"}


@pytest.fixture
def scheme(town, on):
    promised(town, town.east, town.east_secretary, kept=3, due=4)
    promised(town, town.west, town.west_secretary, kept=0, due=2, verdict="not_kept")
    made = scheme_for(town, criteria=[KEPT, SEEN], clauses=[BONUS], most_bonus="30")
    on(LATE_AUTUMN)
    return made


def line(scheme):
    return scheme.criteria.get(number="S")


def look(by, town, scheme, points, **details):
    return check_criterion(by, town.east, criterion=line(scheme), points=points, words="看了三户", **details)


@pytest.mark.database
def test_a_team_of_five_drops_the_highest_and_the_lowest_and_the_last_check_of_each_counts(town, scheme):
    team = [town.supervisor, *(account(f"s{n}", Role.SUPERVISOR, town.city) for n in range(4))]
    for by, points in zip(team, ("50", "40", "30", "35", "0"), strict=True):
        look(by, town, scheme, points)
    look(team[1], town, scheme, "45")

    score = score_of(town.east, scheme).score
    assert score.leaves[1].points == Fraction(45 + 30 + 35, 3)
    assert score.points == Fraction(75, 2) + Fraction(110, 3)
    assert Check.objects.count() == 6


@pytest.mark.parametrize(
    ("points", "day", "words"),
    [
        ("51", None, "“S 看现场”满分50分，不能是51分"),
        ("-1", None, "不能是-1分"),
        ("40", date(2010, 5, 1), "核查日期2010-05-01不对"),
        ("40", date(2010, 11, 2), "不晚于今天"),
    ],
)
def test_a_check_that_cannot_be_is_refused(town, scheme, points, day, words):
    with pytest.raises(Refused, match=words):
        look(town.supervisor, town, scheme, points, on_day=day)


def test_only_what_people_look_at_is_checked_and_only_by_those_who_are_sent(town, scheme):
    with pytest.raises(Refused, match="不由考核组评分"):
        check_criterion(
            town.office, town.east, criterion=scheme.criteria.get(number="K"), points="50", words="都好"
        )
    with pytest.raises(PermissionDenied):
        look(town.east_secretary, town, scheme, "50")


@pytest.mark.database
def test_a_dispute_about_a_check_goes_to_the_one_who_looked_and_the_score_follows(town, scheme):
    look(town.supervisor, town, scheme, "20")
    before = score_of(town.east, scheme).score.shown
    dispute = dispute_score(
        town.east_secretary, town.east, scheme=scheme, criterion=line(scheme), words="漏看了两户"
    )
    other = account("other", Role.SUPERVISOR, town.city)
    assert dispute.shown == before
    assert disputes_waiting_for(town.supervisor) == [dispute] == disputes_waiting_for(town.office)
    assert disputes_waiting_for(other) == []
    with pytest.raises(Refused, match="请由supervisor答复"):
        reply_to_dispute(other, dispute, holds=False, words="没有漏")
    with pytest.raises(Refused, match="分是supervisor给的，请由本人改分"):
        reply_to_dispute(town.office, dispute, holds=True, words="漏了", points="40")
    with pytest.raises(Refused, match="请写明“S 看现场”应得几分"):
        reply_to_dispute(town.supervisor, dispute, holds=True, words="漏了")

    reply_to_dispute(town.supervisor, dispute, holds=True, words="补看了两户，路已修好", points="40")
    assert score_of(town.east, scheme).score.shown == before + 20


@pytest.mark.database
def test_what_an_organisation_gives_itself_stands_beside_and_is_never_counted(town, scheme):
    before = score_of(town.east, scheme).score.points
    claim = dict(scheme=scheme, words="县里发了文件")
    claim_points(town.east_secretary, town.east, criterion=line(scheme), points="40", **claim)
    claim_points(town.east_secretary, town.east, criterion=line(scheme), points="49.5", **claim)
    claim_points(town.east_secretary, town.east, clause=scheme.clauses.get(), points="24", **claim)

    assert [str(c.points) for c in claims_of(scheme, town.east)] == ["49.50", "24.00"]
    assert score_of(town.east, scheme).score.points == before
    with pytest.raises(Refused, match="由已有的事实或测评算出，不用再填"):
        claim_points(
            town.east_secretary, town.east, criterion=scheme.criteria.get(number="K"), points="50", **claim
        )
    with pytest.raises(Refused, match="加分合计最多30分"):
        claim_points(town.east_secretary, town.east, clause=scheme.clauses.get(), points="31", **claim)


def test_a_duty_report_says_what_is_lacking_too(town, scheme):
    said = {"scheme": scheme, "done": "路修通了", "next": "年底前接通自来水"}
    with pytest.raises(Refused, match="述职不能只说好的"):
        report_duty(town.east_secretary, town.east, lacking=" ", **said)

    report_duty(town.east_secretary, town.east, lacking="一步没做", **said)
    assert duty_report_of(scheme, town.east).lacking == "一步没做"


@pytest.mark.database
def test_a_lagging_organisation_gets_a_way_out_that_is_looked_at_again(town, scheme, on):
    way = {"scheme": scheme, "why": "两步都没有做", "what": "先修通生产路", "helper": town.committee}
    with pytest.raises(Refused, match="东街村眼下不在后进档"):
        plan_remedy(town.office, town.east, due_on=date(2010, 11, 20), **way)
    with pytest.raises(Refused, match="已经过了"):
        plan_remedy(town.office, town.west, due_on=date(2010, 10, 20), **way)
    with pytest.raises(Refused, match="不能是它自己"):
        plan_remedy(town.office, town.west, due_on=date(2010, 11, 20), **way | {"helper": town.west})
    remedy = plan_remedy(town.office, town.west, due_on=date(2010, 11, 20), **way)
    assert not remedies_to_recheck(town.supervisor).exists()

    on(date(2010, 11, 20))
    assert list(remedies_to_recheck(town.supervisor)) == [remedy]
    recheck_remedy(town.supervisor, remedy, mended=False, words="只修了一半")
    assert list(remedies_to_recheck(town.supervisor)) == [remedy]
    recheck_remedy(town.supervisor, remedy, mended=True, words="板车能过了")
    assert not remedies_to_recheck(town.office).exists()
    with pytest.raises(Refused, match="已经复查通过"):
        recheck_remedy(town.office, remedy, mended=True, words="再看")


def test_under_a_draft_nothing_is_said(town, scheme):
    with clock.played_at(date(2010, 7, 2)):
        from zhengyou.rooms.appraisal.actions import draft_scheme

        draft = draft_scheme(
            town.office, town.campaign, name="草案", criteria=[SEEN | {"full": "100"}],
            starts_on=date(2010, 5, 10), ends_on=date(2010, 12, 31),
        )  # fmt: skip
    with pytest.raises(Refused, match="还是草案"):
        look(town.supervisor, town, draft, "40")
