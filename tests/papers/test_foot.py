"""What stands below the text: attachments, signature, colophon."""

from itertools import pairwise

import pytest

from tests.papers.page import BOTTOM, CHARACTER, LEFT, LINE, MM, RIGHT

pytestmark = pytest.mark.papers
SMALL = 14 * 25.4 / 72  # a character of the colophon
FOOTED = ["circular", "request_", "long_names", "bulletin", "real_circular"]


@pytest.mark.parametrize("paper", FOOTED)
def test_the_last_rule_lies_on_the_lower_edge_of_the_type_area(request, paper):
    last = request.getfixturevalue(paper)[-1]

    assert last.bars[-1][3] == pytest.approx(BOTTOM, abs=0.3)


@pytest.mark.parametrize("paper", FOOTED)
def test_the_rules_are_as_wide_as_the_type_area_the_outer_ones_thicker(request, paper):
    rules = request.getfixturevalue(paper)[-1].bars
    weights = [bottom - top for _, _, top, bottom in rules]

    assert all((left, right) == pytest.approx((LEFT, RIGHT), abs=0.2) for left, right, _, _ in rules)
    assert [weights[0], weights[-1]] == pytest.approx([0.35, 0.35], abs=0.06)
    assert weights[1:-1] == pytest.approx([0.25] * (len(rules) - 2), abs=0.06)


@pytest.mark.parametrize("paper", FOOTED)
def test_only_the_last_page_has_a_colophon(request, paper):
    *others, last = request.getfixturevalue(paper)

    assert len(last.bars) >= 2
    assert not any(sheet.bars for sheet in others)


@pytest.mark.parametrize("paper", ["circular", "long_names", "real_circular"])
def test_copies_and_printer_stand_one_character_in_between_their_rules(request, paper):
    last = request.getfixturevalue(paper)[-1]
    first, inner, closing = last.bars
    copies = last.line("抄送：")
    printed = next(line for line in last.lines if line.text.endswith("日印发"))

    assert first[3] < copies.y < inner[2] < printed.y < closing[2]
    assert copies.x0 == pytest.approx(LEFT + SMALL, abs=0.4) and copies.size == 14
    assert printed.x0 == pytest.approx(LEFT + SMALL, abs=0.4)
    assert printed.x1 == pytest.approx(RIGHT - SMALL, abs=0.6)


def test_copies_go_on_after_the_colon_and_end_with_a_full_stop(circular):
    last = circular[-1]
    lines = [line for line in last.lines if last.bars[0][3] < line.y < last.bars[1][2]]

    assert len(lines) == 2 and lines[-1].text.endswith("。")
    assert lines[1].x0 == pytest.approx(LEFT + 4 * SMALL, abs=0.5)


def test_printer_and_day_do_not_meet_however_long_the_name(long_names):
    last = long_names[-1]
    printed = next(line for line in last.lines if line.text.endswith("日印发"))
    signs = [sign for sign in last.signs(printed) if sign["text"].strip()]
    gaps = [(right["x0"] - left["x1"]) * MM for left, right in pairwise(signs)]

    assert max(gaps) >= SMALL
    assert min(gaps) > -0.5, "nothing is printed over something else"


def test_without_a_seal_the_day_begins_two_characters_right_of_the_name(circular):
    name = next(
        sheet for sheet in circular if any(line.text.startswith("2010年9月14日") for line in sheet.lines)
    )
    day = name.line("2010年9月14日")
    issuer = name.lines[name.lines.index(day) - 1]

    assert issuer.text == "中共青禾市委创先争优活动领导小组办公室"
    assert issuer.x1 == pytest.approx(RIGHT - 2 * CHARACTER, abs=0.6)
    assert day.x0 - issuer.x0 == pytest.approx(2 * CHARACTER, abs=0.3)


def test_for_a_seal_the_name_is_centred_on_the_day_four_characters_from_the_edge(request_):
    sheet = next(sheet for sheet in request_ if any(line.text == "2010年8月5日" for line in sheet.lines))
    day = sheet.line("2010年8月5日")
    issuer = sheet.lines[sheet.lines.index(day) - 1]

    # LibreOffice sets digits apart, so its day is up to a character and a half longer than it should be.
    assert RIGHT - 4 * CHARACTER - 0.5 <= day.x1 <= RIGHT - 2.5 * CHARACTER
    assert issuer.middle == pytest.approx(day.middle, abs=0.8 * CHARACTER)


def test_a_long_name_is_sealed_with_the_day_centred_below_it(real_circular):
    last = real_circular[-1]
    day = last.line("2010年10月8日")
    issuer = last.lines[last.lines.index(day) - 1]

    assert issuer.x1 == pytest.approx(RIGHT - CHARACTER, abs=0.6)
    assert issuer.middle == pytest.approx(day.middle, abs=0.8 * CHARACTER)


def test_the_signature_of_a_circular_shares_its_page_with_text(real_circular, circular):
    for paper in (real_circular, circular):
        page = next(sheet for sheet in paper for line in sheet.lines if line.text.endswith("领导小组办公室"))
        assert any("。" in line.text for line in page.body[:2])


def test_attachments_stand_two_characters_in_and_align_below_each_other(circular):
    sheet = next(sheet for sheet in circular if any(line.text.startswith("附件：") for line in sheet.lines))
    first, second = sheet.line("附件："), sheet.line("2.补课安排")
    text = sheet.lines[sheet.lines.index(first) - 1]

    assert first.x0 == pytest.approx(LEFT + 2 * CHARACTER, abs=0.4)
    assert second.x0 == pytest.approx(LEFT + 5 * CHARACTER, abs=0.4)
    assert first.y - text.y == pytest.approx(2 * LINE, abs=0.3), "one blank line below the text"


def test_an_attachment_begins_a_page_with_its_mark_and_its_title_on_the_third_line(request_):
    page = request_[-1]
    mark, title = page.lines[0], page.lines[1]

    assert mark.text == "附件" and "Sans" in mark.font
    assert mark.x0 == pytest.approx(LEFT, abs=0.4)
    assert title.text == "集中学习时间安排" and title.size == 22
    assert 1.5 * LINE <= title.y - mark.y <= 2.5 * LINE
