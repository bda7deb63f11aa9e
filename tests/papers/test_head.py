"""What stands above the text: mark, number, red line, title, addressee."""

import pytest

from tests.papers.page import CHARACTER, LEFT, LINE, MM, RED, RIGHT, TOP

pytestmark = pytest.mark.papers
CENTRE = (LEFT + RIGHT) / 2
HEADED = ["circular", "request_", "long_names", "real_circular"]


def ink_of(sheet, line):
    """The ink of one line of text."""
    height = line.size * MM
    return sheet.ink(line.y - height, line.y + height * 0.3, LEFT - 5, RIGHT + 5)


def mark_of(sheet):
    return [line for line in sheet.lines if line.colour == RED]


def red_line(sheet):
    drawn = [each for each in sheet.page.lines if each["stroking_color"] == RED]
    assert drawn, "no red line"
    edge = next(rule for rule in sheet.rules if abs(rule[2] - drawn[0]["top"] * MM) < 1)
    return edge


@pytest.mark.parametrize("paper", HEADED)
def test_the_red_mark_begins_35_mm_below_the_top_of_the_type_area(request, paper):
    first = request.getfixturevalue(paper)[0]
    upper = mark_of(first)[0]

    assert ink_of(first, upper)[1] == pytest.approx(TOP + 35, abs=0.8)


@pytest.mark.parametrize("paper", HEADED)
def test_the_red_mark_is_centred_and_fits_the_type_area(request, paper):
    for line in mark_of(request.getfixturevalue(paper)[0]):
        assert line.middle == pytest.approx(CENTRE, abs=0.8)
        assert line.x0 >= LEFT - 0.3 and line.x1 <= RIGHT + 0.3


@pytest.mark.parametrize("paper", HEADED)
def test_the_red_line_is_as_wide_as_the_type_area_4_mm_below_the_number(request, paper):
    first = request.getfixturevalue(paper)[0]
    left, right, top, bottom = red_line(first)
    number = next(line for line in first.lines if "〔" in line.text)

    assert (left, right) == pytest.approx((LEFT, RIGHT), abs=0.2)
    assert top - ink_of(first, number)[3] == pytest.approx(4, abs=0.6)


def test_the_number_is_centred_two_blank_lines_below_the_mark(circular):
    first = circular[0]
    number = first.line("青创先办")

    assert number.middle == pytest.approx(CENTRE, abs=0.5)
    gap = ink_of(first, number)[1] - ink_of(first, mark_of(first)[-1])[3]
    assert 2 * LINE <= gap <= 3 * LINE


@pytest.mark.parametrize("paper", HEADED)
def test_the_title_is_set_in_size_2_centred_two_blank_lines_below_the_red_line(request, paper):
    first = request.getfixturevalue(paper)[0]
    title = [line for line in first.lines if line.size == 22]

    assert title and all(line.middle == pytest.approx(CENTRE, abs=0.6) for line in title)
    assert 2 * LINE <= ink_of(first, title[0])[1] - red_line(first)[3] <= 3 * LINE


def test_a_long_title_is_not_parted_within_a_word(long_names):
    title = [line.text for line in long_names[0].lines if line.size == 22]

    assert title == ["关于各基层党组织开展先进性教育活动", "集中学习、公开承诺和民主评议情况的通报"]


@pytest.mark.parametrize("paper", ["circular", "request_", "real_circular"])
def test_the_addressee_stands_flush_left_one_blank_line_below_the_title(request, paper):
    first = request.getfixturevalue(paper)[0]
    addressee = next(line for line in first.lines if line.text.endswith("："))
    title = [line for line in first.lines if line.size == 22][-1]

    assert addressee.x0 == pytest.approx(LEFT, abs=0.3)
    assert 1.5 * LINE <= addressee.y - title.y <= 2.5 * LINE


@pytest.mark.parametrize("paper", HEADED)
def test_the_first_page_shows_text(request, paper):
    first = request.getfixturevalue(paper)[0]

    assert [line for line in first.body if line.x0 == pytest.approx(LEFT + 2 * CHARACTER, abs=0.4)]


def test_number_of_copy_secrecy_and_urgency_stand_in_this_order_flush_left(request_):
    upper = request_[0].lines[:3]

    assert [line.text for line in upper] == ["000012", "秘密★1年", "特急"]
    assert all(line.x0 == pytest.approx(LEFT, abs=0.4) for line in upper)
    assert "Sans" in upper[1].font and "Sans" in upper[2].font


def test_a_paper_upwards_has_its_number_left_and_its_signers_right(request_):
    lines = request_[0].lines
    first, last = request_[0].line("签发人"), request_[0].line("柳发")

    assert first.text == "签发人：甲　某　乙某某"
    assert last.text.endswith("丙某某"), "the number stands on the line of the last signer"
    assert last.x0 == pytest.approx(LEFT + CHARACTER, abs=0.4)
    assert first.x1 == pytest.approx(RIGHT - CHARACTER, abs=1)
    assert lines.index(last) == lines.index(first) + 1


def test_a_bulletin_has_its_own_red_head(bulletin):
    (mark,) = mark_of(bulletin[0])

    assert mark.text == "创先争优简报" and mark.middle == pytest.approx(CENTRE, abs=0.8)
    assert bulletin[0].line("第12期").middle == pytest.approx(CENTRE, abs=0.5)
    assert red_line(bulletin[0])[:2] == pytest.approx((LEFT, RIGHT), abs=0.2)
