"""Members who live elsewhere are sought; members who serve where they live are seen by both organisations."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied

from tests.town import person
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed
from zhengyou.core.rollup import Window
from zhengyou.rooms.mobility.actions import end_residence, record_contact, record_service, register_residence
from zhengyou.rooms.mobility.queries import (
    communities_called,
    contacts_with,
    mobile_seen_by,
    not_reached,
    own_residence,
    residents_seen_by,
    services_seen_by,
)
from zhengyou.rooms.orgs.actions import hear_organisations, mark_mobile
from zhengyou.rooms.orgs.models import Membership

pytestmark = pytest.mark.database
MAY = date(2010, 5, 20)


@pytest.fixture
def may(town, on):
    on(MAY)
    for who in (town.li, town.wang):
        mark_mobile(town.east_secretary, held(who), mobile=True, away="广东省东莞市")
    return town


def held(person):
    return Membership.objects.get(person=person, until=None, line="party")


def figures(town, names, org=None, since=None):
    found = figures_by_org(Live(), names, town.city, Window(MAY, since))[(org or town.city).pk]
    return [found[n].value for n in names]


def test_whoever_was_not_reached_for_long_is_on_the_list(may):
    record_contact(
        may.east_secretary, held(may.li), how="phone", who=may.zhang, on_day=MAY - timedelta(days=90)
    )
    record_contact(may.east_secretary, held(may.wang), how="visit", on_day=MAY, reached=False)
    seen = mobile_seen_by(may.east_secretary)
    assert [(m.person, m.last_on) for m in seen] == [(may.wang, None), (may.li, MAY - timedelta(days=90))]
    assert [m.person for m in not_reached(seen)] == [may.wang]
    assert [m.person for m in not_reached(seen, 89)] == [may.wang, may.li]
    assert contacts_with(may.member, may.li).count() == 1 and not contacts_with(may.member, may.wang).exists()
    assert not mobile_seen_by(may.west_secretary).exists()


def test_a_contact_is_with_somebody_away_by_somebody_of_the_branch(may):
    with pytest.raises(Refused, match="先登记流动"):
        record_contact(may.east_secretary, held(may.liu), how="phone")
    with pytest.raises(Refused, match="本组织的联系人"):
        record_contact(may.east_secretary, held(may.li), how="phone", who=may.zhao)
    with pytest.raises(Refused, match="之间"):
        record_contact(may.east_secretary, held(may.li), how="phone", on_day=MAY + timedelta(days=1))
    with pytest.raises(Refused, match="怎样联系"):
        record_contact(may.east_secretary, held(may.li), how="drone")
    with pytest.raises(PermissionDenied):
        record_contact(may.west_secretary, held(may.li), how="phone")


def test_the_share_reached_counts_people_once(may):
    for how in ("phone", "online"):
        record_contact(may.east_secretary, held(may.li), how=how)
    record_contact(may.east_secretary, held(may.wang), how="phone", reached=False)
    names = ["mobile_contacts", "mobile_reached", "mobile_members", "mobile_reached_share"]
    assert figures(may, names, since=MAY - timedelta(days=90)) == [3, 1, 2, Fraction(1, 2)]


def test_only_the_member_registers_and_both_organisations_see_the_service(may):
    register_residence(may.member, may.li, community=may.west)
    with pytest.raises(PermissionDenied):
        register_residence(may.east_secretary, may.li, community=may.river)
    residence = own_residence(may.member)
    record_service(may.west_secretary, residence, what="清理楼道", minutes=90)

    for viewer in (may.west_secretary, may.east_secretary, may.member, may.office):
        assert [s.what for s in services_seen_by(viewer)] == ["清理楼道"], viewer
    assert not services_seen_by(may.river_secretary).exists()
    assert [r.person for r in residents_seen_by(may.west_secretary)] == [may.li]
    assert not residents_seen_by(may.east_secretary).exists()
    both = Deed.objects.filter(did="record_service").values_list("organisation", flat=True)
    assert set(both) == {may.east.pk, may.west.pk}


def test_a_service_counts_for_the_community_and_for_the_branch(may):
    residence = register_residence(may.member, may.li, community=may.west)
    record_service(may.west_secretary, residence, what="清理楼道", minutes=90)
    record_service(may.west_secretary, residence, what="值守", minutes=30)
    here, home = ["residents", "services", "service_hours"], ["members_serving", "member_service_hours"]
    assert figures(may, here, may.west) == [1, 2, 2] and figures(may, here, may.east) == [0, 0, 0]
    assert figures(may, home, may.east) == [1, 2] and figures(may, home, may.west) == [0, 0]
    assert figures(may, [*here, *home]) == [1, 2, 2, 1, 2]


def test_what_makes_no_sense_is_refused(may, on):
    with pytest.raises(Refused, match="所在的支部"):
        register_residence(may.member, may.li, community=may.east)
    with pytest.raises(Refused, match="村、社区"):
        register_residence(may.member, may.li, community=may.committee)
    residence = register_residence(may.member, may.li, community=may.west)
    with pytest.raises(Refused, match="先取消"):
        register_residence(may.member, may.li, community=may.river)
    for told, words in (
        ({"what": " "}, "做了什么"),
        ({"minutes": 0}, "分钟"),
        ({"on_day": MAY - timedelta(days=1)}, "报到期间"),
    ):
        with pytest.raises(Refused, match=words):
            record_service(may.west_secretary, residence, **({"what": "值守", "minutes": 60} | told))
    record_service(may.west_secretary, residence, what="值守", minutes=60)
    with pytest.raises(Refused, match="已经登记"):
        record_service(may.west_secretary, residence, what="值守", minutes=60)
    with pytest.raises(PermissionDenied):
        record_service(may.east_secretary, residence, what="代记", minutes=60)
    with pytest.raises(PermissionDenied):
        end_residence(may.west_secretary, residence)
    on(MAY + timedelta(days=5))
    end_residence(may.member, residence)
    assert own_residence(may.member) is None
    with pytest.raises(Refused, match="报到期间"):
        record_service(may.west_secretary, residence, what="值守", minutes=60, on_day=MAY + timedelta(days=6))


def test_a_community_is_found_by_how_it_sounds(may):
    hear_organisations([may.west, may.committee])
    assert communities_called("xjsq") == [may.west] and communities_called("红星镇") == []


def test_the_entry_holds_no_address():
    from zhengyou.rooms.mobility.models import Residence, Service

    assert {f.name for f in Residence._meta.concrete_fields} == {
        "id", "organisation", "entered_by", "entered_at", "since", "until", "person",
    }  # fmt: skip
    assert not {f.name for f in Service._meta.concrete_fields} & {"address", "place", "where"}


def test_an_older_contact_of_somebody_else_does_not_hide_anybody(may):
    stranger = person("孟平", may.east)
    assert stranger not in {m.person for m in mobile_seen_by(may.office)}
