"""督导组 — the office's page: which groups go where, who is in them, what they look at."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.supervision.actions import (
    assign_group,
    end_assignment,
    form_group,
    join_group,
    leave_group,
    list_check,
)
from zhengyou.rooms.supervision.forms import AssignForm, CheckForm, GroupForm, MemberForm
from zhengyou.rooms.supervision.pages.deeds import answered
from zhengyou.rooms.supervision.queries import (
    assignments_of,
    assignments_seen_by,
    campaigns_to_supervise,
    focus_of,
    groups_seen_by,
    may_send_from,
    members_on,
    members_seen_by,
    supervisors_in,
)


def groups(request: HttpRequest) -> HttpResponse:
    """督导组 — each with its people, its places, its check-list and its focus units."""
    if not orgs_where(request.user, "see_groups").exists():
        raise Http404
    found = groups_seen_by(request.user)
    context = {
        "groups": [_group(request.user, g) for g in found],
        "may_form": may_send_from(request.user).exists(),
    }
    return render(request, "supervision/groups.html", context)


def _group(viewer: Any, group: Any) -> dict[str, Any]:
    focus = focus_of(group)
    return {
        "group": group,
        "members": members_on(group),
        "assignments": assignments_of(group),
        "focus": focus,
        "lack": max(0, group.focus_least - len(focus)),
        "checks": list(group.checks.all()),
        "may": may(viewer, "assign_group", group),
    }


def form(request: HttpRequest) -> HttpResponse:
    """组建督导组 — for a running campaign, from one's own organisation."""
    where = may_send_from(request.user).first()
    if where is None:
        raise Http404
    return answered(
        request,
        GroupForm(request.POST or None, campaigns=campaigns_to_supervise(request.user)),
        lambda **told: form_group(request.user, where, **told),
        heading=_("组建督导组"),
        about=where.name,
        back=reverse("supervision:groups"),
        submit=_("组建"),
    )


def _group_for(request: HttpRequest, pk: int, deed: str) -> Any:
    found = get_object_or_404(groups_seen_by(request.user), pk=pk)
    if not may(request.user, deed, found):
        raise Http404
    return found


def join(request: HttpRequest, pk: int) -> HttpResponse:
    """增加督导组成员 — out of those whose grants let them see."""
    found = _group_for(request, pk, "join_group")
    return answered(
        request,
        MemberForm(request.POST or None, users=supervisors_in(found.organisation)),
        lambda **told: join_group(request.user, found, **told),
        heading=_("增加督导组成员"),
        about=found.name,
        back=reverse("supervision:groups"),
        submit=_("增加"),
    )


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """分工督导 — look an organisation up, then assign it."""
    found = _group_for(request, pk, "assign_group")
    words = request.GET.get("find", "").strip()[:80]
    reach = orgs_where(request.user, "assign_group").filter(found.organisation.subtree)
    places = _called(words, reach) if words else list(reach.filter(parent=found.organisation)[:60])
    return answered(
        request,
        AssignForm(request.POST or None, organisations=places),
        lambda **told: assign_group(request.user, found, **told),
        heading=_("分工督导"),
        about=found.name,
        back=reverse("supervision:groups"),
        submit=_("由它督导"),
        find_words=words,
        find_address=request.path,
        none_found=bool(words) and not places,
    )


def _called(words: str, reach: Any) -> list[Any]:
    named = reach.filter(name__icontains=words) | reach.filter(short_name__icontains=words)
    return list(named.select_related("parent").order_by("path")[:40])


def line(request: HttpRequest, pk: int) -> HttpResponse:
    """增加督查清单 — one more line."""
    found = _group_for(request, pk, "list_check")
    return answered(
        request,
        CheckForm(request.POST or None),
        lambda **told: list_check(request.user, found, **told),
        heading=_("增加督查清单"),
        about=found.name,
        back=reverse("supervision:groups"),
        submit=_("增加"),
    )


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """退出督导组 — from today on."""
    leave_group(request.user, get_object_or_404(members_seen_by(request.user), pk=pk))
    return redirect("supervision:groups")


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """结束督导分工 — from today on."""
    end_assignment(request.user, get_object_or_404(assignments_seen_by(request.user), pk=pk))
    return redirect("supervision:groups")
