"""从文件到活动 — a notice is read, the office sees what was read and where, and issues it."""

import re
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.figures import needs_of
from zhengyou.core.measures import MEASURES
from zhengyou.core.permissions import may
from zhengyou.core.rules import number
from zhengyou.packs import from_draft
from zhengyou.reading import Unreadable, read_file
from zhengyou.reading import draft as read_draft
from zhengyou.rooms.campaigns.actions import draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.forms import NoticeForm
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, drafter_of


def drafts(request: HttpRequest) -> HttpResponse:
    """文件与方案 — campaigns drafted and issued, and a form that reads a notice into a new draft."""
    organisation = drafter_of(request.user)
    form = NoticeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and organisation and form.is_valid():
        campaign = _drafted(request, organisation, form)
        return redirect("campaigns:draft", campaign.code)
    context = {
        "campaigns": campaigns_seen_by(request.user),
        "form": form,
        "may_draft": organisation is not None,
    }
    return render(request, "campaigns/drafts.html", context, status=422 if form.errors else 200)


def _drafted(request: HttpRequest, organisation: Any, form: NoticeForm) -> Any:
    """Read the file as it was sent, by its own name's ending, and lay the campaign down."""
    sent = form.cleaned_data["notice"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"notice{Path(sent.name).suffix.lower()}"
        file.write_bytes(sent.read())
        try:
            found = read_draft(read_file(file))
        except Unreadable as error:
            raise Refused(f"{sent.name}：{error}") from error
    pack = from_draft(found, code=form.cleaned_data["code"], name=form.cleaned_data["name"])
    return draft_campaign(
        request.user, organisation, pack=pack, title=found.title or pack["name"], text=found.notice.text
    )


def draft(request: HttpRequest, code: str) -> HttpResponse:
    """方案草稿 — the notice with the words of each item marked, beside what was made of them."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    text = campaign.notice.text if campaign.notice else ""
    quotes = [q for r in campaign.requirements.all() for q in r.quote.split("；") if q]
    quotes += [task["what"] for task in campaign.pack.get("tasks", [])]
    context = {
        "drafted": campaign,
        "parts": list(marked(text, quotes)),
        "requirements": [(r, in_words(r)) for r in campaign.requirements.all()],
        "stages": campaign.stages.all(),
        "tasks": campaign.pack.get("tasks", []),
        "may_issue": campaign.issued_on is None and may(request.user, "issue_campaign", campaign),
    }
    return render(request, "campaigns/draft.html", context)


def in_words(requirement: Any) -> list[str]:
    """The numbers of a requirement as people say them: 学时不少于40学时, 集中学习占比不少于66.67%."""
    told = []
    for name, value in needs_of(requirement.needs).items():
        m = MEASURES[name]
        told.append(
            f"{m.title}≥{number(value)}{m.unit}" if m.ratio is None else f"{m.title}≥{number(value * 100)}%"
        )
    return told


def marked(text: str, quotes: list[str]) -> Any:
    """Cut a text where quotes begin and end: (words, whether they were read as an item)."""
    spans = sorted({m.span() for q in quotes for m in [re.search(re.escape(q), text)] if m})
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    for first, last in pairwise(edges):
        yield text[first:last], any(a <= first and last <= b for a, b in spans)


@require_POST
def issue(request: HttpRequest, code: str) -> HttpResponse:
    """印发 — the campaign begins for everybody below."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    issue_campaign(request.user, campaign)
    return redirect("campaigns:overview", code)
