"""What it costs to write down a question grows with the question, and no faster."""

from cProfile import Profile
from datetime import date
from pstats import Stats

from sqlglot import select

from zhengyou.core.engines.composing import narrowed, over_copies
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.measures import MEASURES, sums_of
from zhengyou.core.rollup import Window, totals_of


def composed(measures, day):
    """The calls made to compose a question and to write it down, and the characters of what was written."""
    counting = Profile()
    with counting:
        query = totals_of(measures, Window(day))
        text = over_copies(query, "seen.", whole=True, past=False).sql("duckdb")
    return Stats(counting).total_calls, len(text)  # type: ignore[attr-defined]


def test_the_work_of_composing_grows_with_the_text_and_no_faster():
    every = sums_of(list(MEASURES))
    composed(every, date(2010, 6, 1))  # what is worked out once
    few, short = composed(every[::4], date(2010, 6, 2))
    many, long = composed(every, date(2010, 6, 3))

    assert long > 2 * short and many / few < 1.3 * long / short


def test_what_is_put_together_from_several_tables_is_narrowed_in_each_of_them():
    """SQLite reads them whole otherwise, and a branch's page would cost what the whole tree costs."""
    text = narrowed(FACT_TABLES["attendance"].sql.copy(), "f", select("1")).sql()

    assert text.count("organisation_id IN (SELECT id FROM nodes)") == text.count("UNION ALL") + 1 == 2
