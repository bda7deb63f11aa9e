"""Broken schemes and what is said of each, word for word: where it is wrong and what to do."""

from dataclasses import replace
from datetime import date

import pytest

from zhengyou.rooms.appraisal.actions.sense import Plan, contradictions

KEPT = {"number": "1", "name": "兑现", "full": "60", "measure": "pledges_kept"}
SEEN = {"number": "2", "name": "看现场", "full": "40", "check": True}
PUBLIC = {"number": "3", "name": "群众评", "full": "40", "groups": ["public"]}
BONUS = {"kind": "bonus", "words": "做法在全市推广", "most": "3"}
SOUND = Plan(
    [KEPT, SEEN],
    date(2010, 5, 10),
    date(2010, 12, 31),
    campaign=(date(2010, 5, 10), date(2011, 1, 20)),
    asked=["below", "public"],
    selections={"best": "优胜单位"},
)

BROKEN = [
    ({"criteria": []}, "考评办法至少要有一项指标。"),
    ({"ends_on": date(2010, 5, 1)}, "考评到2010-05-01为止，却从2010-05-10起；请改正日期。"),
    (
        {"starts_on": date(2011, 2, 1), "ends_on": date(2011, 3, 1)},
        "考评期2011-02-01至2011-03-01全在活动（2010-05-10至2011-01-20）之外，没有事实可评；请改正日期。",
    ),
    ({"middle_from": "90"}, "中间从90分起、先进从85分起，次序不对，请改正。"),
    ({"advanced_from": "120"}, "先进从120分起，可满分加上加分最多才100分，谁也到不了；请改正。"),
    ({"kinds": []}, "没有写考评哪些组织；请选至少一种组织类型。"),
    (
        {"grades": {"good": 80, "fairly_good": 90, "fair": 60, "poor": 30}},
        "等次折分80、90、60、30不对：从好到差要依次不增，都在0到100之间；请改正。",
    ),
    ({"categories": ["village"], "bands": {"school": ("60", "90")}}, "单列了学校的起点，但办法不考评这一类；请去掉，或把它列入考评的类别。"),
    ({"bands": {"school": ("90", "70")}}, "学校：中间从90分起、先进从70分起，次序不对，请改正。"),
    (
        {"selects": "fame"},
        "只有方案包里有名额的集体表彰才要排出次序；本活动的有：优胜单位。请去掉“为哪项评选排序”。",
    ),
    ({"criteria": [KEPT, SEEN | {"number": "1"}]}, "编号1用了两次，请各编各的号。"),
    (
        {"criteria": [{"number": "A", "name": "承诺", "full": "90", "children": [KEPT, SEEN]}]},
        "“承诺”写明90分，下面各项合计却是100分；请改成一致。",
    ),
    (
        {"criteria": [KEPT, SEEN | {"measure": "judged_kept_share"}]},
        "“看现场”要么由下级指标合计，要么用一个指标，要么用测评，要么由考核组评分，只取一样。",
    ),
    ({"criteria": [KEPT | {"full": "100"}, SEEN | {"full": "0"}]}, "“看现场”没有写满分，请写一个大于0的分数。"),
    ({"criteria": [KEPT, SEEN | {"trim": "50"}]}, "“看现场”两头各去掉50%，就没有剩下的了；请写小于50的数。"),
    ({"criteria": [KEPT | {"trim": "10"}, SEEN]}, "“兑现”用指标计分，没有谁的分可以去掉；请去掉“两头各去掉”。"),
    (
        {"criteria": [KEPT | {"enough": "5"}, SEEN]},
        "“兑现”的承诺兑现率是比率，全做到就是满分；请去掉“多少算满分”。",
    ),
    (
        {"criteria": [KEPT, SEEN | {"name": "看签到和台账"}]},
        "“看签到和台账”不能由考核组评分：签到、台账是过程痕迹，不是结果；请写要看做成了什么。",
    ),
    ({"criteria": [KEPT, PUBLIC], "asked": None}, "“群众评”用测评计分，请说明用哪一次测评。"),
    (
        {"criteria": [KEPT, PUBLIC], "by_link": True},
        "选的那次测评用公开链接，谁都能投、能投多次，不能和凭码的票一样计分；请换一次凭码的测评。",
    ),
    (
        {"criteria": [KEPT, PUBLIC | {"groups": ["peers"]}]},
        "“群众评”要算同级互评，可选的那次测评没有请他们评；请换一次测评，或去掉来源。",
    ),
    (
        {"criteria": [KEPT, PUBLIC | {"groups": ["self"]}], "asked": ["self"]},
        "“群众评”只凭自评计分，等于自己给自己打分；请加别的来源，自评分另列在旁边。",
    ),
    (
        {"criteria": [KEPT, PUBLIC | {"groups": ["public", "self"]}], "asked": ["public", "self"]},
        "“群众评”有自评，请给各来源写明权重，自评不与选票合在一起数。",
    ),
    (
        {"criteria": [KEPT, PUBLIC | {"groups": ["below", "public"], "weights": {"public": 1}}]},
        "“群众评”有的来源没有写权重，或给没有选的来源写了权重；请每个来源写一个。",
    ),
    (
        {"criteria": [KEPT, PUBLIC | {"weights": {"public": 0}}]},
        "“群众评”的权重要大于0；不算的来源请不要选。",
    ),
    (
        {"criteria": [KEPT, KEPT | {"number": "2", "name": "再兑现", "full": "40"}]},
        "“兑现”和“再兑现”用同一个指标，同一件事计了两次分；请合成一项。",
    ),
    (
        {"criteria": [KEPT | {"full": "20"}, PUBLIC, PUBLIC | {"number": "4", "name": "百姓评"}]},
        "“群众评”和“百姓评”都算同一批人的测评，同一件事计了两次分；请合成一项。",
    ),
    ({"clauses": [BONUS]}, "有加分条款，加分却最多0分，加了等于没加；请写明加分合计最多几分，或去掉条款。"),
    ({"clauses": [BONUS], "most_bonus": "2"}, "“做法在全市推广”每次最多3分，多过加分合计的上限2分；请改正。"),
    (
        {"clauses": [{"kind": "veto", "words": "弄虚作假", "at_most": "advanced"}]},
        "“弄虚作假”是一票否决，却没有写至多定为中间还是后进，等于什么也没否决；请写明。",
    ),
    (
        {"clauses": [{"kind": "veto", "words": "弄虚作假", "at_most": "middle", "most": "5"}]},
        "“弄虚作假”是一票否决，只影响档次，不加减分；请把分数去掉。",
    ),
    (
        {"clauses": [{"kind": "deduction", "words": "拖着不办", "most": "200"}]},
        "“拖着不办”每次最多扣200分，比满分100分还多；请改正。",
    ),
    (
        {
            "clauses": [
                {"kind": "deduction", "words": "拖着不办", "most": "2"},
                {"kind": "veto", "words": "拖着不办", "at_most": "middle"},
            ]
        },
        "“拖着不办”写了两条，一件事只能有一种后果；请留一条。",
    ),
    (
        {"clauses": [{"kind": "deduction", "words": "少报简报", "most": "2"}]},
        "“少报简报”不能加减分：简报是过程痕迹，不是结果；请写做成了什么事。",
    ),
]  # fmt: skip


def test_a_sound_scheme_has_nothing_against_it():
    assert contradictions(SOUND) == []
    assert contradictions(replace(SOUND, clauses=[BONUS], most_bonus="3", selects="best")) == []


@pytest.mark.parametrize(("change", "words"), BROKEN, ids=[w for _, w in BROKEN])
def test_a_scheme_that_contradicts_itself_is_refused_in_words(change, words):
    assert contradictions(replace(SOUND, **change)) == [words]


@pytest.mark.parametrize("measure", ["study_hours", "collective_share", "meetings_held", "services"])
def test_study_and_traces_give_no_points(measure):
    (words,) = contradictions(replace(SOUND, criteria=[KEPT | {"measure": measure}, SEEN]))

    assert "学习、出勤和留痕只回看、不计分" in words or "不存在" in words


def test_everything_that_is_wrong_is_said_at_once():
    broken = replace(SOUND, middle_from="90", kinds=[], clauses=[BONUS])

    assert len(contradictions(broken)) == 3
