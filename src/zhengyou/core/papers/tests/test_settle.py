"""Titles, headings and paragraphs, before any file is made of them."""

import pytest

from zhengyou.core.papers import Heading, Para, Title, numeral_zh, to_text
from zhengyou.core.papers.settle import lines_of_title, settled


def numbers(*blocks):
    return [block.text for block in settled(blocks) if isinstance(block, Heading)]


def test_the_first_string_is_the_title_and_the_others_are_paragraphs():
    assert settled(["通报", "正文。"]) == [Title("通报"), Para("正文。")]
    assert settled([Title("通报"), "正文。"]) == [Title("通报"), Para("正文。")]


def test_headings_are_numbered_by_level_and_begin_anew_below_each():
    found = numbers(
        Heading(1, "甲"), Heading(2, "乙"), Heading(3, "丙"), Heading(4, "丁"), Heading(4, "戊"),
        Heading(2, "己"), Heading(3, "庚"), Heading(1, "辛"), Heading(2, "壬"),
    )  # fmt: skip

    assert found == [
        "一、甲",
        "（一）乙",
        "1.丙",
        "（1）丁",
        "（2）戊",
        "（二）己",
        "1.庚",
        "二、辛",
        "（一）壬",
    ]


def test_a_number_that_is_written_already_is_not_doubled_but_counted():
    assert numbers(Heading(1, "一、甲"), Heading(1, "乙")) == ["一、甲", "二、乙"]
    assert numbers(Heading(3, "2010年情况")) == ["1.2010年情况"]
    assert numbers(Heading(3, "1.5倍")) == ["1.1.5倍"], "a decimal number is no mark"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_heading_numbers_are_said_in_chinese(number, said):
    assert numeral_zh(number) == said


@pytest.mark.parametrize("number", [0, 100, -1])
def test_a_heading_number_that_nobody_writes_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        numeral_zh(number)


def test_line_breaks_make_paragraphs_and_blank_ones_are_left_out():
    assert to_text(["标题", "一段\n\n 二段 \r\n三段"]) == "标题\n\n　　一段\n\n　　二段\n\n　　三段\n"


def test_a_title_that_fits_stays_on_one_line_and_own_breaks_are_kept():
    assert lines_of_title("关于学习情况的通报", 20) == ["关于学习情况的通报"]
    assert lines_of_title("关于全市\n学习情况的通报", 20) == ["关于全市", "学习情况的通报"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "中共青禾市委关于在全市基层党组织和党员中深入开展创先争优活动的实施意见",
            ["中共青禾市委", "关于在全市基层党组织", "和党员中深入开展创先争优活动的实施意见"],
        ),
        (
            "关于表彰先进基层党组织、优秀共产党员和优秀党务工作者的决定",
            ["关于表彰先进基层党组织、优秀共产党员", "和优秀党务工作者的决定"],
        ),
    ],
)
def test_a_long_title_is_parted_by_its_meaning(title, lines):
    assert lines_of_title(title, 20) == lines


def test_no_line_of_a_title_begins_with_punctuation_or_is_too_long():
    title = (
        "关于深入开展“公开承诺、接受监督、群众满意”主题实践活动，推动创先争优活动取得实效的指导意见（试行）"
    )
    lines = lines_of_title(title, 20)

    assert "".join(lines) == title
    assert all(len(line) <= 20 and line[0] not in "、，。》）”" for line in lines)
