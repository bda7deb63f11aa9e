"""联网汇总 — a measure over all partners beside our own; one delivery as its sender wrote it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.rollup import Window
from zhengyou.core.signing import public_key
from zhengyou.rooms.federation.forms import HandUpForm, PartnerForm, ReceiveForm
from zhengyou.rooms.federation.pages.lines import (
    columns_of,
    delivered_row,
    rows_of,
    total_words,
    unknown_row,
    window_words,
)
from zhengyou.rooms.federation.queries import (
    deliveries_seen_by,
    differing_sums,
    hand_ups_of,
    ledger_of,
    measures_delivered,
    newest_deliveries,
    partners_seen_by,
    root_of,
    unknown_sums,
    windows_of,
)

A_PAGE = 100
WINDOWS = 6  # as many are offered; older ones stay reachable by their address


def sums(request: HttpRequest, sent: Any = None) -> HttpResponse:
    """联网汇总 — the ledger of one measure, who is linked, and what this installation hands up itself.

    ``sent`` is a form that came back with something wrong.
    """
    top = root_of(request.user)
    if top is None:
        raise Http404
    partners = list(partners_seen_by(request.user))
    newest = newest_deliveries(partners)
    context = {
        "top": top,
        "partners": [(p, newest.get(p.pk)) for p in partners],
        "now": clock.now(),
        "differing": differing_sums(newest.values()),
        "unknown": [unknown_row(row) for row in unknown_sums(newest.values())],
        **_ledger(request, top, partners),
        **_offered(request, top, sent),
    }
    return render(request, "federation/sums.html", context, status=422 if sent else 200)


def _ledger(request: HttpRequest, top: Organisation, partners: list[Any]) -> dict[str, Any]:
    """The measure and the window chosen, with the rows; nothing while nobody has handed anything in."""
    names = measures_delivered(partners)
    if not names:
        return {}
    measure = _chosen(request.GET.get("measure", ""), names)
    windows = windows_of(partners, measure)
    window = _chosen(request.GET.get("window", ""), {_written(w): w for w in windows})
    ledger = ledger_of(top, partners, measure, window)
    here = f"{reverse('federation:sums')}?measure="
    return {
        "ledger": ledger,
        "measure": MEASURES[measure],
        "choices": [(MEASURES[n].title, here + n, n == measure) for n in names],
        "windows": [
            (window_words(w), f"{here}{measure}&window={_written(w)}", w == window) for w in windows[:WINDOWS]
        ],
        "columns": columns_of(MEASURES[measure]),
        "rows": rows_of(ledger, clock.now()),
        "caption": total_words(ledger),
    }


def _chosen(asked: str, offered: Any) -> Any:
    """What the address asks for among what there is; the first where it asks for nothing."""
    if asked and asked not in offered:
        raise Http404
    found = asked or next(iter(offered))
    return offered[found] if isinstance(offered, dict) else found


def _written(window: Window) -> str:
    return f"{window.since or ''}..{window.until}"


def _offered(request: HttpRequest, top: Organisation, sent: Any) -> dict[str, Any]:
    """What the office may do here; a form that came back stands in its place."""
    if not may(request.user, "hand_up", top):
        return {"may_act": False}

    def form(fresh: Any) -> Any:
        return sent if isinstance(sent, type(fresh)) else fresh

    return {
        "may_act": True,
        "registering": form(partner_form(top)),
        "receiving": form(ReceiveForm()),
        "handing": form(HandUpForm()),
        "key": public_key(),
        "last": hand_ups_of(top).first(),
    }


def partner_form(top: Organisation, data: Any = None) -> PartnerForm:
    """The form that names one of the organisations below the root."""
    return PartnerForm(data, organisations=Organisation.objects.filter(top.subtree))


def delivery(request: HttpRequest, pk: int) -> HttpResponse:
    """上报 — one bundle as it came: whose, of which days, how old, and one measure line by line."""
    found = get_object_or_404(deliveries_seen_by(request.user), pk=pk)
    ours = list(MEASURES)
    names = sorted(found.measures, key=lambda n: (ours.index(n) if n in ours else len(ours), n))
    name = _chosen(request.GET.get("measure", ""), names)
    told = found.measures[name]
    heads = [by(_("组织"), "code"), by(told["title"], "value", num=True)]
    lines, columns = asked_in_order(found.sums.filter(measure=name), heads, request.GET.dict())
    page = Paginator(lines, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "delivery": found,
        "choices": [(found.measures[n]["title"], f"?measure={n}", n == name) for n in names],
        "told": told,
        "days": window_words(found),
        "columns": columns,
        "rows": [delivered_row(row, told) for row in page],
        "page": page,
    }
    return render(request, "federation/delivery.html", context)
