"""杏花镇 — a made-up town to play with: four branches two months into a campaign, all through the actions."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from zhengyou.core import clock
from zhengyou.core.models import Organisation, Role
from zhengyou.core.papers import Block, Column, Sheet, Title, to_xlsx
from zhengyou.core.permissions import OPERATOR
from zhengyou.demo.cast import Branch
from zhengyou.demo.lives.study import called
from zhengyou.demo.people import members
from zhengyou.demo.schedule import Life, play_out
from zhengyou.demo.workbook import ORGANISATIONS, PEOPLE
from zhengyou.packs import shipped_pack, taken
from zhengyou.rooms.accounts.actions import choose_password, grant_role, issue_slip
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.actions import adopt_plan, approve_burden, draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.meetings.actions import close_list, record_list
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.orgs.actions import import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.queries import members_of, secretary_of
from zhengyou.rooms.pledges.actions import draft_pledge, fulfil_step, publish_pledge

TOWN = "中共杏花镇委员会（示例）"
BRANCHES = (("杏花村", "村", 9), ("桥头村", "村", 8), ("镇中学", "学校", 6), ("镇机关", "机关", 7))
SINCE = 60  # days that the campaign has been running
STUDIED = ("学习党章", "学习通知和讲话", "讨论：身边的先锋")
OFFERED = ("每月看望一户困难老人", "带头打扫公共场地", "义务为群众代办事项", "宣传政策到户")
PROMISED = ("硬化村组生产路", "每月公开开支", "结对帮一户困难群众")


def build(password: str) -> None:
    """Found the town and play its two months up to today; every account signs in with one password."""
    today, seed = clock.today(), 7
    begun = today - timedelta(days=SINCE)
    with clock.played_at(begun - timedelta(days=3)):
        _taken_in(seed)
    town = Organisation.objects.get(parent=None)
    with clock.played_at(begun - timedelta(days=2)):
        office = _account(town, "office", Role.OFFICE, "镇党委办公室", password)
        leader = _account(town, "leader", Role.LEADER, "镇党委领导", password)
        admin = _account(town, "admin", Role.ADMINISTRATOR, "系统管理员", password)
        campaign = _issued(office, leader, town, begun)
        played = [_branch(n, o, admin, password) for n, o in enumerate(town.children.order_by("path"))]
    for _day in play_out([_life(branch, campaign, begun, today) for branch in played], today):
        pass


def _taken_in(seed: int) -> None:
    """The roster, made by the seed and taken in like any other."""
    chance = Random(seed)  # noqa: S311 — a play
    organisations = [[TOWN, "", "党委", "机关", "", "1956年6月", "", ""]]
    people, seen = [], set[str]()
    for name, category, number in BRANCHES:
        branch = f"{name}党支部（示例）"
        organisations.append([branch, TOWN, "党支部", category, "单独建", "1984年7月", "60", "自有"])
        for m in members(chance, category, number, seen):
            told = [m.name, m.sex, f"{m.born_on:%Y.%m}", m.identity, m.education, f"{m.joined_on:%Y-%m-%d}"]
            people.append([*told, branch, m.occupation, m.post, m.phone, "是" if m.mobile else ""])
    sheets: list[Block] = [
        Title("杏花镇（示例）一览表和花名册"),
        Sheet("组织", [Column(title, 16) for title in ORGANISATIONS], organisations),
        Sheet("党员花名册", [Column(title, 14) for title in PEOPLE], people),
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "roster.xlsx"
        file.write_bytes(to_xlsx(sheets))
        import_roster(OPERATOR, None, roster=read_roster(file))


def _account(where: Organisation, username: str, role: str, name: str, password: str, who=None) -> User:  # type: ignore[no-untyped-def]
    """An account as an office hands it out, its own password chosen already."""
    user = issue_slip(OPERATOR, where, username=username, role=role, name=name, person=who)
    return choose_password(user, user, password=password)


def _issued(office: User, leader: User, town: Organisation, begun: date) -> Campaign:
    """A shipped pack, moved so that it began two months ago; a leader answers for what it asks."""
    pack = taken(shipped_pack("striving_2010"), code="sample", name="创先争优活动（示例）", starts_on=begun)
    campaign = draft_campaign(office, town, pack=pack)
    approve_burden(leader, campaign, minutes=600, words="示例：集中两个月把学习和承诺做完")
    return issue_campaign(office, campaign)


def _branch(n: int, organisation: Organisation, admin: User, password: str) -> Branch:
    """A branch with its secretary's account; the first one's is called so, and has a member who signs in."""
    head = secretary_of(organisation)
    if head is None:
        raise ValueError(f"{organisation}没有书记")
    name = "secretary" if n == 0 else f"s{organisation.code}"
    secretary = _account(organisation, name, Role.SECRETARY, head.name, password, head)
    grant_role(admin, organisation, user=secretary, role=Role.MEMBER)
    if n == 0:
        member = members_of(organisation)[4]
        _account(organisation, "member", Role.MEMBER, member.name, password, member)
    chance = Random(f"sample {n}")  # noqa: S311 — a play
    return Branch(organisation, n, chance, 0.9 - n * 0.1, 0.9, 0.8, secretary=secretary)


def _life(branch: Branch, campaign: Campaign, begun: date, today: date) -> Life:
    """Taken up, three meetings, promises and a first step; the last branch has not taken it up yet."""
    if branch.number == len(BRANCHES) - 1:
        return
    yield begun + timedelta(days=2 + branch.number), 9
    adopt_plan(branch.secretary, branch.organisation, campaign=campaign)
    yield from _studied(branch, campaign, begun)
    day = begun + timedelta(days=24 + branch.number)
    yield day, 10
    pledge = draft_pledge(
        branch.secretary,
        branch.organisation,
        campaign=campaign,
        what=PROMISED[branch.number],
        how_seen="公示栏写明做到哪一步，群众说了算",
        steps=[
            ("开始做，有名单或方案", day + timedelta(days=14)),
            ("做到并请群众看", today + timedelta(days=5)),
        ],
    )
    publish_pledge(branch.secretary, pledge)
    for member in members_of(branch.organisation):
        if branch.chance.random() < branch.pledging - branch.number * 0.2:
            offered = draft_pledge(
                branch.secretary,
                branch.organisation,
                campaign=campaign,
                person=member,
                what=branch.chance.choice(OFFERED),
                how_seen="受帮的人说来过",
                steps=[("每月一次，做了记一笔", today + timedelta(days=20))],
            )
            publish_pledge(branch.secretary, offered)
    yield day + timedelta(days=13), 16
    fulfil_step(branch.secretary, pledge.steps.order_by("due_on")[0], words="方案定了，名单已公示。")


def _studied(branch: Branch, campaign: Campaign, begun: date) -> Iterator[tuple[date, int]]:
    for n, title in enumerate(STUDIED):
        day = begun + timedelta(days=5 + 6 * n + branch.number)
        yield day - timedelta(days=2), 9
        meeting = called(branch, "study", title, day, 180, campaign=campaign, stage=campaign.stages.first())
        yield day, 20
        come = {p.pk: "present" for p in due_at(meeting) if branch.chance.random() < branch.presence}
        record_list(branch.secretary, meeting, hows=come)
        close_list(branch.secretary, meeting)
