"""A town's own plan held against the city's notice on a page."""

import re
from datetime import date

import pytest

from tests.town import account
from zhengyou.core.models import Role
from zhengyou.reading import draft
from zhengyou.reading.model import Notice
from zhengyou.rooms.drafting.actions import accept_all, lay_down, read_notice
from zhengyou.rooms.drafting.tests.notices import alone, read

pytestmark = pytest.mark.django_db
OWN = """关于在全镇开展创先争优活动的实施方案
一、主要任务
（一）抓好学习。每名党员的学习时间不少于30个学时，其中集中学习的时间不少于三分之二。支部书记在6月底前讲1次党课。
（二）每个党支部在2010年9月20日前作出3项以上公开承诺。
（三）每名党员联系2户困难家庭。
2010年5月20日
"""


@pytest.fixture
def office(town):
    return account("town_office", Role.OFFICE, town.committee)


@pytest.fixture
def own(town, office, on):
    on(date(2010, 5, 20))
    above = read(alone(town))
    accept_all(town.office, above)
    lay_down(town.office, above, issue=True)
    found = draft(Notice(text=OWN, name="实施方案"))
    return read_notice(office, town.committee, draft=found, name="全镇方案", code="town_plan")


def column(page, state):
    return re.search(rf'<section class="zy-box {state}">(.*?)</section>', page, re.S)[1]


def test_what_is_lowered_left_out_covered_and_added_stands_side_by_side(town, office, own, visit):
    here = f"/campaigns/drafts/{own.pk}/compare/"
    chosen = re.search(r'<option value="(campaign-\d+)">创先争优活动', visit(office, here).content.decode())[
        1
    ]

    page = visit(office, f"{here}?above={chosen}").content.decode()

    assert "不少于40个学时" in column(page, "lowered") and "不少于30个学时" in column(page, "lowered")
    assert "3项以上公开承诺" in column(page, "covered") and "讲1次党课" in column(page, "covered")
    assert "1项以上公开承诺" in column(page, "left_out")
    assert "联系2户困难家庭" in page.split("本级增加的")[1]
    number = own.lines.get(start=OWN.index("每名党员的学习时间")).number
    assert f"/campaigns/drafts/{own.pk}/#line-{number}" in column(page, "lowered")


def test_a_notice_that_is_not_ones_own_to_see_is_not_offered(town, office, own, visit):
    visit(town.stranger, f"/campaigns/drafts/{own.pk}/compare/", status=404)
    visit(town.east_secretary, f"/campaigns/drafts/{own.pk}/compare/", status=404)
    other = account("river_office", Role.OFFICE, town.other_committee)
    visit(other, f"/campaigns/drafts/{own.pk}/compare/", status=404)
    theirs = read(town, code="drafted_above")  # of the city, and not issued

    page = visit(office, f"/campaigns/drafts/{own.pk}/compare/?above=reading-{theirs.pk}").content.decode()
    assert f'value="reading-{theirs.pk}"' not in page and "zy-sides" not in page
