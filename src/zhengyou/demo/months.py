"""Nine months of the campaign, each deed on its day and through the action that people use."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from zhengyou.core import clock, trail
from zhengyou.core.engines import Snapshot
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.demo import appraisal, gates, ground, promises, ratings, study, supervising
from zhengyou.demo.cast import Branch, cast
from zhengyou.demo.city import CITY, mass_organisations
from zhengyou.demo.schedule import Life, play_out
from zhengyou.demo.workbook import write_workbook
from zhengyou.reading import draft, read_file
from zhengyou.rooms.accounts.actions import grant_role, open_account
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.bulletins.papers import write_papers
from zhengyou.rooms.campaigns.actions import adapt_plan, adopt_plan, approve_burden
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions import accept_all, drop_line, lay_down, read_notice
from zhengyou.rooms.orgs.actions import found_organisation, import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.queries import members_of, secretary_of

PASSWORD = "qinghe-demo-2010"  # noqa: S105 — of a made-up city that is served on this machine only
NOTICE = Path(__file__).parent / "notice.txt"
LAST_DAY = date(2011, 1, 14)
LEFT_OUT = (
    "不符合要求的不得转入下一阶段",
    "市委派出督导组",
)  # the gates see to the one, the office to the other
SHOWN = "石桥村"  # the branch whose secretary and members one may sign in as
THEMES = {"柳河中学": "教书育人走在前", "云岭茶场": "节日生产党员带班"}


def play(seed: int) -> Iterator[str]:
    """Build the city and play its campaign; yields what to tell whoever waits. The same seed, the same city."""
    if Organisation.objects.exists():
        yield f"{settings.ZHENGYOU_HOME}里已有一个组织树，没有重做；要重做请先换一个目录。"
        return
    with clock.played_at(date(2010, 4, 26)):
        found_city(seed)
    city = Organisation.objects.get(parent=None)
    with clock.played_at(date(2010, 4, 27)):
        office = account(city, "office", Role.OFFICE, "市委创先争优办")
        supervisor = account(city, "supervisor", Role.SUPERVISOR, "第一督导组")
        leader = account(city, "leader", Role.LEADER, "市委领导")
        account(city, "admin", Role.ADMINISTRATOR, "系统管理员")
    yield f"{CITY}：{Organisation.objects.count()}个组织已建好。"
    with clock.played_at(date(2010, 4, 28)):
        campaign = issued(office, leader, city)
    yield f"从通知读出{campaign.requirements.count()}条要求，活动已印发。"
    played, codes = cast(city, seed), list[str]()
    month = None
    everybody = [
        *lives(played, campaign, office, supervisor, leader, codes),
        *grounds(played, city, office, seed),
    ]
    for day in play_out(everybody, LAST_DAY):
        if month != day.month:
            month = day.month
            yield f"演到{day.year}年{day.month}月。"
    yield from finished(campaign)
    yield from told(played, codes)


def lives(
    played: list[Branch],
    campaign: Campaign,
    office: User,
    supervisor: User,
    leader: User,
    codes: list[str],
) -> Iterator[Life]:
    """Everybody who does something: the office, the leader, every branch in each of its matters."""
    slips: ratings.Slips = {}
    stages = list(campaign.stages.filter(number__in=gates.TICKED))
    shown = next(b for b in played if b.name == SHOWN)
    neighbours = [
        b for b in played if b.organisation.parent_id == shown.organisation.parent_id and b != shown
    ]
    yield supervising.send_out(campaign, campaign.organisation, office, supervisor)
    yield gates.open_gates(campaign, office)
    yield ratings.hold_round(played, campaign, office, slips)
    yield ratings.hold_open_round([shown, *neighbours], campaign, office, codes)
    yield appraisal.lay_down(campaign, office)
    yield appraisal.appraise(played, office, leader)
    for branch in played:
        yield settle(branch, campaign)
        yield study.study(branch, campaign)
        yield promises.promise(branch, campaign)
        yield promises.talk_over(branch, campaign)
        yield ratings.rate(branch, slips)
        yield promises.judge(branch, leader)
        yield from (gates.go_through(branch, stage, office, supervisor) for stage in stages)
    yield from supervising.visits(played, supervisor)
    yield study.meet_today(shown, campaign, LAST_DAY)


def grounds(played: list[Branch], city: Organisation, office: User, seed: int) -> Iterator[Life]:
    """What goes on with organisations and people while the campaign runs."""
    yield ground.cover(city, office, seed)
    yield ground.tie(played, city, office)
    for branch in played:
        yield ground.keep_in_touch(branch)
    first, second, third = [b for b in played if b.name != SHOWN][:3]
    yield ground.hand_over(first, second, (date(2010, 12, 20), date(2010, 12, 24)))
    yield ground.hand_over(second, third, (date(2010, 12, 6), None))
    yield ground.hand_over(third, first, (date(2011, 1, 10), None))


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


def finished(campaign: Campaign) -> Iterator[str]:
    """The last day stands still: the installation is shown as of it, with a snapshot and its papers."""
    home = Path(settings.ZHENGYOU_HOME)
    (home / "today").write_text(LAST_DAY.isoformat())
    settings.TODAY = LAST_DAY
    Snapshot.here().refresh()
    papers = write_papers(OPERATOR, campaign, home / "papers", number="青创先办〔2011〕1号")
    yield "文书已写好：" + "、".join(str(p) for p in papers)
    verdict = trail.verify()
    yield f"留痕{verdict.entries}条，首尾相连。" if verdict.holds else f"留痕不成立：{verdict.words}"


def told(played: list[Branch], codes: list[str]) -> Iterator[str]:
    """One sign-in for each role, and a code for whoever comes from outside."""
    shown = next(b for b in played if b.name == SHOWN)
    with clock.played_at(LAST_DAY, 12):
        member = members_of(shown.organisation)[5]
        account(shown.organisation, "member", Role.MEMBER, member.name, member)
    yield "─" * min(shutil.get_terminal_size().columns, 60)
    for name, who in (
        ("office", "市委创先争优办"),
        ("leader", "市委领导"),
        ("supervisor", "督导组"),
        (shown.secretary.username, f"{SHOWN}党支部书记"),
        ("member", f"{SHOWN}一名党员（手机页）"),
        ("admin", "系统管理员"),
    ):
        yield f"{name:<12}{PASSWORD}    {who}"
    yield f"群众不用登录：/open/{shown.organisation.code}/ 看{SHOWN}的承诺，凭评议码 {codes[0]} 评一次"
