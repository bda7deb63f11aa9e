"""Every page in English: what people entered is theirs, all other words are ours and have to be English."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils.html import escape

from tests.language.scene import chinese_in, play, spell_in_letters, spelled
from tests.language.test_traditional import simplified_in
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Deed
from zhengyou.core.rules import RULES
from zhengyou.packs import shipped_packs
from zhengyou.rooms.mobility.actions import record_contact, record_service, register_residence, start_transfer
from zhengyou.rooms.orgs.actions import ask_correction, mark_mobile
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.pledges.actions import publish_pledge

ENGLISH = {"language": "en"}
# Papers are Chinese by design; the gallery shows made-up Chinese samples, the list of words both languages.
CHINESE_BY_DESIGN = {"papers/", "ui/", "words/"}


@pytest.fixture
def busy(town, on):
    """The town on 14 September 2010 with its words spelled in letters."""
    return play(town, on)


@pytest.fixture
def in_letters(busy):
    spell_in_letters()
    Post.objects.filter(title=spelled("书记")).update(title="书记")
    return busy


def opened(user, address, **given):
    client = Client()
    client.cookies.load(ENGLISH)
    if user is not None:
        client.force_login(user)
    return client.post(address, given) if given else client.get(address)


def chinese_on(user, address, status=200, **given):
    page = opened(user, address, **given)
    assert page.status_code == status, (address, page.status_code)
    html = page.content.decode()
    assert '<html lang="en"' in html, address
    return list(chinese_in(without_entered(html)))


def without_entered(html):
    """Without the post that the code looks up by its title, the keyword that a chat must find, and shipped packs."""
    for entered in ("书记", "“争优”", *(p[told] for p in shipped_packs() for told in ("name", "about"))):
        html = html.replace(escape(entered), "")
    return html


def addresses(patterns, before=""):
    for pattern in patterns:
        here = before + str(pattern.pattern)
        yield from [here] if isinstance(pattern, URLPattern) else addresses(pattern.url_patterns, here)


ANYWHERE = sorted(a for a in set(addresses(get_resolver().url_patterns)) if "<" not in a)


def everybody(t):
    return (t.office, t.east_secretary, t.member, t.administrator, None)


def shown_anywhere(t, language):
    """Every page without a number in its address, as everybody sees it who may open it."""
    for user in everybody(t):
        client = Client()
        client.cookies.load({"language": language})
        if user is not None:
            client.force_login(user)
        for address in set(ANYWHERE) - CHINESE_BY_DESIGN:
            page = client.get(f"/{address}")
            if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
                yield address, str(user), without_entered(page.content.decode())


def test_no_page_without_a_number_in_its_address_shows_chinese(in_letters):
    found = {(a, who): list(chinese_in(html)) for a, who, html in shown_anywhere(in_letters, "en")}
    assert len({a for a, _ in found}) > 40
    assert {where: words for where, words in found.items() if words} == {}


def test_no_page_in_traditional_characters_shows_simplified(in_letters):
    seen, found = set(), {}
    for address, who, html in shown_anywhere(in_letters, "zh-hant"):
        assert '<html lang="zh-Hant"' in html
        seen.add(address)
        if words := [w for w in chinese_in(html) if simplified_in(w)]:
            found[address, who] = words
    assert len(seen) > 40 and found == {}


def test_the_offices_pages_are_english(in_letters):
    t, campaign = in_letters, "/campaigns/striving/"
    walked = [
        campaign, f"{campaign}?under={t.committee.pk}", f"{campaign}?show=own", f"{campaign}?show=steps",
        f"{campaign}matrix/", f"{campaign}matrix/?show=all", f"{campaign}matrix/?category=village",
        f"{campaign}draft/", f"{campaign}week/{t.east.pk}/",
        "/gates/", f"/gates/?gate={t.gate.pk}", f"/gates/{t.next_gate.pk}/{t.east.pk}/",
        f"/organisations/{t.committee.pk}/", f"/organisations/{t.east.pk}/",
        f"/pledges/?org={t.east.pk}", f"/ratings/{t.round.pk}/", f"/ratings/{t.counted.pk}/",
        *(f"/gates/applications/{b.application.pk}/" for b in (t.east, t.west, t.north, t.river)),
        *(f"/ratings/results/{s.pk}/" for s in (*t.counted.subjects.all(), *t.round.subjects.all())),
    ]  # fmt: skip
    assert {a: found for a in walked if (found := chinese_on(t.office, a))} == {}


def test_a_branch_secretarys_pages_are_english(in_letters):
    t = in_letters
    walked = [
        "/campaigns/striving/week/", f"/meetings/{t.meeting.pk}/", f"/meetings/{t.open_meeting.pk}/",
        f"/gates/{t.gate.pk}/{t.east.pk}/", f"/gates/{t.next_gate.pk}/{t.east.pk}/",
        *(f"/pledges/{p.pk}/" for p in (t.pledge, t.mine, t.draft, t.dropped)),
        *(f"/pledges/{t.pledge.pk}/{deed}/" for deed in ("review", "discuss", "change", "withdraw")),
        f"/ratings/own/{t.round.subjects.get(organisation=t.east).pk}/",
        *(f"/pledges/steps/{s.pk}/" for s in t.pledge.steps.all()[2:]),
        *(f"/pledges/steps/{s.pk}/change/" for s in t.pledge.steps.all()[2:]),
    ]  # fmt: skip
    assert {a: found for a in walked if (found := chinese_on(t.east_secretary, a))} == {}


def test_a_members_and_the_publics_pages_are_english(in_letters):
    t = in_letters
    for address in (
        "/mine/",
        "/pledges/mine/",
        "/pledges/mine/new/",
        f"/pledges/{t.mine.pk}/",
        "/ratings/draw/",
    ):
        assert chinese_on(t.member, address) == [], address
    for address in ("/open/", "/open/?q=zz", *(f"/open/{o.code}/" for o in (t.city, t.east, t.west))):
        assert chinese_on(None, address) == [], address
    assert chinese_on(None, "/open/rate/", code=t.code) == []
    assert chinese_on(None, "/open/rate/", status=422, code=t.code, cast="1", q0="good") == []
    assert chinese_on(None, "/open/rate/", status=422, code="ABCDE-FGHJK") == []


def test_the_pages_about_people_on_the_move_are_english(in_letters):
    t = in_letters
    held = t.li.memberships.get()
    mark_mobile(t.east_secretary, held, mobile=True, away="Elsewhere")
    record_contact(t.east_secretary, held, how="phone", on_day=t.campaign.starts_on)
    residence = register_residence(t.member, t.li, community=t.west)
    record_service(t.west_secretary, residence, what="Sweeping", minutes=90)
    asked = ask_correction(t.member, t.li, words="Wrong")
    transfer = start_transfer(t.east_secretary, held, to=t.west, why="Moving", days=5)
    out = start_transfer(t.east_secretary, t.wang.memberships.get(), outside="Far away", why="Moving")
    walked = [
        f"/people/{t.li.pk}/", f"/people/{t.zhang.pk}/", f"/organisations/{t.east.pk}/",
        f"/organisations/{t.east.pk}/people/", f"/organisations/{t.east.pk}/admit/",
        f"/people/{t.li.pk}/correct/", f"/people/{t.li.pk}/appoint/", f"/people/corrections/{asked.pk}/",
        *(f"/people/memberships/{held.pk}/{deed}/" for deed in ("end", "mobile", "contact")),
        f"/people/memberships/{t.liu.memberships.get().pk}/transfer/?find=zz",
        "/transfers/", f"/transfers/{transfer.pk}/", f"/transfers/{out.pk}/", f"/transfers/{out.pk}/receipt/",
        "/mobile/", "/mobile/?show=all", "/residents/", "/search/?q=zz",
    ]  # fmt: skip
    assert {a: found for a in walked if (found := chinese_on(t.east_secretary, a))} == {}
    for address in (f"/transfers/{transfer.pk}/", f"/transfers/{transfer.pk}/return/", "/transfers/",
                    f"/residents/{residence.pk}/service/", f"/organisations/{t.west.pk}/"):  # fmt: skip
        assert chinese_on(t.west_secretary, address) == [], address
    for address in ("/about-me/", "/about-me/residence/", f"/transfers/{transfer.pk}/"):
        assert chinese_on(t.member, address) == [], address


def test_forms_that_come_back_are_english(in_letters):
    t = in_letters
    empty = {"name": ""}
    for user, address in (
        (t.office, "/ratings/new/"),
        (t.office, "/campaigns/drafts/"),
        (t.east_secretary, "/meetings/"),
        (t.east_secretary, "/pledges/new/"),
        (t.east_secretary, f"/pledges/{t.pledge.pk}/review/"),
        (t.member, "/pledges/mine/new/"),
    ):
        assert chinese_on(user, address, status=422, **empty) == [], address
    assert chinese_on(t.office, f"/ratings/{t.round.pk}/slips/", group="public", number="2") == []


@pytest.mark.parametrize("user", ["stranger", "east_secretary"])
def test_a_page_that_is_not_there_says_so_in_english(user, in_letters):
    assert chinese_on(getattr(in_letters, user), "/campaigns/nowhere/", status=404) == []


def test_the_words_of_measures_and_rules_follow_the_language(busy):
    page = opened(busy.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "Study hours: 4 of 40, 36 short" in page
    assert MEASURES["study_hours"].title == "学时" and RULES["enough_study"].title == "学习达标"


def test_counts_are_told_as_one_or_many(busy):
    page = opened(busy.office, f"/campaigns/striving/week/{busy.west.pk}/").content.decode()
    assert "2 members" in page
    page = opened(busy.office, f"/campaigns/striving/week/{busy.river.pk}/").content.decode()
    assert "1 member<" in page or "1 member " in page


def test_a_date_is_written_in_the_language(busy):
    page = opened(busy.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "14 Sep 2010" in page and "May 2010 – Jan 2011" in page


def test_what_is_written_down_stays_chinese_whoever_writes_it(busy):
    done = opened(busy.east_secretary, f"/pledges/{busy.draft.pk}/publish/", sent="1")
    assert done.status_code == 302
    assert Deed.objects.latest("number").words == "公布承诺：办一件事"

    adopted = opened(busy.east_secretary, f"/campaigns/striving/adopt/{busy.east.pk}/", sent="1")
    assert adopted.status_code == 302
    assert Deed.objects.latest("number").words == "照此执行：东街村党支部·照此执行，不另行文"


def test_a_paper_is_the_same_in_both_languages(busy):
    chinese, english = Client(), Client()
    english.cookies.load(ENGLISH)
    for client in (chinese, english):
        client.force_login(busy.office)
    papers = [c.get("/papers/").content.decode() for c in (chinese, english)]
    circulars = [
        re.search(r'<section class="zy-box"><div class="in">(.*?)</section>', p, re.S)[1] for p in papers
    ]
    assert circulars[0] == circulars[1] and "总体情况" in circulars[1]
    assert "Circular" in papers[1]


def test_a_chinese_word_on_an_english_page_is_found(busy):
    publish_pledge(busy.east_secretary, busy.draft)
    html = opened(None, f"/open/{busy.east.code}/").content.decode()
    assert any("办一件事" in found for found in chinese_in(html))
