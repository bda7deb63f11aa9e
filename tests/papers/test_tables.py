"""Tables amid the text: inside the type area, readable, their heads repeated."""

import pytest

from tests.papers.page import LEFT, MM, RIGHT

pytestmark = pytest.mark.papers
TABLED = ["circular", "crowded_table", "real_circular", "request_", "long_names"]


def tables(pages):
    return [(page, table) for page in pages for table in page.page.find_tables()]


@pytest.mark.parametrize("paper", TABLED)
def test_a_table_is_as_wide_as_the_type_area(request, paper):
    found = tables(request.getfixturevalue(paper))

    assert found
    for _, table in found:
        assert (table.bbox[0] * MM, table.bbox[2] * MM) == pytest.approx((LEFT, RIGHT), abs=0.3)


@pytest.mark.parametrize("paper", TABLED)
def test_every_cell_holds_its_words(request, paper):
    """No character crosses the border of its cell."""
    for page, table in tables(request.getfixturevalue(paper)):
        inside = [s for s in page.page.chars if table.bbox[1] < s["top"] and s["bottom"] < table.bbox[3]]
        for sign in inside:
            across = (sign["x0"] + sign["x1"]) / 2
            cell = next(
                (
                    c
                    for c in table.cells
                    if c[0] <= across <= c[2] and c[1] <= (sign["top"] + sign["bottom"]) / 2 <= c[3]
                ),
                None,
            )
            assert cell is not None, sign["text"]
            assert cell[0] - 0.5 <= sign["x0"] and sign["x1"] <= cell[2] + 0.5, sign["text"]


def test_figures_stand_to_the_right_and_words_to_the_left(circular):
    page, table = tables(circular)[0]
    rows = table.extract()

    assert rows[0] == ["乡镇", "党支部数", "应参学党员数", "达标党员数", "达标率"]
    assert len(rows) == 21
    ends = {round(s["x1"]) for s in page.page.chars if s["text"] == "）" and s["top"] > table.bbox[1] + 20}
    assert len(ends) <= 2, "the shares end at one edge"


def test_a_head_of_two_levels_is_repeated_on_every_page(crowded_table):
    heads = [table.extract()[:2] for _, table in tables(crowded_table)]

    assert len(heads) >= 2
    for upper, lower in heads:
        assert "查出" in upper and "整改" in upper
        assert "查出日期" in lower and "完成期限" in lower


def test_a_crowded_table_keeps_its_words_together(crowded_table):
    rows = [row for _, table in tables(crowded_table) for row in table.extract()[2:]]

    assert len(rows) == 31, "thirty rows and their total"
    assert all(len(row[1].split("\n")[0]) >= 5 for row in rows[:-1]), "a township's name is not broken"
    assert {row[3] for row in rows[:1]} == {"2010年\n6月1日"}
    assert rows[0][8] == "3/3\n100.0%"
    assert rows[-1][0] == "合计" and rows[-1][4] == "175"


def test_the_table_of_a_circular_breaks_its_heads_evenly(real_circular):
    head = tables(real_circular)[0][1].extract()[0]

    assert head == ["单位", "党员", "学习达标", "补课完成", "党员公开承诺", "支部公开承诺"]


def test_the_table_of_a_circular_adds_up(real_circular):
    rows = [row for _, table in tables(real_circular) for row in table.extract() if "单位" not in row[0]]
    parts, total = rows[:-1], rows[-1]

    assert total[0] == "合计" and len(parts) == 6
    assert sum(int(row[1]) for row in parts) == int(total[1])
    for column in range(2, 6):
        met, due = (sum(int(row[column].split("\n")[0].split("/")[at]) for row in parts) for at in (0, 1))
        assert total[column].startswith(f"{met}/{due}\n")
