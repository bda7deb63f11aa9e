"""The structure of an organisation: tables whose parts make the whole, as of any day, for those who may see it."""

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.engines import Live
from zhengyou.core.pictures import Ages, pyramid
from zhengyou.core.rollup import Window
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import ageing_villages, structure_of
from zhengyou.rooms.orgs.queries.structure import bands_of

pytestmark = pytest.mark.django_db
ON = date(2010, 5, 10)


@pytest.fixture
def told(town):
    """Six in the east: 35 on the day, 36 the day before it, 60, 59, 87, and one whose birthday nobody entered."""
    born = [
        date(1975, 5, 10),
        date(1974, 5, 10),
        date(1950, 5, 10),
        date(1950, 5, 11),
        date(1923, 1, 1),
        None,
    ]
    people = (town.zhang, town.li, town.wang, town.liu, town.chen, town.yang)
    for n, (person, day) in enumerate(zip(people, born, strict=True)):
        person.born_on, person.sex = day, "女" if n % 2 else "男"
        person.education, person.occupation = ("大专", "农民") if n < 4 else ("", "退休")
        person.save()
    return town


def structure(where, on=ON):
    return structure_of(Live(), where, Window(on))


def test_bands_include_both_their_ends(told):
    found = structure(told.east)

    counted = {n: int(found.many(n)) for n in ("share_to_35", "members_36_to_59", "share_from_60")}
    assert counted == {"share_to_35": 1, "members_36_to_59": 2, "share_from_60": 2}
    assert found.figures["share_to_35"].value == Fraction(1, 5)  # of those whose age is known
    assert found.many("members") - found.many("members_of_known_age") == 1


def test_a_day_later_someone_is_older(told):
    assert structure(told.east, date(2010, 5, 11)).many("share_from_60") == 3
    assert structure(told.east, date(2011, 5, 10)).many("share_to_35") == 0


def test_every_table_adds_up_to_the_members(told):
    found = structure(told.committee)

    assert found.many("members") == 8
    for column in ("sex", "education", "occupation"):
        assert sum(n for _, n in found.people[column]) == 8, column
    assert found.people["occupation"] == [("农民", 4), ("退休", 2), ("", 2)]
    assert sum(b.all for b in found.ages) == 5


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["男", "女", ""]), st.one_of(st.none(), st.integers(0, 120)), st.integers(1, 9)
        )
    )
)
def test_nobody_of_known_age_is_lost_between_the_bands(rows):
    bands = bands_of([{"sex": s, "age": a, "n": n} for s, a, n in rows])

    assert sum(b.all for b in bands) == sum(n for _, a, n in rows if a is not None)
    assert [b.low for b in bands] == sorted({b.low for b in bands})
    assert all(b.high is None or b.high == b.low + 4 for b in bands)


def test_ageing_villages_are_told_with_their_counts(told):
    for _ in range(7):
        person = Person.objects.create(name="某人", born_on=date(1960, 1, 1))
        Membership.objects.create(person=person, organisation=told.river, since=date(2000, 7, 1))
    over, villages = ageing_villages(Live(), told.city, Window(ON), Fraction(85, 100))

    assert [(a.organisation, a.share.value) for a in over] == [(told.river, 1)]
    assert villages == 2  # the community in the west is no village
    assert ageing_villages(Live(), told.committee, Window(ON), Fraction(1, 2))[0][0].organisation == told.east


def test_the_page_shows_pictures_and_tables_and_leads_to_the_people(told, visit, on):
    on(ON)
    html = visit(told.office, f"/organisations/{told.committee.pk}/structure/").content.decode()
    assert "35岁以下（含35岁）" in html and "20.0%" in html and "另有3名党员没有出生日期" in html
    assert f'href="/organisations/{told.committee.pk}/"' in html
    earlier = visit(
        told.office, f"/organisations/{told.committee.pk}/structure/?on=1999-01-01"
    ).content.decode()
    assert "截至1999年1月1日" in earlier and "20.0%" not in earlier


def test_members_and_strangers_see_no_structure_and_a_leader_no_list(told, visit):
    here = f"/organisations/{told.east.pk}/structure/"
    for user in (told.member, told.stranger, told.west_secretary):
        visit(user, here, status=404)
    assert ">名单<" not in visit(told.leader, here).content.decode()
    assert ">名单<" in visit(told.east_secretary, here).content.decode()


def test_the_pyramid_tells_every_number_on_one_scale():
    drawn = pyramid([Ages("60–64", 10, 5), Ages("35–39", 0, 2, 3)])

    assert re.findall(r'class="men" x="([\d.]+)%" width="([\d.]+)%"', drawn) == [
        ("0.0", "100.0"),
        ("100.0", "0.0"),
    ]
    assert re.findall(r'class="women" width="([\d.]+)%"', drawn) == ["50.0", "20.0"]
    assert "男10人" in drawn and "女7人" in drawn and "另有3人没有登记性别" in drawn
    assert pyramid([Ages("60–64", 0, 0)]) == ""
