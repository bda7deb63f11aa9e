"""Units covered: the list of gaps, the figures and the page of a unit tell the same, on every day."""

from datetime import date
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from tests.town import organisation
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed, Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Window
from zhengyou.rooms.coverage.actions import (
    close_unit,
    cover_unit,
    end_cover,
    found_for_unit,
    import_units,
    set_deadline,
    set_standard,
)
from zhengyou.rooms.coverage.imports import read_units
from zhengyou.rooms.coverage.models import Cover, Deadline, Unit
from zhengyou.rooms.coverage.queries import gaps_seen_by, likely_for
from zhengyou.rooms.coverage.tests.registers import workbook

pytestmark = [pytest.mark.database, pytest.mark.django_db]
JUNE = date(2010, 6, 1)


@pytest.fixture
def june(town, on):
    on(JUNE)
    import_units(town.office, town.city, register=read_units(workbook(), "名册.xlsx"))
    town.plant, town.village, town.shop, town.farm = (
        Unit.objects.get(name=n) for n in ("长青塑料厂", "东街村", "便民商店", "河东果业合作社")
    )
    return town


def figures(where, *names, on=JUNE, engine=None):
    found = figures_by_org(engine or Live(), list(names), where, Window(on))[where.pk]
    return [found[n].value for n in names]


def gaps(town, line, viewer=None, under=None):
    return [g.unit.name for g in gaps_seen_by(viewer or town.office, under or town.city, line)]


def test_a_unit_is_due_where_it_has_the_people(june):
    # 长青 8 members, 120 workers, 20 young, 60 women; 东街村 6, unknown, 2, 300; 便民 0, 4, 1, 3; 河东 3, 30, 5, 12
    assert figures(june.city, "units", "units_to_cover", "coverage_gaps") == [4, 3 + 2 + 2 + 4, 11]
    assert figures(june.city, "party_to_cover", "union_to_cover", "youth_to_cover", "women_to_cover") == [
        3,
        2,
        2,
        4,
    ]
    assert gaps(june, "party") == ["东街村", "长青塑料厂", "河东果业合作社"]
    assert gaps(june, "union") == ["长青塑料厂", "河东果业合作社"]


def test_linking_an_organisation_closes_a_gap_and_moves_the_share(june):
    cover = cover_unit(june.office, june.village, line="party",
                       covered_by=june.east, how="single")  # fmt: skip

    assert figures(june.city, "party_coverage", "party_covered", "coverage_gaps", "covered_alone") == [
        Fraction(1, 3), 1, 10, 1,
    ]  # fmt: skip
    assert gaps(june, "party") == ["长青塑料厂", "河东果业合作社"]
    end_cover(june.office, cover, until=JUNE)
    assert figures(june.city, "party_covered", "coverage_gaps") == [0, 11]
    assert "东街村" in gaps(june, "party")


def test_founding_an_organisation_closes_a_gap_in_one_deed(june):
    cover = found_for_unit(june.office, june.plant, line="party", name="长青塑料厂党支部")

    made = cover.covered_by
    assert (made.parent, made.kind, made.category, made.establishment) == (
        june.committee, "branch", "enterprise", "single",
    )  # fmt: skip
    assert figures(june.city, "party_covered", "branches") == [1, 4]
    assert {d.did for d in Deed.objects.order_by("-number")[:2]} == {"found_organisation", "found_for_unit"}


def test_a_refused_founding_leaves_no_organisation(june):
    cover_unit(june.office, june.plant, line="party", covered_by=june.east, how="attached")
    before = Organisation.objects.count()
    with pytest.raises(Refused, match="已由东街村党支部覆盖"):
        found_for_unit(june.office, june.plant, line="party", name="长青塑料厂党支部")

    assert Organisation.objects.count() == before


def test_several_units_have_one_organisation_together_but_not_alone(june):
    for unit in (june.plant, june.farm):
        cover_unit(june.office, unit, line="party", covered_by=june.river, how="joint")
    with pytest.raises(Refused, match="不是单独建"):
        cover_unit(june.office, june.village, line="party", covered_by=june.river, how="single")

    assert figures(june.city, "party_covered", "covered_jointly", "covered_alone") == [2, 2, 0]


def test_an_organisation_that_was_closed_covers_nothing(june):
    cover_unit(june.office, june.village, line="party", covered_by=june.east, how="single")
    Organisation.objects.filter(pk=june.east.pk).update(closed_on=date(2010, 7, 1))

    assert figures(june.city, "party_covered", on=date(2010, 6, 30)) == [1]
    assert figures(june.city, "party_covered", "party_to_cover", on=date(2010, 7, 1)) == [0, 3]


def test_figures_of_an_earlier_day_stay(june, on):
    on(date(2010, 7, 1))
    cover_unit(june.office, june.village, line="party", covered_by=june.east, how="single")
    on(date(2010, 8, 1))
    close_unit(june.office, june.village)
    shrunk = workbook([1, "长青塑料厂", "非公企业", "红星镇", 20, 2, 1, 6])
    import_units(june.office, june.city, register=read_units(shrunk, "名册.xlsx"))

    told = {day: figures(june.city, "party_to_cover", "party_covered", on=day)
            for day in (date(2010, 6, 30), date(2010, 7, 1), date(2010, 8, 1))}  # fmt: skip
    assert told == {date(2010, 6, 30): [3, 0], date(2010, 7, 1): [3, 1], date(2010, 8, 1): [1, 0]}


def test_a_standard_of_ones_own_makes_others_due_everywhere(june, tmp_path):
    snapshot = Snapshot(tmp_path / "snapshot")
    snapshot.refresh()
    set_standard(june.office, june.city, line="union", people=100, source="市总工会〔2010〕3号")
    snapshot.refresh()

    for engine in (Live(), snapshot):
        assert figures(june.city, "union_to_cover", engine=engine) == [1]
        assert figures(june.other_committee, "union_to_cover", engine=engine) == [0]
    assert gaps(june, "union") == ["长青塑料厂"]


def test_a_snapshot_follows_covers_and_closed_organisations(june, tmp_path):
    snapshot = Snapshot(tmp_path / "snapshot")
    snapshot.refresh()
    cover_unit(june.office, june.village, line="party", covered_by=june.east, how="single")
    found_for_unit(june.office, june.farm, line="party", name="河东果业党支部")
    snapshot.refresh()

    names = ["units_to_cover", "units_covered", "party_coverage", "covered_alone"]
    assert figures(june.city, *names, engine=snapshot) == figures(june.city, *names)


def test_a_deadline_is_set_for_the_gaps_and_the_nearest_stands_first(june, on):
    set_deadline(june.office, june.city, line="party", due_on=date(2010, 12, 31))
    set_deadline(june.office, june.other_committee, line="party", due_on=date(2010, 7, 1))

    assert gaps(june, "party") == ["河东果业合作社", "东街村", "长青塑料厂"]
    assert Deadline.objects.count() == 3
    with pytest.raises(Refused, match="已经过去"):
        set_deadline(june.office, june.city, line="party", due_on=date(2010, 5, 31))
    with pytest.raises(Refused, match="没有空白点"):
        set_deadline(june.office, june.east, line="party", due_on=date(2010, 7, 1))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"line": "choir"}, "没有“choir”这条线"),
        ({"line": "union"}, "不能作为工会覆盖"),
        ({"how": "somehow"}, "没有“somehow”这种组建方式"),
        ({"since": date(2010, 6, 2)}, "还没有到"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(june, given, words):
    with pytest.raises(Refused, match=words):
        cover_unit(
            june.office, june.village, **({"line": "party", "covered_by": june.east, "how": "single"} | given)
        )

    assert not Cover.objects.exists()


def test_a_unit_is_covered_once_on_a_line(june):
    given = {"line": "party", "how": "attached"}
    cover_unit(june.office, june.village, covered_by=june.east, **given)
    with pytest.raises(Refused, match="要换请先解除"):
        cover_unit(june.office, june.village, covered_by=june.west, **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cover.objects.create(
            organisation=june.committee, unit=june.village, covered_by=june.west, since=JUNE, **given
        )


def test_what_is_likely_its_own_is_offered_by_name(june):
    organisation(june.committee, "1.1.7", "长青塑料厂工会委员会", "长青塑料厂工会", "union", "enterprise")

    assert likely_for(june.village, "party") == [june.east]
    assert [o.name for o in likely_for(june.plant, "union")] == ["长青塑料厂工会委员会"]
    assert likely_for(june.plant, "party") == []


def test_only_an_office_above_or_the_owner_covers_and_strangers_see_nothing(june, visit):
    for user in (june.east_secretary, june.supervisor):
        with pytest.raises(PermissionDenied):
            cover_unit(user, june.village, line="party", covered_by=june.east, how="single")
    with pytest.raises(PermissionDenied):
        set_standard(june.east_secretary, june.city, line="party", people=5, source="x")
    with pytest.raises(Refused, match="由最上级定"):
        set_standard(OPERATOR, june.committee, line="party", people=5, source="x")
    for user in (june.stranger, june.member):
        visit(user, "/coverage/", status=404)
        visit(user, f"/coverage/units/{june.plant.pk}/", status=404)
    visit(june.east_secretary, f"/coverage/units/{june.plant.pk}/", status=404)
    assert gaps(june, "party", viewer=june.east_secretary) == []
    visit(june.leader, f"/coverage/units/{june.plant.pk}/")


def test_the_pages_show_shares_gaps_and_what_to_do(june, client, visit):
    html = visit(june.office, "/coverage/").content.decode()
    assert "党组织空白点 3" in html and "长青塑料厂" in html and "党员3人以上应建" in html
    html = visit(june.office, "/coverage/?line=women&category=village").content.decode()
    assert "妇联组织空白点 1" in html and "长青塑料厂" not in html
    here = f"/coverage/units/{june.village.pk}/?line=party"
    assert "就是它" in visit(june.office, here).content.decode()

    client.force_login(june.office)
    wrong = client.post(here, {"covered_by": "没有的村", "how": "single"})
    assert wrong.status_code == 422 and "没有叫“没有的村”的组织" in wrong.content.decode()
    assert client.post(here, {"covered_by": june.east.code, "how": "single"}).status_code == 302
    assert "东街村党支部 · 单独建" in client.get(here).content.decode()
    client.post(f"/coverage/deadline/?org={june.city.pk}&line=party", {"due_on": "2010-06-07"})
    assert "余6天" in client.get("/coverage/").content.decode()
    client.post(f"/coverage/units/{june.plant.pk}/found/?line=party", {"name": "长青塑料厂党支部"})
    client.post(f"/coverage/covers/{Cover.objects.get(unit=june.village).pk}/end/")
    client.post(f"/coverage/units/{june.shop.pk}/close/")
    assert figures(june.city, "party_covered", "units") == [1, 3]
    client.post("/coverage/standards/", {"line": "party", "people": "5", "source": "市委组织部文件"})
    assert "党员5人以上" in visit(june.office, "/coverage/standards/").content.decode()


def test_the_list_of_gaps_leaves_as_a_register_that_can_come_back(june, client):
    client.force_login(june.office)
    file = client.get(f"/coverage/{june.city.pk}/gaps/?line=party").content
    assert openpyxl.load_workbook(BytesIO(file)).active.max_row > 3

    again = import_units(june.office, june.city, register=read_units(file, "空白点.xlsx"))
    assert (again.new, again.changed, again.unchanged, again.refused) == (0, 0, 3, 0)
