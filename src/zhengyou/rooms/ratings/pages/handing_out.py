"""What is printed for a round: slips with codes, posters of an open link, the list of receipts."""

import segno
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions import issue_tokens
from zhengyou.rooms.ratings.forms import CodesForm
from zhengyou.rooms.ratings.queries import MOST_AT_ONCE, boxes_to_fill, is_closed, receipts_of, rounds_held_by


@require_POST
@never_cache
def slips(request: HttpRequest, pk: int) -> HttpResponse:
    """评议码纸条 — new codes on paper, once: they are not stored, so the page cannot be called up again."""
    round = get_object_or_404(rounds_held_by(request.user), pk=pk)
    form = CodesForm(request.POST, round=round)
    if not form.is_valid():
        raise Refused(_("请选来源，并填每个组织发几个码。"))
    boxes = boxes_to_fill(round, form.cleaned_data["group"])
    number = form.cleaned_data["number"]
    told = {"number": number, "occasion": form.cleaned_data["occasion"]}
    if number * len(boxes) > MOST_AT_ONCE:
        raise Refused(_("一次最多印%(n)d张纸条，请少发些或分几次。") % {"n": MOST_AT_ONCE})
    address = request.build_absolute_uri(reverse("ratings:rate"))
    with transaction.atomic():  # all slips or none: codes of half a page would be lost
        issued = [(box, code) for box in boxes for code in issue_tokens(request.user, box, **told)]
    made = [{"box": box, "code": code, "picture": _picture(f"{address}#{code}")} for box, code in issued]
    context = {
        "round": round,
        "slips": made,
        "occasion": told["occasion"],
        "address": address,
        "made_at": clock.now(),
        "maker": round.organisation.name,
        "back": {"url": reverse("ratings:round", args=[pk]), "label": round.name},
    }
    return render(request, "ratings/slips.html", context)


def _picture(address: str) -> SafeString:
    """A code to photograph: black on white in every theme, drawn without styles."""
    drawn = segno.make(address, error="m", micro=False)
    return mark_safe(drawn.svg_inline(scale=3, border=2, light="#fff", dark="#000"))  # noqa: S308 — segno's own


def posters(request: HttpRequest, pk: int) -> HttpResponse:
    """公开链接招贴 — for each organisation rated an address to photograph; everybody gets the same."""
    round = get_object_or_404(rounds_held_by(request.user), pk=pk, access="link")
    made = []
    for box in boxes_to_fill(round, "public"):
        address = request.build_absolute_uri(reverse("ratings:rate_by_link", args=[box.pk]))
        made.append({"box": box, "address": address, "picture": _picture(address)})
    context = {
        "round": round,
        "posters": made,
        "made_at": clock.now(),
        "maker": round.organisation.name,
        "back": {"url": reverse("ratings:round", args=[pk]), "label": round.name},
    }
    return render(request, "ratings/posters.html", context)


def list_of_receipts(request: HttpRequest, pk: int) -> HttpResponse:
    """回执名单 — all receipts of a round on paper, to be put up where its raters pass."""
    round = get_object_or_404(rounds_held_by(request.user), pk=pk)
    if not is_closed(round):
        raise Http404
    context = {
        "round": round,
        "receipts": receipts_of(round),
        "made_at": clock.now(),
        "maker": round.organisation.name,
        "back": {"url": reverse("ratings:round", args=[pk]), "label": round.name},
    }
    return render(request, "ratings/list_of_receipts.html", context)
