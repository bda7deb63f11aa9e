"""考评 — all scores under a scheme in the tree's order, in bands, each class apart; in an order only to select."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.engines import Snapshot
from zhengyou.core.models import Category
from zhengyou.core.permissions import may
from zhengyou.core.pictures import Part, fixed
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.appraisal.pages.shown import SHADES, points_cell
from zhengyou.rooms.appraisal.queries import (
    TIER_KINDS,
    TIER_WORDS,
    Appraised,
    disputes_waiting_for,
    drafts_of,
    earlier_points,
    organisations_with_scores,
    places_of,
    remedies_to_recheck,
    rounded,
    schemes_seen_by,
    scores_of,
    sees_scores,
    selections_of,
    sets_of,
)
from zhengyou.rooms.campaigns.queries import engine_for_trees, running_campaign
from zhengyou.rooms.orgs.queries import organisation_of

A_PAGE = 100


def scores(request: HttpRequest) -> HttpResponse:
    """考评 — organisations as the tree has them, each with its points and its band; never an order of merit."""
    schemes = schemes_seen_by(request.user)
    scheme = _chosen(request, schemes)
    place = organisation_of(request.user)
    context: dict[str, Any] = {
        "scheme": scheme,
        "choices": [(str(s), f"{request.path}?scheme={s.pk}", s == scheme) for s in schemes],
        "waiting": [
            *(_waiting(d) for d in disputes_waiting_for(request.user)),
            *(_to_recheck(r) for r in remedies_to_recheck(request.user)),
        ],
        **_laying_down(request, place),
    }
    if not sees_scores(request.user):
        raise Http404
    seen = list(organisations_with_scores(request.user, scheme)) if scheme else []
    if len(seen) == 1:
        return redirect("appraisal:score", scheme.pk, seen[0].pk)
    if seen:
        context |= _listed(request, scheme, scores_of(scheme, seen, scheme.organisation, engine_for_trees()))
    return render(request, "appraisal/scores.html", context)


def _laying_down(request: HttpRequest, place: Any) -> dict[str, Any]:
    """For an office: its drafts, and the criteria sets of its campaign that a click makes a draft of."""
    if place is None or not may(request.user, "issue_scheme", place):
        return {"may_issue": False}
    campaign = running_campaign(request.user)
    sets = sets_of(campaign.pack) if campaign and campaign.organisation_id == place.pk else {}
    return {
        "may_issue": True,
        "drafts": drafts_of(request.user),
        "sets": [(name, len(found["items"]), code) for code, (name, found) in sets.items()],
    }


def _chosen(request: HttpRequest, schemes: Any) -> Any:
    asked = request.GET.get("scheme", "")
    found = schemes.filter(pk=asked).first() if asked.isdigit() else schemes.first()
    if asked and found is None:
        raise Http404
    return found


def _listed(request: HttpRequest, scheme: Any, found: list[Appraised]) -> dict[str, Any]:
    """The list narrowed to a class and a band, how many are in each, and the columns of the scheme."""
    classes = [c for c in Category if any(a.organisation.category == c for a in found)]
    wanted = request.GET.get("class", "")
    of_class = [a for a in found if not wanted or a.organisation.category == wanted]
    counts = {t: sum(a.score.tier == t for a in of_class) for t in TIER_WORDS}
    asked = request.GET.get("tier", "")
    kept = [a for a in of_class if not asked or a.score.tier == asked]
    places = places_of(found) if scheme.selects else {}
    if places:
        kept.sort(key=lambda a: (a.organisation.category, places.get(a.organisation.pk, len(found))))
    page = Paginator(kept, A_PAGE).get_page(request.GET.get("page"))
    before = earlier_points(scheme, [a.organisation for a in page], engine_for_trees())
    address = f"{request.path}?scheme={scheme.pk}"
    here = f"{address}&class={wanted}" if wanted else address
    return {
        "parts": [Part(str(TIER_WORDS[t]), n, SHADES[t]) for t, n in counts.items()],
        "classes": _classes(classes, wanted, address) if len(classes) > 1 else [],
        "tiers": [
            (_("全部%(n)d个") % {"n": len(of_class)}, here, not asked),
            *((f"{TIER_WORDS[t]} {n}", f"{here}&tier={t}", asked == t) for t, n in counts.items()),
        ],
        "columns": _columns(scheme, bool(places), bool(before)),
        "rows": [_row(a, scheme, places, before) for a in page],
        "page": page,
        "count": len(of_class),
        "selects": selections_of(scheme.campaign).get(scheme.selects, "") if places else "",
        "taken_at": Snapshot.here().taken_at,
        "may_tell": scheme.ends_on <= clock.today()
        and may(request.user, "draft_circular", scheme.organisation),
    }


def _classes(classes: Sequence[Category], wanted: str, address: str) -> list[tuple[Any, str, bool]]:
    all_classes: tuple[Any, str, bool] = (_("各类"), address, not wanted)
    return [all_classes, *((str(c.label), f"{address}&class={c}", wanted == c) for c in classes)]


def _columns(scheme: Any, ordered: bool, again: bool) -> list[dict[str, Any]]:
    tops = [c for c in scheme.criteria.all() if c.parent_id is None]
    return [
        {"label": _("组织")},
        {"label": _("上级")},
        {"label": _("类别")},
        *([{"label": _("同类第几"), "num": True}] if ordered else []),
        *({"label": f"{c.number} {c.name} / {c.full.normalize():f}", "num": True} for c in tops),
        {"label": _("加减分"), "num": True},
        {"label": _("得分"), "num": True},
        *([{"label": _("比自己上次"), "num": True}] if again else []),
        {"label": _("档次")},
    ]


def _row(
    appraised: Appraised, scheme: Any, places: dict[int, int], before: dict[int, Fraction]
) -> dict[str, Any]:
    score, organisation = appraised.score, appraised.organisation
    url = reverse("appraisal:score", args=[scheme.pk, organisation.pk])
    above = organisation.parent.short_name if organisation.parent else ""
    marked = score.bonus - score.deduction
    place = {"words": str(places.get(organisation.pk, "—")), "num": True}
    return {
        "cells": [
            {"words": organisation.short_name, "url": url},
            above,
            organisation.get_category_display(),
            *([place] if places else []),
            *(points_cell(line.points) for line in score.lines),
            {"words": ("+" if marked > 0 else "") + fixed(rounded(marked)) if marked else "", "num": True},
            points_cell(score.points, scheme.digits),
            *([_against_itself(score.points, before.get(organisation.pk))] if before else []),
            {"words": "", "tag": TIER_WORDS[score.tier], "tag_kind": TIER_KINDS[score.tier]}
            if score.tier
            else _("还不能评"),
        ]
    }


def _against_itself(points: Fraction | None, before: Fraction | None) -> dict[str, Any]:
    """How much more or less than one's own last score; a dash where one of them is not there."""
    if points is None or before is None:
        return {"words": "—", "num": True}
    more = rounded(points) - rounded(before)
    return {"words": ("+" if more > 0 else "") + fixed(more), "num": True}


def _waiting(dispute: Any) -> dict[str, Any]:
    url = reverse("appraisal:score", args=[dispute.scheme_id, dispute.organisation_id]) + "#disputes"
    return {
        "title": _("%(who)s对“%(what)s”有异议")
        % {"who": dispute.organisation.short_name, "what": dispute.criterion or dispute.mark},
        "words": dispute.words,
        "acts": [
            {"label": _("答复（%(day)s前）") % {"day": zh_day(dispute.due_on)}, "url": url},
        ],
    }


def _to_recheck(remedy: Any) -> dict[str, Any]:
    url = reverse("appraisal:score", args=[remedy.scheme_id, remedy.organisation_id]) + "#mending"
    return {
        "title": _("%(who)s的整顿到期，该去复查") % {"who": remedy.organisation.short_name},
        "words": remedy.what,
        "acts": [{"label": _("写复查结果"), "url": url}],
    }
