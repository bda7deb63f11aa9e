"""Nine months of the campaign, each deed on its day and through the action that people use."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from zhengyou.core import clock, trail
from zhengyou.core.engines import Snapshot
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.demo.beginning import NOTICE, PASSWORD, Play, account, begun, settle
from zhengyou.demo.city import CITY
from zhengyou.demo.lives import (
    appraisal,
    circulars,
    comments,
    duties,
    gates,
    ground,
    honours,
    promises,
    quizzes,
    ratings,
    readings,
    study,
    supervising,
    voices,
    wishes,
)
from zhengyou.demo.schedule import Life, play_out
from zhengyou.rooms.bulletins.papers import write_papers
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.queries import members_of

__all__ = ["NOTICE", "PASSWORD", "play"]

LAST_DAY = date(2011, 1, 14)
SHOWN = "石桥村"  # the branch whose secretary and members one may sign in as


def play(seed: int) -> Iterator[str]:
    """Build the city and play its campaign; yields what to tell whoever waits. The same seed, the same city."""
    if Organisation.objects.exists():
        yield f"{settings.ZHENGYOU_HOME}里已有一个组织树，没有重做；要重做请先换一个目录。"
        return
    p = begun(seed)
    yield f"{CITY}：{Organisation.objects.count()}个组织已建好。"
    yield f"从通知读出{p.campaign.requirements.count()}条要求，活动已印发。"
    codes, month = list[str](), None
    for day in play_out([*lives(p, codes), *grounds(p, seed)], LAST_DAY):
        if month != day.month:
            month = day.month
            yield f"演到{day.year}年{day.month}月。"
    yield from finished(p.campaign)
    yield from told(p, codes)


def lives(p: Play, codes: list[str]) -> Iterator[Life]:
    """Everybody who does something: the office, the leader, every branch in each of its matters."""
    played, campaign, office, leader = p.played, p.campaign, p.office, p.leader
    slips: ratings.Slips = {}
    stages = list(campaign.stages.filter(number__in=gates.TICKED))
    shown = p.branch(SHOWN)
    neighbours = [
        b for b in played if b.organisation.parent_id == shown.organisation.parent_id and b != shown
    ]
    yield supervising.send_out(campaign, campaign.organisation, office, p.supervisor)
    yield gates.open_gates(campaign, office)
    yield ratings.hold_round(played, campaign, office, slips)
    yield ratings.hold_open_round([shown, *neighbours], campaign, office, codes)
    yield appraisal.lay_down(campaign, office)
    yield appraisal.appraise(played, office)
    for branch in played:
        yield settle(branch, campaign)
        yield study.study(branch, campaign)
        yield promises.promise(branch, campaign)
        yield promises.talk_over(branch, campaign)
        yield ratings.rate(branch, slips)
        yield promises.judge(branch, leader)
        yield from (gates.go_through(branch, stage, office, p.supervisor) for stage in stages)
    yield from supervising.visits(played, p.supervisor)
    yield supervising.seen_in_january(shown, p.supervisor)
    yield study.meet_today(shown, campaign, LAST_DAY)
    yield readings.planned(p)
    yield from readings.readers(p, shown)
    yield from quizzes.asked(p, shown, LAST_DAY)
    yield from told_and_given(p)


def told_and_given(p: Play) -> Iterator[Life]:
    """What people hope for and say, who is charged with what, who is commented on, honoured, praised and criticised."""
    yield wishes.open_calls(p)
    yield from wishes.hopes(p, SHOWN)
    yield duties.offices(p)
    yield from duties.in_villages(p)
    yield from duties.letters(p, "南湾镇", p.branch(SHOWN))
    yield from voices.heard(p)
    yield from comments.given(p, appraisal.YEAR)
    yield from honours.the_year(p)
    yield from circulars.sent(p, appraisal.YEAR)


def grounds(p: Play, seed: int) -> Iterator[Life]:
    """What goes on with organisations and people while the campaign runs."""
    yield ground.cover(p.city, p.office, seed)
    yield ground.tie(p.played, p.city, p.office)
    for branch in p.played:
        yield ground.keep_in_touch(branch)
    first, second, third = [b for b in p.played if b.name != SHOWN][:3]
    yield ground.hand_over(first, second, (date(2010, 12, 20), date(2010, 12, 24)))
    yield ground.hand_over(second, third, (date(2010, 12, 6), None))
    yield ground.hand_over(third, p.branch(SHOWN), (date(2011, 1, 10), None))
    yield ground.goes_away(p.branch(SHOWN))


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


def told(p: Play, codes: list[str]) -> Iterator[str]:
    """One sign-in for each role, and a code for whoever comes from outside."""
    shown = p.branch(SHOWN)
    town = p.towns[shown.organisation.parent_id or 0]
    with clock.played_at(LAST_DAY, 12):
        member = members_of(shown.organisation)[5]
        account(shown.organisation, "member", Role.MEMBER, member.name, member)
    yield "─" * min(shutil.get_terminal_size().columns, 60)
    for name, who in (
        ("office", "市委创先争优办"),
        ("leader", "市委领导"),
        ("supervisor", "督导组"),
        (town.username, str(town)),
        (shown.secretary.username, f"{SHOWN}党支部书记"),
        ("member", f"{SHOWN}一名党员（手机页）"),
        ("admin", "系统管理员"),
    ):
        yield f"{name:<12}{PASSWORD}    {who}"
    yield f"群众不用登录：/open/{shown.organisation.code}/ 看{SHOWN}的承诺，凭评议码 {codes[0]} 评一次"
