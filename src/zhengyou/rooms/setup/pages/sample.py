"""示例 — a made-up town: begun, played in whatever role, removed whole."""

from typing import Any

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.models import Role
from zhengyou.core.permissions import OPERATOR, grants_of, may
from zhengyou.rooms.accounts.queries import unclaimed
from zhengyou.rooms.setup.actions import begin_sample, remove_sample, setup_code
from zhengyou.rooms.setup.forms import BeginForm, CodeForm, RemoveForm
from zhengyou.rooms.setup.pages.beginning import BACKEND, shown
from zhengyou.rooms.setup.queries import cast_of_sample, roots, sample_counts, sample_seen_by


@login_not_required
@require_POST
def try_sample(request: HttpRequest) -> HttpResponse:
    """放入示例 — the same code; signed in as the sample's administrator."""
    if not unclaimed():
        return redirect("home")
    trying = CodeForm(request.POST, prefix="sample")
    if trying.is_valid():
        try:
            begin_sample(OPERATOR, None, code=trying.cleaned_data["code"])
        except Refused as refused:
            trying.add_error("code", str(refused))
        else:
            login(request, cast_of_sample()["admin"], BACKEND)
            return redirect("setup:sample")
    root = roots().first()
    return shown(request, BeginForm(has_tree=root is not None), trying, root)


def sample(request: HttpRequest) -> HttpResponse:
    """示例 — whom one may play, and how it goes again."""
    held = sample_seen_by(request.user)
    if held is None:
        raise Http404
    counts = sample_counts()
    context = {
        "held": held,
        "cast": [
            {"user": user, "role": role.label, "what": what, "current": user == request.user}
            for user, role, what in _cast()
        ],
        "counts": [{"title": _titles()[name], "value": n, "unit": ""} for name, n in counts.items()],
        "form": RemoveForm(initial={"counted": counts}) if may(request.user, "remove_sample", held) else None,
    }
    return render(request, "setup/sample.html", context)


def _titles() -> dict[str, str]:
    return {
        "organisations": _("组织"),
        "people": _("人员"),
        "campaigns": _("活动"),
        "accounts": _("账号"),
        "deeds": _("留痕"),
    }


def _cast() -> list[tuple[Any, Role, str]]:
    told = {
        Role.OFFICE: _("看全局，起草、印发活动，出通报"),
        Role.SECRETARY: _("看本周，点名，公示承诺"),
        Role.MEMBER: _("手机上看我的事"),
        Role.LEADER: _("看哪里没做到，批准超负担"),
        Role.ADMINISTRATOR: _("开账号，清除示例"),
    }
    found = []
    for user in cast_of_sample().values():
        roles = {grant.role for grant in grants_of(user)}
        role = next(r for r in told if r in roles)
        found.append((user, role, told[role]))
    return found


@require_POST
def play_as(request: HttpRequest) -> HttpResponse:
    """换个身份 — sign in as another of the made-up people; only where everybody is made up."""
    if sample_seen_by(request.user) is None:
        raise Http404
    user = cast_of_sample().get(request.POST.get("who", ""))
    if user is None:
        raise Http404
    login(request, user, BACKEND)
    return redirect("home")


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """清除示例 — once, with the numbers; then the installation is as new, and its code is written in already."""
    held = sample_seen_by(request.user)
    if held is None:
        raise Http404
    form = RemoveForm(request.POST)
    if not form.is_valid():
        raise Refused(_("没有勾选“我看过了”，没有清除任何东西。"))
    remove_sample(request.user, held, counted=form.cleaned_data["counted"])
    request.session.flush()
    return shown(
        request,
        BeginForm(has_tree=False, initial={"code": setup_code()}),
        CodeForm(prefix="sample"),
        None,
    )
