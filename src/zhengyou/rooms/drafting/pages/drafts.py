"""从文件到活动 — what is read, drafted and issued, and three ways to a new draft."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.figures import needs_of
from zhengyou.core.permissions import may
from zhengyou.core.rules import told_of
from zhengyou.packs import look_backs, shipped_packs, write_yaml
from zhengyou.rooms.campaigns.actions import draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, drafter_of
from zhengyou.rooms.drafting.actions import lay_down, read_notice
from zhengyou.rooms.drafting.forms import FileForm, NoticeForm, ShippedForm
from zhengyou.rooms.drafting.imports import read_sent
from zhengyou.rooms.drafting.queries import ACCEPTED, lines_of, parts_of, reading_of, readings_seen_by


def drafts(request: HttpRequest) -> HttpResponse:
    """文件与方案 — campaigns drafted and issued, and three ways to a new draft: notice, shipped pack, own pack."""
    organisation = drafter_of(request.user)
    campaigns = campaigns_seen_by(request.user)
    if organisation is None and (request.method == "POST" or not campaigns.exists()):
        raise Http404
    by_notice, by_pack, by_file = _forms(request)
    for form in (by_notice, by_pack, by_file):
        if form.is_bound and form.is_valid() and (made := _made(request, organisation, form)):
            return redirect(made)
    context = {
        "readings": readings_seen_by(request.user) if organisation else [],
        "campaigns": campaigns,
        "form": by_notice,
        "shipped": by_pack,
        "file": by_file,
        "packs": shipped_packs(),
        "may_draft": organisation is not None,
    }
    failed = any(form.errors for form in (by_notice, by_pack, by_file))
    return render(request, "drafting/drafts.html", context, status=422 if failed else 200)


def _forms(request: HttpRequest) -> tuple[NoticeForm, ShippedForm, FileForm]:
    """The three forms of the page, the one that was sent filled in."""
    sent = next((way for way in ("shipped", "file") if f"{way}-way" in request.POST), "notice")

    def filled(way: str) -> tuple[Any, Any]:
        return (request.POST, request.FILES) if request.method == "POST" and sent == way else (None, None)

    return (
        NoticeForm(*filled("notice")),
        ShippedForm(*filled("shipped"), prefix="shipped"),
        FileForm(*filled("file"), prefix="file"),
    )


def _made(request: HttpRequest, organisation: Any, form: Any) -> str:
    """Do what a valid form asks for, and where that is seen; a refusal stands in the form, and nowhere is seen."""
    told = form.cleaned_data
    try:
        if isinstance(form, NoticeForm):
            sent = told["notice"]
            read = read_sent(sent.read(), sent.name)
            made = read_notice(request.user, organisation, draft=read, name=told["name"], code=told["code"])
            return reverse("drafting:reading", args=[made.pk])
        replace = told.get("replace", False)
        campaign = draft_campaign(request.user, organisation, pack=form.found(), replace=replace)
    except Refused as refused:
        form.add_error(None, str(refused))
        return ""
    return reverse("drafting:draft", args=[campaign.code])


def draft(request: HttpRequest, code: str) -> HttpResponse:
    """方案草稿 — the notice with what was accepted marked, or the pack, beside the campaign that it makes."""
    campaign = get_object_or_404(campaigns_seen_by(request.user).select_related("notice"), code=code)
    if "yaml" in request.GET:
        return _as_file(campaign)
    sources = {asked["code"]: asked.get("source", "") for asked in campaign.pack.get("requirements", [])}
    read = reading_of(campaign)
    context = {
        "drafted": campaign,
        "reading": read if read and may(request.user, "see_reading", read) else None,
        "parts": _parts(campaign, read),
        "pack": campaign.pack,
        "requirements": [
            (r, told_of(needs_of(r.needs)), sources.get(r.code, "")) for r in campaign.requirements.all()
        ],
        "stages": _with_look_backs(campaign),
        "tasks": campaign.pack.get("tasks", []),
        "may_issue": campaign.issued_on is None and may(request.user, "issue_campaign", campaign),
        "may_change": may(request.user, "draft_campaign", campaign),
    }
    return render(request, "drafting/draft.html", context)


def _parts(campaign: Any, read: Any) -> list[Any]:
    """The notice, what was accepted of it marked where it stands."""
    if campaign.notice is None:
        return []
    lines = lines_of(read) if read else []
    accepted = [line for line in lines if line.decision == ACCEPTED]
    return list(parts_of(campaign.notice.text, accepted))


def _as_file(campaign: Any) -> HttpResponse:
    """The campaign's pack as a file to change, check and send in again."""
    if not campaign.pack.get("stages"):
        raise Http404
    file = HttpResponse(write_yaml(campaign.pack), content_type="application/yaml; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{campaign.code}.yaml"'
    return file


def _with_look_backs(campaign: Any) -> list[tuple[Any, list[str]]]:
    laid_down = len(campaign.pack.get("stages", []))
    return [
        (stage, look_backs(campaign.pack, n) if n < laid_down else [])
        for n, stage in enumerate(campaign.stages.all())
    ]


@require_POST
def issue(request: HttpRequest, code: str) -> HttpResponse:
    """印发 — the campaign begins for everybody below; one that was read, as its lines are decided by now."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    if read := reading_of(campaign):
        lay_down(request.user, read, issue=True)
    else:
        issue_campaign(request.user, campaign)
    return redirect("campaigns:overview", code)
