"""What the office does about linked installations: register, end, receive, hand up."""

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.federation.actions import end_partner, hand_up, receive_sums, register_partner
from zhengyou.rooms.federation.forms import HandUpForm, ReceiveForm
from zhengyou.rooms.federation.pages.shown import partner_form, sums
from zhengyou.rooms.federation.queries import partners_seen_by, root_of


def _top(request: HttpRequest) -> Organisation:
    top = root_of(request.user)
    if top is None or not may(request.user, "hand_up", top):
        raise Http404
    return top


@require_POST
def register(request: HttpRequest) -> HttpResponse:
    """登记联网单位 — by the code of the organisation and the key that its own office told."""
    form = partner_form(_top(request), request.POST)
    if not form.is_valid():
        return sums(request, sent=form)
    partner = register_partner(request.user, form.cleaned_data["code"], key=form.cleaned_data["key"])
    messages.success(request, _("已登记%(who)s，可以收它的上报了。") % {"who": partner})
    return redirect("federation:sums")


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """结束联网 — its key is no longer good for anything here."""
    partner = end_partner(request.user, get_object_or_404(partners_seen_by(request.user), pk=pk))
    messages.success(request, _("已结束%(who)s的联网，以前收到的都还在。") % {"who": partner})
    return redirect("federation:sums")


@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """接收上报 — a bundle that came as a file."""
    _top(request)
    form = ReceiveForm(request.POST, request.FILES)
    if not form.is_valid():
        return sums(request, sent=form)
    delivery = receive_sums(request.user, form.cleaned_data["sent"])
    messages.success(
        request,
        _("已收下%(who)s第%(number)d号上报。") % {"who": delivery.partner, "number": delivery.number},
    )
    return redirect("federation:sums")


@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """上报汇总数 — the signed bundle as a file, for the level above."""
    top, form = _top(request), HandUpForm(request.POST)
    if not form.is_valid():
        return sums(request, sent=form)
    answer = HttpResponse(hand_up(request.user, top, **form.cleaned_data), content_type="application/json")
    name = _("%(who)s上报汇总数") % {"who": top.short_name}
    answer["Content-Disposition"] = (
        f"attachment; filename*=UTF-8''{quote(f'{name}{clock.today():%Y%m%d}.json')}"
    )
    return answer
