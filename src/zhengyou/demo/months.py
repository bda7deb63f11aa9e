"""Nine months of the campaign, branch by branch, each deed on its day and through the action that people use."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings

from zhengyou.core import clock, trail
from zhengyou.core.engines import Snapshot
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.demo.branches import Branch, cast, live_through
from zhengyou.demo.city import CITY, mass_organisations
from zhengyou.demo.gates import pass_gates
from zhengyou.demo.workbook import write_workbook
from zhengyou.packs import from_draft
from zhengyou.reading import draft, read_file
from zhengyou.rooms.accounts.actions import grant_role, open_account
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.actions import adopt_plan, draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.actions import found_organisation, import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.queries import members_of, secretary_of

PASSWORD = "qinghe-demo-2010"  # noqa: S105 — of a made-up city that is served on this machine only
NOTICE = Path(__file__).parent / "notice.txt"
LAST_DAY = date(2011, 1, 14)


def play(seed: int) -> Iterator[str]:
    """Build the city and play its campaign; yields what to tell whoever waits. The same seed, the same city."""
    if Organisation.objects.exists():
        yield f"{settings.ZHENGYOU_HOME}里已有一个组织树，没有重做；要重做请先换一个目录。"
        return
    chance = Random(seed)  # noqa: S311 — a made-up city, not a secret
    with clock.played_at(date(2010, 4, 26)):
        found_city(seed)
    city = Organisation.objects.get(parent=None)
    with clock.played_at(date(2010, 4, 27)):
        office = account(city, "office", Role.OFFICE, "市委创先争优办")
        account(city, "supervisor", Role.SUPERVISOR, "第一督导组")
        account(city, "leader", Role.LEADER, "市委领导")
        account(city, "admin", Role.ADMINISTRATOR, "系统管理员")
    yield f"{CITY}：{Organisation.objects.count()}个组织已建好。"
    with clock.played_at(date(2010, 4, 28)):
        campaign = issued(office, city)
    yield f"从通知读出{campaign.requirements.count()}条要求，活动已印发。"
    played = [_settled(branch, campaign) for branch in cast(city, chance)]
    for n, branch in enumerate(played, 1):
        live_through(branch, campaign, chance, LAST_DAY)
        if n % 16 == 0:
            yield f"已演完{n}个支部。"
    yield from pass_gates(played, campaign, office)
    (Path(settings.ZHENGYOU_HOME) / "today").write_text(LAST_DAY.isoformat())
    settings.TODAY = LAST_DAY
    Snapshot.here().refresh()
    yield f"留痕{trail.verify().entries}条，首尾相连。" if trail.verify().holds else "留痕不成立！"
    yield from told(played)


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


def issued(office: User, city: Organisation) -> Campaign:
    """The campaign as it is read from the notice, and issued."""
    found = draft(read_file(NOTICE))
    pack = from_draft(found, code="striving", name="创先争优活动", number="青创先办〔2010〕1号")
    campaign = draft_campaign(office, city, pack=pack, title=found.title or "", text=found.notice.text)
    return issue_campaign(office, campaign)


def _settled(branch: Branch, campaign: Campaign) -> Branch:
    """The branch's secretary signs in for the first time and takes the campaign up."""
    with clock.played_at(date(2010, 5, 4) + timedelta(days=branch.number % 5)):
        secretary = secretary_of(branch.organisation)
        if secretary is None:
            raise ValueError(f"{branch.organisation}没有书记")
        branch.secretary = account(
            branch.organisation, f"s{branch.organisation.code}", Role.SECRETARY, secretary.name, secretary
        )
        grant_role(OPERATOR, branch.organisation, user=branch.secretary, role=Role.MEMBER)
        adopt_plan(branch.secretary, branch.organisation, campaign=campaign)
    return branch


def told(played: list[Branch]) -> Iterator[str]:
    """One sign-in for each role."""
    bridge = next(b for b in played if b.organisation.short_name == "石桥村")
    with clock.played_at(LAST_DAY):
        member = members_of(bridge.organisation)[5]
        account(bridge.organisation, "member", Role.MEMBER, member.name, member)
    width = shutil.get_terminal_size().columns
    yield "─" * min(width, 60)
    for name, who in (
        ("office", "市委创先争优办"),
        ("leader", "市委领导"),
        ("supervisor", "督导组"),
        (bridge.secretary.username if bridge.secretary else "", "石桥村党支部书记"),
        ("member", "石桥村一名党员（手机页）"),
        ("admin", "系统管理员"),
    ):
        yield f"{name:<12}{PASSWORD}    {who}"
