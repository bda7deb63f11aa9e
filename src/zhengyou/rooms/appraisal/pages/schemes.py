"""考评办法 — what a scheme counts, from which facts, and what it never counts; a new one laid down on a page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.language import listed
from zhengyou.core.measures import MEASURES
from zhengyou.core.permissions import may
from zhengyou.rooms.appraisal.actions import issue_scheme
from zhengyou.rooms.appraisal.forms import ClauseForms, CriterionForms, SchemeForm, nested
from zhengyou.rooms.appraisal.queries import By, ClauseKind, schemes_seen_by
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.ratings.queries import GROUP_WORDS, rounds_held_by


def scheme(request: HttpRequest, pk: int) -> HttpResponse:
    """考评办法 — every line with its points and its definition, the clauses, the bands."""
    found = get_object_or_404(schemes_seen_by(request.user), pk=pk)
    context = {
        "scheme": found,
        "columns": [
            {"label": _("指标")},
            {"label": _("满分"), "num": True},
            {"label": _("怎样计")},
        ],
        "rows": [_row(c) for c in found.criteria.all()],
        "clauses": [_clause(c) for c in found.clauses.all()],
        "clause_columns": [{"label": _("种类")}, {"label": _("情形")}, {"label": _("分")}],
    }
    return render(request, "appraisal/scheme.html", context)


def _row(c: Any) -> dict[str, Any]:
    kind = {"kind": "sum"} if c.by == By.HEADING else {}
    return kind | {"cells": [f"{c.number} {c.name}", f"{c.full.normalize():f}", _how(c)]}


def _how(c: Any) -> str:
    """How a line's points follow, in words."""
    if c.by == By.HEADING:
        return _("下面各项之和")
    if c.by == By.RATING:
        sides = listed(GROUP_WORDS[g] for g in c.groups)
        return _("测评折分 × 满分；来源：%(sides)s") % {"sides": sides}
    measure = MEASURES[c.measure]
    if measure.ratio:
        return _("%(measure)s × 满分") % {"measure": measure.title}
    enough = f"{c.enough.normalize():f}{measure.zh_unit}" if c.enough else ""
    return _("%(measure)s ÷ %(enough)s × 满分，够数即满分") % {"measure": measure.title, "enough": enough}


def _clause(c: Any) -> dict[str, Any]:
    if c.kind == ClauseKind.VETO:
        points = _("至多定为%(tier)s") % {"tier": c.get_at_most_display()}
    else:
        points = _("每次最多%(n)s分") % {"n": f"{c.most.normalize():f}"}
    return {"cells": [c.get_kind_display(), c.words, points]}


def new(request: HttpRequest) -> HttpResponse:
    """印发考评办法 — lay down a scheme; what may not give points is refused with the reason, nothing is lost."""
    place, campaign = organisation_of(request.user), running_campaign(request.user)
    if place is None or not may(request.user, "issue_scheme", place):
        raise Http404
    if campaign is None or campaign.organisation_id != place.pk:
        raise Refused(_("考评办法随本单位印发的活动走，眼下没有这样的活动。"))
    sent = request.POST or None
    initial = {"starts_on": campaign.starts_on, "ends_on": campaign.ends_on}
    form = SchemeForm(sent, initial=initial, rounds=rounds_held_by(request.user).filter(campaign=campaign))
    criteria, clauses = CriterionForms(sent, prefix="criteria"), ClauseForms(sent, prefix="clauses")
    if sent and all([form.is_valid(), criteria.is_valid(), clauses.is_valid()]):
        try:
            made = issue_scheme(
                request.user,
                campaign,
                criteria=nested(criteria),
                clauses=[f.cleaned_data for f in clauses if f.has_changed()],
                **form.details,
            )
            return redirect("appraisal:scheme", made.pk)
        except Refused as refused:
            form.add_error(None, str(refused))
    wrong = bool(form.errors or any(criteria.errors) or any(clauses.errors))
    context = {"form": form, "criteria": criteria, "clauses": clauses, "ran_in": campaign}
    return render(request, "appraisal/new.html", context, status=422 if wrong else 200)
