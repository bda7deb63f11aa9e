"""A plan of one's own beside the plan above: what it covers, where it asks less, what it leaves out and adds."""

import json
import random
from fractions import Fraction

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.comparing.scorer import compared, pairs, score
from tests.reading.scorer import sets
from zhengyou.cli import main
from zhengyou.demo.months import NOTICE
from zhengyou.packs.comparing import compare
from zhengyou.packs.comparing.likeness import bared, likenesses, pairs_of
from zhengyou.packs.comparing.offices import rank_of, theirs
from zhengyou.packs.proposing import Proposal, propose
from zhengyou.reading import Item, Notice, draft, read_file

ABOVE = "关于开展学习活动的通知\n一、任务\n{}。\n2010年4月28日\n"


def line(above: str, own: str):
    """The one line of two plans that ask one thing each."""
    found = compare(draft(Notice(ABOVE.format(above), "上级")), draft(Notice(ABOVE.format(own), "本级")))
    [made] = [each for each in found.lines if each.above.item.kind == "requirement"]
    return made


@pytest.mark.parametrize("pair", pairs(), ids=lambda p: p.name)
def test_a_labelled_pair_is_compared_as_well_as_it_once_was(pair):
    counts, notes = score(pair)

    assert counts["state right"] >= 0.79 * counts["labelled"], notes
    assert counts["lowered found"] == counts["lowered right"], notes
    assert counts["pairs right"] >= 0.6 * counts["pairs labelled"], notes


def test_unrelated_notices_hardly_ever_cover_each_other():
    read = [draft(Notice(s.text, s.name)) for s in sets()]
    lines = [each for n, above in enumerate(read) for each in compare(above, read[(n + 7) % len(read)]).lines]

    assert len([each for each in lines if each.by]) < 0.02 * len(lines)


def test_a_plan_beside_itself_covers_everything_and_adds_nothing():
    for text in [read_file(NOTICE).text, *(plan for pair in pairs() for plan in (pair.above, pair.own))]:
        found = compare(draft(Notice(text, "a")), draft(Notice(text, "b")))

        assert {each.state for each in found.lines} <= {"covered", "theirs"} and found.added == []
        assert all(each.by for each in found.lines)


def test_beside_an_empty_plan_everything_is_left_out_or_done_above():
    found = compare(draft(read_file(NOTICE)), draft(Notice("", "x")))

    assert {each.state for each in found.lines} == {"left_out", "theirs"}
    assert any("市委派出督导组" in each.above.item.text for each in found.of("theirs"))


@pytest.mark.parametrize(
    ("above", "own", "why"),
    [
        ("每名党员学习不少于40学时", "每名党员学习不少于30学时", "“40学时”降为“30学时”"),
        ("集中学习时间占三分之二以上", "集中学习时间占60%以上", "“66.67%”降为“60%”"),
        ("投诉要在5个工作日内答复", "投诉要在7个工作日内答复", "“5个工作日”放宽为“7个工作日”"),
        ("支部书记每周批阅一次学习笔记", "支部书记每月批阅一次学习笔记", "“每周1次”改为“每月1次”"),
        ("每名班子成员每月走访2次以上", "每名班子成员每月走访1次", "“每月2次”改为“每月1次”"),
        (
            "各支部在2010年6月底前报送名单",
            "各支部在2010年7月15日前报送名单",
            "时限由2010-06-30推迟到2010-07-15",
        ),
        ("每名党员撰写2篇心得体会", "每名党员要撰写心得体会并交支部存档", "没有写明“2篇”"),
        ("每名教师每学年家访不少于30户", "班主任每学年家访不少于30户", "对象由“每名教师”改为“班主任”"),
        ("每名党员学习不少于40学时", "党员领导干部学习不少于40学时", "对象由“每名党员”改为“党员领导干部”"),
    ],
)
def test_what_asks_less_is_said_in_words(above, own, why):
    found = line(above, own)

    assert found.state == "lowered" and why in found.why, (found.state, found.why)


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("每名党员学习不少于40学时", "每名党员学习48学时以上"),
        ("支部书记每月走访2次", "支部书记每半月走访1次"),
        ("投诉要在5个工作日内答复", "投诉要在3个工作日内答复"),
        ("各支部在2010年6月底前报送名单", "各支部在6月10日前上报名单"),
        ("各支部要建立学习台账", "建立健全党员学习台帐"),
        ("全体党员要作出公开承诺", "党员公开承诺不少于2项"),
    ],
)
def test_as_much_or_more_in_other_words_is_covered(above, own):
    assert line(above, own).state == "covered", line(above, own)


def test_a_deadline_that_is_not_repeated_still_stands_and_is_noted():
    found = line("各支部要在2010年6月底前制定学习计划", "各支部要制定学习计划")

    assert found.state == "covered" and found.notes == ("没有写时限，上级要求“2010年6月底前”",)


def test_what_is_about_something_else_does_not_cover():
    assert line("每名党员学习不少于40学时", "各支部要建立困难群众台账").state == "left_out"
    assert line("集中学习时间占三分之二以上", "每名党员学习不少于40学时").state == "left_out"


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32))
def test_the_order_of_the_lower_plan_does_not_matter(seed):
    pair = pairs(["safety-union"])[0]
    above, own = ([p.item.text for p in propose(draft(Notice(text, "x")))] for text in (pair.above, pair.own))
    mixed = random.Random(seed).sample(own, len(own))  # noqa: S311 — an order, no secret
    like = {(n, own[m]): s for s, n, m in likenesses(above, own)}

    assert {(n, mixed[m]): s for s, n, m in likenesses(above, mixed)} == pytest.approx(like)


def test_likeness_looks_past_numbers_days_and_spellings():
    assert bared("各支部要在6月底前建立学习台账") == bared("各支部应于7月15日前建立学习台帐")
    assert bared("每月至少走訪2次") == bared("每月走访3次以上")
    assert pairs_of("") == {}


def test_the_same_pair_twice_is_compared_alike():
    for pair in pairs():
        assert compared(pair) == compared(pair)


def test_the_command_line_says_what_asks_less_first(tmp_path):
    pair = pairs(["striving-town"])[0]
    files = [tmp_path / "上级.txt", tmp_path / "本级.txt"]
    for file, text in zip(files, (pair.above, pair.own), strict=True):
        file.write_text(text, encoding="utf-8")

    told = CliRunner().invoke(main, ["compare", *map(str, files)], catch_exceptions=False)
    data = CliRunner().invoke(main, ["compare", *map(str, files), "--format", "json"], catch_exceptions=False)

    assert "【要求降低的】" in told.output.split("\n\n")[1] and "↓ “2篇”降为“1篇”" in told.output
    found = json.loads(data.output)
    assert found["counts"]["lowered"] == len([each for each in found["lines"] if each["why"]])
    assert all(
        pair.above[a["start"] : a["end"]] == a["text"] for a in (each["above"] for each in found["lines"])
    )


def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path):
    (tmp_path / "a.txt").write_text("关于学习的通知", encoding="utf-8")
    done = CliRunner().invoke(main, ["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])

    assert done.exit_code == 1 and done.output.startswith("Error: ")


@pytest.mark.parametrize(
    ("title", "who", "above"),
    [
        ("中共清河县委关于开展活动的意见", "县委组织部", True),
        ("中共清河县委关于开展活动的意见", "各镇党委", False),
        ("中共清河县委关于开展活动的意见", "镇党委", False),
        ("白石镇委员会关于开展活动的意见", "镇人居办", True),
        ("白石镇委员会关于开展活动的意见", "市场党支部", False),
        ("江北区妇联关于寻找最美家庭的通知", "街道妇联", False),
        ("青云街道党工委关于城市党建的方案", "街道党工委", True),
        ("关于在全市企业开展竞赛的通知", "市总工会", True),
        ("关于在全市企业开展竞赛的通知", "县区文明办", False),
        ("关于开展活动的通知", "督导组", True),
        ("关于开展活动的通知", "各督导组", False),
    ],
)
def test_who_stands_above_is_told_by_the_level_that_wrote_the_plan(title, who, above):
    plan = draft(Notice(f"{title}\n一、任务\n按时完成。\n", "x"))
    item = Item("requirement", "检查一次", 0, 4, who=who)

    assert theirs(Proposal(item, "task", {}, Fraction(1), ""), rank_of(plan)) is above


@given(
    st.text(
        st.sampled_from("党员学习40学时%，。；\n一二（）1.2010年6月30日前各支部要承诺每集中2/3分满占"),
        max_size=200,
    )
)
def test_any_two_texts_are_compared_without_an_error(text):
    plan = draft(Notice(text, "x"))
    found = compare(plan, plan)

    assert len(found.lines) <= len(plan.items)
    assert all(each.by for each in found.lines)
