"""What stands around every page: the menu of the role held, the running campaign, who is signed in."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from zhengyou.core.models import Role
from zhengyou.core.permissions import grants_of
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.orgs.queries import organisation_of

OFFICE = {Role.OFFICE, Role.LEADER, Role.SUPERVISOR, Role.ADMINISTRATOR}


def roles_of(viewer: Any) -> set[str]:
    """The roles that an account holds today."""
    return {grant.role for grant in grants_of(viewer)}


def around_a_page(request: HttpRequest) -> dict[str, Any]:
    """Menu, campaign, place and name for the base pages; nothing for a visitor."""
    viewer = getattr(request, "user", None)
    if viewer is None or not viewer.is_authenticated:
        return {}
    campaign = running_campaign(viewer)
    place = organisation_of(viewer)
    around: dict[str, Any] = {
        "who": str(viewer),
        "place": place.short_name if place else "",
        "sign_out_url": reverse("accounts:sign_out"),
        "menu": list(_menu(request, roles_of(viewer), campaign)),
    }
    if campaign:
        around["campaign"] = {
            "name": campaign.name,
            "first": campaign.starts_on,
            "last": campaign.ends_on,
            "url": reverse("home"),
        }
    return around


def _menu(request: HttpRequest, roles: set[str], campaign: Any) -> list[tuple[str, str, str, int, bool]]:
    code = [campaign.code] if campaign else []
    entries: list[tuple[str, str, list[Any], str]] = []
    if roles & OFFICE:
        entries += [
            (_("全局"), "campaigns:overview", code, "map"),
            (_("要求"), "campaigns:matrix", code, "layout-grid"),
            (_("转段"), "gates:board", [], "flag"),
            (_("考评"), "appraisal:scores", [], "scale"),
            (_("测评"), "ratings:rounds", [], "speakerphone"),
            (_("文件与方案"), "campaigns:drafts", [], "file-text"),
            (_("简报与文书"), "bulletins:papers", [], "report"),
        ]
    if Role.SECRETARY in roles:
        entries += [
            (_("本周"), "campaigns:week", code, "calendar"),
            (_("会议与学习"), "meetings:meetings", [], "list-check"),
            (_("应补课人员"), "meetings:owed", [], "history"),
            (_("承诺"), "pledges:branch", [], "checks"),
            (_("转段"), "gates:look_back", [], "flag"),
        ]
    if Role.MEMBER in roles:
        entries.append((_("我的事"), "campaigns:mine", [], "home"))
    if roles & {Role.OFFICE, Role.SECRETARY, Role.ADMINISTRATOR}:
        entries += [
            ("", "", [], ""),
            (_("组织与人员"), "orgs:people", [], "users"),
            (_("留痕"), "accounts:trail", [], "history"),
        ]
    return [
        made for label, name, args, glyph in entries if (made := _entry(request, label, name, args, glyph))
    ]


def _entry(request: HttpRequest, label: str, name: str, args: list[Any], glyph: str) -> Any:
    """One line of the menu; a page that this installation does not have is left out."""
    if not label:
        return ("", "", "", 0, False)
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:
        return None
    return (label, url, glyph, 0, request.path == url)
