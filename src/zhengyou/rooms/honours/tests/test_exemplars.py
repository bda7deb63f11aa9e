"""Models: only whoever holds a valid honour, consents and has facts to show; shown while all of that lasts."""

from datetime import date

import pytest

from zhengyou.core.errors import Refused
from zhengyou.rooms.honours.actions import name_exemplar, revoke_honour
from zhengyou.rooms.honours.models import Exemplar
from zhengyou.rooms.honours.queries import exemplars
from zhengyou.rooms.honours.tests.conftest import ready, ready_person
from zhengyou.rooms.honours.tests.test_actions import give
from zhengyou.rooms.pledges.actions import draft_pledge, fulfil_step, publish_pledge

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def kept(town, **of):
    """A promise of one step, published and kept."""
    made = draft_pledge(
        town.east_secretary, town.east, campaign=town.campaign, what="修通机耕路", how_seen="板车能进地",
        steps=[("路基平整", date(2010, 6, 5))], **of,
    )  # fmt: skip
    publish_pledge(town.east_secretary, made)
    fulfil_step(town.east_secretary, made.steps.get(), words="修通了", on_day=date(2010, 6, 1))


def test_without_facts_there_is_no_model(honours, on):
    honour = give(honours, ready(honours), on)

    with pytest.raises(Refused, match="典型要有事实"):
        name_exemplar(honours.town.office, honour, words="为民办实事")


def test_the_deeds_of_a_model_are_told_from_facts_while_the_honour_stands(honours, on, visit, client):
    town = honours.town
    kept(town)
    honour = give(honours, ready(honours), on)
    client.force_login(town.office)
    client.post(f"/honours/{honour.pk}/exemplar/", {"words": "为民办实事"})
    page = visit(None, f"/open/honours/{honour.code}/").content.decode()
    assert "典型" in page and "为民办实事" in page and "1步" in page
    assert "为民办实事" in visit(None, "/open/honours/").content.decode()

    revoke_honour(town.leader, honour, words="弄虚作假")
    assert exemplars() == []
    assert "为民办实事" not in visit(None, f"/open/honours/{honour.code}/").content.decode()


def test_a_member_is_shown_with_the_promises_kept_until_no_longer_held_up(honours, on, visit, client):
    town = honours.town
    kept(town, person=town.li)
    honour = give(honours, ready_person(honours), on)
    name_exemplar(town.office, honour, words="说到做到")

    assert "承诺“修通机耕路”：1步做到1步" in visit(None, f"/open/honours/{honour.code}/").content.decode()
    batch = f"/honours/batches/{honours.people.pk}/"
    assert f"/honours/{honour.pk}/exemplar/end/" in visit(town.office, batch).content.decode()
    client.force_login(town.office)
    client.post(f"/honours/{honour.pk}/exemplar/end/", {"sure": "1"})
    assert Exemplar.objects.get().until == date(2010, 6, 10)
    assert exemplars() == []
