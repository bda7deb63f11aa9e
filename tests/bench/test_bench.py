"""The measuring itself: ways must agree, what takes too long is stopped, growth and pictures are right."""

import time
from xml.etree import ElementTree

import pytest

from bench.divisions import divided
from bench.growth import exponent
from bench.plot import picture
from bench.sizes import SIZES
from bench.table import in_markdown, in_terminal, rows
from bench.timing import Comparison, Measured, Run, Timing, Way, at_once, lap, measured

SVG = "{http://www.w3.org/2000/svg}"


def compared(*ways: Way) -> Comparison:
    return Comparison("a comparison", 100, "rows", ways)


def answering(name: str, answer: dict, **details) -> Way:
    return Way(name, at_once(lambda: answer), **details)


def ran(*seconds: float) -> list[Run]:
    return [Run(s, s / 2, 10.0, {}, []) for s in seconds]


def series_of(**times: list[float]) -> list[Measured]:
    """A comparison at sizes 100, 200 and 400, by the seconds of each way."""
    return [
        Measured("a comparison", amount, "rows", [Timing(n, n == "ours", runs=ran(t[at])) for n, t in times.items()], 3)
        for at, amount in enumerate((100, 200, 400))
    ]  # fmt: skip


def test_ways_that_disagree_end_the_run_and_say_where():
    right, wrong = {1: (5, 90), 2: (3, 1)}, {1: (5, 90), 2: (3, 0)}

    assert measured(compared(answering("ours", right), answering("peer", dict(right))), 30).agreed == 2
    with pytest.raises(SystemExit, match=r"peer says \(3, 0\) of 2, ours \(3, 1\)"):
        measured(compared(answering("ours", right), answering("peer", wrong)), 30)


def test_an_answer_that_lacks_a_part_is_not_the_same():
    with pytest.raises(SystemExit, match=r"peer says None of 2, ours 7"):
        measured(compared(answering("ours", {1: 5, 2: 7}), answering("peer", {1: 5})), 30)


def test_what_is_told_is_compared_and_not_timed():
    def told(found: int) -> dict:
        time.sleep(0.3)
        return {"sum": found}

    way = Way("ours", at_once(lambda: 5), told=told)

    found = measured(compared(way, answering("peer", {"sum": 5})), 0.25, rounds=1)

    assert found.timings[0].typical < 0.25


def test_a_way_over_its_limit_is_stopped_and_has_no_time():
    slow, quick = Way("slow", at_once(lambda: time.sleep(30))), answering("quick", {1: 1}, ours=True)
    began = time.perf_counter()

    found = measured(compared(slow, quick), limit=0.2, rounds=2)

    assert time.perf_counter() - began < 20
    assert (found.timings[0].typical, found.timings[0].over) == (None, 0.2)
    assert list(rows([found]))[1][:2] == ["slow", "> 0.2 s"]
    assert len(found.timings[1].runs) == 2


def test_what_was_too_slow_on_less_is_not_tried_again():
    def never() -> dict:
        raise AssertionError

    found = measured(compared(Way("slow", at_once(never)), answering("quick", {1: 1})), 30, ["slow"])

    assert found.timings[0].over == 30


def test_a_peer_that_is_not_installed_says_so():
    found = measured(compared(answering("ours", {1: 1}), answering("x", {}, absent="not installed")), 30)

    assert list(rows([found]))[2][:2] == ["x", "not installed"]


def test_an_error_of_a_way_is_not_taken_for_slowness():
    def broken() -> None:
        raise RuntimeError("no such table")

    with pytest.raises(RuntimeError, match="no such table"):
        measured(compared(Way("broken", at_once(broken))), 30)


def test_parts_and_single_calls_are_timed_apart():
    def run(number: int) -> int:
        with lap("the half"):
            return number * 2

    found = measured(compared(Way("ours", at_once(run), each=[1, 2, 3])), 30, rounds=2)

    assert len(found.timings[0].calls) == 6 and found.agreed == 3
    assert found.timings[0].lap("the half") >= 0


def test_extra_memory_is_what_a_way_held_at_its_peak():
    def hungry() -> dict:
        return {"held": len(bytearray(80 * 2**20))}

    extra = measured(compared(Way("hungry", at_once(hungry))), 30, rounds=1).timings[0].runs[0].extra

    assert extra is None or 75 < extra < 120


def test_the_median_stands_for_the_rounds():
    assert Timing("ours", runs=ran(9.0, 1.0, 2.0)).typical == 2.0
    assert Timing("ours").typical is None


def test_growth_is_the_power_that_fits_best():
    assert exponent([(100, 1.0), (200, 2.0), (400, 4.0)]) == pytest.approx(1.0)
    assert exponent([(100, 1.0), (200, 4.0), (400, 16.0)]) == pytest.approx(2.0)
    assert exponent([(100, 3.0), (200, 3.0), (400, 3.0)]) == pytest.approx(0.0)
    assert exponent([(100, 1.0), (200, 2.2), (400, 4.0)]) == pytest.approx(1.0)
    assert exponent([(100, 1.0)]) is None


def test_a_table_tells_ratio_and_growth():
    found = list(in_terminal(series_of(ours=[1.0, 2.0, 4.0], peer=[2.0, 8.0, 32.0])))

    assert "n^1.00" in found[1] and "×" not in found[1]
    assert "8.00×" in found[2] and "n^2.00" in found[2]
    assert next(in_markdown(series_of(ours=[1, 1, 1]))).startswith("| a comparison | seconds |")


def test_a_picture_is_well_formed_and_has_a_named_line_for_each_way():
    series = series_of(ours=[1.0, 2.0, 4.0], peer=[2.0, 8.0, 32.0])
    series.append(
        Measured("a comparison", 800, "rows", [*series_of(ours=[8, 8, 8], peer=[1, 1, 1])[0].timings], 3)
    )

    drawn = ElementTree.fromstring(picture("growth & <speed>", [series, series_of(ours=[1, 1, 1])]))

    lines = drawn.findall(f"{SVG}polyline")
    assert len(lines) == 3
    assert len(lines[0].get("points", "").split()) == 4
    words = [text.text for text in drawn.findall(f"{SVG}text")]
    assert sum(w.startswith("ours, ") for w in words) == 2 and sum(w.startswith("peer, ") for w in words) == 1


def test_a_way_without_any_time_has_no_line():
    series = series_of(ours=[1.0, 2.0, 4.0])
    for one in series:
        one.timings.append(Timing("slow", over=20.0))

    drawn = ElementTree.fromstring(picture("growth", [series]))

    assert len(drawn.findall(f"{SVG}polyline")) == 1


def test_a_part_of_a_size_is_that_part_of_everything():
    half = SIZES["small"].part(2)

    assert (half.organisations, half.attendances, half.limit) == (1_500, 150_000, SIZES["small"].limit)


def test_real_divisions_are_the_upper_levels_where_they_are_given(tmp_path):
    tables = {
        "provinces": "code,name\n11,甲省\n",
        "cities": "code,name,provinceCode\n1101,甲市,11\n",
        "areas": "code,name,cityCode,provinceCode\n110101,甲区,1101,11\n",
        "streets": "code,name,areaCode,provinceCode,cityCode\n110101001,甲镇,110101,11,1101\n110101002,乙镇,110101,11,1101\n",
    }
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")

    nodes = divided(tmp_path, 30)

    assert [n[:3] for n in nodes[:6]] == [
        (1, None, "全国"), (2, 1, "甲省"), (3, 2, "甲市"), (4, 3, "甲区"), (5, 4, "甲镇"), (6, 5, "甲镇1村"),
    ]  # fmt: skip
    assert sum(branch for *_, branch in nodes) == 30
    assert all(parent is None or parent < number for number, parent, *_ in nodes)
