"""文书 — the papers that a pack names, each where it is made: by the system out of facts, or from its template."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from zhengyou.core.downloads import TYPES
from zhengyou.core.papers import to_docx
from zhengyou.packs import named
from zhengyou.rooms.campaigns.papers import document_template
from zhengyou.rooms.campaigns.queries import campaigns_seen_by

# Papers that nobody writes: the deed itself, or facts added up, make them.
MADE = {
    "application": "gates:look_back",
    "decision": "gates:board",
    "minutes": "meetings:meetings",
    "circular": "bulletins:papers",
    "bulletin": "bulletins:papers",
}


def documents_of(campaign: Any, stage: int | None, may_open: bool) -> list[dict[str, Any]]:
    """The papers of one stage (from 1), or of none: name, by whom, what it holds, and where it is made."""
    found = [d for d in campaign.pack.get("documents", []) if d.get("stage") == stage]
    return [_shown(campaign, d, may_open) for d in found]


def _shown(campaign: Any, document: dict[str, Any], may_open: bool) -> dict[str, Any]:
    made = MADE.get(document["kind"])
    address = reverse("campaigns:document", args=[campaign.code, document["code"]])
    words = _("下载样式")
    if made:
        address, words = _address(made) if may_open else "", _("由系统生成")
    return {
        "name": named(document),
        "by": document.get("by", ""),
        "holds": document.get("template", ""),
        "url": address,
        "words": words,
    }


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def document(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """文书样式 — as Word, to be written on."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code, issued_on__isnull=False)
    found = next((d for d in campaign.pack.get("documents", []) if d["code"] == name), None)
    if found is None:
        raise Http404
    answer = HttpResponse(to_docx(document_template(campaign, found)), content_type=TYPES["docx"])
    answer["Content-Disposition"] = f'attachment; filename="{code}-{name}.docx"'
    return answer
