"""What is taken in and what is refused, in words and whole."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.core.signing import public_key
from zhengyou.rooms.federation.actions import end_partner, receive_sums, register_partner
from zhengyou.rooms.federation.models import DeliveredSum, Delivery, Partner
from zhengyou.rooms.federation.tests.linked import County, handed_up

pytestmark = [pytest.mark.django_db, pytest.mark.database]
UNKNOWN = "签名不对，或者这把公钥没有在这里登记"


@pytest.fixture
def county(town, on):
    on(date(2010, 6, 30))
    made = County()
    made.partner = register_partner(town.office, town.committee, key=made.key)
    return made


def received(text):
    return receive_sums(AnonymousUser(), text)


def refused(text):
    with pytest.raises(Refused) as why:
        received(text)
    assert not Delivery.objects.exists() and not DeliveredSum.objects.exists()
    return str(why.value)


def test_what_one_installation_hands_up_another_takes_in(town, on):
    on(date(2010, 6, 30))
    register_partner(town.office, town.other_committee, key=public_key())

    delivery = received(handed_up(town.committee, "members", "collective_share", levels=1))

    assert (delivery.organisation, delivery.code, delivery.until) == (
        town.other_committee,
        "1.1",
        date(2010, 6, 30),
    )
    sums = delivery.sums.filter(measure="members").values_list("code", "depth", "value")
    assert list(sums) == [("1.1", 0, 8), ("1.1.1", 1, 6), ("1.1.2", 1, 2)]
    assert Deed.objects.latest("number").words.startswith("接收上报：河东镇党委第")


def test_a_tampered_bundle_is_refused(county):
    sent = json.loads(county.sent({"members": 120}))
    sent["bundle"] = sent["bundle"].replace("120", "121")

    assert UNKNOWN in refused(json.dumps(sent))


def test_a_wrong_key_and_an_unknown_one_are_refused_in_the_same_words(county):
    stranger = County(seed=b"stranger")
    forged = json.loads(stranger.sent({"members": 120})) | {"key": county.key}

    assert refused(json.dumps(forged)) == refused(stranger.sent({"members": 120}))
    assert refused(stranger.signed("not a bundle")) == refused(stranger.sent({"members": 1}))


def test_a_delivery_is_taken_once(county):
    text = county.sent({"members": 120})
    received(text)

    with pytest.raises(Refused, match="第1号已经收到，第1号不比它新"):
        received(text)
    assert Delivery.objects.count() == 1


def test_an_older_delivery_is_refused(county):
    older, newer = county.sent({"members": 120}), county.sent({"members": 121})
    received(newer)

    with pytest.raises(Refused, match="第2号已经收到，第1号不比它新"):
        received(older)


def test_a_link_that_ended_and_began_again_takes_no_old_bundle(town, county):
    text = county.sent({"members": 120})
    received(text)
    end_partner(town.office, county.partner)
    with pytest.raises(Refused, match=UNKNOWN):
        received(county.sent({"members": 121}))
    register_partner(town.office, town.other_committee, key=county.key)

    with pytest.raises(Refused, match="不比它新"):
        received(text)


def test_one_key_hands_in_the_sums_of_one_organisation(county):
    received(county.sent({"members": 120}))
    county.code, county.name = "410001", "东山镇党委"

    with pytest.raises(Refused, match="以前报的是“中共东山县委员会”（410000）"):
        received(county.sent({"members": 7}))


def line(**changed):
    return {
        "organisation": "410000", "name": "东山县", "depth": 0, "measure": "members", "value": 1, **changed
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"format": "zhengyou-sums/2"}, "不是本版认识的格式"),
        ({"number": 0}, "number应是不小于1的整数"),
        ({"number": True}, "number应是不小于1的整数"),
        ({"made_at": "yesterday"}, "made_at应是带时区的时刻"),
        ({"taken_at": "2010-06-29T08:00:00"}, "taken_at应是带时区的时刻"),
        ({"window": {"since": "2010-07-01", "until": "2010-06-30"}}, "起在止以后"),
        ({"window": {"until": "2010-06-30"}}, "window缺since"),
        ({"people": ["somebody"]}, "有不该有的字段"),
        ({"sums": [line(person="somebody")]}, "第1个数有不该有的字段"),
        ({"sums": [line(value=-1)]}, "是计数，不会小于0"),
        ({"sums": [line(value=1.5)]}, "value应是整数"),
        ({"sums": [line(value="1")]}, "value应是整数"),
        ({"sums": [line(value=2**63)]}, "value应是整数"),
        ({"sums": [line(), line()]}, "报了不止一次"),
        ({"sums": [line(measure="branches")]}, "没有写明口径"),
        ({"sums": [line(depth=1)]}, "有且只有一个"),
        ({"sums": []}, "有且只有一个"),
        ({"sums": [line(name="东山县\n")]}, "一行文字"),
        ({"measures": {}}, "measures应是一组指标"),
        ({"from": {"code": "410000", "name": ""}}, "from.name应是"),
    ],
)
def test_what_is_not_in_order_is_named(county, changed, words):
    assert words in refused(county.sent({"members": 120}, **changed))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "not json", "[" * 100_000, '{"bundle": 1, "signature": "", "key": ""}']
)
def test_what_is_no_bundle_at_all_is_refused(county, text):
    assert "上报文件不合格式" in refused(text)


def test_a_bundle_too_large_is_refused(county):
    assert "超过20MB" in refused(" " * (20 * 1024 * 1024 + 1))


def test_an_unknown_measure_is_kept(county):
    told = {
        "title": "志愿服务次数",
        "unit": "次",
        "meaning": "times",
        "definition": "count(*)",
        "of": "help",
        "per": 1,
    }

    delivery = received(county.sent({"helped": 3}, told={"helped": told}))

    assert delivery.sums.get().value == 3 and delivery.measures["helped"] == told


def test_a_partner_stands_for_itself_once(town, county):
    other = County(seed=b"other")
    for organisation in (town.committee, town.east):
        with pytest.raises(Refused, match="已经是联网单位"):
            register_partner(town.office, organisation, key=other.key)
    with pytest.raises(Refused, match="最上级"):
        register_partner(town.office, town.city, key=other.key)
    with pytest.raises(Refused, match="已经登记给红星镇党委"):
        register_partner(town.office, town.other_committee, key=county.key.upper())
    with pytest.raises(Refused, match="64位"):
        register_partner(town.office, town.other_committee, key="abc")
    assert Partner.objects.count() == 1


def test_an_ended_link_is_not_ended_again(town, county):
    end_partner(town.office, county.partner)

    with pytest.raises(Refused, match="已经结束"):
        end_partner(town.office, county.partner)


def test_only_the_office_of_the_root_links(town, county):
    for user in (town.leader, town.supervisor, town.east_secretary, town.member, town.stranger):
        with pytest.raises(PermissionDenied):
            register_partner(user, town.other_committee, key=public_key())
        with pytest.raises(PermissionDenied):
            end_partner(user, county.partner)
