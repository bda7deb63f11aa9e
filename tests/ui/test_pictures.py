"""Pictures: what the eye is told must be what the numbers say."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.pictures import Bar, Cell, Part, Point, bar, bars, icicle, line, percent, share_bar, step
from zhengyou.core.pictures.icicle import GAP, HEIGHT, LIMIT, WIDTH, lay_out

names = st.text("东西南北河桥村镇社区", min_size=1, max_size=6)


def cells(below: st.SearchStrategy | None = None, most: int = 30) -> st.SearchStrategy[Cell]:
    people = st.integers(0, 500)
    children = st.lists(below, max_size=most) if below is not None else st.just([])
    return st.builds(
        lambda name, size, met, due, under: Cell(name, size, min(met, due), due, "/there/", "", under),
        names, people, people, people, children,
    )  # fmt: skip


trees = cells(cells(cells(), 40), 30)


def drawn(svg: str) -> list[tuple[float, float, float, float]]:
    """The rectangles of the cells, as x, y, width, height; the hatch itself is none."""
    found = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h in found]


@given(trees)
def test_children_fill_their_parent_exactly(tree):
    boxes = lay_out(tree)
    for n, parent in enumerate(boxes):
        below = []
        for box in boxes[n + 1 :]:
            if box.depth <= parent.depth:
                break
            if box.depth == parent.depth + 1:
                below.append(box)
        if below:
            assert sum(b.width for b in below) == pytest.approx(parent.width)
            assert below[0].x == pytest.approx(parent.x)


@given(trees)
def test_no_two_cells_of_a_row_overlap_and_none_leaves_the_picture(tree):
    boxes = lay_out(tree)
    for depth in range(3):
        row = [b for b in boxes if b.depth == depth]
        for left, right in zip(row, row[1:], strict=False):
            assert left.x + left.width <= right.x + 1e-6
    for b in boxes:
        assert -1e-6 <= b.x and b.x + b.width <= WIDTH + 1e-6
        assert b.y + b.height <= HEIGHT + 1e-6


@given(trees)
def test_a_tree_of_any_size_is_drawn_in_at_most_150_cells(tree):
    boxes = lay_out(tree)
    assert len(boxes) <= LIMIT
    assert len(drawn(icicle(tree))) == len(boxes)


@given(trees)
def test_folding_loses_nobody(tree):
    towns = [b for b in lay_out(tree) if b.depth == 1]
    assert sum(b.cell.size for b in towns) == sum(c.size for c in tree.children)
    assert sum(b.cell.due for b in towns) == sum(c.due for c in tree.children)


def test_places_stay_put_when_the_measure_changes():
    def town(met):
        return Cell("镇", 9, 0, 9, "", "", [Cell("东村", 5, met, 5), Cell("西村", 4, 4 - met, 4)])

    before, after = lay_out(town(0)), lay_out(town(4))
    assert [(b.cell.name, b.x) for b in before] == [(b.cell.name, b.x) for b in after]


def test_a_great_county_shows_its_largest_branches_and_counts_the_rest():
    towns = [
        Cell(f"{t}镇", 100, 5, 10, "/t/", "", [Cell(f"{t}{n}村", n, 1, 2) for n in range(1, 31)])
        for t in range(10)
    ]
    boxes = lay_out(Cell("县", 1000, 50, 100, "/", "", towns))
    rest = [b.cell for b in boxes if b.cell.name.startswith("其余")]

    assert len(boxes) == 141  # the county, ten towns, thirteen cells under each
    assert {c.name for c in rest} == {"其余18个"}
    assert all(c.url == "/t/" for c in rest)


def test_a_cell_says_its_numbers_aloud_and_leads_somewhere():
    svg = icicle(Cell("石桥村党支部", 24, 21, 24, "/orgs/7/"), what="学时达标", unit="人")

    assert "<title>石桥村党支部：21/24人，87.5%</title>" in svg
    assert 'href="/orgs/7/"' in svg
    assert 'aria-label="学时达标：石桥村党支部21/24人，87.5%"' in svg


def test_the_sentence_of_the_picture_names_the_weak_places():
    svg = icicle(Cell("镇", 9, 5, 9, "", "", [Cell("东村", 5, 5, 5), Cell("西村", 4, 0, 4)]), what="承诺")
    assert "不足六成的1个：西村0/4" in svg


def test_a_share_below_sixty_is_hatched_and_sixty_is_not():
    low, sixty = icicle(Cell("甲", 5, 59, 100)), icicle(Cell("乙", 5, 60, 100))
    assert 'fill="url(#ic-hx)"' in low and 'class="s0"' in low
    assert 'fill="url(#ic-hx)"' not in sixty and 'class="s1"' in sixty


def test_names_cannot_break_out_of_the_picture():
    svg = icicle(Cell('<script>"', 5, 1, 2, 'javascript:"'))
    assert "<script>" not in svg
    assert svg.count('"') % 2 == 0


def test_upright_names_appear_only_where_a_character_fits():
    many = [Cell(f"{'甲乙丙丁戊己庚辛'[n % 8]}村", 10, 1, 2) for n in range(100)]
    one = icicle(Cell("镇", 1000, 1, 2, "", "", many))
    assert WIDTH / 100 - GAP < 12.5
    assert ">甲</text>" not in one


@pytest.mark.parametrize(
    ("met", "due", "shade", "words"),
    [
        (59, 100, "s0", "59.0%"),
        (60, 100, "s1", "60.0%"),
        (75, 100, "s2", "75.0%"),
        (90, 100, "s3", "90.0%"),
        (9999, 10000, "s3", "99.9%"),
        (99999, 100000, "s3", "99.9%"),
        (7, 7, "s4", "100%"),
        (0, 7, "s0", "0%"),
        (0, 0, "na", "—"),
        (None, 5, "na", "—"),
        (Decimal("22.5"), Decimal("30"), "s2", "75.0%"),
    ],
)
def test_the_steps_of_a_share_are_fixed_and_a_lack_is_never_rounded_away(met, due, shade, words):
    assert (step(met, due), percent(met, due)) == (shade, words)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_only_a_share_that_is_all_reads_as_all(met, due):
    met = min(met, due)
    assert (percent(met, due) == "100%") == (met == due)
    assert (percent(met, due) == "0%") == (met == 0)


def test_a_bar_is_as_long_as_its_share_and_marks_what_is_required():
    drawn_bar = bar(37, 60, need=80)
    assert 'width="61.7%"' in drawn_bar and 'x="80%"' in drawn_bar
    assert bar(0, 0) == ""


def test_parts_of_a_whole_fill_it_and_the_smallest_stays_small():
    votes = share_bar([Part("好", 97, "s4"), Part("差", 3, "s0")], labels=True)
    widths = [float(w) for w in re.findall(r'width="([\d.]+)%"', votes)]
    assert sum(widths) == pytest.approx(100)
    assert ">97<" in votes and ">3<" not in votes
    assert 'aria-label="好97，差3"' in votes


def test_what_was_lost_is_written_with_a_true_minus_and_even_decimals():
    picture = bars([Bar("到期步骤", 2.59), Bar("上级", Decimal("1.8"), "theirs")])
    assert "−2.59" in picture and "−1.80" in picture
    assert re.findall(r'width="([\d.]+)%"', picture) == ["100.0", "69.5"]


def test_a_line_of_the_past_tells_every_value():
    assert 'aria-label="7月903人，8月1,466人"' in line([Point("7月", 903), Point("8月", 1466)], unit="人")
    assert line([]) == ""


def test_a_level_of_which_next_to_nothing_fits_is_left_to_be_opened():
    towns = [
        Cell(f"{t}镇", 100, 5, 10, "/t/", "", [Cell(f"{t}{n}村", n, 1, 2) for n in range(1, 41)])
        for t in range(40)
    ]
    boxes = lay_out(Cell("县", 4000, 200, 400, "/", "", towns))

    assert len(boxes) == 41 and {b.depth for b in boxes} == {0, 1}
    assert all(b.cell.url == "/t/" for b in boxes if b.depth)
