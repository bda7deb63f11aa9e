"""Deeds on a reading: each a form button; with htmx only what changed comes back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from zhengyou.core.errors import Refused
from zhengyou.rooms.drafting.actions import (
    accept_all,
    accept_line,
    drop_all,
    drop_line,
    edit_line,
    lay_down,
    restore_line,
    undo_last,
)
from zhengyou.rooms.drafting.pages.reading import form_of, line_asked, reading
from zhengyou.rooms.drafting.pages.shown import Asked, marked, reading_asked, tools
from zhengyou.rooms.drafting.pages.told import card
from zhengyou.rooms.drafting.queries import clashes_in, counts_of, in_the_way, lines_of, parts_of

DEEDS = {"accept": accept_line, "drop": drop_line, "restore": restore_line}
MANY = {"accept": accept_all, "drop": drop_all}
IN_PLACE = 40  # lines; when more of them changed the page is loaded anew


@require_POST
def one(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One line accepted, dropped or put back."""
    found = reading_asked(request, pk)
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    line = line_asked(found, number)
    return _answered(request, found, lambda: deed(request.user, line), number)


@require_POST
def many(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits of what is shown, accepted or dropped all at once."""
    found = reading_asked(request, pk)
    deed = MANY.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    asked = Asked.of(request.POST)
    return _answered(
        request, found, lambda: deed(request.user, found, kind=asked.kind, confidence=asked.confidence)
    )


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own last decision taken back."""
    found = reading_asked(request, pk)
    return _answered(request, found, lambda: undo_last(request.user, found))


def edit(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One line written otherwise: its form in its card, and what was filled in."""
    found = reading_asked(request, pk)
    line = line_asked(found, number)
    if line.refused:
        raise Http404
    told = form_of(request, line)
    if request.method == "POST" and told["form"].is_valid():
        becomes, entry = told["becomes"], told["form"].entry()
        try:
            return _answered(
                request, found, lambda: edit_line(request.user, line, entry=entry, becomes=becomes), number
            )
        except Refused as refused:
            told["form"].add_error(None, str(refused))
    if request.method == "POST":
        return reading(request, pk, told["form"], number)
    if request.headers.get("HX-Request"):
        return render(request, "drafting/_edit.html", told | {"reading": found, "editing": number})
    return redirect(f"{Asked.of(request.GET).address(found, edit=str(number))}#line-{number}")


def _answered(request: HttpRequest, found: Any, deed: Callable[[], Any], number: int = 0) -> HttpResponse:
    """Do it, and give back what changed: for htmx the cards and marks, else the page at the line."""
    asked = Asked.of(request.POST)
    if not request.headers.get("HX-Request"):
        done = deed()
        at = number or done.numbers[0]
        return redirect(f"{asked.address(found)}#line-{at}")
    before = {n for clash in clashes_in(found, lines_of(found)) for n in clash.lines}
    changed = set(deed().numbers)
    if len(changed) > IN_PLACE:
        return HttpResponseClientRefresh()
    return render(request, "drafting/_decided.html", _changed(request, found, asked, before, changed))


def _changed(
    request: HttpRequest, found: Any, asked: Asked, before: set[int], changed: set[int]
) -> dict[str, Any]:
    """The parts of the page that a deed moves; lines whose contradictions came or went are among them."""
    lines, text = lines_of(found), found.notice.text
    context = tools(request, found, lines, asked)
    after = {n for clash in context["clashes"] for n in clash.lines}
    touched = changed | before | after
    return context | {
        "swap": True,
        "cards": [card(line, text, context["clashes"]) for line in lines if line.number in touched],
        "parts": [
            (part, marked(part.line, after))
            for part in parts_of(text, lines)
            if part.line and part.line.number in touched
        ],
        "said": _("已记下，待定%(n)d条") % {"n": counts_of(lines)["waiting"]},
    }


@require_POST
def issue_reading(request: HttpRequest, pk: int) -> HttpResponse:
    """What is accepted laid down as a draft, or issued at once; where a leader has to approve it, shown with its cost."""
    found = reading_asked(request, pk)
    if request.POST.get("deed") != "issue":
        return redirect("drafting:draft", lay_down(request.user, found).code)
    try:
        campaign = lay_down(request.user, found, issue=True)
    except Refused as refused:
        if in_the_way(found, lines_of(found)):
            raise
        campaign = lay_down(request.user, found)
        messages.warning(request, str(refused))
        return redirect("campaigns:preview", campaign.code)
    return redirect("campaigns:overview", campaign.code)
