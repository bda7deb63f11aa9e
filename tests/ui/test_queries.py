"""How many questions a page asks of the database: a number stated for each, and the same one however many rows there are."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town as made
from zhengyou.rooms.pledges.tests.test_actions import published

pytestmark = pytest.mark.django_db
# who, address, the most queries it may take
MOST = [
    (None, "/open/", 4),
    (None, "/open/1.1.1/", 26),
    (None, "/open/rate/", 2),
    ("office", "/campaigns/striving/", 28),
    ("office", "/campaigns/striving/matrix/", 20),
    ("office", "/gates/", 12),
    ("office", "/figures/", 16),
    ("east_secretary", "/campaigns/striving/week/", 40),
    ("east_secretary", "/meetings/", 16),
    ("east_secretary", "/pledges/", 34),
    ("member", "/mine/", 22),
]


def asked(user, address):
    client = Client()
    if user is not None:
        client.force_login(user)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200, address
    return len(queries)


def counts(town):
    return {(who, a): asked(who and getattr(town, who), a) for who, a, _most in MOST}


def grow(town):
    """More branches, members and promises than a page could ask about one by one."""
    for n in range(4, 12):
        branch = made.organisation(
            town.committee, f"1.1.{n}", f"第{n}村党支部", f"第{n}村", "branch", "village"
        )
        made.person(f"新{n}", branch)
        made.person(f"甲{n}", town.east)
    for _ in range(4):
        published(town)


def test_a_page_asks_no_more_than_is_stated_and_no_more_of_a_larger_town(town, on):
    on(date(2010, 7, 12))
    published(town)
    counts(town)  # what is kept in memory between requests is there
    before = counts(town)
    grow(town)
    after = counts(town)

    assert {k: n for k, n in before.items() if n > {(w, a): m for w, a, m in MOST}[k]} == {}
    assert {k: (before[k], n) for k, n in after.items() if n > before[k]} == {}
