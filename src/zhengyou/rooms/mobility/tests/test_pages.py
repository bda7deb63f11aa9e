"""People on the move on the web: both sides open the same hand-over, nobody else does."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.rooms.mobility.actions import (
    receive_transfer,
    record_contact,
    record_service,
    register_residence,
    start_transfer,
)
from zhengyou.rooms.mobility.models import Contact, Residence, Service, Transfer
from zhengyou.rooms.orgs.actions import mark_mobile
from zhengyou.rooms.orgs.models import Membership
from zhengyou.rooms.orgs.queries import home_of


@pytest.fixture
def may(town, on):
    on(date(2010, 5, 20))
    return town


def text(page):
    return page.content.decode()


def held(person):
    return Membership.objects.get(person=person, until=None, line="party")


def given_out(town, person=None, **told):
    return start_transfer(
        town.east_secretary, held(person or town.li), **({"to": town.west, "why": "搬家"} | told)
    )


def test_a_branch_gives_somebody_out_and_the_other_receives(may, visit, client):
    start = f"/people/memberships/{held(may.li).pk}/transfer/"
    assert "先找接收的组织" in text(visit(may.east_secretary, start))
    assert "西街社区党支部" in text(visit(may.east_secretary, start + "?find=西街"))
    assert "没有找到" in text(visit(may.east_secretary, start + "?find=火星"))
    told = {"to": may.west.pk, "why": "搬家", "days": 30}
    client.force_login(may.east_secretary)
    assert client.post(start + "?find=西街", told | {"why": ""}).status_code == 422
    assert client.post(start + "?find=西街", told).status_code == 302
    transfer = Transfer.objects.get()

    for viewer in (may.east_secretary, may.west_secretary, may.office, may.member):
        html = text(visit(viewer, f"/transfers/{transfer.pk}/"))
        assert "现在等西街社区接收" in html and "余30天" in html, viewer
    assert "接收</button>" not in text(visit(may.east_secretary, f"/transfers/{transfer.pk}/"))
    assert "等本组织接收" in text(visit(may.west_secretary, f"/organisations/{may.west.pk}/"))
    assert "等西街社区接收" in text(visit(may.east_secretary, f"/organisations/{may.east.pk}/"))
    client.force_login(may.west_secretary)
    client.post(f"/transfers/{transfer.pk}/receive/")

    assert home_of(may.li) == may.west
    assert "已接收" in text(visit(may.east_secretary, f"/transfers/{transfer.pk}/"))
    visit(may.west_secretary, f"/people/{may.li.pk}/")
    visit(may.east_secretary, f"/people/{may.li.pk}/", status=404)


def test_a_stranger_finds_no_hand_over_and_does_nothing_about_it(may, visit, client):
    transfer = given_out(may)
    for viewer in (may.river_secretary, may.stranger):
        visit(viewer, f"/transfers/{transfer.pk}/", status=404)
        visit(viewer, f"/transfers/{transfer.pk}/return/", status=404)
        visit(viewer, f"/transfers/{transfer.pk}/receipt/", status=404)
        for deed in ("receive", "return", "cancel", "receipt"):
            assert client.post(f"/transfers/{transfer.pk}/{deed}/", {"why": "x"}).status_code == 404, deed
    visit(may.stranger, "/transfers/", status=404)
    visit(may.west_secretary, f"/people/memberships/{held(may.li).pk}/transfer/", status=404)
    for deed, viewer in (
        ("receive", may.east_secretary),
        ("cancel", may.west_secretary),
        ("cancel", may.member),
    ):
        client.force_login(viewer)
        assert client.post(f"/transfers/{transfer.pk}/{deed}/").status_code == 404, deed
    assert Transfer.objects.get().closed_on is None


def test_what_is_overdue_is_said_to_both_sides_and_the_office(may, visit, on):
    given_out(may, days=5)
    on(date(2010, 5, 28))
    for viewer in (may.east_secretary, may.west_secretary, may.office):
        html = text(visit(viewer, "/transfers/"))
        assert "超期1件" in html and "已过3天" in html, viewer
    assert "超期" not in text(visit(may.river_secretary, "/transfers/"))


def test_one_is_sent_back_one_taken_back_one_closed_by_its_receipt(may, visit, client):
    back, taken, out = (
        given_out(may),
        given_out(may, may.wang),
        given_out(may, may.liu, to=None, outside="邻省某县第一中学党支部"),
    )
    visit(may.west_secretary, f"/transfers/{back.pk}/return/")
    client.post(f"/transfers/{back.pk}/return/", {"why": "应转到河东村"})
    assert "应转到河东村" in text(visit(may.east_secretary, f"/transfers/{back.pk}/"))
    client.post(f"/transfers/{taken.pk}/cancel/")
    assert "现在等回执，由东街村登记" in text(visit(may.east_secretary, f"/transfers/{out.pk}/"))
    visit(may.east_secretary, f"/transfers/{out.pk}/receipt/")
    client.post(f"/transfers/{out.pk}/receipt/", {"on_day": "2010-05-20", "told": "第3号"})
    assert [t.outcome for t in Transfer.objects.order_by("pk")] == ["returned", "cancelled", "received"]
    html = text(visit(may.east_secretary, "/transfers/"))
    for words in ("已退回", "已撤销", "已接收"):
        assert words in html


def test_a_transfer_received_late_shows_as_late(may, visit, on):
    transfer = given_out(may, days=5)
    on(date(2010, 5, 28))
    receive_transfer(may.west_secretary, may.west, transfer=transfer)
    assert "已接收，迟3天" in text(visit(may.office, "/transfers/"))


@pytest.mark.parametrize("address", ["/transfers/", "/mobile/", "/residents/"])
def test_a_list_takes_as_many_queries_for_many_as_for_few(may, client, django_assert_num_queries, address):
    people = (may.li, may.wang, may.liu, may.chen, may.yang)

    def happen(person):
        given_out(may, person)
        mark_mobile(may.east_secretary, held(person), mobile=True, away="上海市")
        Residence.objects.create(organisation=may.west, person=person, since=date(2010, 5, 1))

    happen(people[0])
    client.force_login(may.office)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for person in people[1:]:
        happen(person)
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_members_away_are_listed_by_how_long_nobody_reached_them(may, visit, client):
    mark_mobile(may.east_secretary, held(may.li), mobile=True, away="广东省东莞市")
    mark_mobile(may.east_secretary, held(may.wang), mobile=True, away="上海市")
    record_contact(may.east_secretary, held(may.wang), how="phone", on_day=date(2010, 4, 20))
    html = text(visit(may.east_secretary, "/mobile/"))
    assert "1人超过90天没有联系上" in html and "广东省东莞市" in html and "王芳" not in html
    assert "2人超过20天没有联系上" in text(visit(may.east_secretary, "/mobile/?days=20"))
    assert "王芳" in text(visit(may.east_secretary, "/mobile/?show=all"))
    contact = f"/people/memberships/{held(may.li).pk}/contact/"
    visit(may.east_secretary, contact)
    client.post(contact, {"how": "phone", "on_day": "2010-05-19", "who": may.zhang.pk, "reached": "on"})
    assert Contact.objects.filter(person=may.li, who=may.zhang).exists()
    assert (
        client.post(contact, {"how": "phone", "on_day": "2010-05-19", "who": may.zhao.pk}).status_code == 422
    )
    visit(may.west_secretary, contact, status=404)
    visit(may.stranger, "/mobile/", status=404)
    assert "共0人" in text(visit(may.west_secretary, "/mobile/"))


def test_a_member_registers_and_the_service_is_seen_twice(may, visit, client):
    assert "西街社区党支部" in text(visit(may.member, "/about-me/residence/?find=西街"))
    client.post("/about-me/residence/?find=西街", {"community": may.west.pk})
    residence = Residence.objects.get()
    assert (residence.person, residence.organisation) == (may.li, may.west)
    visit(may.west_secretary, f"/residents/{residence.pk}/service/")
    client.post(
        f"/residents/{residence.pk}/service/", {"what": "清理楼道", "on_day": "2010-05-20", "minutes": 90}
    )
    assert Service.objects.count() == 1
    for viewer in (may.west_secretary, may.east_secretary, may.office):
        html = text(visit(viewer, "/residents/"))
        assert "清理楼道" in html and "李华" in html, viewer
    assert "清理楼道" not in text(visit(may.river_secretary, "/residents/"))
    assert "清理楼道" in text(visit(may.member, "/about-me/residence/"))
    assert "清理楼道" in text(visit(may.east_secretary, f"/people/{may.li.pk}/"))
    visit(may.east_secretary, f"/residents/{residence.pk}/service/", status=404)
    client.force_login(may.member)
    client.post("/about-me/residence/leave/")
    residence.refresh_from_db()
    assert residence.until == date(2010, 5, 20)
    assert client.post("/about-me/residence/leave/").status_code == 404


def test_who_is_on_no_roster_registers_nowhere(may, visit):
    visit(may.office, "/about-me/residence/", status=404)
    visit(may.stranger, "/residents/", status=404)


def test_what_the_branch_did_is_on_the_page_of_the_person(may, visit):
    mark_mobile(may.east_secretary, held(may.li), mobile=True, away="广东省")
    record_contact(may.east_secretary, held(may.li), how="back_home", reached=False)
    record_service(
        may.west_secretary,
        register_residence(may.member, may.li, community=may.west),
        what="值守",
        minutes=30,
    )
    given_out(may)
    html = text(visit(may.east_secretary, f"/people/{may.li.pk}/"))
    for words in ("返乡", "没联系上", "值守", "东街村→西街社区", "在途", "广东省"):
        assert words in html, words


def test_the_receiving_secretarys_week_reminds_of_it_until_it_is_received(client, may):
    transfer = given_out(may)

    def week(user, organisation):
        client.force_login(user)
        return text(client.get(f"/campaigns/{may.campaign.code}/week/{organisation.pk}/"))

    assert "李华的组织关系等着接收" in week(may.west_secretary, may.west)
    assert "等着接收" not in week(may.east_secretary, may.east), "whoever gave it out has nothing to do"

    receive_transfer(may.west_secretary, may.west, transfer=transfer)

    assert "等着接收" not in week(may.west_secretary, may.west)
