"""导览 — a walk over the real pages, each stop a few words above the page that it is about."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from zhengyou.core.models import Role
from zhengyou.core.permissions import grants_of
from zhengyou.rooms.campaigns.queries import running_campaign


@dataclass(frozen=True)
class Stop:
    """一站 — what to look at on a page, and where the walk goes on."""

    number: int
    all: int
    title: str
    words: str
    url: str
    next_url: str = ""


def _office() -> list[tuple[str, bool, str, str]]:
    return [
        (
            "campaigns:overview",
            True,
            _("全局"),
            _("一块一个组织，越深越好；点一块就往下看。下面是同样的数，能排序，能导出。"),
        ),
        (
            "campaigns:matrix",
            True,
            _("要求"),
            _("横着是组织，竖着是要求，最差的在最上面；每个数都能点开，看它是由什么加起来的。"),
        ),
        (
            "drafting:drafts",
            False,
            _("文件与方案"),
            _("传一份通知，系统读出阶段和要求，您逐条定；也可以从现成的方案包开始。"),
        ),
        (
            "gates:board",
            False,
            _("转段"),
            _("哪些组织能进下一阶段、还差什么，都写在卡片上；时间服从质量，各走各的。"),
        ),
        (
            "bulletins:papers",
            False,
            _("简报与文书"),
            _("通报、简报、台账由事实生成，不向下面要材料。"),
        ),
    ]


def _secretary() -> list[tuple[str, bool, str, str]]:
    return [
        (
            "campaigns:week",
            True,
            _("本周"),
            _("支部欠什么、快到什么、谁还没补课，都在这一页；“照此执行”点一下就接了活动，不用另行文。"),
        ),
        (
            "meetings:meetings",
            False,
            _("会议与学习"),
            _("开会前建一张名单，到会的点一下；断网也能点，来网再传。学时由名单自己算出来。"),
        ),
        ("meetings:owed", False, _("应补课人员"), _("没到的自动在这里，补了点一下，不用另写情况。")),
        ("pledges:branch", False, _("承诺"), _("支部和党员承诺什么、做到哪一步，写一句，公示出去。")),
    ]


def _member() -> list[tuple[str, bool, str, str]]:
    return [
        ("campaigns:mine", False, _("我的事"), _("该您做的按先后排在这里；不会用手机的，支部可以代办。")),
        ("orgs:about_me", False, _("关于我"), _("系统里有您的什么，这里看得全；写错了，可以请支部改。")),
    ]


TOURS = (
    ({Role.OFFICE, Role.LEADER}, _office),
    ({Role.SECRETARY}, _secretary),
    ({Role.MEMBER}, _member),
)


def tours_for(viewer: Any) -> list[Stop]:
    """The stops for the widest role that somebody holds, those left out which lead nowhere yet."""
    roles = {grant.role for grant in grants_of(viewer)}
    laid_out = next((stops for who, stops in TOURS if who & roles), None)
    if laid_out is None:
        return []
    campaign = running_campaign(viewer)
    found = []
    for name, needs_campaign, title, words in laid_out():
        if needs_campaign and campaign is None:
            continue
        try:
            url = reverse(name, args=[campaign.code] if needs_campaign and campaign else [])
        except NoReverseMatch:
            continue
        found.append((title, words, url))
    urls = [f"{url}?tour={n}" for n, (*_told, url) in enumerate(found, 1)] + [""]
    return [
        Stop(n, len(found), title, words, urls[n - 1], urls[n])
        for n, (title, words, _url) in enumerate(found, 1)
    ]


def stop_at(viewer: Any, asked: str) -> Stop | None:
    """The stop that a page was opened at, or none."""
    if not asked.isdigit():
        return None
    return next((stop for stop in tours_for(viewer) if stop.number == int(asked)), None)
