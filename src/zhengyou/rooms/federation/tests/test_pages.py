"""The page of the root, the deeds on it, and where other installations deliver."""

import json
import re
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from tests.language.scene import chinese_in, spell_in_letters
from tests.town import account
from zhengyou.core.models import Role
from zhengyou.core.signing import public_key
from zhengyou.rooms.federation.actions import receive_sums, register_partner
from zhengyou.rooms.federation.models import Delivery, Partner
from zhengyou.rooms.federation.queries import told_measure
from zhengyou.rooms.federation.tests.linked import County, bundle_in

pytestmark = pytest.mark.django_db
TOLD = {
    "title": "志愿服务次数",
    "unit": "次",
    "meaning": "times",
    "definition": "count(*)",
    "of": "help",
    "per": 1,
}


@pytest.fixture
def county(town, on):
    on(date(2010, 7, 2))
    made = County()
    made.partner = register_partner(town.office, town.committee, key=made.key)
    return made


def deliver(county, values, **given):
    return receive_sums(AnonymousUser(), county.sent(values, **given))


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def rows(page):
    found = re.search(r'<table class="zy-t.*?</table>', page.content.decode(), re.DOTALL).group()
    return [
        [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    ]  # fmt: skip


def test_before_anything_the_page_says_how_to_begin(town, visit, on):
    on(date(2010, 7, 2))
    page = text(visit(town.office, "/sums/"))

    assert "还没有联网单位" in page and "先向下级要它的公钥" in page
    assert public_key() in page
    page = text(visit(town.leader, "/sums/"))
    assert "领导小组办公室登记下级的公钥以后" in page and public_key() not in page


def test_the_ledger_shows_theirs_beside_ours(town, county, visit):
    register_partner(town.office, town.other_committee, key=County(seed=b"late").key)
    deliver(county, {"members": 100})

    ledger = rows(visit(town.office, "/sums/"))

    assert ledger[1][:4] == ["本机其余组织", "0人", "—", "0人"]
    assert ledger[2][:4] == ["红星镇", "8人", "100人", "108人"]
    assert "请核对没有重复" in ledger[2][4] and ledger[2][5] == "到2010年6月30日为止"
    assert ledger[2][6].startswith("3天前")
    assert ledger[3] == ["河东镇", "1人", "—", "1人", "还没有上报", "—", "—"]
    assert ledger[4][:4] == ["合计", "9人", "100人", "109人"] and ledger[4][4] == "2个联网单位，计入1个"


def test_a_share_is_shown_as_counts(town, county, visit):
    deliver(county, {"steps_kept": 10, "steps_due": 100})

    assert rows(visit(town.office, "/sums/?measure=pledges_kept"))[-1][2] == "10/100"


def test_what_is_defined_otherwise_says_so(town, county, visit):
    deliver(county, {"members": 100}, told={"members": told_measure("members") | {"definition": "count(*)"}})

    page = visit(town.office, "/sums/")

    assert rows(page)[2][4] == "口径不同，没有计入" and rows(page)[3][2] == "—"
    assert "口径不同的数" in text(page)


def test_what_is_not_known_here_stands_apart(town, county, visit):
    deliver(county, {"members": 100, "helped": 3}, told={"helped": TOLD})

    page = text(visit(town.office, "/sums/"))

    assert "本机没有的指标" in page and "志愿服务次数" in page and "3次" in page


def test_a_page_full_of_sums_is_english_but_for_what_others_wrote(town, county, visit, client):
    spell_in_letters()
    for told in ({}, {"members": told_measure("members") | {"definition": "count(*)", "title": "Members"}}):
        deliver(county, {"members": 100, "steps_kept": 1, "steps_due": 2}, told=told)
        client.cookies["language"] = "en"
        for asked in ("", "?measure=pledges_kept"):
            assert list(chinese_in(visit(town.office, f"/sums/{asked}").content.decode())) == []


def test_queries_do_not_grow_with_the_history(town, county, client, django_assert_max_num_queries):
    client.force_login(town.office)
    for n in range(5):
        deliver(county, {"members": 100 + n})

    with django_assert_max_num_queries(40):
        client.get("/sums/")


def test_a_delivery_opens_line_by_line(town, county, visit):
    content = county.content({"members": 100})
    content["sums"].append(
        {"organisation": "410001", "name": "东山镇党委", "depth": 1, "measure": "members", "value": 60}
    )
    delivery = receive_sums(AnonymousUser(), county.signed(content))

    page = text(visit(town.supervisor, f"/sums/deliveries/{delivery.pk}/"))

    assert "东山镇党委" in page and "60" in page and delivery.sha256 in page


def test_only_the_root_sees_it(town, county, visit):
    delivery = deliver(county, {"members": 100})
    elsewhere = account("town_office", Role.OFFICE, town.committee)
    for user in (elsewhere, town.east_secretary, town.member, town.stranger):
        visit(user, "/sums/", status=404)
        visit(user, f"/sums/deliveries/{delivery.pk}/", status=404)
    for user in (town.office, town.leader, town.supervisor):
        assert 'href="/sums/" aria-current="page"' in visit(user, "/sums/").content.decode()
    assert 'href="/sums/"' not in visit(elsewhere, "/campaigns/striving/").content.decode()


def test_what_is_not_there_is_not_found(town, county, visit):
    deliver(county, {"members": 100})

    for asked in ("measure=nothing", "measure=branches", "window=x", "measure=members&window=..2009-01-01"):
        visit(town.office, f"/sums/?{asked}", status=404)


def test_the_office_registers_and_ends(town, client, on):
    on(date(2010, 7, 2))
    client.force_login(town.office)
    answer = client.post("/sums/partners/", {"code": " 1.1 ", "key": County().key}, follow=True)
    assert "已登记红星镇党委" in text(answer)

    answer = client.post(f"/sums/partners/{Partner.objects.get().pk}/end/", follow=True)
    assert "已结束红星镇党委的联网" in text(answer)


def test_a_wrong_code_comes_back_with_the_form(town, client, on):
    on(date(2010, 7, 2))
    client.force_login(town.office)

    answer = client.post("/sums/partners/", {"code": "9", "key": County().key})

    assert answer.status_code == 422 and "没有这个编码的组织" in text(answer)


def test_a_leader_looks_and_does_nothing(town, county, client):
    client.force_login(town.leader)

    assert client.post("/sums/partners/", {"code": "1.2", "key": "0" * 64}).status_code == 404
    assert client.post("/sums/handed-up/", {"measures": ["members"]}).status_code == 404
    assert client.post(f"/sums/partners/{county.partner.pk}/end/").status_code == 403
    assert "结束联网" not in text(client.get("/sums/"))


def test_the_bundle_is_a_file_to_take_away(town, client, on):
    on(date(2010, 7, 2))
    client.force_login(town.office)

    answer = client.post(
        "/sums/handed-up/", {"measures": ["members"], "since": "", "until": "2010-06-30", "levels": "1"}
    )

    assert answer["Content-Disposition"].startswith("attachment;")
    assert [line["value"] for line in bundle_in(answer.content)["sums"]] == [9, 8, 1]
    assert client.post("/sums/handed-up/", {"until": "2010-06-30"}).status_code == 422


def test_a_file_is_received_on_the_page(town, county, client, tmp_path):
    file = tmp_path / "sums.json"
    file.write_text(county.sent({"members": 100}), encoding="utf-8")
    client.force_login(town.office)

    with file.open("rb") as sent:
        answer = client.post("/sums/received/", {"sent": sent}, follow=True)
    assert "已收下红星镇党委第1号上报" in text(answer)
    with file.open("rb") as sent:
        answer = client.post("/sums/received/", {"sent": sent})
    assert answer.status_code == 422 and "不比它新" in text(answer)


def posted(body):
    strict = Client(enforce_csrf_checks=True)
    return strict.post("/api/sums/", body, content_type="application/json")


def test_another_installation_delivers_by_its_signature_alone(county):
    answer = posted(county.sent({"members": 100}))

    delivery = Delivery.objects.get()
    assert answer.status_code == 201 and answer.json() == {"number": 1, "sha256": delivery.sha256}
    assert not answer.cookies


def test_a_stranger_learns_nothing_about_who_is_linked(county):
    stranger = County(seed=b"stranger")
    forged = json.loads(stranger.sent({"members": 1})) | {"key": county.key}

    answers = [posted(stranger.sent({"members": 1})), posted(json.dumps(forged))]

    assert [a.status_code for a in answers] == [422, 422]
    assert answers[0].content == answers[1].content


def test_a_delivery_that_is_refused_says_why(county, settings):
    assert "不是JSON" in posted("nonsense").json()["error"]
    assert Client().get("/api/sums/").status_code == 405
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    answer = posted(county.sent({"members": 100}))
    assert answer.status_code == 413 and "20MB" in answer.json()["error"]


def test_whoever_is_signed_in_plays_no_part_in_a_delivery(town, county, client):
    client.force_login(town.office)

    client.post("/api/sums/", county.sent({"members": 100}), content_type="application/json")

    assert Delivery.objects.get().entered_by is None
