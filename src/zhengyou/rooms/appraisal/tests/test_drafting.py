"""From a criteria set to a scheme in force: one click, tried on the last period, changed, issued; or given up."""

import re
from datetime import date

import pytest

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.actions import draft_scheme, drop_scheme, settle_scheme
from zhengyou.rooms.appraisal.forms import CriterionForms
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.appraisal.queries import last_period, schemes_seen_by
from zhengyou.rooms.appraisal.tests.played import LATE_AUTUMN, promised, scheme_for
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.ratings.tests.test_actions import opened

GOODS = {
    "code": "five_goods",
    "name": "五个好",
    "for": "organisation",
    "items": ["班子好", "队伍好", "业绩好"],
}
BEST = {"code": "best", "name": "优胜单位", "for": "organisation", "quota": {"at_most": 1}}


@pytest.fixture
def packed(town, on):
    """东街村 kept three of four steps in summer; the campaign's pack has a set and an honour with a quota."""
    promised(town, town.east, town.east_secretary, kept=3, due=4)
    Campaign.objects.filter(pk=town.campaign.pk).update(
        pack={"criteria_sets": [GOODS], "criteria": ["群众满意"], "honours": [BEST]}
    )
    town.campaign.refresh_from_db()
    on(LATE_AUTUMN)
    return town


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_a_criteria_set_becomes_a_draft_with_one_click_and_nobody_else_sees_it(packed, visit, client):
    page = text(visit(packed.office, "/appraisal/"))
    assert "五个好" in page and "方案里的3条标准" in page and "文件里的评价标准" in page

    taken = client.post("/appraisal/sets/five_goods/take/")
    draft = Scheme.objects.get()
    assert taken["Location"] == f"/appraisal/drafts/{draft.pk}/"
    page = text(visit(packed.office, f"/appraisal/drafts/{draft.pk}/"))
    assert "1 班子好" in page and "考核组各人所给分的平均" in page and "草案，还没有印发" in page
    assert not schemes_seen_by(packed.office).exists()
    visit(packed.east_secretary, f"/appraisal/drafts/{draft.pk}/", status=404)
    visit(packed.office, f"/appraisal/{draft.pk}/", status=404)


def test_a_draft_is_tried_on_the_last_period_then_changed_and_issued(packed, visit, client):
    draft = draft_scheme(
        packed.office, packed.campaign, name="年终考评", starts_on=date(2010, 9, 1), ends_on=date(2010, 12, 1),
        criteria=[
            {"number": "1", "name": "兑现", "full": "60", "measure": "pledges_kept"},
            {"number": "2", "name": "看现场", "full": "40", "check": True},
        ],
    )  # fmt: skip
    window = last_period(draft)
    assert (window.since, window.until) == (date(2010, 6, 1), date(2010, 8, 31))
    page = text(visit(packed.office, f"/appraisal/drafts/{draft.pk}/"))
    assert "1/3" in page and "那时没有事实，这一项谁也评不出" in page and "75.00" in page

    form = visit(packed.office, f"/appraisal/drafts/{draft.pk}/edit/").content.decode()
    assert 'value="看现场"' in form and 'value="60.00"' in form
    sent = {
        "name": "年终考评", "number": "", "starts_on": "2010-09-01", "ends_on": "2010-12-01", "kinds": ["branch"],
        "advanced_from": "85", "middle_from": "60", "most_bonus": "0", "round": "", "missing": "heading",
        "digits": "1", "selects": "best", "keep": "yes",
        "criteria-TOTAL_FORMS": 2, "criteria-INITIAL_FORMS": 2,
        "criteria-0-number": "1", "criteria-0-name": "兑现", "criteria-0-way": "pledges_kept", "criteria-0-full": "100",
        "criteria-1-number": "", "clauses-TOTAL_FORMS": 0, "clauses-INITIAL_FORMS": 0,
        "bands-TOTAL_FORMS": 1, "bands-INITIAL_FORMS": 0, "bands-0-category": "school",
        "bands-0-middle": "70", "bands-0-advanced": "90",
    }  # fmt: skip
    assert client.post(f"/appraisal/drafts/{draft.pk}/edit/", sent).status_code == 302
    kept = Scheme.objects.get()
    assert [c.name for c in kept.criteria.all()] == ["兑现"]
    assert (kept.missing, kept.digits, kept.bands, kept.selects, kept.version) == (
        "heading", 1, {"school": ["70", "90"]}, "best", 1,
    )  # fmt: skip

    assert client.post(f"/appraisal/drafts/{kept.pk}/issue/").status_code == 302
    page = text(visit(packed.east_secretary, f"/appraisal/{kept.pk}/"))
    assert "为评选“优胜单位”，同类之间排次序" in page and "学校单独分档：90分起为先进，70分起为中间" in page
    assert "保留1位小数" in page and "先在同一大项内折算" in page and "照此起草新的一版" not in page
    assert "照此起草新的一版" in text(visit(packed.office, f"/appraisal/{kept.pk}/"))
    again = visit(packed.office, f"/appraisal/new/?from={kept.pk}").content.decode()
    assert 'value="年终考评"' in again and 'value="兑现"' in again and 'value="90"' in again


@pytest.mark.database
def test_what_is_issued_cannot_be_taken_back(packed):
    made = scheme_for(packed)
    with pytest.raises(Refused, match="已经印发，不能撤下"):
        drop_scheme(packed.office, made)
    with pytest.raises(Refused, match="已经印发；要改请印发新的一版"):
        settle_scheme(packed.office, made)


@pytest.mark.database
def test_a_draft_is_given_up_without_a_trace_in_the_versions(packed):
    details = {"criteria": [{"number": "1", "name": "看", "full": "100", "check": True}]}
    period = {"starts_on": date(2010, 5, 10), "ends_on": date(2010, 12, 31)}
    drop_scheme(packed.office, draft_scheme(packed.office, packed.campaign, name="年度", **details, **period))

    draft = draft_scheme(packed.office, packed.campaign, name="年度", **details, **period)
    assert Scheme.objects.count() == 1 and settle_scheme(packed.office, draft).version == 1


def test_an_order_is_shown_only_where_a_selection_needs_one_and_within_a_class(packed, visit):
    promised(packed, packed.river, packed.river_secretary, kept=2, due=2)
    promised(packed, packed.west, packed.west_secretary, kept=0, due=2, verdict="not_kept")
    plain = scheme_for(packed, name="年度考评")
    ordered = scheme_for(packed, name="评优考评", selects="best")

    page = text(visit(packed.office, f"/appraisal/?scheme={plain.pk}"))
    assert "同类第几" not in page and page.index("东街村") < page.index("河东村")
    page = text(visit(packed.office, f"/appraisal/?scheme={ordered.pk}"))
    assert "为评选“优胜单位”，同类之间按得分排列" in page and "同类第几" in page
    villages = page.index("河东村"), page.index("东街村")
    assert villages == tuple(sorted(villages))
    one_class = text(visit(packed.office, f"/appraisal/?scheme={ordered.pk}&class=community"))
    assert "西街社区" in one_class and "东街村" not in one_class


def test_a_class_is_judged_by_its_own_thresholds(packed):
    from zhengyou.rooms.appraisal.queries import score_of

    made = scheme_for(packed, bands={"village": ("40", "49")})
    assert score_of(packed.east, made).score.tier == "middle"  # 42.5 of 50
    Organisation.objects.filter(pk=packed.east.pk).update(category="community")
    packed.east.refresh_from_db()
    assert score_of(packed.east, made).score.tier == "advanced"


@pytest.mark.parametrize(
    ("weights", "groups", "said"),
    [
        ("3：２", ["below", "public"], ["3", "2"]),
        ("", ["below"], []),
        ("3:x", ["below", "public"], None),
        ("3", ["below", "public"], None),
    ],
)
def test_weights_are_written_as_a_proportion(weights, groups, said):
    row = {
        "c-0-number": "1",
        "c-0-name": "测评",
        "c-0-way": "rating",
        "c-0-full": "100",
        "c-0-groups": groups,
    }
    rows = CriterionForms(
        row | {"c-0-weights": weights, "c-TOTAL_FORMS": 1, "c-INITIAL_FORMS": 0}, prefix="c"
    )
    assert rows.is_valid() == (said is not None)
    if said is not None:
        assert rows[0].line["weights"] == dict(zip(groups, said, strict=False))


def test_a_round_by_open_link_is_neither_offered_nor_counted(packed, visit):
    with clock.played_at(date(2010, 5, 10)):
        by_code = opened(packed, name="凭码测评", groups=["public"])
        by_link = opened(packed, name="公开评议", groups=["public"], access="link")
    page = visit(packed.office, "/appraisal/new/").content.decode()
    assert "凭码测评" in page and "公开评议" not in page

    line = {"number": "1", "name": "群众评", "full": "100", "groups": ["public"]}
    with pytest.raises(Refused, match="谁都能投、能投多次.*请换一次凭码的测评"):
        scheme_for(packed, by_link, criteria=[line])
    scheme = scheme_for(packed, by_code, criteria=[line])
    Scheme.objects.update(round=by_link, issued_on=None)  # a draft of before they were refused
    with pytest.raises(Refused, match="“公开评议”用公开链接，不能计分"):
        settle_scheme(packed.office, Scheme.objects.get(pk=scheme.pk))
