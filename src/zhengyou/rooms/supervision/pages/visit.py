"""督导 — a check-list on a telephone: one tap a line, findings with a limit, a sentence at the end."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.pages import answer
from zhengyou.core.permissions import may
from zhengyou.rooms.supervision.actions import check_item, finish_visit, record_finding
from zhengyou.rooms.supervision.forms import FindingForm, FinishForm
from zhengyou.rooms.supervision.pages.deeds import answered
from zhengyou.rooms.supervision.pages.findings import due_line
from zhengyou.rooms.supervision.pages.place import known
from zhengyou.rooms.supervision.queries import (
    check_list_of,
    findings_seen_by,
    is_member,
    visits_seen_by,
)

HOWS = [
    ("good", gettext_lazy("好")),
    ("wanting", gettext_lazy("有问题")),
    ("unseen", gettext_lazy("没看")),
]


def _visit(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(visits_seen_by(request.user), pk=pk)


def _open(viewer: Any, visit: Any) -> bool:
    """Whether a viewer may go on with a visit: of its group, and it is not finished."""
    mine = may(viewer, "check_item", visit) and is_member(viewer, visit.group, visit.visited_on)
    return bool(visit.finished_on is None and mine)


def _line(visit: Any, item: Any, how: str, open_: bool) -> dict[str, Any]:
    """One line of the check-list, as the list at the door takes it."""
    line: dict[str, Any] = {"id": item.pk, "name": item.words, "how": how}
    if open_:
        line["url"] = reverse("supervision:tick", args=[visit.pk, item.pk])
    else:
        line["fixed"] = str(dict(HOWS).get(how, _("没看")))
    return line


def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """督导 — the check-list; a plain form where there is no script."""
    found = _visit(request, pk)
    open_ = _open(request.user, found)
    if request.method == "POST":
        _tick_all(request, found)
        return redirect("supervision:visit", pk)
    lines = check_list_of(found)
    context = {
        "visit": found,
        "open": open_,
        "lines": [_line(found, item, how, open_) for item, how in lines],
        "hows": HOWS,
        "known": known(found.group.campaign, found.organisation),
        "today": clock.today(),
        "findings": [due_line(f, "") for f in findings_seen_by(request.user).filter(visit=found)],
        "finish": FinishForm() if open_ else None,
        "action_url": reverse("supervision:visit", args=[pk]),
        "finish_url": reverse("supervision:finish", args=[pk]),
    }
    return render(request, "supervision/visit.html", context)


def _tick_all(request: HttpRequest, visit: Any) -> None:
    for item, _how in check_list_of(visit):
        if how := request.POST.get(f"how-{item.pk}"):
            check_item(request.user, visit, item=item, how=how)


@require_POST
def tick(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """One tap: one line of the check-list, answered with the line anew."""
    found = _visit(request, pk)
    item = get_object_or_404(found.group.checks, pk=line)
    told = check_item(request.user, found, item=item, how=request.POST.get(f"how-{line}", ""))
    context = {"person": _line(found, item, told.how, True), "hows": HOWS}
    return answer(request, "ui/_door_line.html", context, back=reverse("supervision:visit", args=[pk]))


def find(request: HttpRequest, pk: int) -> HttpResponse:
    """登记督导发现 — what, whose, by when."""
    found = _visit(request, pk)
    if not _open(request.user, found):
        raise Http404
    wanting = next((item.pk for item, how in check_list_of(found) if how == "wanting"), "")
    return answered(
        request,
        FindingForm(
            request.POST or None,
            lines=found.group.checks.all(),
            initial={"item": request.GET.get("line") or wanting},
        ),
        lambda **told: record_finding(request.user, found, **told),
        heading=_("登记督导发现"),
        about=found.organisation.name,
        back=reverse("supervision:visit", args=[pk]),
        submit=_("登记发现"),
    )


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """结束督导登记 — a sentence about the whole."""
    found = _visit(request, pk)
    finish_visit(request.user, found, words=request.POST.get("words", "")[:300])
    return redirect("supervision:visit", pk)
