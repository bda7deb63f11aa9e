"""Every page that a role reaches by its links: it opens, fits a telephone, axe finds nothing, the browser complains of nothing."""

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

import pytest

from tests.browser.audit import faults_of
from tests.browser.reach import IN_PUBLIC, WALKED
from zhengyou.core import clock
from zhengyou.rooms.gates.actions import apply_for_gate, open_gate
from zhengyou.rooms.gates.tests.test_passing import ASKED, ready, supervised
from zhengyou.rooms.meetings.actions import call_meeting, close_list
from zhengyou.rooms.mobility.actions import start_transfer
from zhengyou.rooms.orgs.actions import ask_correction, mark_mobile
from zhengyou.rooms.orgs.models import Membership
from zhengyou.rooms.pledges.tests.test_actions import published, road
from zhengyou.rooms.ratings.actions import open_round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FILES = re.compile(r"^/api/|/(circular|ledger|archive|paper|picture)/$|\.(ics|jwt)$")
MOST = 120


@pytest.fixture
def busy(town, settings):
    """The town with something on every page."""
    settings.TODAY = date(2010, 7, 31)
    with clock.played_at(date(2010, 6, 19)):
        study = town.campaign.requirements.get(code="study")
        items = [{"requirement": study}, {"meeting": True}, {"words": ASKED}]
        supervised(town)
        town.gate = open_gate(town.office, town.campaign, stage=town.first, items=items)
        ready(town, town.gate, town.west_secretary, town.west)
    with clock.played_at(date(2010, 7, 12)):
        town.application = apply_for_gate(town.west_secretary, town.west, gate=town.gate)
        town.pledge = published(town)
        published(town, person=town.li)
        road(town, person=town.wang)
        details = {"kind": "study", "title": "学习党章", "minutes": 180}
        held = Membership.objects.get(person=town.wang)
        mark_mobile(town.east_secretary, held, mobile=True, away="广东省东莞市")
        start_transfer(town.east_secretary, held, to=town.west, why="迁居", days=5)
        ask_correction(town.member, town.li, words="学历应为本科")
        town.meeting = call_meeting(town.east_secretary, town.east, held_on=date(2010, 7, 12), **details)
        close_list(town.east_secretary, town.meeting)
        call_meeting(town.east_secretary, town.east, held_on=date(2010, 8, 3), **details)
        town.round = open_round(
            town.office, town.committee, campaign=town.campaign, name="测评", opens_on=date(2010, 7, 1),
            closes_on=date(2010, 8, 30), questions=["办事"], groups=["below", "public"], subjects=[town.east],
        )  # fmt: skip
    return town


def kind(address):
    """/meetings/17/ and /meetings/18/ are one kind of page, and so are the figures of two measures, the changes of two sorts."""
    path = re.sub(r"/\d+(?=/)", "/0", urlsplit(address).path)
    path = re.sub(r"(?<=/history/)[a-z_]+(?=/)", "deed", path)
    return re.sub(r"^/figures/[a-z_]+/0/", "/figures/measure/0/", path)


def walk(page, start, visit):
    """Open one page of each kind that links lead to."""
    queue, seen = [start], set()
    while queue and len(seen) < MOST:
        address = queue.pop(0)
        if kind(address) in seen or FILES.search(address) or address.startswith("/static/"):
            continue
        seen.add(kind(address))
        visit(address)
        here = page.url
        found = page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
        for link in (urljoin(here, href) for href in found):
            parts = urlsplit(link)
            if parts.netloc == urlsplit(here).netloc:
                queue.append(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    return seen


@pytest.mark.parametrize("who", WALKED)
def test_every_page_in_reach_opens_fits_and_draws_no_complaint(phone, enter, busy, complaints, who):
    user = type(busy.office).objects.get(username=who)
    seen, faults = {}, {}

    def visit(address):
        answer = enter(user, address)
        wide = phone.evaluate("document.documentElement.scrollWidth")
        seen[address] = (answer.status, wide, list(complaints))
        complaints.clear()
        faults[address] = faults_of(phone, kind(address))

    kinds = walk(phone, "/", visit)

    assert {a: found for a, found in seen.items() if found != (200, 360, [])} == {}
    assert {address: found for address, found in faults.items() if found} == {}
    assert set(WALKED[who]) - kinds == set()


def test_the_publics_pages_fit_and_draw_no_complaint(phone, live_server, busy, complaints):
    seen, faults = {}, {}

    def visit(address):
        answer = phone.goto(live_server.url + address)
        seen[address] = (answer.status, phone.evaluate("document.documentElement.scrollWidth"))
        faults[address] = faults_of(phone, kind(address))

    assert set(IN_PUBLIC) - walk(phone, "/open/", visit) == set()
    assert set(seen.values()) == {(200, 360)}
    assert {address: found for address, found in faults.items() if found} == {}
    assert complaints == []


def test_an_account_without_a_role_finds_nothing(page, enter, busy):
    box = busy.round.subjects.get().boxes.first()
    step = busy.pledge.steps.first()
    shut = [
        "/gates/",
        "/gates/look-back/",
        f"/gates/{busy.gate.pk}/{busy.west.pk}/",
        f"/gates/applications/{busy.application.pk}/",
        "/pledges/",
        "/pledges/new/",
        f"/pledges/?org={busy.east.pk}",
        f"/pledges/{busy.pledge.pk}/",
        f"/pledges/{busy.pledge.pk}/change/",
        f"/pledges/steps/{step.pk}/",
        "/pledges/mine/",
        "/ratings/new/",
        f"/ratings/{busy.round.pk}/",
        f"/ratings/results/{box.subject_id}/",
        f"/ratings/own/{box.subject_id}/",
        "/papers/",
        f"/papers/striving/{busy.east.pk}/circular/",
        f"/papers/striving/{busy.east.pk}/ledger/",
        "/meetings/",
        "/meetings/owed/",
        f"/meetings/{busy.meeting.pk}/",
        "/trail/",
    ]

    assert {address: enter(busy.stranger, address).status for address in shut} == dict.fromkeys(shut, 404)


def test_what_an_account_without_a_role_may_open_names_nobody(page, enter, busy):
    for address in ("/", "/ratings/", "/ratings/draw/", "/campaigns/drafts/"):
        enter(busy.stranger, address)
        words = page.locator("body").inner_text()
        assert [w for w in ("东街", "西街", "红星", "创先争优", "李华") if w in words] == [], address
