"""从文件到活动 — a notice is read or a pack is taken; the office sees what was made of it, and issues it."""

import re
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.figures import needs_of
from zhengyou.core.permissions import may
from zhengyou.core.rules import told_of
from zhengyou.packs import (
    PackError,
    from_draft,
    load_bytes,
    look_backs,
    shipped_pack,
    shipped_packs,
    taken,
    write_yaml,
)
from zhengyou.reading import Unreadable, read_file
from zhengyou.reading import draft as read_draft
from zhengyou.rooms.campaigns.actions import draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.forms import NoticeForm
from zhengyou.rooms.campaigns.queries import campaigns_seen_by, drafter_of, unknown_in_requirement

LARGEST = 256 * 1024  # bytes of a pack; a long one has some 20,000


class ShippedForm(forms.Form):
    """现成的方案包 — which one, under which code, and perhaps another first day."""

    way = forms.CharField(widget=forms.HiddenInput, initial="shipped")
    pack = forms.ChoiceField(
        label=_("方案包"), choices=lambda: [(p["code"], p["name"]) for p in shipped_packs()]
    )
    starts_on = forms.DateField(
        label=_("开始日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("不填就用方案包里的日期；填了，各阶段和截止日跟着顺移"),
    )
    code = forms.RegexField(
        r"^[a-z][a-z0-9_]*$",
        label=_("代号"),
        max_length=40,
        help_text=_("小写字母、数字、下划线，例如striving_2010"),
    )

    def found(self) -> dict[str, Any]:
        """The pack asked for, under its code and from its day."""
        asked = self.cleaned_data
        return taken(shipped_pack(asked["pack"]), code=asked["code"], starts_on=asked["starts_on"])


class FileForm(forms.Form):
    """自己的方案包 — a YAML file, refused in words with the lines that are wrong."""

    way = forms.CharField(widget=forms.HiddenInput, initial="file")
    pack = forms.FileField(
        label=_("方案包文件"), help_text=_("按方案包格式写的.yaml文件；可先下载一个现成的来改")
    )
    replace = forms.BooleanField(
        label=_("代替本单位同代号的草稿"), required=False, help_text=_("已印发的不会被代替")
    )

    def clean_pack(self) -> dict[str, Any]:
        """The pack that the file holds."""
        sent = self.cleaned_data["pack"]
        if sent.size > LARGEST:
            raise forms.ValidationError(_("文件太大，方案包只是文字，不应超过256KB"))
        try:
            return load_bytes(sent.read(), sent.name, unknown_in_requirement)
        except PackError as error:
            raise forms.ValidationError(error.problems) from error

    def found(self) -> dict[str, Any]:
        """The same, once the form is valid."""
        return dict(self.cleaned_data["pack"])


def drafts(request: HttpRequest) -> HttpResponse:
    """文件与方案 — campaigns drafted and issued, and three ways to a new draft: notice, shipped pack, own pack."""
    organisation = drafter_of(request.user)
    campaigns = campaigns_seen_by(request.user)
    if organisation is None and (request.method == "POST" or not campaigns.exists()):
        raise Http404
    by_notice, by_pack, by_file = _forms(request)
    for form in (by_notice, by_pack, by_file):
        if form.is_bound and form.is_valid():
            return redirect("campaigns:draft", _drafted(request, organisation, form).code)
    context = {
        "campaigns": campaigns,
        "form": by_notice,
        "shipped": by_pack,
        "file": by_file,
        "packs": shipped_packs(),
        "may_draft": organisation is not None,
    }
    failed = any(form.errors for form in (by_notice, by_pack, by_file))
    return render(request, "campaigns/drafts.html", context, status=422 if failed else 200)


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


def _drafted(request: HttpRequest, organisation: Any, form: Any) -> Any:
    """Lay the campaign down that a valid form asks for."""
    if isinstance(form, NoticeForm):
        return _read(request, organisation, form)
    replace = form.cleaned_data.get("replace", False)
    return draft_campaign(request.user, organisation, pack=form.found(), replace=replace)


def _read(request: HttpRequest, organisation: Any, form: NoticeForm) -> Any:
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
    """方案草稿 — the notice with the words of each item marked, or the pack, beside what was made of it."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    if "yaml" in request.GET:
        return _as_file(campaign)
    requirements = list(campaign.requirements.all())
    text = campaign.notice.text if campaign.notice else ""
    quotes = [q for r in requirements for q in r.quote.split("；") if q]
    quotes += [task["what"] for task in campaign.pack.get("tasks", [])]
    sources = {asked["code"]: asked.get("source", "") for asked in campaign.pack.get("requirements", [])}
    context = {
        "drafted": campaign,
        "parts": list(marked(text, quotes)) if text else [],
        "pack": campaign.pack,
        "requirements": [(r, in_words(r), sources.get(r.code, "")) for r in requirements],
        "stages": _with_look_backs(campaign),
        "tasks": campaign.pack.get("tasks", []),
        "may_issue": campaign.issued_on is None and may(request.user, "issue_campaign", campaign),
        "may_change": may(request.user, "draft_campaign", campaign),
    }
    return render(request, "campaigns/draft.html", context)


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


def in_words(requirement: Any) -> list[str]:
    """The numbers of a requirement as people say them: 学时不少于40学时, 集中学习占比不少于66.67%."""
    return told_of(needs_of(requirement.needs))


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
