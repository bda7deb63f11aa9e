"""简报与文书 — papers to look at and to take away; nothing is asked for, nothing is filled in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from zhengyou.core.downloads import as_file
from zhengyou.core.papers import to_docx, to_html, to_xlsx
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.bulletins.papers import lacking_ledger, progress_circular, supervision_circular
from zhengyou.rooms.bulletins.queries import State, state_of
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, running_campaign
from zhengyou.rooms.supervision.queries import what_was_seen


def papers(request: HttpRequest) -> HttpResponse:
    """简报与文书 — the circular as it reads today, and both papers as files."""
    campaign = running_campaign(request.user)
    top = orgs_where(request.user, "see_papers").first()
    if campaign is None or top is None:
        raise Http404
    state = state_of(campaign, top)
    shown = to_html(progress_circular(state))
    for level in (3, 2, 1):  # the page has a first heading of its own
        shown = shown.replace(f"<h{level}", f"<h{level + 1}").replace(f"</h{level}>", f"</h{level + 1}>")
    context = {"top": top, "running": campaign, "circular": shown}
    context["supervised"] = bool(what_was_seen(campaign, top).visits)
    return render(request, "bulletins/papers.html", context)


def _state(request: HttpRequest, code: str, pk: int) -> State:
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    return state_of(campaign, get_object_or_404(orgs_where(request.user, "see_papers"), pk=pk))


def circular(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """进展情况通报 — as an official document (GB/T 9704)."""
    state = _state(request, code, pk)
    written = to_docx(progress_circular(state))
    return as_file(written, f"{state.campaign.name}进展情况通报{state.on:%Y%m%d}.docx")


def supervision(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """督导情况通报 — a draft of praise and criticism; 404 where no group has been anywhere yet."""
    state = _state(request, code, pk)
    seen = what_was_seen(state.campaign, state.top)
    if not seen.visits:
        raise Http404
    written = to_docx(supervision_circular(state, seen))
    return as_file(written, f"{state.campaign.name}督导情况通报{state.on:%Y%m%d}.docx")


def ledger(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """欠缺台账 — as a workbook."""
    state = _state(request, code, pk)
    written = to_xlsx(lacking_ledger(state))
    return as_file(written, f"{state.campaign.name}要求进展台账{state.on:%Y%m%d}.xlsx")
