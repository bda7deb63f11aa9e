"""What is handed up: sums and definitions, signed, and nobody's name."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Deed
from zhengyou.core.signing import public_key, sign, signed_by
from zhengyou.core.trail import verify
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.federation.actions import hand_up
from zhengyou.rooms.federation.imports import read_bundle
from zhengyou.rooms.federation.tests.linked import bundle_in, handed_up
from zhengyou.rooms.orgs.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def june(town, on):
    on(date(2010, 6, 30))


TRAVELLING = [name for name, m in MEASURES.items() if not m.counts_once]


def values(content, depth=0):
    return {line["measure"]: line["value"] for line in content["sums"] if line["depth"] == depth}


def test_the_sums_of_the_whole_subtree_go_up_with_their_definitions(town):
    content = bundle_in(handed_up(town.city, "members", "branches"))

    assert values(content) == {"members": 9, "branches": 3}
    assert content["from"] == {"code": "1", "name": "中共红星市委员会"}
    assert content["window"] == {"since": None, "until": "2010-06-30"}
    assert content["measures"]["members"]["definition"] == MEASURES["members"].definition
    assert content["measures"]["members"]["title"] == "党员人数"


def test_only_the_top_is_told_unless_levels_are_asked_for(town):
    top = bundle_in(handed_up(town.city, "members"))
    deeper = bundle_in(handed_up(town.city, "members", levels=2))

    assert [line["organisation"] for line in top["sums"]] == ["1"]
    assert [(line["organisation"], line["depth"], line["value"]) for line in deeper["sums"]] == [
        ("1", 0, 9), ("1.1", 1, 8), ("1.1.1", 2, 6), ("1.1.2", 2, 2), ("1.2", 1, 1), ("1.2.1", 2, 1),
    ]  # fmt: skip


def test_a_share_travels_as_the_sums_of_its_parts(town):
    content = bundle_in(handed_up(town.city, "collective_share"))

    assert set(content["measures"]) == {"collective_hours", "study_hours"}
    assert all(isinstance(line["value"], int) for line in content["sums"])


def test_no_person_is_in_a_bundle(town):
    text = handed_up(town.city, *TRAVELLING, levels=9)

    content = bundle_in(text)
    assert [name for name in Person.objects.values_list("name", flat=True) if name in text] == []
    assert [name for name in User.objects.values_list("username", flat=True) if f'"{name}"' in text] == []
    organisations = {line["organisation"] for line in content["sums"]}
    assert organisations == {"1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"}
    assert {field for line in content["sums"] for field in line} == {
        "organisation", "name", "depth", "measure", "value",
    }  # fmt: skip


def test_what_goes_out_is_what_comes_in(town):
    text = json.loads(handed_up(town.city, *TRAVELLING, levels=9))["bundle"]

    read = read_bundle(text)
    assert (read.code, read.until, len(read.measures)) == (
        "1",
        date(2010, 6, 30),
        len([m for m in MEASURES.values() if m.ratio is None and not m.once]),
    )
    assert json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == text


def test_a_bundle_is_signed_with_the_key_of_the_installation(town):
    sent = json.loads(handed_up(town.city, "members"))

    assert sent["key"] == public_key()
    assert signed_by(public_key(), sent["bundle"], sent["signature"])
    assert not signed_by(public_key(), sent["bundle"] + " ", sent["signature"])


def test_nonsense_signs_nothing():
    assert not signed_by("00", "words", "00")
    assert not signed_by("xx" * 32, "words", sign("words"))


def test_the_signing_key_is_readable_by_its_owner_alone():
    public_key()

    assert (Path(settings.ZHENGYOU_HOME) / "signing_key").stat().st_mode & 0o777 == 0o600


def test_a_bundle_bears_the_number_of_its_entry_in_the_trail(town):
    first, second = (bundle_in(handed_up(town.city, "members"))["number"] for _ in range(2))

    assert second == first + 1 == Deed.objects.filter(did="hand_up").latest("number").number
    assert verify().holds


def test_only_the_root_signs(town):
    assert bundle_in(hand_up(town.office, town.city, measures=["members"]))["from"]["code"] == "1"
    for user in (town.east_secretary, town.leader, town.supervisor, town.member, town.stranger):
        with pytest.raises(PermissionDenied):
            hand_up(user, town.east, measures=["members"])


def test_the_office_of_a_town_may_not_sign_for_the_installation(town):
    from tests.town import account
    from zhengyou.core.models import Role

    office = account("town_office", Role.OFFICE, town.committee)

    with pytest.raises(PermissionDenied):
        hand_up(office, town.committee, measures=["members"])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"measures": []}, "请至少选一项指标"),
        ({"measures": ["coolness"]}, "没有指标coolness"),
        ({"measures": ["members"], "since": date(2010, 7, 1)}, "起在止以后"),
    ],
)
def test_what_cannot_be_handed_up_is_refused_in_words(town, asked, words):
    with pytest.raises(Refused, match=words):
        hand_up(town.office, town.city, **asked)


def test_the_snapshot_is_told_with_its_age(town, on, monkeypatch, tmp_path, settings):
    from zhengyou.core.engines import Snapshot

    settings.ZHENGYOU_HOME = tmp_path
    Snapshot.here().refresh()
    on(date(2010, 7, 3))

    content = bundle_in(handed_up(town.city, "members"))
    assert content["taken_at"].startswith("2010-06-30T09:00")
    assert content["made_at"].startswith("2010-07-03")
    assert values(content) == {"members": 9}


def test_people_counted_once_do_not_travel(town):
    with pytest.raises(Refused, match="参学人数按人去重"):
        handed_up(town.city, "people_studying")
