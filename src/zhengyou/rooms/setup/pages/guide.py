"""开始使用 — what is done, what comes next, each step leading to the page where it is done."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.rooms.setup.queries import State, state_of, tours_for


def guide(request: HttpRequest) -> HttpResponse:
    """开始使用 — the steps of the first hour with their true state."""
    state = state_of(request.user)
    if state is None:
        raise Http404
    steps = [_founded(state), _imported(state), _accounts(state), _campaign(state)]
    waiting = next((n for n, step in enumerate(steps) if not step["done"]), None)
    for n, step in enumerate(steps):
        step["number"] = n + 1
        step["next"] = n == waiting
        for act in () if step["next"] else step["acts"]:
            act["kind"] = ""
    tour = tours_for(request.user)
    context = {"steps": steps, "finished": waiting is None, "tour_url": tour[0].url if tour else ""}
    return render(request, "setup/guide.html", context)


def _founded(state: State) -> dict[str, Any]:
    return {
        "title": _("第一个组织和管理员"),
        "done": True,
        "words": _("%(name)s已建立，您已登录。") % {"name": state.root.name},
        "acts": [{"label": _("改密码"), "url": reverse("accounts:password"), "kind": ""}],
    }


def _imported(state: State) -> dict[str, Any]:
    told = {
        "organisations": ngettext("%(n)d个组织", "%(n)d个组织", state.organisations)
        % {"n": state.organisations},
        "people": ngettext("%(n)d名党员", "%(n)d名党员", state.people) % {"n": state.people},
    }
    return {
        "title": _("下面的组织和名册"),
        "done": state.people > 0,
        "words": _("已有%(organisations)s、%(people)s。") % told
        if state.organisations or state.people
        else _("手头的表格就行，不用按模板重填：系统认栏目，先试一遍给您看，您点了才写入。"),
        "acts": [{"label": _("导入"), "url": reverse("orgs:import"), "kind": "main"}],
    }


def _accounts(state: State) -> dict[str, Any]:
    words = (
        _("%(all)d位支部书记，%(n)d位有账号。") % {"all": state.secretaries, "n": state.with_account}
        if state.secretaries
        else _("导入名册以后，任书记的会列出来，一次开齐，出账号条；党员不需要账号。")
    )
    return {
        "title": _("书记的账号"),
        "done": 0 < state.secretaries == state.with_account,
        "words": words,
        "acts": [{"label": _("开账号"), "url": reverse("accounts:accounts"), "kind": "main"}],
    }


def _campaign(state: State) -> dict[str, Any]:
    if state.issued:
        words = _("“%(name)s”已印发，下面都看得到。") % {"name": state.issued.name}
        acts = [{"label": _("看全局"), "url": reverse("home"), "kind": "main"}]
    elif state.draft:
        words = _("“%(name)s”已起草，还没有印发。先看一看要下面花多少时间。") % {"name": state.draft.name}
        acts = [
            {
                "label": _("印发前看一看"),
                "url": reverse("campaigns:preview", args=[state.draft.code]),
                "kind": "main",
            }
        ]
    else:
        words = _("传一份通知让系统读，或者从现成的方案包起草。")
        acts = [{"label": _("起草"), "url": reverse("drafting:drafts"), "kind": "main"}]
    return {"title": _("第一项活动"), "done": state.issued is not None, "words": words, "acts": acts}
