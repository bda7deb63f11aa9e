"""考评结果通报 — drafted from the bands of a scheme whose period is over; who lags is in it only with a way out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.bulletins.actions import draft_circular
from zhengyou.rooms.bulletins.forms import ChooseForm
from zhengyou.rooms.bulletins.pages.circulars import answered
from zhengyou.rooms.bulletins.queries import Banded, banded, schemes_to_tell


def results(request: HttpRequest, pk: int) -> HttpResponse:
    """起草考评结果通报 — all organisations chosen at first; those that lag and have no way out yet stand beside."""
    top = orgs_where(request.user, "draft_circular").first()
    scheme = next((s for s in schemes_to_tell(request.user, top) if s.pk == pk), None) if top else None
    if top is None or scheme is None:
        raise Http404
    found = banded(scheme)
    initial = {"lines": [line.key for line in found.lines]}
    told = {"campaign": scheme.campaign, "sort": "results", "scheme": scheme}
    return answered(
        request,
        ChooseForm(request.POST or None, offered=found.lines, initial=initial),
        lambda lines: draft_circular(request.user, top, lines=lines, **told),
        heading=_("起草考评结果通报"),
        about=str(scheme),
        back=reverse("bulletins:circulars"),
        submit=_("起草"),
        then=lambda made: reverse("bulletins:circular_page", args=[made.pk]),
        nothing=not found.lines,
        opening=found.opening,
        waits=_waits(scheme, found),
        disputes=found.disputes,
    )


def _waits(scheme: Any, found: Banded) -> list[dict[str, Any]]:
    """Those that lag and for which what to do, by when and with whom is not settled: each with where that is done."""
    return [
        {
            "title": o.name,
            "words": _("在后进档，还没有定做什么、哪天前、谁来帮"),
            "acts": [
                {
                    "label": _("定整顿措施"),
                    "url": reverse("appraisal:score", args=[scheme.pk, o.pk]) + "#mending",
                }
            ],
        }
        for o in found.without_way
    ]


def latest(request: HttpRequest) -> HttpResponse:
    """考评结果通报 — of the latest scheme whose period is over."""
    top = orgs_where(request.user, "draft_circular").first()
    told = schemes_to_tell(request.user, top) if top else []
    if not told:
        raise Http404
    return redirect("bulletins:results", told[0].pk)
