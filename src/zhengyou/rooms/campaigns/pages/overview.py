"""全局 — the office's first page: five figures, what cannot wait, the map of the tree, the towns."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.engines import Snapshot
from zhengyou.core.figures import DueMet
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.pictures import Cell
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.pages.elsewhere import elsewhere
from zhengyou.rooms.campaigns.pages.timeline import lately_changed
from zhengyou.rooms.campaigns.queries import (
    campaigns_seen_by,
    counted_in,
    engine_for_trees,
    people_in,
    progress_of,
    requirements_of,
    stage_on,
    top_for,
    words_of,
)

NOTHING = DueMet(0, 0)
SEEN = 3  # levels: the map draws two below the top and must know whether more lies beneath them


def overview(request: HttpRequest, code: str) -> HttpResponse:
    """全局 — how far everybody is, for the subtree that the viewer may see."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    top = top_for(request.user, request.GET.get("under"))
    engine = engine_for_trees()
    today = clock.today()
    progress = progress_of(campaign, top, engine, levels=SEEN)
    before = progress_of(campaign, top, engine, today - timedelta(days=7), levels=0)
    people = people_in(top, engine, SEEN)
    asked = requirements_of(campaign, top)
    chosen = next((r for r in asked if r.code == request.GET.get("show")), asked[0] if asked else None)
    tree = list(top.no_deeper_than(SEEN))
    address = reverse("campaigns:overview", args=[code])
    words = words_of(campaign)
    context = {
        "words": words,
        "top": top,
        "taken_at": Snapshot.here().taken_at,
        "today": today,
        "stages": stages_shown(campaign, today),
        "figures": [_figure(r, progress[top.pk], before.get(top.pk, {}), code) for r in asked[:5]],
        "due": elsewhere(request.user, top),
        "things": [] if campaign.over else things(asked, tree, top, progress, code),
        "plans_url": reverse("campaigns:plans", args=[code]),
        "closing_url": reverse("campaigns:closing", args=[code]) if campaign.over else "",
        "root": cell_of(tree, top, chosen.pk, progress, people, address) if chosen else None,
        "chosen": chosen,
        "choices": [(r.name, f"{address}?show={r.code}&under={top.pk}", r == chosen) for r in asked],
        "columns": [
            {"label": _("组织")},
            {"label": words["member"].capitalize(), "num": True},
            *({"label": r.name} for r in asked),
        ],
        "rows": _rows(asked, tree, top, progress, people, address),
        "changes": lately_changed(campaign, top),
        "timeline_url": reverse("campaigns:timeline", args=[code]),
        "matrix_url": reverse("campaigns:matrix", args=[code]),
        "refresh_url": reverse("campaigns:refresh", args=[code]),
        "may_refresh": may(request.user, "refresh_snapshot", campaign),
    }
    return render(request, "campaigns/overview.html", context)


@require_POST
def refresh(request: HttpRequest, code: str) -> HttpResponse:
    """Take the snapshot anew: a copy of what is entered, no deed of its own."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    if not may(request.user, "refresh_snapshot", campaign):
        raise PermissionDenied
    Snapshot.here().refresh()
    return redirect("campaigns:overview", code)


def stages_shown(campaign: Any, today: Any, plan: Any = None) -> list[dict[str, Any]]:
    """The stages for the strip, the present one marked; an organisation's own days where its plan sets some."""
    now = stage_on(campaign, today)
    own = {s.stage_id: (s.starts_on, s.ends_on) for s in plan.stages.all()} if plan else {}
    shown = []
    for s in campaign.stages.all():
        first, last = own.get(s.pk, (s.starts_on, s.ends_on))
        state = "now" if s == now else "past" if s.ends_on < today else "next"
        shown.append({"name": s.name, "first": first, "last": last, "state": state})
    return shown


def _figure(
    requirement: Any, now: Mapping[int, DueMet], before: Mapping[int, DueMet], code: str
) -> dict[str, Any]:
    found, past = now.get(requirement.pk, NOTHING), before.get(requirement.pk, NOTHING)
    return {
        "title": requirement.name,
        "value": found.met,
        "due": found.due,
        "unit": counted_in(requirement, found.due),
        "change": (change := found.met - past.met),
        "change_unit": counted_in(requirement, change),
        "url": reverse("campaigns:matrix", args=[code]) + f"?requirement={requirement.code}",
    }


def things(
    asked: list[Any], tree: list[Organisation], top: Organisation, progress: Any, code: str
) -> list[dict[str, Any]]:
    """What cannot wait: for each requirement the part of the tree that lacks most, the three worst of them."""
    below = [o for o in tree if o.parent_id == top.pk]
    worst = []
    for r in asked:
        lacking = [
            (progress[o.pk][r.pk], o) for o in below if progress.get(o.pk, {}).get(r.pk, NOTHING).lacking > 0
        ]
        if lacking:
            found, where = min(lacking, key=lambda pair: pair[0].met / pair[0].due)
            worst.append((found.met / found.due, r, found, where))
    matrix = reverse("campaigns:matrix", args=[code])
    return [
        {
            "title": _("%(where)s%(what)s还差%(n)d%(unit)s")
            % {
                "where": where.short_name,
                "what": r.name,
                "n": found.lacking,
                "unit": counted_in(r, found.lacking),
            },
            "words": _("应%(due)d，已%(met)d；截止%(day)s。%(asks)s。")
            % {"due": found.due, "met": found.met, "day": zh_day(r.due_on), "asks": r.asks},
            "acts": [{"label": _("看名单"), "url": f"{matrix}?under={where.pk}&requirement={r.code}"}],
        }
        for _part, r, found, where in sorted(worst, key=lambda w: (w[0], w[1].pk))[:3]
    ]


def cell_of(
    tree: list[Organisation],
    top: Organisation,
    requirement: int,
    progress: Any,
    people: Mapping[int, int],
    address: str,
) -> Cell:
    """The tree as cells of the map: only organisations of which something is due."""
    children: dict[int | None, list[Organisation]] = {}
    for o in tree:
        children.setdefault(o.parent_id, []).append(o)

    def made(o: Organisation) -> Cell:
        found = progress.get(o.pk, {}).get(requirement, NOTHING)
        inner = [
            made(c) for c in children.get(o.pk, []) if progress.get(c.pk, {}).get(requirement, NOTHING).due
        ]
        url = f"{address}?under={o.pk}" if inner else address.rstrip("/") + f"/week/{o.pk}/"
        return Cell(o.name, people.get(o.pk, 0), found.met, found.due, url, o.short_name, inner)

    return made(top)


def _rows(
    asked: list[Any],
    tree: list[Organisation],
    top: Organisation,
    progress: Any,
    people: Mapping[int, int],
    address: str,
) -> list[dict[str, Any]]:
    shown = [
        top,
        *(o for o in tree if o.parent_id == top.pk and any(f.due for f in progress.get(o.pk, {}).values())),
    ]
    return [
        {
            "kind": "sum" if o == top else "",
            "cells": [
                {"words": o.short_name, "url": f"{address}?under={o.pk}"},
                people.get(o.pk, 0),
                *({"met": f.met, "due": f.due} for f in (progress[o.pk].get(r.pk, NOTHING) for r in asked)),
            ],
        }
        for o in shown
    ]
