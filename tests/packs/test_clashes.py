"""What does not go together in a draft is pointed out with the remedy, and what was put right no longer is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.demo.months import NOTICE
from zhengyou.packs.proposing import contradictions, pack_of, propose
from zhengyou.packs.proposing.clashes import bounds
from zhengyou.reading import Notice, draft, read_file

CLEAN = """关于开展学习和公开承诺活动的通知

一、时间安排
（一）学习动员阶段（2010年5月10日—6月30日）。
（二）公开承诺阶段（2010年7月1日—9月20日）。
二、主要任务
每名党员的学习时间不少于40个学时，其中集中学习的时间不少于三分之二。
每个党支部在2010年9月20日前作出3项以上公开承诺。
支部书记在6月底前讲1次党课。
三、考核办法
考核满分100分，按以下标准评分。
（一）班子建设（40分）
1.班子健全（15分）
2.制度落实（25分）
（二）承诺兑现（60分）
2010年4月28日
"""
HOURS = "每名党员的学习时间不少于40个学时"
PLEDGES = "每个党支部在2010年9月20日前作出3项以上公开承诺"


def told(text: str) -> list[str]:
    read = draft(Notice(text, "notice.txt"))
    return [c.words for c in contradictions(propose(read), read.date or "")]


def test_a_clean_notice_has_none():
    assert told(CLEAN) == []
    assert told(read_file(NOTICE).text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        (
            "7月1日—9月20日",
            "6月20日—9月20日",
            "公开承诺与学习动员重叠，请把公开承诺的开始改在2010-06-30之后。",
        ),
        ("5月10日—6月30日", "5月10日—6月31日", "里有日历上没有的一天，请改正日期。"),
        ("支部书记在6月底前", "支部书记在2010年2月30日前", "“2010年2月30日前”里有日历上没有的一天"),
        (
            "支部书记在6月底前",
            "支部书记在2010年3月底前",
            "截止2010-03-31早于文件日期2010-04-28，请核对年份和日期。",
        ),
        ("三分之二", "120%", "比例超过100%，请核对原文"),
        (
            PLEDGES,
            PLEDGES.replace("9月20日", "11月20日"),
            "截止2010-11-20不在活动期（2010-05-10至2010-09-20）之内",
        ),
        (
            f"{HOURS}，",
            f"{HOURS}。\n每名党员学习不少于30学时，",
            "学习达标对同样的对象有40和30两个数，请留一条",
        ),
        (
            f"{HOURS}，",
            f"{HOURS}。\n农村党员学习不少于30学时，",
            "学习达标对全体要求40，对其中一部分只要求30",
        ),
        ("制度落实（25分）", "制度落实（20分）", "“班子建设（40分）”之下各项合计35分，与40分不符"),
        ("承诺兑现（60分）", "承诺兑现（50分）", "满分100分之下各项合计90分，与100分不符"),
    ],
)
def test_each_contradiction_is_named_with_its_remedy(right, wrong, words):
    assert CLEAN.count(right) == 1, right
    found = told(CLEAN.replace(right, wrong))

    assert [w for w in found if words in w] and len(found) == 1, found


def test_stages_that_run_backwards_are_named():
    found = told(CLEAN.replace("7月1日—9月20日", "1月1日—3月20日"))

    assert any(words.startswith("公开承诺写在学习动员之后，日期却在其前，请核对") for words in found)
    assert "公开承诺的结束早于开始，请核对日期。" in told(CLEAN.replace("7月1日—9月20日", "9月20日—7月1日"))


def test_a_deadline_outside_the_stage_that_it_stands_under_is_named():
    text = CLEAN.replace("6月30日）。", "6月30日）。每名党员在2010年8月底前学习不少于40学时。")

    assert any("截止2010-08-31不在学习动员（2010-05-10至2010-06-30）之内" in w for w in told(text))


def test_more_for_some_than_for_all_is_no_contradiction():
    assert told(CLEAN.replace(f"{HOURS}，", f"{HOURS}。\n农村党员学习不少于50学时，")) == []
    assert told(CLEAN.replace(f"{HOURS}，", f"{HOURS}。\n完成年度任务的120%以上，")) == []


def test_a_number_that_only_follows_from_the_words_contradicts_none_that_is_written():
    both = CLEAN.replace(PLEDGES, f"{PLEDGES}。\n各党支部要向群众作出公开承诺")

    assert told(both) == []


def test_the_places_are_those_of_the_proposals_handed_in_and_what_is_put_right_is_let_be():
    read = draft(Notice(CLEAN.replace("7月1日—9月20日", "6月20日—9月20日"), "x"))
    found = propose(read)
    [clash] = contradictions(found)
    first, then = clash.places
    mended = list(found)
    mended[then] = replace(found[then], entry=found[then].entry | {"starts_on": "2010-07-01"})

    assert [found[n].entry["name"] for n in (first, then)] == ["学习动员", "公开承诺"]
    assert contradictions(mended) == []
    assert contradictions([p for p in found if p is not found[then] and p.becomes != "requirement"]) == []


@given(
    st.text(
        st.sampled_from("党员学习40学时%，。；\n一二（）1.2010年6月31日前各支部要承诺每集中2/3分满占"),
        max_size=200,
    )
)
def test_whatever_is_read_is_proposed_and_laid_down_without_an_error(text):
    read = draft(Notice(text, "x"))
    found = propose(read)
    clashes = contradictions(found, read.date or "")

    assert all(c.words and set(c.places) <= set(range(len(found))) for c in clashes)
    assert set(pack_of(found, code="x", name="x")) >= {"stages", "requirements", "tasks"}


@pytest.mark.parametrize(
    ("value", "words"),
    [("40", "40"), ("2/3", "66.67%"), ("160/3", "53又1/3"), ("26.5", "26又1/2"), ("1", "1")],
)
def test_a_number_in_a_contradiction_is_said_exactly(value, words):
    assert bounds.told(value) == words
