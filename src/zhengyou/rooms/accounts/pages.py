"""Signing in and out, the first page of each role, and the trail."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.views import LoginView, LogoutView
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path

from zhengyou.core.models import Role
from zhengyou.core.permissions import grants_of, orgs_where
from zhengyou.rooms.accounts.queries import deeds_seen_by
from zhengyou.rooms.campaigns.queries import running_campaign

FIRST = (
    (Role.OFFICE, "campaigns:overview"),
    (Role.LEADER, "campaigns:overview"),
    (Role.SUPERVISOR, "campaigns:overview"),
    (Role.SECRETARY, "campaigns:week"),
)


class SignIn(LoginView):
    """登录 — one form; whoever is signed in already goes home."""

    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; a part of a page that asks after its reader was signed out is told so (401)."""
        if not request.headers.get("HX-Request"):
            return super().get(request, *args, **kwargs)
        asked_on: str = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
        sign_in_url = f"{request.path}?{urlencode({'next': asked_on})}"
        return render(request, "accounts/_signed_out.html", {"sign_in_url": sign_in_url}, status=401)


def home(request: HttpRequest) -> HttpResponse:
    """首页 — each role's first page: the map, the week, one's own things."""
    roles = {grant.role for grant in grants_of(request.user)}
    campaign = running_campaign(request.user)
    if campaign:
        for role, page in FIRST:
            if role in roles:
                return redirect(page, campaign.code)
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
            "who": str(deed.by) if deed.by else "操作员",
            "where": deed.organisation.short_name if deed.organisation else "",
            "words": deed.words,
            "chain": f"#{deed.number} ⟵ {deed.previous[:6]}",
        }
        for deed in page
    ]
    return render(request, "accounts/trail.html", {"page": page, "deeds": deeds})


class SignOut(LogoutView):
    """退出 — by a form, never by a link."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign out and go to the sign-in page."""
        return super().post(request, *args, **kwargs)


own = (
    [
        path("accounts/sign-in/", SignIn.as_view(), name="sign_in"),
        path("accounts/sign-out/", SignOut.as_view(), name="sign_out"),
        path("trail/", trail, name="trail"),
    ],
    "accounts",
)
urlpatterns = [path("", home, name="home"), path("", include(own))]
