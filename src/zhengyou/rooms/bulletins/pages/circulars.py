"""通报 — praise and criticism: drafted of results, worded, submitted, let out; then read where it names somebody."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import pages
from zhengyou.core.downloads import as_file
from zhengyou.core.language import in_writing
from zhengyou.core.papers import to_docx
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.appraisal.queries import TIER_KINDS, TIER_WORDS
from zhengyou.rooms.bulletins.actions import (
    decide_circular,
    draft_circular,
    submit_circular,
    word_circular,
    word_line,
)
from zhengyou.rooms.bulletins.forms import ChooseForm, IssueForm, LineForm, WordForm
from zhengyou.rooms.bulletins.papers import results_circular
from zhengyou.rooms.bulletins.queries import (
    CircularState,
    circulars_seen_by,
    last_decision,
    lines_of,
    proposed_for,
    schemes_to_tell,
    state_of_circular,
)
from zhengyou.rooms.campaigns.queries import running_campaign

answered = partial(pages.answered, template="bulletins/deed.html")
VERDICTS = {
    CircularState.DRAFT: "wait",
    CircularState.SUBMITTED: "wait",
    CircularState.RETURNED: "lack",
    CircularState.ISSUED: "met",
}
SORTS = ("praise", "criticism")


def circulars(request: HttpRequest) -> HttpResponse:
    """通报 — the newest first; a leader sees at once what waits for a signature."""
    if not orgs_where(request.user, "see_circulars").exists():
        raise Http404
    context = {
        "columns": [{"label": w} for w in (_("标题"), _("发文单位"), _("日期"), _("进展"))],
        "rows": [_row(c) for c in circulars_seen_by(request.user)[:200]],
        "may_draft": (top := orgs_where(request.user, "draft_circular").first()) is not None,
        "may_tell": top is not None and bool(schemes_to_tell(request.user, top)),
    }
    return render(request, "bulletins/circulars.html", context)


def _state_cell(circular: Any) -> dict[str, Any]:
    state = state_of_circular(circular)
    return {"kind": VERDICTS[state], "words": state.label}


def _row(circular: Any) -> dict[str, Any]:
    decision = last_decision(circular)
    day = decision.on_day if decision else circular.drafted_on
    url = reverse("bulletins:circular_page", args=[circular.pk])
    title = {"words": circular.title, "url": url, "small": circular.get_sort_display()}
    return {"cells": [title, circular.organisation.short_name, zh_date(day), _state_cell(circular)]}


def draft(request: HttpRequest) -> HttpResponse:
    """起草通报 — choose among the results of today; what is drafted is read next, before it goes to who decides."""
    top, campaign = orgs_where(request.user, "draft_circular").first(), running_campaign(request.user)
    sort = request.GET.get("sort", "praise")
    if top is None or campaign is None or sort not in SORTS:
        raise Http404
    with in_writing():
        offered = proposed_for(request.user, campaign, top, sort)
    return answered(
        request,
        ChooseForm(request.POST or None, offered=offered),
        lambda **told: draft_circular(request.user, top, campaign=campaign, sort=sort, **told),
        heading=_("起草通报表扬") if sort == "praise" else _("起草通报批评"),
        about=str(campaign),
        back=reverse("bulletins:circulars"),
        submit=_("起草"),
        then=lambda made: reverse("bulletins:circular_page", args=[made.pk]),
        nothing=not offered,
    )


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(circulars_seen_by(request.user), pk=pk)


def circular_page(request: HttpRequest, pk: int) -> HttpResponse:
    """一份通报 — what it says of whom; for those who prepare and decide, what to do next."""
    found = _found(request, pk)
    state = state_of_circular(found)
    in_hand = state in (CircularState.DRAFT, CircularState.RETURNED)
    context = {
        "circular": found,
        "lines": [] if found.scheme_id and not in_hand else [_line(line) for line in lines_of(found)],
        "bands": _bands(lines_of(found)) if found.scheme_id and not in_hand else [],
        "state": _state_cell(found),
        "decision": last_decision(found),
        "may_word": in_hand and may(request.user, "word_circular", found),
        "may_decide": state is CircularState.SUBMITTED and may(request.user, "decide_circular", found),
    }
    return render(request, "bulletins/circular.html", context)


def _line(line: Any) -> dict[str, Any]:
    """What is said of one organisation, its band told by a tag."""
    shown = {key: getattr(line, key) for key in ("whose", "post", "words", "number", "band")}
    return shown | {
        "band_words": str(TIER_WORDS.get(line.band, "")),
        "band_kind": TIER_KINDS.get(line.band, ""),
    }


def _bands(lines: list[Any]) -> list[dict[str, Any]]:
    """What is settled, band by band: names alone, and of those that lag the way out too."""
    found = []
    for band, label in TIER_WORDS.items():
        there = [_line(line) for line in lines if line.band == band]
        plain = [line["whose"].name for line in there if line["words"] == str(label)]
        told = [line for line in there if line["words"] != str(label)]
        if there:
            found.append({"label": label, "n": len(there), "plain": plain, "told": told})
    return found


def _may(request: HttpRequest, pk: int, deed: str) -> Any:
    found = _found(request, pk)
    if not may(request.user, deed, found):
        raise Http404
    return found


def word(request: HttpRequest, pk: int) -> HttpResponse:
    """修改通报 — title and opening."""
    found = _may(request, pk, "word_circular")
    return answered(
        request,
        WordForm(request.POST or None, initial={"title": found.title, "opening": found.opening}),
        lambda **told: word_circular(request.user, found, **told),
        heading=_("修改通报"),
        about=found.title,
        back=reverse("bulletins:circular_page", args=[pk]),
        submit=_("保存"),
    )


def line_page(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """修改通报内容 — one line of it."""
    found = _may(request, pk, "word_line")
    one = get_object_or_404(found.lines.select_related("whose"), number=line)
    return answered(
        request,
        LineForm(request.POST or None, initial={"words": one.words, "post": one.post}),
        lambda **told: word_line(request.user, found, line=one, **told),
        heading=_("修改通报内容"),
        about=one.whose.name,
        back=reverse("bulletins:circular_page", args=[pk]),
        submit=_("保存"),
    )


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """通报送审 — to the leader."""
    submit_circular(request.user, _may(request, pk, "submit_circular"))
    return redirect("bulletins:circular_page", pk)


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """签发通报 — or return it."""
    found = _may(request, pk, "decide_circular")
    return answered(
        request,
        IssueForm(request.POST or None),
        lambda **told: decide_circular(request.user, found, **told),
        heading=_("签发通报"),
        about=found.title,
        back=reverse("bulletins:circular_page", args=[pk]),
        submit=_("决定"),
    )


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """通报文件 — as an official document (GB/T 9704)."""
    found = _found(request, pk)
    decision = last_decision(found)
    on = decision.on_day if decision else found.drafted_on
    with in_writing():
        return as_file(to_docx(results_circular(found)), f"{found.title}{on:%Y%m%d}.docx")
