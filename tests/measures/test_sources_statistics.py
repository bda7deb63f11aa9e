"""The sources' statistics about structure come out of facts that were entered as offices enter them.

Each test names the figure and the text; see the second part of the mechanisms. The people are made up.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.town import account
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Category, Grant, Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Scope, Window
from zhengyou.core.tables import Question, answer
from zhengyou.core.tallies import Tally, tallied
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.orgs.actions import found_organisation, import_roster, register_place, share_place
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.models import Person, Place
from zhengyou.rooms.orgs.queries import ageing_villages, places_in, structure_of
from zhengyou.rooms.ties.actions import make_tie
from zhengyou.rooms.ties.queries import without_contact

pytestmark = [pytest.mark.database, pytest.mark.django_db]
PARTY = (("line", "party"),)


@pytest.fixture(params=["live", "snapshot"])
def engine(request, tmp_path):
    """Live, or a snapshot that is taken when it is asked for the first time."""
    if request.param == "live":
        return lambda: Live()

    def taken() -> Snapshot:
        made = Snapshot(tmp_path / "snapshot")
        made.refresh()
        return made

    return taken


def city(name="中共青禾市委员会") -> Organisation:
    return found_organisation(OPERATOR, None, name=name, kind="committee", category="government")


def enter_roster(tmp_path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    """People as a workbook tells of them: branch, birth, category, joined; taken in by the import."""
    book = Workbook()
    sheet = book.active
    sheet.append(["姓名", "所在党支部", "出生年月", "人员类别", "入党时间"])
    for n, (branch, born, occupation, joined) in enumerate(rows):
        sheet.append([f"某{n}", branch, born, occupation, joined])
    book.save(tmp_path / "花名册.xlsx")
    report = import_roster(OPERATOR, None, roster=read_roster(tmp_path / "花名册.xlsx"))
    assert (report.people.new, report.people.refused) == (len(rows), 0)


def office_of(top: Organisation) -> User:
    """An office of the whole tree, which may enter what concerns those below it."""
    made = account("office", Role.OFFICE, top)
    Grant.objects.filter(user=made).update(since=date(2000, 1, 1))
    return made


def percent(figure) -> float:
    return round(100 * float(figure.value), 2)


def test_s08_members_are_the_sum_of_their_categories(tmp_path, on, engine):
    """现有党员226人: 27 cadres, 51 workers, 12 离休, 52 退休, 87 others; 2 general and 9 branches are 11."""
    on(date(2005, 3, 1))
    office = city("中共青禾市交通局委员会")
    general = [
        found_organisation(OPERATOR, office, name=f"第{n}党总支", kind="general_branch") for n in range(2)
    ]
    branches = [
        found_organisation(OPERATOR, general[n % 2], name=f"交通第{n}党支部", kind="branch") for n in range(9)
    ]
    told = {"干部": 27, "工人": 51, "离休": 12, "退休": 52, "其他": 87}
    rows = [
        (branches[n % 9].name, "1960-01-01", sort, "")
        for n, sort in enumerate(s for s, much in told.items() for _ in range(much))
    ]
    enter_roster(tmp_path, rows)

    found = engine()
    names = ["members", "general_branches", "branches"]
    figures = figures_by_org(found, names, office, Window(date(2005, 3, 1)))[office.pk]
    by_sort = tallied(found, Tally("roster", ("occupation",), PARTY), office, Window(date(2005, 3, 1)))
    assert {row["occupation"]: row["n"] for row in by_sort} == told
    # The source's own total, 226, is three short of its parts. Here nobody can enter a total.
    assert figures["members"].value == sum(told.values()) == 229
    assert figures["general_branches"].value + figures["branches"].value == 2 + 9 == 11


def test_s09_a_third_are_young_and_nearly_a_third_old(tmp_path, on, engine):
    """35岁以下仅占总数30.26%, 60岁以上占29.32%: 161 and 156 of 532, whoever turns 35 or 60 on the day included."""
    day = date(2004, 12, 31)
    on(day)
    town = found_organisation(OPERATOR, city(), name="中共青禾市柳河镇委员会", kind="committee")
    villages = [
        found_organisation(OPERATOR, town, name=f"柳河镇第{n}村党支部", kind="branch", category="village")
        for n in range(4)
    ]
    births = ["1968-12-31"] * 215 + ["1969-01-01"] * 100 + ["1985-06-01"] * 61 + ["1944-12-31"] * 90
    births += ["1930-02-28"] * 66
    enter_roster(tmp_path, [(villages[n % 4].name, born, "农民", "") for n, born in enumerate(births)])

    found = engine()
    names = ["members", "share_to_35", "members_36_to_59", "share_from_60"]
    figures = figures_by_org(found, names, town, Window(day))[town.pk]
    assert [int(figures[n].numerator) for n in names] == [532, 161, 215, 156]
    assert (percent(figures["share_to_35"]), percent(figures["share_from_60"])) == (30.26, 29.32)
    assert round(100 * 215 / 532, 2) == 40.41  # the rest; the source's two shares leave 40.42
    shown = structure_of(found, town, Window(day))
    assert sum(band.all for band in shown.ages) == 532


def test_s10_villages_in_which_more_than_85_percent_are_45_or_older(tmp_path, on, engine):
    """有的村45岁以上党员比例超过85%: a list by one measure, each village with its counts."""
    day = date(2004, 12, 31)
    on(day)
    town = found_organisation(OPERATOR, city(), name="中共青禾市柳河镇委员会", kind="committee")
    made = {
        name: found_organisation(OPERATOR, town, name=f"{name}党支部", kind="branch", category=category)
        for name, category in (
            ("石桥村", "village"), ("河湾村", "village"), ("北岗村", "village"), ("东街社区", "community")
        )
    }  # fmt: skip
    old, young = "1950-01-01", "1980-01-01"
    rows = [("石桥村", old)] * 18 + [("石桥村", young)] * 2  # 90 %
    rows += [("河湾村", old)] * 17 + [("河湾村", young)] * 3  # exactly 85 %: not more than
    rows += [("北岗村", old)] * 5 + [("北岗村", young)] * 5 + [("东街社区", old)] * 9
    enter_roster(tmp_path, [(made[name].name, born, "农民", "") for name, born in rows])

    found, bound = engine(), Fraction(85, 100)
    over, villages = ageing_villages(found, town, Window(day), bound)
    assert [(a.organisation.name, a.share.numerator, a.share.denominator) for a in over] == [
        ("石桥村党支部", 18, 20)
    ]
    assert villages == 3
    only_villages = Window(day, scope=Scope(categories=(Category.VILLAGE,)))
    asked = Question(("share_from_45",), town, only_villages, level=1, only=(">", bound))
    assert [row["name"] for row in answer(found, asked)] == ["石桥村党支部"]


def test_s11_thirty_two_of_eighty_eight_communities_rent_their_rooms(on, engine):
    """全市88个社区居委会中，还有32个是租借办公用房，有的只有8平方米，有的是危房; what is shared is kept once."""
    on(date(2004, 12, 31))
    top = city()
    communities = [
        found_organisation(OPERATOR, top, name=f"第{n}社区党支部", kind="branch", category="community")
        for n in range(88)
    ]
    union = found_organisation(OPERATOR, top, name="第0社区工会", kind="union", category="community")
    by = office_of(top)
    for n, community in enumerate(communities):
        given = {"tenure": "rented" if n < 32 else "own", "area": 8 if n == 5 else 60, "unsafe": n == 40}
        register_place(by, community, name="社区办公用房", **given)
    share_place(by, union, place=Place.objects.get(organisation=communities[0]))

    names = ["places", "rented_share", "unsafe_places", "place_area", "housed_share", "organisations_sharing"]
    figures = figures_by_org(engine(), names, top, Window(date(2004, 12, 31)))[top.pk]
    assert (figures["rented_share"].numerator, figures["rented_share"].denominator) == (32, 88)
    assert percent(figures["rented_share"]) == 36.36
    assert [int(figures[n].numerator) for n in ("places", "unsafe_places", "organisations_sharing")] == [
        88,
        1,
        1,
    ]
    assert figures["place_area"].value == 87 * 60 + 8
    assert places_in(by, top)[0].area == 8
    assert figures["housed_share"].value == Fraction(88, 89)  # all but the city's committee


def test_s12_eight_model_points_of_the_city_four_of_them_the_provinces(on, engine):
    """市委确立了8个不同层面的示范点，其中4个是省级: nested, not twelve; each has a leader who keeps contact."""
    on(date(2004, 12, 31))
    top = city()
    by = office_of(top)
    leaders = [Person.objects.create(name=f"领导{n}") for n in range(3)]
    for n in range(8):
        point = found_organisation(
            OPERATOR, top, name=f"示范社区{n}党支部", kind="branch", category="community"
        )
        for level in ("city", "province")[: 2 if n < 4 else 1]:
            make_tie(by, point, kind="model", partner=top, level=level)
        make_tie(by, point, kind="contact", person=leaders[n % 3])

    names = ["model_points", "provincial_model_points", "contact_points"]
    figures = figures_by_org(engine(), names, top, Window(date(2004, 12, 31)))[top.pk]
    assert [figures[n].value for n in names] == [8, 4, 8]
    assert list(without_contact(by, top)) == [top]


def test_s24_branches_that_admit_one_or_two_a_year(tmp_path, on, engine):
    """一年才发展一两名党员: admissions by year, where they are few."""
    on(date(2004, 12, 31))
    top = city()
    few, many = (
        found_organisation(OPERATOR, top, name=f"{name}党支部", kind="branch", category="village")
        for name in ("石桥村", "河湾村")
    )
    joined = [(few, "2003-07-01"), (few, "2004-06-30"), (few, "2004-07-01")]
    joined += [(many, f"200{3 + n % 2}-07-0{1 + n}") for n in range(8)]
    enter_roster(tmp_path, [(o.name, "1970-01-01", "农民", day) for o, day in joined])

    window = Window(date(2004, 12, 31), date(2003, 1, 1))
    asked = Question(("admissions",), top, window, level=1, by="year", only=("<=", Fraction(2)))
    rows = answer(engine(), asked)
    assert [(r["name"], r["since"][:4], r["value"]) for r in rows] == [
        ("石桥村党支部", "2003", 1),
        ("石桥村党支部", "2004", 2),
    ]


def test_s27_thirty_model_counties_of_the_province(on, engine):
    """“三级联创”30个综合示范县: titles of one level, each county once."""
    on(date(2005, 6, 1))
    province = city("中共某省委员会")
    by = office_of(province)
    for n in range(35):
        county = found_organisation(OPERATOR, province, name=f"第{n}县委员会", kind="committee")
        if n < 30:
            make_tie(
                by, county, kind="model", partner=province, level="province", purpose="三级联创综合示范县"
            )

    figures = figures_by_org(engine(), ["provincial_model_points"], province, Window(date(2005, 6, 1)))
    assert figures[province.pk]["provincial_model_points"].value == 30
