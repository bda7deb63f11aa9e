"""The trail finds what was changed, is missing or stands out of order, and names the first of it."""

import pytest

from zhengyou.core import trail
from zhengyou.core.models import Deed
from zhengyou.rooms.campaigns.actions import adopt_plan

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def chain(town, on):
    from datetime import date

    on(date(2010, 5, 11))
    for secretary, branch in (
        (town.east_secretary, town.east),
        (town.west_secretary, town.west),
        (town.river_secretary, town.river),
    ):
        adopt_plan(secretary, branch, campaign=town.campaign)
    return town


def test_an_untouched_chain_holds(chain):
    verdict = trail.verify()

    assert verdict.holds and verdict.entries == 3


def test_a_changed_entry_is_named(chain):
    Deed.objects.filter(number=2).update(words="没有这回事")

    assert trail.verify().first_bad == 2


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_missing_entry_is_named_even_at_the_end(chain, gone):
    Deed.objects.filter(number=gone).delete()

    assert trail.verify().first_bad == gone


def test_two_entries_exchanged_are_named(chain):
    second, third = Deed.objects.get(number=2), Deed.objects.get(number=3)
    Deed.objects.filter(pk=second.pk).update(number=99)
    Deed.objects.filter(pk=third.pk).update(number=2)
    Deed.objects.filter(pk=second.pk).update(number=3)

    assert trail.verify().first_bad == 2


def test_a_refused_deed_leaves_nothing(chain):
    from zhengyou.core.errors import Refused

    with pytest.raises(Refused, match="照此执行"):
        adopt_plan(chain.east_secretary, chain.east, campaign=chain.campaign)

    assert trail.verify().entries == 3
