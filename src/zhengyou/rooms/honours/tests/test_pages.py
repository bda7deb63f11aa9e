"""The pages of honours: the office's, a level's on the way up, the one named, and everybody's without signing in."""

import json
from datetime import date

import pytest

from zhengyou.core.downloads import TYPES
from zhengyou.rooms.honours.actions import decide_honour, give_consent, nominate, revoke_honour
from zhengyou.rooms.honours.models import HonourKind, Judgement, NominationConsent, Objection
from zhengyou.rooms.honours.papers import is_signed, read_jwt
from zhengyou.rooms.honours.tests.conftest import posted, ready, ready_person

pytestmark = pytest.mark.django_db
MEETING = "市委常委会2010年6月10日会议"


def given(h, nomination, on):
    posted(h, nomination)
    on(date(2010, 6, 10))
    return decide_honour(
        h.town.leader, nomination.batch, nomination=nomination, given=True, meeting=MEETING
    ).honour


def test_an_office_lays_down_what_the_programme_names(town, on, visit, client):
    on(date(2010, 6, 1))
    town.campaign.pack = {"honours": [{"code": "good", "name": "优胜单位", "for": "organisation"}]}
    town.campaign.save()
    page = visit(town.office, "/honours/").content.decode()
    assert "/honours/kinds/new/?pack=good" in page
    form = visit(town.office, "/honours/kinds/new/?pack=good").content.decode()
    assert 'value="优胜单位"' in form

    told = {
        "name": "优胜单位",
        "holder": "organisation",
        "sort": "commendation",
        "level": "city",
        "notice_days": 5,
    }
    client.force_login(town.office)
    refused = client.post("/honours/kinds/new/?pack=good", told)
    assert refused.status_code == 422 and "没有批准的，可以改为“本单位年度考评”" in refused.content.decode()
    assert client.post("/honours/kinds/new/?pack=good", told | {"sort": "appraisal"}).status_code == 302
    assert HonourKind.objects.get().campaign == town.campaign
    assert "优胜单位" in visit(town.east_secretary, "/honours/").content.decode()
    visit(town.stranger, "/honours/", status=404)


def test_a_batch_shows_each_only_what_is_within_reach(honours, visit):
    town, made = honours.town, ready(honours)
    address = f"/honours/batches/{honours.batch.pk}/"

    assert "东街村党支部" in visit(town.office, address).content.decode()
    assert "东街村党支部" not in visit(town.river_secretary, address).content.decode()
    visit(town.river_secretary, f"/honours/nominations/{made.pk}/", status=404)
    visit(town.west_secretary, f"{address}nominate/")
    visit(town.supervisor, f"{address}decide/", status=404)


def test_the_level_above_reads_why_and_gives_its_word(honours, visit, client):
    town = honours.town
    made = nominate(town.east_secretary, town.east, batch=honours.batch, unit=town.east, words="办了12件实事")
    waiting = visit(honours.town_office, "/honours/").content.decode()
    assert f"/honours/nominations/{made.pk}/recommend/" in waiting
    assert (
        "办了12件实事"
        in visit(honours.town_office, f"/honours/nominations/{made.pk}/recommend/").content.decode()
    )

    client.force_login(honours.town_office)
    client.post(f"/honours/nominations/{made.pk}/recommend/", {"recommended": "1"})
    page = visit(town.office, f"/honours/nominations/{made.pk}/").content.decode()
    assert "可以公示" in page and "要由人核实" in page
    client.force_login(town.office)
    listed = f"/honours/batches/{honours.batch.pk}/"
    assert "还有1条条件要核实" in client.get(listed).content.decode()
    client.post(f"/honours/nominations/{made.pk}/conditions/1/", {"holds": "1", "words": "问了群众"})
    assert Judgement.objects.get().holds and "条件要核实" not in client.get(listed).content.decode()


def test_the_one_named_is_asked_on_the_phone(honours, visit, client):
    town = honours.town
    made = nominate(town.east_secretary, town.east, batch=honours.people, person=town.li, words="做好事")
    assert f"/honours/nominations/{made.pk}/" in visit(town.member, "/honours/mine/").content.decode()
    assert 'href="/honours/mine/"' in visit(town.member, "/pledges/mine/").content.decode()
    assert 'href="/honours/mine/"' not in visit(town.east_secretary, "/pledges/mine/").content.decode()
    assert "本人同意" in visit(town.member, f"/honours/nominations/{made.pk}/").content.decode()

    client.force_login(town.member)
    client.post(f"/honours/nominations/{made.pk}/consent/", {"agreed": "1"})
    consent = NominationConsent.objects.get()
    assert consent.agreed and not consent.on_paper


def test_everybody_reads_a_posting_and_objects_without_a_name(honours, visit, client):
    name = posted(honours, ready(honours))
    assert "正在公示" in visit(None, "/open/honours/").content.decode()
    page = visit(None, f"/open/honours/postings/{name.posting_id}/").content.decode()
    assert "为民办了12件实事" in page and f"/open/honours/postings/names/{name.pk}/" in page

    answer = client.post(f"/open/honours/postings/names/{name.pk}/", {"words": "台账是补的"})
    assert answer.status_code == 200 and not answer.cookies
    objection = Objection.objects.get()
    assert "1条异议正在查核" in visit(None, f"/open/honours/postings/{name.posting_id}/").content.decode()
    office = visit(honours.town.office, "/honours/objections/").content.decode()
    assert "台账是补的" in office
    client.force_login(honours.town.office)
    client.post(f"/honours/objections/{objection.pk}/", {"upheld": "0", "words": "原件齐全"})
    assert "原件齐全" in visit(None, f"/open/honours/postings/{name.posting_id}/").content.decode()


@pytest.mark.parametrize(
    ("printed", "ending", "begins"),
    [(b"%PDF-1.7", "pdf", b"%PDF"), (None, "docx", b"PK"), (TimeoutError, "docx", b"PK")],
)
def test_a_certificate_is_pdf_where_the_machine_can_print(
    honours, on, visit, monkeypatch, printed, ending, begins
):
    def convert(content, of, to):
        assert (content[:2], of, to) == (b"PK", "docx", "pdf")
        if printed is TimeoutError:
            raise TimeoutError
        return printed

    monkeypatch.setattr("zhengyou.core.papers.pdf.converted", convert)
    honour = given(honours, ready(honours), on)
    paper = visit(honours.town.office, f"/honours/{honour.pk}/certificate/")

    assert paper.content.startswith(begins)
    assert paper["Content-Disposition"].endswith(f".{ending}")
    assert paper["Content-Type"] == ("application/pdf" if ending == "pdf" else TYPES["docx"])


def test_a_certificate_opens_and_its_address_tells_of_a_revocation(honours, on, visit, client, monkeypatch):
    monkeypatch.setattr("zhengyou.core.papers.pdf.converted", lambda *_: None)
    honour = given(honours, ready(honours), on)
    page = visit(None, f"/open/honours/{honour.code}/").content.decode()
    assert "这项荣誉有效" in page and MEETING in page
    paper = visit(honours.town.office, f"/honours/{honour.pk}/certificate/")
    assert paper.content[:2] == b"PK"
    token = client.get(f"/open/honours/{honour.code}/credential.jwt").content.decode()
    assert is_signed(token) and "东街村党支部" in json.dumps(read_jwt(token), ensure_ascii=False)
    assert client.get("/open/honours/keys.json").json()["keys"][0]["crv"] == "Ed25519"

    revoke_honour(honours.town.leader, honour, words="弄虚作假")
    page = visit(None, f"/open/honours/{honour.code}/").content.decode()
    assert "这项荣誉已经撤销" in page and "弄虚作假" in page
    assert client.get(f"/open/honours/{honour.code}/status.json").json()["status"] == "revoked"
    assert is_signed(client.get("/open/honours/status.jwt").content.decode())
    visit(honours.town.office, f"/honours/{honour.pk}/certificate/", status=404)
    assert "撤销" in visit(None, "/open/honours/?standing=revoked").content.decode()


def test_whoever_takes_consent_back_is_named_nowhere_in_public(honours, on, visit, client):
    made = ready_person(honours)
    honour = given(honours, made, on)
    assert "李华" in visit(None, f"/open/honours/{honour.code}/").content.decode()

    give_consent(honours.town.member, made, agreed=False)
    for address in (f"{honour.code}/", "", f"postings/{made.posted.posting_id}/"):
        page = visit(None, f"/open/honours/{address}").content.decode()
        assert "李华" not in page and "一名党员" in page
    assert client.get(f"/open/honours/{honour.code}/credential.jwt").status_code == 404


def test_a_leader_decides_on_the_whole_list(honours, on, visit, client):
    town, made = honours.town, ready(honours)
    posted(honours, made)
    on(date(2010, 6, 10))
    assert "去决定" in visit(town.leader, "/honours/").content.decode()
    address = f"/honours/batches/{honours.batch.pk}/decide/"
    client.force_login(town.leader)
    refused = client.post(address, {"meeting": MEETING})
    assert refused.status_code == 422 and "不授予的，请写理由" in refused.content.decode()
    assert client.post(address, {"meeting": MEETING, "nominations": [made.pk]}).status_code == 302
    page = visit(town.leader, f"/honours/batches/{honours.batch.pk}/").content.decode()
    assert "已授予" in page and "/revoke/" in page


def test_a_programme_calls_its_honours_otherwise(town, visit):
    town.campaign.pack = {"vocabulary": {"honour": "奖项"}}
    town.campaign.save()
    page = visit(town.office, "/honours/").content.decode()
    assert "奖项</h1>" in page and "表彰</h1>" not in page
