"""What is added to what, and what never is."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from zhengyou.core.figures import figure_of
from zhengyou.core.rollup import Window
from zhengyou.rooms.federation.actions import receive_sums, register_partner
from zhengyou.rooms.federation.models import Partner
from zhengyou.rooms.federation.queries import (
    differing_sums,
    ledger_of,
    measures_delivered,
    newest_deliveries,
    told_measure,
    unknown_sums,
    windows_of,
)
from zhengyou.rooms.federation.tests.linked import County

pytestmark = [pytest.mark.django_db, pytest.mark.database]
JUNE = Window(date(2010, 6, 30))


@pytest.fixture
def counties(town, on):
    """Two partners: one in the place of each town committee."""
    on(date(2010, 6, 30))
    east, river = County(), County("420000", "中共西山县委员会", seed=b"west")
    east.partner = register_partner(town.office, town.committee, key=east.key)
    river.partner = register_partner(town.office, town.other_committee, key=river.key)
    return east, river


def deliver(county, values, **given):
    return receive_sums(AnonymousUser(), county.sent(values, **given))


def ledger(town, measure, window=JUNE):
    partners = list(Partner.objects.filter(ended_on=None).select_related("organisation"))
    return ledger_of(town.city, partners, measure, window)


def test_ours_and_theirs_are_added_where_they_agree(town, counties):
    deliver(counties[0], {"members": 100})
    deliver(counties[1], {"members": 20})

    found = ledger(town, "members")

    assert [(line.own, line.theirs, line.counted) for line in found.lines] == [
        ({"members": 8}, {"members": 100}, True),
        ({"members": 1}, {"members": 20}, True),
    ]
    assert (found.rest, found.own, found.theirs, found.total) == (
        {"members": 0},
        {"members": 9},
        {"members": 120},
        {"members": 129},
    )


def test_who_has_handed_in_nothing_is_nothing_and_not_nought(town, counties):
    deliver(counties[0], {"pledges_published": 5})

    found = ledger(town, "pledges_published")

    assert (found.lines[1].theirs, found.lines[1].own, found.lines[1].total) == (None, None, None)
    assert [line.partner for line in found.counted] == [counties[0].partner]
    assert found.total == {"pledges_published": 5}


def test_a_share_is_added_from_its_parts(town, counties):
    deliver(counties[0], {"steps_kept": 2, "steps_due": 2})
    deliver(counties[1], {"steps_kept": 10, "steps_due": 100})

    found = figure_of("pledges_kept", ledger(town, "pledges_kept").total)

    assert (found.numerator, found.denominator) == (12, 102)


def test_another_window_is_shown_and_not_added(town, counties):
    deliver(counties[0], {"members": 100})
    deliver(counties[1], {"members": 20}, until="2010-05-31")

    found = ledger(town, "members")

    assert (found.lines[1].theirs, found.lines[1].counted) == ({"members": 20}, False)
    assert found.theirs == {"members": 100}


def test_another_definition_is_shown_and_not_added(town, counties):
    told = told_measure("members") | {"definition": "count(*)"}
    deliver(counties[0], {"members": 100})
    delivery = deliver(counties[1], {"members": 20}, told={"members": told})

    found = ledger(town, "members")

    assert (found.lines[1].theirs, found.lines[1].same_definition) == ({"members": 20}, False)
    assert found.theirs == {"members": 100}
    [differing] = differing_sums([delivery])
    assert (differing.theirs["definition"], differing.ours["definition"]) == (
        "count(*)",
        "count(*) filter (where kind = 'party')",
    )


@pytest.mark.parametrize("changed", [{"per": 60}, {"of": "membership"}])
def test_the_same_words_over_another_fact_or_in_another_unit_are_another_definition(town, counties, changed):
    told = told_measure("study_hours") | changed
    deliver(counties[0], {"study_hours": 900}, told={"study_hours": told})

    assert ledger(town, "study_hours").counted == []


def test_a_better_worded_meaning_is_no_other_definition(town, counties):
    told = told_measure("members") | {"title": "党员数", "meaning": "said otherwise"}
    deliver(counties[0], {"members": 100}, told={"members": told})

    assert len(ledger(town, "members").counted) == 1


def test_one_differing_part_keeps_a_share_out(town, counties):
    told = {"steps_due": told_measure("steps_due") | {"definition": "count(*) filter (where kept = 1)"}}
    deliver(counties[0], {"steps_kept": 2, "steps_due": 2}, told=told)

    assert ledger(town, "pledges_kept").counted == []


def test_the_newest_delivery_of_the_window_is_the_one(town, counties):
    deliver(counties[0], {"members": 100})
    deliver(counties[0], {"members": 101})
    deliver(counties[0], {"members": 90}, until="2010-05-31")

    assert ledger(town, "members").lines[0].theirs == {"members": 101}
    assert ledger(town, "members", Window(date(2010, 5, 31))).lines[0].theirs == {"members": 90}


def test_an_unknown_measure_stands_apart(town, counties):
    told = {
        "title": "志愿服务次数",
        "unit": "次",
        "meaning": "times",
        "definition": "count(*)",
        "of": "help",
        "per": 1,
    }
    deliver(counties[0], {"helped": 3, "members": 100}, told={"helped": told})

    partners = list(Partner.objects.all())
    assert measures_delivered(partners) == ["members"]
    assert [(row.measure, row.value) for row in unknown_sums(newest_deliveries(partners).values())] == [
        ("helped", 3)
    ]


def test_the_window_that_most_agree_on_comes_first(town, counties):
    deliver(counties[0], {"members": 100})
    deliver(counties[0], {"members": 90}, until="2010-07-31")
    deliver(counties[1], {"members": 20})

    assert windows_of(Partner.objects.all(), "members") == [JUNE, Window(date(2010, 7, 31))]
