"""督导发现 — the list, and one finding as both sides see it: answered by the organisation, looked at again by the group."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from zhengyou.core import clock
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import days_left, zh_date
from zhengyou.rooms.supervision.actions import answer_finding, recheck_finding
from zhengyou.rooms.supervision.forms import AnswerForm, RecheckForm
from zhengyou.rooms.supervision.pages.deeds import answered
from zhengyou.rooms.supervision.queries import (
    Standing,
    findings_seen_by,
    groups_for,
    groups_of,
    history_of,
    is_overdue,
    standing_of,
)

A_PAGE = 50


def due_line(finding: Any, side: str) -> dict[str, Any]:
    """One finding in a list by its limit; for the side whose turn it is with what to do."""
    url = reverse("supervision:finding", args=[finding.pk])
    standing = standing_of(finding)
    acts: list[dict[str, Any]] = []
    if side == "group" and standing is Standing.ANSWERED:
        acts = [
            {"label": _("复查"), "url": reverse("supervision:recheck", args=[finding.pk]), "kind": "main"}
        ]
    if side == "place" and standing is Standing.OPEN:
        acts = [{"label": _("答复"), "url": reverse("supervision:answer", args=[finding.pk]), "kind": "main"}]
    told = (finding.organisation.short_name, finding.whose, standing.label)
    return {
        "id": f"finding-{finding.pk}",
        "due": finding.limit,
        "title": finding.what,
        "url": url,
        "words": " · ".join(map(str, told)),
        "acts": acts,
    }


def findings(request: HttpRequest) -> HttpResponse:
    """督导发现 — what has to be put right, overdue first; what was put right beneath."""
    if not orgs_where(request.user, "see_findings").exists():
        raise Http404
    seen = findings_seen_by(request.user)
    open_ = seen.filter(right_on=None)
    own = set(orgs_where(request.user, "answer_finding").values_list("pk", flat=True))
    page = Paginator(open_, A_PAGE).get_page(request.GET.get("page"))
    put_right = seen.filter(right_on__isnull=False).order_by("-right_on", "-pk")
    put_right, columns = asked_in_order(put_right, _columns(), request.GET.dict())
    right = Paginator(put_right, A_PAGE)
    done = right.get_page(request.GET.get("done"))
    context = {
        "today": clock.today(),
        "open": [due_line(f, "place" if f.organisation_id in own else "") for f in page],
        "page": page,
        "overdue": open_.filter(limit__lt=clock.today()).count(),
        "done": done,
        "columns": columns,
        "rows": [_done(f) for f in done],
    }
    return render(request, "supervision/findings.html", context)


def _columns() -> list[dict[str, Any]]:
    return [by(_("发现"), "what"), by(_("单位"), "organisation__path"), by(_("整改到位"), "right_on")]


def _done(finding: Any) -> dict[str, Any]:
    right: Any = zh_date(finding.right_on)
    if finding.right_on > finding.limit:
        late = {"day": right, "n": (finding.right_on - finding.limit).days}
        right = {"kind": "late", "words": _("%(day)s，迟%(n)d天") % late}
    url = reverse("supervision:finding", args=[finding.pk])
    return {"cells": [{"words": finding.what, "url": url}, finding.organisation.short_name, right]}


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(findings_seen_by(request.user), pk=pk)


def _may_recheck(viewer: Any, finding: Any) -> bool:
    """Whether a viewer goes out for a group that the organisation is assigned to, and it is not settled."""
    if finding.right_on is not None or not may(viewer, "recheck_finding", finding):
        return False
    mine = groups_of(viewer)
    return any(g in mine for g in groups_for(finding.organisation, None, finding.visit.group.campaign))


@never_cache
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """一件发现 — the same page for both sides: what was found, what was said since, whose turn it is."""
    found = _found(request, pk)
    open_ = found.right_on is None
    context = {
        "finding": found,
        "standing": standing_of(found),
        "left": days_left(found.limit, clock.today()) if open_ else "",
        "overdue": is_overdue(found),
        "steps": [_began(found), *(_step(fact) for fact in history_of(found))],
        "may_answer": open_ and may(request.user, "answer_finding", found),
        "may_recheck": _may_recheck(request.user, found),
    }
    return render(request, "supervision/finding.html", context)


def _began(finding: Any) -> dict[str, Any]:
    name = _("%(group)s发现") % {"group": finding.visit.group}
    told = {"whose": finding.whose, "day": zh_date(finding.due_on)}
    said = _("由%(whose)s整改，改到%(day)s") % told
    return {"on": finding.visit.visited_on, "name": name, "said": said, "state": "done"}


def _step(fact: Any) -> dict[str, Any]:
    step = {"on": fact.on_day, "said": fact.words, "state": "done"}
    if not hasattr(fact, "holds"):
        return step | {"name": _("单位答复")}
    if fact.holds:
        return step | {"name": _("复查"), "kind": "met", "words": _("整改到位")}
    words = _("没有到位，再改到%(day)s") % {"day": zh_date(fact.due_on)}
    return step | {"name": _("复查"), "state": "miss", "kind": "lack", "words": words}


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """答复 — what was done about it."""
    found = _found(request, pk)
    if not may(request.user, "answer_finding", found):
        raise Http404
    return answered(
        request,
        AnswerForm(request.POST or None),
        lambda **told: answer_finding(request.user, found, **told),
        heading=_("答复督导发现"),
        about=found.what,
        back=reverse("supervision:finding", args=[pk]),
        submit=_("答复"),
    )


def recheck(request: HttpRequest, pk: int) -> HttpResponse:
    """复查 — what was seen when the group looked again."""
    found = _found(request, pk)
    if not _may_recheck(request.user, found):
        raise Http404
    return answered(
        request,
        RecheckForm(request.POST or None),
        lambda **told: recheck_finding(request.user, found, **told),
        heading=_("复查督导发现"),
        about=f"{found.organisation.short_name} · {found.what}",
        back=reverse("supervision:finding", args=[pk]),
        submit=_("登记复查"),
    )
