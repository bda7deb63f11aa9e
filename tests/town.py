"""红星镇: a small town that every test shares.

市委 — 红星镇党委 — 东街支部 (village), 西街支部 (community); 河东镇党委 — 河东支部 beside it.
An office and a supervisor at the city, a secretary for each branch, six members in the east, two in the west,
and a campaign of two stages that asks every member for 40 class hours, two thirds of them together.
"""

from datetime import date
from types import SimpleNamespace
from typing import Any

from zhengyou.core import clock, tree
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage
from zhengyou.rooms.orgs.models import Membership, Person, Post

START = date(2010, 5, 10)


def build() -> SimpleNamespace:
    """Build the town as it stands on the first day of its campaign."""
    t = SimpleNamespace()
    with clock.played_at(START):
        t.city = organisation(None, "1", "中共红星市委员会", "红星市委", "committee", "government")
        t.committee = organisation(t.city, "1.1", "红星镇党委", "红星镇", "committee", "government")
        t.east = organisation(t.committee, "1.1.1", "东街村党支部", "东街村", "branch", "village")
        t.west = organisation(t.committee, "1.1.2", "西街社区党支部", "西街社区", "branch", "community")
        t.other_committee = organisation(t.city, "1.2", "河东镇党委", "河东镇", "committee", "government")
        t.river = organisation(t.other_committee, "1.2.1", "河东村党支部", "河东村", "branch", "village")
        t.office = account("office", Role.OFFICE, t.city)
        t.supervisor = account("supervisor", Role.SUPERVISOR, t.city)
        t.leader = account("leader", Role.LEADER, t.city)
        t.administrator = account("administrator", Role.ADMINISTRATOR, t.city)
        t.stranger = User.objects.create(username="stranger")
        t.zhang, t.li, t.wang, t.liu, t.chen, t.yang = (
            person(n, t.east) for n in ("张明", "李华", "王芳", "刘洋", "陈静", "杨帆")
        )
        t.zhao, t.zhou = (person(n, t.west) for n in ("赵强", "周敏"))
        t.sun = person("孙立", t.river)
        t.east_secretary = account("east", Role.SECRETARY, t.east, t.zhang)
        t.west_secretary = account("west", Role.SECRETARY, t.west, t.zhao)
        t.river_secretary = account("river", Role.SECRETARY, t.river, t.sun)
        t.member = account("li", Role.MEMBER, t.east, t.li)
        t.campaign = campaign(t.city, t.office)
        t.first, t.second = t.campaign.stages.all()
    return t


def organisation(
    parent: Organisation | None, code: str, name: str, short: str, kind: str, category: str
) -> Organisation:
    number = parent.children.count() if parent else 0
    path = (parent.path if parent else "") + tree.step(number)
    return Organisation.objects.create(
        code=code, name=name, short_name=short, kind=kind, category=category,
        parent=parent, path=path, path_end=tree.path_end(path), founded_on=date(1990, 7, 1),
    )  # fmt: skip


def account(username: str, role: Role, where: Organisation, holder: Person | None = None) -> User:
    user = User.objects.create(username=username)
    Grant.objects.create(user=user, role=role, organisation=where, since=date(2010, 1, 1))
    if holder:
        holder.account = user
        holder.save()
        if role == Role.SECRETARY:
            Grant.objects.create(user=user, role=Role.MEMBER, organisation=where, since=date(2010, 1, 1))
            Post.objects.create(person=holder, organisation=where, title="书记", since=date(2009, 1, 1))
    return user


def person(name: str, where: Organisation) -> Person:
    found = Person.objects.create(name=name)
    Membership.objects.create(person=found, organisation=where, since=date(2000, 7, 1))
    return found


def campaign(where: Organisation, by: Any) -> Campaign:
    """创先争优 in two stages, issued, with one requirement on study."""
    made = Campaign.objects.create(
        organisation=where, entered_by=by, code="striving", name="创先争优活动", number="红创先办〔2010〕1号",
        starts_on=START, ends_on=date(2011, 1, 20), issued_on=START,
    )  # fmt: skip
    first = Stage.objects.create(
        campaign=made, number=1, name="学习动员", starts_on=START, ends_on=date(2010, 6, 30)
    )
    Stage.objects.create(
        campaign=made, number=2, name="公开承诺", starts_on=date(2010, 7, 1), ends_on=date(2010, 9, 20)
    )
    Requirement.objects.create(
        organisation=where, entered_by=by, campaign=made, stage=first, code="study", name="学习达标",
        asks="每名党员40学时，集中学习占三分之二以上", rule="enough_study", grain="person",
        needs={"study_hours": "40", "collective_share": "2/3"}, due_on=date(2010, 6, 30),
    )  # fmt: skip
    return made
