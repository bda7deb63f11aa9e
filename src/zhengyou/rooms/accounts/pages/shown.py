"""The first page of each role, and the trail."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.models import Role
from zhengyou.core.permissions import grants_of, orgs_where
from zhengyou.rooms.accounts.queries import deeds_seen_by
from zhengyou.rooms.campaigns.queries import running_campaign

FIRST = (
    (Role.OFFICE, "campaigns:overview"),
    (Role.LEADER, "campaigns:overview"),
    (Role.SECRETARY, "campaigns:week"),
)


def home(request: HttpRequest) -> HttpResponse:
    """首页 — each role's first page: the map, the week, one's own things."""
    roles = {grant.role for grant in grants_of(request.user)}
    campaign = running_campaign(request.user)
    if Role.SUPERVISOR in roles and not roles & {Role.OFFICE, Role.LEADER}:
        return redirect("supervision:mine")
    if campaign:
        for role, page in FIRST:
            if role in roles:
                return redirect(page, campaign.code)
    if Role.ADMINISTRATOR in roles:
        return redirect("setup:guide")
    if Role.MEMBER in roles:
        return redirect("campaigns:mine")
    return render(
        request, "accounts/empty.html", {"may_draft": bool(roles & {Role.OFFICE, Role.ADMINISTRATOR})}
    )


def trail(request: HttpRequest) -> HttpResponse:
    """留痕 — who did what in the organisations in reach."""
    if not orgs_where(request.user, "see_trail").exists():
        raise Http404
    page = Paginator(deeds_seen_by(request.user), 50).get_page(request.GET.get("page"))
    deeds: list[dict[str, Any]] = [
        {
            "at": deed.at,
            "who": str(deed.by) if deed.by else _("操作员"),
            "where": deed.organisation.short_name if deed.organisation else "",
            "words": deed.words,
            "chain": f"#{deed.number} ⟵ {deed.previous[:6]}",
        }
        for deed in page
    ]
    return render(request, "accounts/trail.html", {"page": page, "deeds": deeds})
