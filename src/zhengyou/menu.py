"""What stands around every page: the menu of the role held, the running campaign, who is signed in."""

import re
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from zhengyou.core.models import Role
from zhengyou.core.permissions import grants_of
from zhengyou.rooms.campaigns.queries import own_word, running_campaign, words_of
from zhengyou.rooms.federation.queries import root_of
from zhengyou.rooms.honours.queries import is_nominated
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.setup.queries import in_sample, stop_at

OFFICE = {Role.OFFICE, Role.LEADER, Role.SUPERVISOR}

Entry = tuple[str, str, list[Any], str]  # label, name of the page, its arguments, icon


def roles_of(viewer: Any) -> set[str]:
    """The roles that an account holds today."""
    return {grant.role for grant in grants_of(viewer)}


def around_a_page(request: HttpRequest) -> dict[str, Any]:
    """Menu, campaign, place and name for the base pages; nothing for a visitor."""
    viewer = getattr(request, "user", None)
    if viewer is None or not viewer.is_authenticated:
        return {"in_sample": in_sample}
    campaign = running_campaign(viewer)
    place = organisation_of(viewer)
    around: dict[str, Any] = {
        "in_sample": in_sample,  # asked by pages that have a frame alone
        "tour": stop_at(viewer, request.GET.get("tour", "")),
        "who": str(viewer),
        "place": place.short_name if place else "",
        "sign_out_url": reverse("accounts:sign_out"),
        "menu": _menu(request, roles_of(viewer), campaign),
        "tabs": _tabs(request, roles_of(viewer), campaign),
        "find_url": reverse("orgs:search") if roles_of(viewer) & {*OFFICE, Role.SECRETARY} else "",
    }
    around["words"] = words_of(campaign)
    if campaign:
        around["campaign"] = {
            "name": campaign.name,
            "first": campaign.starts_on,
            "last": campaign.ends_on,
            "url": reverse("home"),
        }
    return around


def _menu(request: HttpRequest, roles: set[str], campaign: Any) -> list[tuple[str, str, str, int, bool]]:
    """The menu of a desk: what each role held works with."""
    code = [campaign.code] if campaign else []
    entries: list[Entry] = []
    if Role.SUPERVISOR in roles:
        entries.append((_("我督导的"), "supervision:mine", [], "eye"))
    if roles & OFFICE:
        entries += [
            (_("全局"), "campaigns:overview", code, "map"),
            (_("要求"), "campaigns:matrix", code, "layout-grid"),
            (own_word(campaign, "gate", _("转段")), "gates:board", [], "flag"),
            (own_word(campaign, "supervision_group", _("督导组")), "supervision:groups", [], "users"),
            (_("考评"), "appraisal:scores", [], "scale"),
            (_("测评"), "ratings:rounds", [], "speakerphone"),
            (_("点评"), "comments:comments", [], "message-circle"),
            (own_word(campaign, "honour", _("表彰")), "honours:honours", [], "medal"),
            (_("数据"), "figures:figures", [], "chart-bar"),
            (_("文件与方案"), "drafting:drafts", [], "file-text"),
            (_("具体要求"), "standards:debates", [], "message-circle"),
            (_("简报与文书"), "bulletins:papers", [], "report"),
            (_("通报"), "bulletins:circulars", [], "rubber-stamp"),
            (_("负担"), "burden:asked", [], "history"),
        ]
        if roles & {Role.OFFICE, Role.SUPERVISOR}:
            entries += _lists() if Role.SECRETARY not in roles else []
            entries.append((_("抽查"), "study:samples", [], "search"))
        if root_of(request.user):
            entries.append((_("联网汇总"), "federation:sums", [], "link"))
    elif Role.ADMINISTRATOR in roles:
        entries.append((_("文件与方案"), "drafting:drafts", [], "file-text"))
    if Role.SECRETARY in roles:
        entries += [
            (_("本周"), "campaigns:week", code, "calendar"),
            *_lists(),
            (_("应补课人员"), "meetings:owed", [], "history"),
            (_("笔记批阅"), "study:works", [], "checks"),
            (own_word(campaign, "pledge", _("承诺")), "pledges:branch", [], "checks"),
            (_("具体要求"), "standards:debates", [], "message-circle"),
            (own_word(campaign, "gate", _("转段")), "gates:look_back", [], "flag"),
            (_("督导发现"), "supervision:findings", [], "alert-triangle"),
            (_("要我们办什么"), "burden:asked", [], "history"),
        ]
        if not roles & OFFICE:
            entries += [
                (_("考评"), "appraisal:scores", [], "scale"),
                (_("测评"), "ratings:rounds", [], "speakerphone"),
                (_("点评"), "comments:comments", [], "message-circle"),
                (own_word(campaign, "honour", _("表彰")), "honours:honours", [], "medal"),
                (_("通报"), "bulletins:circulars", [], "rubber-stamp"),
                (_("数据"), "figures:figures", [], "chart-bar"),
            ]
    entries += _own(request, roles)
    entries += _ground(roles)
    return _marked(request, [made for entry in entries if (made := _entry(*entry))])


def _lists() -> list[Entry]:
    """What was called and what is studied: those who teach and those who look after them."""
    return [
        (_("会议与学习"), "meetings:meetings", [], "list-check"),
        (_("学习计划"), "study:plans", [], "file-text"),
    ]


def _ground(roles: set[str]) -> list[Entry]:
    """What everything stands on: organisations and people, and the trail."""
    entries: list[Entry] = []
    if roles & {Role.OFFICE, Role.SECRETARY}:
        entries += [
            (_("组织与人员"), "orgs:people", [], "users"),
            (_("组织覆盖"), "coverage:coverage", [], "building-community"),
            (_("结对"), "ties:ties", [], "link"),
            (_("组织关系转接"), "mobility:transfers", [], "arrow-right"),
            (_("流动党员"), "mobility:mobile", [], "route"),
        ]
    elif roles & {Role.LEADER, Role.SUPERVISOR}:
        entries.append((_("组织覆盖"), "coverage:coverage", [], "building-community"))
    if roles & {Role.OFFICE, Role.ADMINISTRATOR}:
        entries.append((_("导入"), "orgs:import", [], "upload"))
        entries.append((_("账号"), "accounts:accounts", [], "id"))
    if roles & {Role.OFFICE, Role.SECRETARY, Role.ADMINISTRATOR}:
        entries.append((_("留痕"), "accounts:trail", [], "history"))
    entries += [(_("对系统的意见"), "burden:suggestions", [], "message-circle")] if roles else []
    if Role.ADMINISTRATOR in roles:
        entries.append((_("开始使用"), "setup:guide", [], "home"))
    return [("", "", [], ""), *entries] if entries else []


def _marked(request: HttpRequest, made: list[Any]) -> list[Any]:
    """The same lines, that one marked as current whose page this is or stands beneath, the closest of them."""
    # The overview's address is the beginning of all pages about a campaign, which are not beneath it for a reader.
    overview = re.compile(r"/campaigns/(?!drafts/)[^/]+/")
    above = [
        url
        for _label, url, *_ in made
        if url and (request.path == url or (request.path.startswith(url) and not overview.fullmatch(url)))
    ]
    here = max(above, key=len, default=None)
    return [(*line[:-1], bool(line[1]) and line[1] == here) for line in made]


def _tabs(request: HttpRequest, roles: set[str], campaign: Any) -> list[tuple[str, str, str, bool]]:
    """The tabs in the foot of a telephone's page: one's own things, and for a secretary the way back to the desk."""
    entries = _own(request, roles)
    if entries and Role.SECRETARY in roles and campaign:
        entries.insert(0, (_("本周"), "campaigns:week", [campaign.code], "calendar"))
    made = _marked(request, [found for entry in entries if (found := _entry(*entry))])
    return [(label, url, glyph, current) for label, url, glyph, _count, current in made]


def _own(request: HttpRequest, roles: set[str]) -> list[Entry]:
    """What a member has to do and may do; whoever is on no roster has no such pages."""
    if getattr(request.user, "person_id", None) is None or not roles & {Role.MEMBER, Role.LEADER}:
        return []
    if Role.MEMBER not in roles:
        return [(_("我的承诺"), "pledges:mine", [], "heart-handshake")]
    return [
        (_("我的事"), "campaigns:mine", [], "home"),
        (_("我的承诺"), "pledges:mine", [], "heart-handshake"),
        (_("我的学习"), "study:mine", [], "file-text"),
        (_("领评议码"), "ratings:draw", [], "qrcode"),
        *([(_("我的荣誉"), "honours:mine", [], "medal")] if is_nominated(request.user) else []),
        (_("关于我"), "orgs:about_me", [], "id"),
    ]


def _entry(label: str, name: str, args: list[Any], glyph: str) -> Any:
    """One line of the menu; a page that this installation does not have is left out."""
    if not label:
        return ("", "", "", 0, False)
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:
        return None
    return (label, url, glyph, 0, False)
