"""What stands in a cell, in words."""

from datetime import date
from decimal import Decimal

import pytest

from zhengyou.core.papers import Share, date_zh
from zhengyou.core.papers.values import clean, ems, said
from zhengyou.core.papers.widths import Span, fitted, parted_head, span_of


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (None, "—"),
        (True, "是"),
        (0, "0"),
        (1912, "1912"),
        (0.1 + 0.2, "0.3"),
        (123456789012.5, "123456789012.5"),
        (Decimal("40.50"), "40.50"),
        (Decimal("1E+3"), "1000"),
        (date(2010, 9, 1), "2010年9月1日"),
        (date(1899, 7, 1), "1899年7月1日"),
        (Share(37, 60), "37/60（61.7%）"),
        (Share(0, 0), "0/0"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_cell_is_said_as_an_official_would_write_it(cell, words):
    assert said(cell) == words


def test_days_and_shares_can_be_said_in_two_short_lines():
    assert said(Share(37, 60), briefly=True) == "37/60\n61.7%"
    assert said(date(2010, 12, 30), briefly=True) == "2010年\n12月30日"


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(1, 3), "33.3%"),
        (Share(1, 8), "12.5%"),
        (Share(1, 16), "6.3%"),
        (Share(9999, 10000), "99.9%"),
        (Share(1, 100000), "0.1%"),
        (Share(5, 5), "100.0%"),
        (Share(0, 5), "0.0%"),
        (Share(0, 0), "—"),
    ],
)
def test_a_percentage_says_all_only_of_all_and_none_only_of_none(share, percent):
    assert share.percent == percent


@pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 2), (0, -1)])
def test_more_than_all_or_less_than_none_is_no_share(part, whole):
    with pytest.raises(ValueError, match=f"{part} of {whole}"):
        Share(part, whole)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(ValueError, match="no number"):
        said(number)


def test_text_keeps_its_characters_and_loses_what_cannot_be_printed():
    assert clean("䶮㛃堃·é\r\n𠮷\x07\u2066") == "䶮㛃堃·é\n𠮷"


def test_widths_count_chinese_characters():
    assert ems("学习20学时") == 5
    assert date_zh(date(2010, 1, 5)) == "2010年1月5日"


def test_columns_share_what_is_left_over_and_give_where_they_can():
    stiff, soft = Span(4, 4), Span(4, 12)

    assert fitted([stiff, soft], 20) == [6, 14]
    assert fitted([stiff, soft], 12) == [4, 8]
    assert fitted([stiff, stiff], 4) == [2, 2]
    assert fitted([Span(1, 1), Span(3, 3)], 8) == [2, 6], "widths that a writer gave keep their proportions"


def test_figures_are_never_broken_and_words_only_when_they_are_long():
    assert span_of("已办结", ["1234567/1234567（100.0%）"], stiff=True).least > 13
    assert span_of("备注", ["很长的一段说明文字需要分成几行才放得下"], stiff=False).least == 7


@pytest.mark.parametrize(
    ("head", "room", "lines"),
    [
        ("党员公开承诺", 6, "党员公开承诺"),
        ("党员公开承诺", 5, "党员公开\n承诺"),
        ("到期承诺步骤兑现", 5, "到期承诺\n步骤兑现"),
        ("已办结", 2, "已办\n结"),
        ("分子\n分母", 1, "分子\n分母"),
    ],
)
def test_a_head_is_parted_into_lines_of_whole_words(head, room, lines):
    assert parted_head(head, room) == lines
