"""The page of GB/T 9704-2012, as LibreOffice prints it."""

import re
from itertools import pairwise

import pytest

from tests.papers.page import BOTTOM, CHARACTER, LEFT, LINE, MM, RIGHT, TOP

pytestmark = pytest.mark.papers


def test_the_page_is_a4(circular):
    assert {(round(sheet.width), round(sheet.height)) for sheet in circular} == {(210, 297)}


def test_a_full_page_has_22_lines_of_28_characters(plain_pages):
    full = plain_pages[1]

    assert len(full.body) == 22
    assert {len(line.text) for line in full.body} == {28}


def test_full_lines_reach_from_margin_to_margin(plain_pages):
    for line in plain_pages[1].body:
        assert line.x0 == pytest.approx(LEFT, abs=0.3)
        assert line.x1 == pytest.approx(RIGHT, abs=0.5)


def test_lines_share_out_the_type_area_evenly(plain_pages):
    for upper, lower in pairwise(plain_pages[1].body):
        assert lower.y - upper.y == pytest.approx(LINE, abs=0.08)


def test_no_ink_lies_above_or_below_the_type_area(plain_pages):
    left, top, right, bottom = plain_pages[1].ink(20, BOTTOM + 4)

    assert TOP <= top <= TOP + LINE / 2
    assert BOTTOM - LINE / 2 <= bottom <= BOTTOM


def test_a_paragraph_begins_two_characters_in(plain_pages):
    assert plain_pages[0].body[0].x0 == pytest.approx(LEFT + 2 * CHARACTER, abs=0.3)
    assert len(plain_pages[0].body[0].text) == 26


def test_the_page_number_stands_between_dashes_in_size_4(circular):
    for number, sheet in enumerate(circular, start=1):
        assert sheet.lines[-1].text == f"— {number} —"
        assert sheet.lines[-1].size == 14


def test_the_dash_lies_7_mm_below_the_type_area(circular):
    for sheet in circular:  # in the face that stands in for 宋体 a dash lies half a millimetre lower
        line = sheet.lines[-1]
        _, top, _, bottom = sheet.ink(BOTTOM + 2, BOTTOM + 12, line.x0, line.x0 + 4)
        assert (top + bottom) / 2 == pytest.approx(BOTTOM + 7, abs=0.7)


def test_odd_numbers_stand_right_even_ones_left_one_character_in(circular):
    one = 14 * MM
    odd, even = circular[0].lines[-1], circular[1].lines[-1]

    assert odd.x1 == pytest.approx(RIGHT - one, abs=0.5)
    assert even.x0 == pytest.approx(LEFT + one, abs=0.5)


@pytest.mark.parametrize("paper", ["circular", "request_", "long_names", "real_circular", "crowded_table"])
def test_no_character_stands_outside_the_type_area(request, paper):
    # LibreOffice lets a full stop hang out at the right, whatever the document says; nothing else may.
    for sheet in request.getfixturevalue(paper):
        for sign in sheet.page.chars:
            if sign["text"].strip() and sign["text"] not in "，。、；：！？）》”":
                assert sign["x0"] * MM >= LEFT - 0.3, sign["text"]
                assert sign["x1"] * MM <= RIGHT + 0.3, sign["text"]


def test_headings_are_numbered_and_set_in_the_face_of_their_level(circular):
    lines = [line for sheet in circular for line in sheet.body]
    numbers = {
        re.match(r"[一二三四]、|（[一二]）|\d\.|（\d）", line.text).group(): line.font
        for line in lines
        if re.match(r"[一二三四]、|（[一二]）|\d\.|（\d）", line.text)
    }

    assert list(numbers) == ["一、", "二、", "（一）", "（二）", "1.", "2.", "（1）", "（2）", "三、", "四、"]
    assert all("Sans" in numbers[mark] for mark in ("一、", "二、", "三、", "四、"))
    assert not any("Sans" in numbers[mark] for mark in ("（一）", "（二）", "（1）"))


def test_chinese_names_come_out_whole(long_names):
    said = "".join(line.text for sheet in long_names for line in sheet.lines)

    for name in ("堃喆村党支部", "瑄頔社区党支部", "古丽巴格·英买里党支部", "䶮家湾村党支部", "㛃河村党支部"):
        assert name in said
