"""Every measure and every rule gives the same numbers on every engine, to the last one."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from sqlglot import select

from tests.conformance.county import ASKED, WINDOWS
from tests.conformance.recount import recount
from zhengyou.core.engines import Snapshot
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import figures_by_org, lacking_by_org, lacking_by_person, progress_by_org
from zhengyou.core.measures import MEASURES, sums_of
from zhengyou.core.rollup import Asked, Window
from zhengyou.core.rules import RULES, Rule

pytestmark = [pytest.mark.database, pytest.mark.django_db]

SPARK = pytest.param("spark", marks=pytest.mark.spark)
# Live on SQLite is what the others are held to, so it is compared where the tests run on another database.
OTHERS = ["snapshot", SPARK, *(["live"] if connection.vendor != "sqlite" else [])]
every_engine = pytest.mark.parametrize("engine", ["live", "snapshot"], indirect=True)
every_quick_engine = pytest.mark.parametrize("engine", [e for e in OTHERS if e is not SPARK], indirect=True)

PLACES = ["root", "middle", "leaf", "silent"]
# A cluster answers within seconds, not within milliseconds: every window once, every kind of place once, and every
# measure once where a window has two bounds; of the rules, which all engines compose alike, every third.
ALL = list(MEASURES)
ON_SPARK = [
    ("whole", "root", ALL[::7]),
    ("campaign", "root", ALL[::2]),
    ("middle", "middle", ALL[1::2]),
    ("empty", "leaf", ALL[::7]),
]
RULES_ON_SPARK = list(RULES.values())[::3]
JUDGED = [
    {"window": WINDOWS["campaign"]},
    {"window": WINDOWS["middle"], "kinds": ("branch", "group")},
    {"window": Window(date(2010, 9, 20), None, ASKED), "categories": ("village", "school"), "within": True},
]


def grains(rule: Rule) -> list[str]:
    """Whom a rule may judge: its facts one by one, or people and organisations by their sums."""
    if rule.each:
        return ["fact"]
    facts = [FACT_TABLES[MEASURES[m].of or ""] for m in rule.measures]
    of_people = all("person_id" in f.columns for f in facts)
    return ["organisation", "person"] if of_people else ["organisation"]


def needs(rule: Rule) -> list[dict[str, Fraction]]:
    """Numbers for all its conditions, for each alone, and for which facts count: shares of two thirds, a little else."""
    every = {c.measure.name: Fraction(2, 3) if c.measure.ratio else Fraction(4, 5) for c in rule.conditions}
    each = [{name: n} for name, n in every.items() if len(every) > 1]
    # Where only some facts count, from more than half of them on.
    longer = {c.only.need: Fraction(1000) for c in rule.conditions if c.only}
    return [every, *each, *([every | longer] if longer else [])]


def asked(rule: Rule, county, brief=False) -> list[Asked]:
    """Requirements of a rule: every grain with all its numbers for several audiences and windows, with some for fewer."""
    found: list[Asked] = []
    for grain in grains(rule):
        for n, numbers in enumerate(needs(rule)[: 1 if brief else None]):
            for judged in JUDGED[::2] if brief else JUDGED[n:]:
                within = (county.middle.path, county.middle.path_end) if judged.get("within") else None
                of = judged | {"within": within}
                found.append(Asked(len(found) + 1, rule.name, numbers, grain, **of))
    return found


@pytest.mark.parametrize("fact", FACT_TABLES)
def test_the_county_has_facts_of_every_kind(sqlite, county, fact):
    [row] = sqlite.rows(select("count(*) as found").from_(f"f_{fact}"), county.root)

    assert row["found"] >= 10, f"let tests/conformance/county.py make rows of the fact table {fact}"


@pytest.mark.parametrize("measure", sums_of(list(MEASURES)))
def test_the_county_has_something_to_count_for_every_measure(sqlite, county, measure):
    found = figures_by_org(sqlite, list(MEASURES), county.root, WINDOWS["whole"])

    assert found[county.root.pk][measure].value, f"let tests/conformance/county.py make facts for {measure}"


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("under", PLACES)
@every_quick_engine
def test_every_measure_is_the_same(engine, sqlite, county, window, under):
    """All of them for the whole tree; below it, and for a snapshot that another database filled, some of every kind."""
    filled_elsewhere = connection.vendor != "sqlite" and isinstance(engine, Snapshot)
    every = 5 if under != "root" or filled_elsewhere else 1
    same_figures(engine, sqlite, county, window, under, list(MEASURES)[::every])


@pytest.mark.spark
@pytest.mark.parametrize(("window", "under", "measures"), ON_SPARK, ids=[f"{w}-{u}" for w, u, _ in ON_SPARK])
def test_every_measure_is_the_same_on_spark(spark, sqlite, county, window, under, measures):
    same_figures(spark, sqlite, county, window, under, measures)


def same_figures(engine, sqlite, county, window, under, measures):
    """Below an organisation is what is there when the whole tree is asked, in the order of the tree."""
    found = figures_by_org(engine, measures, getattr(county, under), WINDOWS[window])

    assert found == figures_by_org(sqlite, measures, getattr(county, under), WINDOWS[window])
    everywhere = figures_by_org(sqlite, measures, county.root, WINDOWS[window])
    assert list(found.items()) == [(pk, figures) for pk, figures in everywhere.items() if pk in found]


@every_engine
@pytest.mark.parametrize("window", WINDOWS)
def test_measures_are_what_plain_counting_gives(engine, county, window):
    counted = recount(county, WINDOWS[window])
    names = sorted(recount(county, WINDOWS["whole"])[county.root.pk])
    found = figures_by_org(engine, names, county.root, WINDOWS[window])

    expected = {pk: {n: Fraction(counted[pk][n], MEASURES[n].per) for n in names} for pk in found}
    assert {pk: {n: f.value for n, f in figures.items()} for pk, figures in found.items()} == expected


@every_quick_engine
@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_every_rule_judges_the_same(engine, sqlite, county, rule):
    same_progress(engine, sqlite, county, asked(rule, county))


@pytest.mark.spark
@pytest.mark.parametrize("rule", RULES_ON_SPARK, ids=lambda r: r.name)
def test_rules_judge_the_same_on_spark(spark, sqlite, county, rule):
    same_progress(spark, sqlite, county, asked(rule, county, brief=True))


def same_progress(engine, sqlite, county, requirements):
    found = progress_by_org(engine, requirements, county.root)

    assert found == progress_by_org(sqlite, requirements, county.root)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_the_county_has_some_who_meet_a_rule_and_some_who_do_not(sqlite, county, rule):
    found = progress_by_org(sqlite, asked(rule, county), county.root)[county.root.pk].values()

    assert any(0 < f.met < f.due for f in found), (
        f"let tests/conformance/county.py make facts that meet {rule.name}, and some that do not"
    )


@every_quick_engine
@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_the_same_is_lacking_in_the_same_words(engine, sqlite, county, rule):
    same_lacking(engine, sqlite, county, rule)


@pytest.mark.spark
@pytest.mark.parametrize("rule", RULES_ON_SPARK[1::2], ids=lambda r: r.name)
def test_the_same_is_lacking_on_spark(spark, sqlite, county, rule):
    same_lacking(spark, sqlite, county, rule)


def same_lacking(engine, sqlite, county, rule):
    for grain in grains(rule):
        told = lacking_by_person if grain == "person" else lacking_by_org
        requirement = Asked(1, rule.name, needs(rule)[0], grain, WINDOWS["campaign"], ("branch",))
        found = told(engine, requirement, county.root)

        assert found == told(sqlite, requirement, county.root)
        assert found
