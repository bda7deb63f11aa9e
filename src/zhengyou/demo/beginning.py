"""The beginning of the play: the city taken in, who signs in as what, the campaign issued and taken up below."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from zhengyou.core import clock
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.demo.cast import Branch, cast
from zhengyou.demo.city import mass_organisations
from zhengyou.demo.schedule import Life
from zhengyou.demo.workbook import write_workbook
from zhengyou.reading import draft, read_file
from zhengyou.rooms.accounts.actions import grant_role, open_account
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.actions import adapt_plan, adopt_plan, approve_burden
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions import accept_all, drop_line, lay_down, read_notice
from zhengyou.rooms.orgs.actions import found_organisation, import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.queries import secretary_of

PASSWORD = "qinghe-demo-2010"  # noqa: S105 — of a made-up city that is served on this machine only
NOTICE = Path(__file__).parent / "notice.txt"
LEFT_OUT = (
    "不符合要求的不得转入下一阶段",
    "市委派出督导组",
)  # the gates see to the one, the office to the other
THEMES = {"柳河中学": "教书育人走在前", "云岭茶场": "节日生产党员带班"}


@dataclass
class Play:
    """The city with everybody who acts in it above the branches, and the branches with their manners."""

    city: Organisation
    office: User
    leader: User
    supervisor: User
    campaign: Campaign
    played: list[Branch]
    towns: dict[int, User] = field(default_factory=dict)  # the offices of the towns, by the town

    def branch(self, name: str) -> Branch:
        """The branch of a short name."""
        return next(b for b in self.played if b.name == name)


def begun(seed: int) -> Play:
    """The city founded, its accounts given out and the campaign issued; nothing below has begun yet."""
    with clock.played_at(date(2010, 4, 26)):
        found_city(seed)
    city = Organisation.objects.get(parent=None)
    with clock.played_at(date(2010, 4, 27)):
        office = account(city, "office", Role.OFFICE, "市委创先争优办")
        supervisor = account(city, "supervisor", Role.SUPERVISOR, "第一督导组")
        leader = account(city, "leader", Role.LEADER, "市委领导")
        account(city, "admin", Role.ADMINISTRATOR, "系统管理员")
        towns = {
            town.pk: account(town, f"o{town.code}", Role.OFFICE, f"{town.short_name}办公室")
            for town in city.children.filter(kind="committee")
        }
    with clock.played_at(date(2010, 4, 28)):
        campaign = issued(office, leader, city)
    return Play(city, office, leader, supervisor, campaign, cast(city, seed), towns)


def found_city(seed: int) -> None:
    """The workbook made by the seed and taken in like any other, the mass organisations founded beside it."""
    file = Path(settings.ZHENGYOU_HOME) / "roster.xlsx"
    write_workbook(file, seed)
    import_roster(OPERATOR, None, roster=read_roster(file))
    committees = {o.short_name: o for o in Organisation.objects.filter(kind="committee")}
    root = Organisation.objects.get(parent=None)
    for name, kind, town in mass_organisations():
        parent = committees[f"{town}党委"] if town else root
        found_organisation(OPERATOR, parent, name=name, kind=kind, category="social", short_name=name)


def account(where: Organisation, username: str, role: str, name: str, person: Any = None) -> User:
    """An account with one role; its password is the demonstration's."""
    user = open_account(OPERATOR, where, username=username, password=PASSWORD, name=name, person=person)
    grant_role(OPERATOR, where, user=user, role=role)
    return user


def issued(office: User, leader: User, city: Organisation) -> Campaign:
    """The notice read, what asks nothing of a branch left out, the rest accepted; a leader answers for a full July."""
    reading = read_notice(office, city, draft=draft(read_file(NOTICE)), name="创先争优活动", code="striving")
    for line in reading.lines.all():
        if reading.notice.text[line.start : line.end] in LEFT_OUT:
            drop_line(office, line)
    accept_all(office, reading)
    campaign = lay_down(office, reading)
    approve_burden(leader, campaign, minutes=300, words="七月把集中学习和公开承诺一并做完，免得分两次组织")
    return lay_down(office, reading, issue=True)


def settle(branch: Branch, campaign: Campaign) -> Life:
    """The branch's secretary signs in for the first time and takes the campaign up, most as it stands."""
    yield date(2010, 5, 4) + timedelta(days=branch.number % 5), 9
    secretary = secretary_of(branch.organisation)
    if secretary is None:
        raise ValueError(f"{branch.organisation}没有书记")
    name = f"s{branch.organisation.code}"
    branch.secretary = account(branch.organisation, name, Role.SECRETARY, secretary.name, secretary)
    grant_role(OPERATOR, branch.organisation, user=branch.secretary, role=Role.MEMBER)
    if branch.name in THEMES:
        adapt_plan(branch.secretary, branch.organisation, campaign=campaign, theme=THEMES[branch.name])
    else:
        adopt_plan(branch.secretary, branch.organisation, campaign=campaign)
