"""Venues: entered once, shared by several, given up; the figures count each once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.orgs.actions import change_place, close_place, leave_place, register_place, share_place
from zhengyou.rooms.orgs.models import Place, PlaceUse
from zhengyou.rooms.orgs.queries import places_in, places_of, uses_of

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = date(2010, 6, 1)


@pytest.fixture
def june(town, on):
    on(DAY)
    return town


@pytest.fixture
def hall(june):
    given = {"name": "村党群服务中心", "area": 180, "tenure": "own", "since": date(2009, 3, 1)}
    return register_place(june.east_secretary, june.east, **given)


def figures(where, *names, on=DAY):
    found = figures_by_org(Live(), list(names), where, Window(on))[where.pk]
    return [int(found[n].numerator) for n in names]


def test_a_shared_venue_is_counted_once_and_houses_both(june, hall):
    share_place(june.west_secretary, june.west, place=hall)

    assert figures(june.city, "places", "place_area") == [1, 180]
    assert figures(june.city, "housed_organisations", "organisations_sharing") == [2, 1]
    assert figures(june.west, "places", "housed_organisations") == [0, 1]
    assert [use.place for use in uses_of(june.west)] == [hall]
    [shown] = places_of(june.east)
    assert [use.organisation for use in shown.uses.all()] == [june.west]


def test_two_venues_of_one_organisation_house_it_once(june, hall):
    register_place(june.east_secretary, june.east, name="文化广场", area=900, tenure="borrowed")

    assert figures(june.city, "places", "place_area", "housed_organisations") == [2, 1080, 1]


def test_a_venue_in_use_by_others_is_not_given_up_before_they_left(june, hall, on):
    use = share_place(june.office, june.west, place=hall)
    with pytest.raises(Refused, match="西街社区还在共用"):
        close_place(june.east_secretary, hall)

    on(date(2010, 6, 10))
    leave_place(june.west_secretary, use)
    close_place(june.east_secretary, hall)

    assert figures(june.city, "places", "housed_organisations", on=date(2010, 6, 9)) == [1, 2]
    assert figures(june.city, "places", "housed_organisations", on=date(2010, 6, 10)) == [0, 0]


def test_what_a_roster_wrote_as_tenure_is_understood_or_stays_readable(june):
    for n, written in enumerate(("租用", "自建", "镇里安排", "", "危房")):
        Place.objects.create(organisation=june.east, since=DAY, name=f"第{n}处", tenure=written)

    assert figures(june.city, "places", "rented_places", "unsafe_places") == [5, 1, 1]
    assert [p.tenure_said for p in places_of(june.east)] == ["租借", "自有", "镇里安排", "", "危房"]
    assert [p.tenure for p in places_in(june.office, june.city, tenure="other")] == ["镇里安排", "危房"]
    assert [p.tenure for p in places_in(june.office, june.city, unsafe=True)] == ["危房"]


def test_the_smallest_stand_first_and_the_unmeasured_last(june):
    for area in (60, None, 8):
        Place.objects.create(organisation=june.west, since=DAY, area=area)

    assert [p.area for p in places_in(june.office, june.city)] == [8, 60, None]
    assert list(places_in(june.river_secretary, june.city)) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": " "}, "请写阵地的名称"),
        ({"name": "活动室", "area": 0}, "面积应在1到"),
        ({"name": "活动室", "area": 1_000_000}, "是不是多写了几位"),
        ({"name": "活动室", "since": date(2010, 6, 2)}, "还没有到"),
        ({"name": "村党群服务中心"}, "已经登记过"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(june, hall, given, words):
    with pytest.raises(Refused, match=words):
        register_place(june.east_secretary, june.east, **given)

    assert Place.objects.count() == 1


def test_sharing_ones_own_or_the_same_twice_is_refused(june, hall):
    with pytest.raises(Refused, match="就是本组织的"):
        share_place(june.east_secretary, june.east, place=hall)
    share_place(june.west_secretary, june.west, place=hall)
    with pytest.raises(Refused, match="已经登记共用"):
        share_place(june.west_secretary, june.west, place=hall)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaceUse.objects.create(organisation=june.west, place=hall, since=DAY)


def test_only_ones_own_organisation_or_an_office_above_enters_a_venue(june, hall):
    with pytest.raises(PermissionDenied):
        register_place(june.east_secretary, june.west, name="活动室")
    with pytest.raises(PermissionDenied):
        change_place(june.supervisor, hall, name="活动室")
    change_place(june.office, hall, name="村党群服务中心", area=160, tenure="rented", unsafe=True)

    assert figures(june.city, "place_area", "rented_places", "unsafe_places") == [160, 1, 1]


def test_the_page_registers_shares_and_gives_up(june, hall, client, visit):
    client.force_login(june.west_secretary)
    here = f"/organisations/{june.west.pk}/places/"
    assert "还没有登记阵地" in client.get(here).content.decode()
    client.post(here, {"name": "社区活动室", "area": "8", "tenure": "rented"})
    client.post(here, {"place": hall.pk})
    shown = visit(june.west_secretary, here).content.decode()
    assert "8㎡ · 租借 · 2010年6月1日起" in shown and "村党群服务中心" in shown and "东街村" in shown

    wrong = client.post(here, {"name": "社区活动室", "area": "9"})
    assert wrong.status_code == 422 and "已经登记过" in wrong.content.decode()

    use = PlaceUse.objects.get()
    assert client.post(f"/organisations/places/uses/{use.pk}/leave/").status_code == 302
    mine = Place.objects.get(organisation=june.west)
    client.post(f"/organisations/places/{mine.pk}/", {"name": "社区活动室", "area": "80", "tenure": "own"})
    mine.refresh_from_db()
    assert (mine.area, mine.tenure) == (80, "自有")


def test_strangers_find_no_venue(june, hall, visit):
    for user in (june.stranger, june.west_secretary):
        visit(user, f"/organisations/{june.east.pk}/places/", status=404)
        visit(user, f"/organisations/places/{hall.pk}/", status=404)
    visit(june.member, f"/organisations/{june.east.pk}/places/")
    visit(june.member, f"/organisations/places/{hall.pk}/", status=403)
    shown = visit(june.office, f"/organisations/{june.city.pk}/places/below/?tenure=own").content.decode()
    assert "村党群服务中心" in shown and "180" in shown
