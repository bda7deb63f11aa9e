"""A made-up city in the middle of its campaign, for papers to be about; nothing of it is stored."""

from datetime import date

from zhengyou.core.figures import DueMet
from zhengyou.core.models import Kind, Organisation
from zhengyou.rooms.bulletins.queries import Line, State
from zhengyou.rooms.campaigns.models import Campaign, Notice, Requirement

TOWNS = ("柳河镇", "青石镇", "白塔镇", "南湾镇", "云岭镇", "桃溪镇")
VILLAGES = ("河西村", "河东村", "石桥村", "双井村", "槐树村", "大湾村", "镇机关", "中心小学", "卫生院")
ASKED = (
    ("学习达标", "每名党员的学习时间不少于40个学时，集中学习不少于三分之二", "person"),
    ("补课完成", "因故缺课的党员要在一周内补课", "fact"),
    ("党员公开承诺", "每名党员在2010年9月20日前作出1项以上公开承诺", "person"),
    ("支部公开承诺", "每个党支部在2010年9月20日前作出3项以上公开承诺", "organisation"),
)


def city_in_progress() -> State:
    """青禾市 — six towns of nine branches, one requirement met everywhere, the others not."""
    city = Organisation(pk=1, name="中共青禾市委员会", short_name="青禾市委", kind=Kind.COMMITTEE)
    notice = Notice(title="关于在全市基层党组织和党员中深入开展创先争优活动的通知")
    campaign = Campaign(
        organisation=city, code="striving", name="创先争优活动", number="青创先办〔2010〕1号", notice=notice
    )
    asked = [
        Requirement(pk=at, campaign=campaign, name=name, asks=asks, grain=grain, due_on=date(2010, 9, 20))
        for at, (name, asks, grain) in enumerate(ASKED, start=1)
    ]
    towns, branches = [], []
    for at, town in enumerate(TOWNS):
        committee = Organisation(
            pk=10 + at,
            name=f"中共青禾市{town}委员会",
            short_name=f"{town}党委",
            kind=Kind.COMMITTEE,
            parent=city,
        )
        below = [branch(committee, town, 100 * at + number) for number in range(100, 109)]
        branches += below
        towns.append(added_up(committee, below))
    return State(campaign, city, date(2010, 10, 8), asked, added_up(city, towns), towns, branches)


def branch(committee: Organisation, town: str, key: int) -> Line:
    """One branch: some members, and what they have not done yet."""
    village = VILLAGES[key % 100 % len(VILLAGES)]
    people, behind = 12 + key * 7 % 31, key % 4
    found = {
        1: DueMet(people, people - behind),
        2: DueMet(behind + 5, 5),
        3: DueMet(people, people - behind % 2),
        4: DueMet(1, 1),
    }
    its = Organisation(pk=key + 1000, name=f"{town}{village}党支部", short_name=village, kind=Kind.BRANCH)
    return Line(its, committee.short_name, people, found)


def added_up(organisation: Organisation, lines: list[Line]) -> Line:
    """An organisation with the sums of what is below it."""
    found = {
        key: DueMet(sum(line.found[key].due for line in lines), sum(line.found[key].met for line in lines))
        for key in range(1, len(ASKED) + 1)
    }
    return Line(organisation, "", sum(line.people for line in lines), found)
