"""What stands beside a score on its page, and what may be filled in there by whom."""

import re

import pytest

from zhengyou.rooms.appraisal.actions import dispute_score, give_mark
from zhengyou.rooms.appraisal.models import Check, Claim, DutyReport, Remedy
from zhengyou.rooms.appraisal.tests.played import LATE_AUTUMN, scheme_for


@pytest.fixture
def scheme(town, on):
    made = scheme_for(
        town,
        criteria=[{"number": "S", "name": "党建目标", "full": "100", "check": True, "trim": "20"}],
        clauses=[
            {"kind": "bonus", "words": "奖励和工作创新", "most": "24"},
            {"kind": "deduction", "words": "拖着不办", "most": "5"},
        ],
        most_bonus="30",
        advanced_from="85",
        middle_from="60",
    )
    on(LATE_AUTUMN)
    return made


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def here(scheme, organisation, deed=""):
    return f"/appraisal/{scheme.pk}/{organisation.pk}/{deed}"


def test_a_self_score_of_a_base_and_a_bonus_stands_beside_what_was_verified(town, scheme, visit, client):
    """“自评分为123.5分，其中奖励和工作创新加分24分” (003t)."""
    visit(town.east_secretary, here(scheme, town.east))
    line, bonus = scheme.criteria.get(), scheme.clauses.get(kind="bonus")
    for what, points in ((f"c{line.pk}", "99.5"), (f"k{bonus.pk}", "24")):
        sent = {"what": what, "points": points, "words": "县里发了文件"}
        assert client.post(here(scheme, town.east, "claim/"), sent).status_code == 302
    page = text(visit(town.east_secretary, here(scheme, town.east)))
    assert "自评：99.5 + 加分24 = 123.5分" in page and "还没有可以评的" in page

    client.force_login(town.supervisor)
    sent = {"criterion": line.pk, "points": "90", "words": "一项没有凭据", "on_day": "2010-10-30"}
    assert client.post(here(scheme, town.east, "check/"), sent).status_code == 302
    page = text(visit(town.member, here(scheme, town.east)))
    assert "90.00" in page and "1人去看过" in page and "一项没有凭据" in page
    assert "党建目标失10.00分，考核组看到： 一项没有凭据" in page
    assert "填自评分" not in page and "登记核查评分" not in page


def test_what_was_wrong_comes_back_with_all_that_was_typed(town, scheme, visit, client):
    visit(town.east_secretary, here(scheme, town.east))
    back = client.post(here(scheme, town.east, "duty/"), {"done": "路修通了", "lacking": "", "next": "通水"})
    assert back.status_code == 422 and "路修通了" in back.content.decode() and not DutyReport.objects.exists()
    client.post(here(scheme, town.east, "duty/"), {"done": "路修通了", "lacking": "灯不亮", "next": "通水"})
    assert "灯不亮" in text(visit(town.office, here(scheme, town.east)))


def test_who_does_not_lag_is_offered_no_way_out_and_nobody_else_fills_anything_in(
    town, scheme, visit, client
):
    give = {"criterion": scheme.criteria.get().pk, "points": "90", "words": "x", "on_day": "2010-10-30"}
    client.force_login(town.office)
    client.post(here(scheme, town.east, "check/"), give)
    assert "怎样赶上来" not in text(visit(town.office, here(scheme, town.east)))

    client.force_login(town.west_secretary)
    for deed in ("check/", "claim/", "duty/", "remedy/"):
        assert client.post(here(scheme, town.east, deed), give).status_code == 404
    assert (Check.objects.count(), Claim.objects.count(), Remedy.objects.count()) == (1, 0, 0)


def test_a_dispute_says_what_the_score_would_be(town, scheme, visit, client):
    client.force_login(town.office)
    give = {"criterion": scheme.criteria.get().pk, "points": "90", "words": "x", "on_day": "2010-10-30"}
    client.post(here(scheme, town.east, "check/"), give)
    clause = scheme.clauses.get(kind="deduction")
    mark = give_mark(town.office, town.east, clause=clause, points="4", words="路灯")
    dispute_score(town.east_secretary, town.east, scheme=scheme, mark=mark, words="修好了")

    page = text(visit(town.east_secretary, here(scheme, town.east)))
    assert "86.00" in page and "转登记人office核对" in page and "如果成立，得分90.00。" in page
