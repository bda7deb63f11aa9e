"""考评办法 — what a scheme counts, from which facts, and what it never counts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from zhengyou.rooms.appraisal.pages.formula import formula_of, how
from zhengyou.rooms.appraisal.queries import By, ClauseKind, schemes_seen_by, selections_of


def scheme(request: HttpRequest, pk: int) -> HttpResponse:
    """考评办法 — every line with its points and its definition, the clauses, the bands."""
    found = get_object_or_404(schemes_seen_by(request.user), pk=pk)
    return render(request, "appraisal/scheme.html", laid_down(found))


def laid_down(scheme: Any) -> dict[str, Any]:
    """A scheme as it is shown, in force or not."""
    return {
        "scheme": scheme,
        "columns": [{"label": _("指标")}, {"label": _("满分"), "num": True}, {"label": _("怎样计")}],
        "rows": [_row(c) for c in scheme.criteria.all()],
        "clauses": [_clause(c) for c in scheme.clauses.all()],
        "clause_columns": [{"label": _("种类")}, {"label": _("情形")}, {"label": _("分")}],
        "formula": formula_of(scheme),
        "selects": selections_of(scheme.campaign).get(scheme.selects, ""),
    }


def _row(c: Any) -> dict[str, Any]:
    kind = {"kind": "sum"} if c.by == By.HEADING else {}
    return kind | {
        "cells": [f"{c.number} {c.name}", {"words": f"{c.full.normalize():f}", "num": True}, how(c)]
    }


def _clause(c: Any) -> dict[str, Any]:
    if c.kind == ClauseKind.VETO:
        points = _("至多定为%(tier)s") % {"tier": c.get_at_most_display()}
    else:
        points = _("每次最多%(n)s分") % {"n": f"{c.most.normalize():f}"}
    return {"cells": [c.get_kind_display(), c.words, points]}
