"""A scheme gives points for outcomes and ratings, and refuses them for study and traces."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.rooms.appraisal.actions import issue_scheme
from zhengyou.rooms.appraisal.models import Scheme

PERIOD = {"starts_on": date(2010, 5, 10), "ends_on": date(2010, 12, 31)}
KEPT = {"number": "A1", "name": "到期步骤兑现", "full": "60", "measure": "pledges_kept"}
JUDGED = {"number": "A2", "name": "评定做到", "full": "40", "measure": "judged_kept_share"}


@pytest.mark.database
def test_an_office_issues_a_scheme_whose_headings_add_up(town):
    criteria = [{"number": "A", "name": "承诺兑现", "children": [KEPT, JUDGED]}]
    clauses = [
        {"kind": "bonus", "words": "经验在全市推广", "most": "3"},
        {"kind": "veto", "words": "弄虚作假", "at_most": "middle"},
    ]
    scheme = issue_scheme(
        town.office,
        town.campaign,
        name="年度考评",
        criteria=criteria,
        clauses=clauses,
        most_bonus="3",
        **PERIOD,
    )

    assert [(c.number, str(c.full), c.by) for c in scheme.criteria.all()] == [
        ("A", "100.00", "heading"),
        ("A1", "60.00", "measure"),
        ("A2", "40.00", "measure"),
    ]
    assert [str(c) for c in scheme.clauses.all()] == ["加分：经验在全市推广", "一票否决：弄虚作假"]


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (KEPT | {"measure": "study_hours"}, "学习、出勤和留痕只回看、不计分"),
        (KEPT | {"measure": "collective_share"}, "集中学习占比不是结果"),
        (KEPT | {"measure": "applause"}, "不存在；能计分的有：.*承诺兑现率"),
        (KEPT | {"measure": "steps_kept"}, "是个总数，请写明多少算满分"),
        (KEPT | {"full": "0"}, "没有写满分"),
        ({"number": "C", "name": "群众评议", "full": "10", "groups": ["public"]}, "请说明用哪一次测评"),
        ({"number": "C", "name": "什么也没有", "full": "10"}, "只取一样"),
    ],
)
def test_what_cannot_give_points_is_refused_in_words(criterion, words, town):
    with pytest.raises(Refused, match=words):
        issue_scheme(town.office, town.campaign, name="年度考评", criteria=[criterion], **PERIOD)

    assert not Scheme.objects.exists()


def test_a_clause_pays_for_no_trace_whatever_it_is_called(town):
    clause = {"kind": "bonus", "words": "简报被采用每篇加1分", "most": "5"}
    with pytest.raises(Refused, match="简报是过程痕迹"):
        issue_scheme(town.office, town.campaign, name="年度考评", criteria=[KEPT], clauses=[clause], **PERIOD)

    assert not Scheme.objects.exists()


def test_a_scheme_of_the_same_name_is_a_new_version(town):
    for version in (1, 2):
        scheme = issue_scheme(town.office, town.campaign, name="年度考评", criteria=[KEPT, JUDGED], **PERIOD)
        assert scheme.version == version


def test_a_branch_lays_down_no_scheme(town):
    with pytest.raises(PermissionDenied):
        issue_scheme(town.east_secretary, town.campaign, name="年度考评", criteria=[KEPT], **PERIOD)
