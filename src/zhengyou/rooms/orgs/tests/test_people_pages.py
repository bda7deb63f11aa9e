"""People on the web: their pages, lists and files; nobody learns from an answer that somebody exists."""

import csv
import json
import re
from datetime import date
from io import StringIO

import pytest

from tests.town import person
from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.orgs.actions import (
    DryRun,
    ask_correction,
    correct_person,
    hear_people,
    import_roster,
    mark_mobile,
)
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.imports.headings import called
from zhengyou.rooms.orgs.models import Correction, Membership, Person, Post
from zhengyou.rooms.orgs.queries import Row

NUMBER = "990101195810165602"


@pytest.fixture
def may(town, on):
    on(date(2010, 5, 20))
    correct_person(town.east_secretary, town.east, person=town.li, identity=NUMBER, phone="10018689916")
    return town


def text(page):
    return page.content.decode()


def bare(page):
    """An answer without what differs from one to the next by nature: tokens, and the number asked for."""
    html = re.sub(r"[A-Za-z0-9]{64}", "TOKEN", text(page))
    return re.sub(r"/people/\d+/", "/people/N/", html), sorted(
        k for k in page.headers if k != "Content-Length"
    )


@pytest.mark.parametrize("way", ["", "correct/", "appoint/", "identity/"])
def test_a_stranger_does_not_learn_whether_somebody_exists(may, client, way):
    for viewer in (may.west_secretary, may.member, may.stranger, may.leader):
        client.force_login(viewer)
        ask = client.post if way == "identity/" else client.get
        there, nowhere = ask(f"/people/{may.wang.pk}/{way}"), ask(f"/people/99999999/{way}")
        assert there.status_code == nowhere.status_code == 404
        assert bare(there) == bare(nowhere)
        assert "王芳" not in text(there)


def test_the_page_of_a_person_tells_it_all_with_numbers_masked(may, visit):
    Post.objects.create(person=may.li, organisation=may.committee, title="宣传委员", since=date(2010, 1, 1))
    html = text(visit(may.east_secretary, f"/people/{may.li.pk}/"))
    for words in (
        "李华",
        "东街村党支部",
        "宣传委员",
        "班子成员",
        "9901**********5602",
        "1958年10月",
        "2000年7月1日起",
    ):
        assert words in html, words
    assert NUMBER not in html and "10018689916" not in html
    assert "更正信息" not in text(visit(may.supervisor, f"/people/{may.li.pk}/"))


def test_the_whole_number_is_shown_once_and_leaves_a_trail(may, visit, client):
    visit(may.east_secretary, f"/people/{may.li.pk}/")
    assert client.get(f"/people/{may.li.pk}/identity/").status_code == 405
    before = Deed.objects.filter(did="see_identity").count()
    page = client.post(f"/people/{may.li.pk}/identity/")
    assert NUMBER in text(page) and "no-store" in page["Cache-Control"]
    assert Deed.objects.filter(did="see_identity").count() == before + 1
    client.force_login(may.supervisor)
    assert client.post(f"/people/{may.li.pk}/identity/").status_code == 403


def test_what_is_done_about_a_person_has_its_forms(may, visit, client):
    held = Membership.objects.get(person=may.li)
    for address in (
        f"/organisations/{may.east.pk}/admit/",
        f"/people/{may.li.pk}/correct/",
        f"/people/{may.li.pk}/appoint/",
        f"/people/memberships/{held.pk}/end/",
        f"/people/memberships/{held.pk}/mobile/",
        f"/people/posts/{Post.objects.get(person=may.zhang).pk}/relieve/",
    ):
        visit(may.east_secretary, address)
        visit(may.west_secretary, address, status=404)
        visit(may.supervisor, address, status=404)
        client.force_login(may.east_secretary)
        assert client.post(address, {"on_day": "x", "away": "", "mobile": "on"}).status_code == 422, address


def test_a_branch_enters_corrects_and_ends(may, client):
    client.force_login(may.east_secretary)
    told = {"name": "单明", "line": "party", "identity": NUMBER[:-1] + "3"}
    refused = client.post(f"/organisations/{may.east.pk}/admit/", told)
    assert refused.status_code == 422 and "校验码" in text(refused) and "单明" in text(refused)
    assert client.post(f"/organisations/{may.east.pk}/admit/", told | {"identity": ""}).status_code == 302
    made = Person.objects.get(name="单明")
    client.post(f"/people/{made.pk}/correct/", {"name": "单明", "education": "大专", "sex": "1"})
    made.refresh_from_db()
    assert (made.education, made.sex) == ("大专", "女")
    assert 'value="1" selected' in text(client.get(f"/people/{made.pk}/correct/"))
    held = made.memberships.get()
    client.post(f"/people/memberships/{held.pk}/mobile/", {"mobile": "on", "away": "广东省东莞市"})
    client.post(
        f"/people/{made.pk}/appoint/", {"organisation": may.east.pk, "title": "委员", "since": "2010-05-20"}
    )
    client.post(f"/people/memberships/{held.pk}/end/", {"why": "mistaken", "on_day": "2010-05-20"})
    held.refresh_from_db()
    assert (held.away, held.ending, held.until) == ("广东省东莞市", "mistaken", date(2010, 5, 20))
    assert made.posts.get().until == date(2010, 5, 20)


def test_an_organisation_further_away_is_looked_up_before_a_post_is_entered(may, visit, client):
    page = f"/people/{may.zhang.pk}/appoint/?find=1.1"
    assert "红星镇党委" in text(visit(may.office, page))
    client.post(page, {"organisation": may.committee.pk, "title": "委员", "since": "2010-05-20"})
    assert may.zhang.posts.filter(organisation=may.committee, title="委员").exists()
    assert (
        client.post(page, {"organisation": may.river.pk, "title": "委员", "since": "2010-05-20"}).status_code
        == 422
    )


def test_somebody_sees_takes_and_has_corrected_what_is_held_about_oneself(may, visit, client):
    html = text(visit(may.member, "/about-me/"))
    for words in ("李华", "东街村党支部", "9901**********5602", "组织关系"):
        assert words in html, words
    assert NUMBER not in html
    assert client.post("/about-me/", {"words": "学历应为本科"}).status_code == 302
    asked = Correction.objects.get()
    assert "等支部答复" in text(visit(may.member, "/about-me/"))

    assert "学历应为本科" in text(visit(may.east_secretary, f"/organisations/{may.east.pk}/"))
    visit(may.east_secretary, f"/people/corrections/{asked.pk}/")
    visit(may.west_secretary, f"/people/corrections/{asked.pk}/", status=404)
    client.force_login(may.east_secretary)
    client.post(f"/people/corrections/{asked.pk}/", {"corrected": "on", "words": "改好了"})
    assert "改好了" in text(visit(may.member, "/about-me/"))

    answer = client.post("/about-me/file/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert json.loads(answer.content)["人员"]["身份证号"] == NUMBER
    visit(may.office, "/about-me/", status=404)
    visit(may.member, f"/people/corrections/{asked.pk}/", status=404)


def test_a_list_says_how_many_there_are_and_keeps_to_its_filters(may, visit):
    base = f"/organisations/{may.city.pk}/people/"
    assert "共9人" in text(visit(may.office, base))
    for line in ("孙立", "张明", "赵强"):
        assert line in text(visit(may.office, base))
    assert "共0人" in text(visit(may.office, base + "?scope=own"))
    assert "共0人" in text(visit(may.office, base + "?line=union"))
    assert "共3人" in text(visit(may.office, base + "?post=leading"))
    Post.objects.create(person=may.zhang, organisation=may.committee, title="委员", since=date(2010, 1, 1))
    html = text(visit(may.office, base + "?post=concurrent"))
    assert "共1人" in html and "张明" in html
    mark_mobile(may.east_secretary, Membership.objects.get(person=may.li), mobile=True, away="广东省")
    assert "共1人" in text(visit(may.office, base + "?mobile=1"))
    visit(may.east_secretary, base, status=404)
    visit(may.leader, base, status=404)
    assert "共6人" in text(visit(may.east_secretary, f"/organisations/{may.east.pk}/people/"))


def test_a_long_list_is_paged_in_as_many_queries_as_a_short_one(may, client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(may.office)
    address = f"/organisations/{may.city.pk}/people/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for n in range(60):
        person(f"孟{n}", may.east)
    with django_assert_num_queries(len(few)):
        html = text(client.get(address))
    assert "第1–50，共69" in html and "共69人" in html


def read(page):
    body = b"".join(page.streaming_content) if page.streaming else page.content
    return list(csv.DictReader(StringIO(body.decode("utf-8-sig"))))


def test_a_file_has_everybody_under_the_headings_of_the_import_and_masked_numbers(may, visit):
    for n in range(60):
        person(f"孟{n}", may.east)
    rows = read(visit(may.office, f"/organisations/{may.city.pk}/people/?format=csv"))
    assert len(rows) == 69 and list(rows[0]) == [called("people", f) for f in Row._fields]
    li = next(r for r in rows if r["姓名"] == "李华")
    assert (li["身份证号"], li["手机号码"], li["出生年月"]) == (
        "9901**********5602",
        "1001***9916",
        "1958-10-16",
    )
    visit(may.office, f"/organisations/{may.city.pk}/people/?format=pdf", status=404)


def test_no_name_becomes_a_formula(may, visit):
    person("=1+1", may.east)
    rows = read(visit(may.office, f"/organisations/{may.city.pk}/people/?format=csv"))
    assert "\t=1+1" in {r["姓名"] for r in rows}


def test_whole_numbers_leave_as_a_deed_and_only_as_far_as_one_may_see_them(may, client):
    client.force_login(may.office)
    page = client.post(f"/organisations/{may.city.pk}/people/whole/", {"format": "csv", "line": "party"})
    assert NUMBER in {r["身份证号"] for r in read(page)}
    assert '"line": "party"' in Deed.objects.get(did="export_people").details
    for viewer, status in ((may.supervisor, 403), (may.east_secretary, 404), (may.stranger, 404)):
        client.force_login(viewer)
        assert (
            client.post(f"/organisations/{may.city.pk}/people/whole/", {"format": "csv"}).status_code
            == status
        )


@pytest.mark.database
def test_what_was_exported_comes_back_unchanged(may, client, tmp_path):
    """A list with whole numbers, imported again, finds everybody as one is."""
    may.li.born_on, may.li.joined_on, may.li.education = date(1958, 10, 16), date(1980, 7, 1), "大专"
    may.li.sex, may.li.occupation = "女", "农牧渔民"
    may.li.save()
    mark_mobile(may.east_secretary, Membership.objects.get(person=may.li), mobile=True, away="广东省")
    client.force_login(may.office)
    page = client.post(f"/organisations/{may.city.pk}/people/whole/", {"format": "xlsx"})
    file = tmp_path / "list.xlsx"
    file.write_bytes(page.content)

    with pytest.raises(DryRun) as tried:
        import_roster(OPERATOR, None, roster=read_roster(file), dry_run=True)

    found = tried.value.report.as_dict()
    assert found["people"] == {"new": 0, "changed": 0, "unchanged": 9, "refused": 0}, found
    assert not found["refused"]


def test_the_search_page_finds_within_reach(may, visit):
    hear_people([may.li, may.zhao])
    html = text(visit(may.east_secretary, "/search/?q=lihua"))
    assert f"/people/{may.li.pk}/" in html and "东街村党支部" in html
    assert "没有找到" in text(visit(may.east_secretary, "/search/?q=zhaoqiang"))
    assert "赵强" in text(visit(may.office, "/search/?q=zq"))
    assert "东街村党支部" in text(visit(may.office, "/search/?q=红星镇/东街"))
    visit(may.east_secretary, "/search/")
    visit(may.stranger, "/search/?q=李华", status=404)
    assert "李华" not in text(visit(may.member, "/search/?q=李华")).replace('value="李华"', "")


def test_nobody_asks_for_a_correction_of_somebody_elses_data(may):
    with pytest.raises(Refused, match="写要改什么"):
        ask_correction(may.member, may.li, words=" ")
