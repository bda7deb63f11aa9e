"""考评 — all scores under a scheme in the tree's order and in bands; one score opened down to its facts."""

from fractions import Fraction
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core import clock
from zhengyou.core.engines import Snapshot
from zhengyou.core.permissions import may
from zhengyou.core.pictures import Band, Part, fixed
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.appraisal.forms import CommentForm, DisputeForm, MarkForm, ReplyForm
from zhengyou.rooms.appraisal.pages.lines import opened_lines, total_line
from zhengyou.rooms.appraisal.pages.ways import losses, ways
from zhengyou.rooms.appraisal.queries import (
    TIERS_FROM_TOP,
    Appraised,
    comments_of,
    disputes_of,
    disputes_waiting_for,
    earlier_scheme,
    organisations_with_scores,
    rounded,
    schemes_seen_by,
    score_of,
    scores_of,
    sees_scores,
)
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.ratings.queries import GRADE_WORDS, ballots_shown

A_PAGE = 100
KINDS = {"advanced": "met", "middle": "na", "lagging": "lack"}
SHADES = {"advanced": "s3", "middle": "s1", "lagging": "s0"}
TIERS = {t.value: t.label for t in TIERS_FROM_TOP}


def scores(request: HttpRequest) -> HttpResponse:
    """考评 — organisations as the tree has them, each with its points and its band; never an order of merit."""
    schemes = schemes_seen_by(request.user)
    scheme = _chosen(request, schemes)
    place = organisation_of(request.user)
    context: dict[str, Any] = {
        "scheme": scheme,
        "choices": [(str(s), f"{request.path}?scheme={s.pk}", s == scheme) for s in schemes],
        "may_issue": bool(place and may(request.user, "issue_scheme", place)),
        "waiting": [_waiting(d) for d in disputes_waiting_for(request.user)],
    }
    if not sees_scores(request.user):
        raise Http404
    seen = list(organisations_with_scores(request.user, scheme)) if scheme else []
    if len(seen) == 1:
        return redirect("appraisal:score", scheme.pk, seen[0].pk)
    if seen:
        context |= _listed(request, scheme, scores_of(scheme, seen, scheme.organisation, engine_for_trees()))
    return render(request, "appraisal/scores.html", context)


def _chosen(request: HttpRequest, schemes: Any) -> Any:
    asked = request.GET.get("scheme", "")
    found = schemes.filter(pk=asked).first() if asked.isdigit() else schemes.first()
    if asked and found is None:
        raise Http404
    return found


def _listed(request: HttpRequest, scheme: Any, found: list[Appraised]) -> dict[str, Any]:
    """The list narrowed to a band, how many are in each, and the columns of the scheme."""
    counts = {t: sum(a.score.tier == t for a in found) for t in TIERS}
    asked = request.GET.get("tier", "")
    kept = [a for a in found if not asked or a.score.tier == asked]
    page = Paginator(kept, A_PAGE).get_page(request.GET.get("page"))
    address = f"{request.path}?scheme={scheme.pk}"
    everything = _("全部%(n)d个") % {"n": len(found)}
    return {
        "parts": [Part(str(TIERS[t]), n, SHADES[t]) for t, n in counts.items()],
        "tiers": [
            (everything, address, not asked),
            *((f"{TIERS[t]} {n}", f"{address}&tier={t}", asked == t) for t, n in counts.items()),
        ],
        "columns": [
            {"label": _("组织")},
            {"label": _("上级")},
            *(
                {"label": f"{c.number} {c.name} / {c.full.normalize():f}", "num": True}
                for c in scheme.criteria.all()
                if c.parent_id is None
            ),
            {"label": _("加减分"), "num": True},
            {"label": _("得分"), "num": True},
            {"label": _("档次")},
        ],
        "rows": [_row(a, scheme) for a in page],
        "page": page,
        "count": len(found),
        "taken_at": Snapshot.here().taken_at,
    }


def _row(appraised: Appraised, scheme: Any) -> dict[str, Any]:
    score, organisation = appraised.score, appraised.organisation
    url = reverse("appraisal:score", args=[scheme.pk, organisation.pk])
    above = organisation.parent.short_name if organisation.parent else ""
    marked = score.bonus - score.deduction
    return {
        "cells": [
            {"words": organisation.short_name, "url": url},
            above,
            *(_points(line.points) for line in score.lines),
            {"words": ("+" if marked > 0 else "") + fixed(rounded(marked)) if marked else "", "num": True},
            _points(score.points),
            {"words": "", "tag": TIERS[score.tier], "tag_kind": KINDS[score.tier]}
            if score.tier
            else _("还不能评"),
        ]
    }


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


def _points(points: Fraction | None) -> dict[str, Any]:
    return {"words": "—" if points is None else fixed(rounded(points)), "num": True}


def score(request: HttpRequest, pk: int, organisation: int, said: Any = None) -> HttpResponse:
    """得分单 — a score opened: criterion, source, sum, facts; what was lost where; ballots, disputes, comments.

    ``said`` is a form that came back with something wrong.
    """
    scheme = get_object_or_404(schemes_seen_by(request.user), pk=pk)
    found = get_object_or_404(organisations_with_scores(request.user, scheme), pk=organisation)
    appraised = score_of(found, scheme)
    context = {
        "scheme": scheme,
        "organisation": found,
        "score": _head(appraised, scheme),
        "criteria": opened_lines(appraised, scheme),
        "total": total_line(appraised),
        "losses": losses(appraised, scheme),
        "ways": ways(appraised, scheme, reverse("pledges:organisation", args=[found.code])),
        "as_of": clock.now(),
        "shown_scheme": {
            "words": _("考评办法：%(number)s") % {"number": scheme.number or scheme.organisation.short_name},
            "url": reverse("appraisal:scheme", args=[scheme.pk]),
            "label": str(scheme),
        },
        "comments": comments_of(scheme, found),
        "standing": appraised.standing if may(request.user, "retract_mark", found) else [],
        **_ballots(appraised, scheme),
        **_forms(request, appraised, scheme, said),
    }
    return render(request, "appraisal/score.html", context, status=422 if said else 200)


def _head(appraised: Appraised, scheme: Any) -> dict[str, Any] | None:
    points, tier = appraised.score.points, appraised.score.tier
    if points is None or tier is None:
        return None
    name, before = _earlier(appraised, scheme)
    low, high = float(scheme.middle_from), float(scheme.advanced_from)
    full = float(appraised.score.full)
    return {
        "title": f"{appraised.organisation.short_name} · {scheme}",
        "points": rounded(points),
        "full": f"{full:g}",
        "previous": None if before is None else rounded(before),
        "bands": [
            Band(_("后进（%(n)g以下）") % {"n": low}, 0, low),
            Band(str(TIERS["middle"]), low, high),
            Band(_("先进（%(n)g以上）") % {"n": high}, high, full),
        ],
        "band_words": _("在“%(tier)s”档") % {"tier": TIERS[tier]},
        "band_kind": KINDS[tier],
        "words": _against_itself(rounded(points), before, name)
        + _("只分档，不排名次。会议次数、学时、信息报送不计分。"),
    }


def _earlier(appraised: Appraised, scheme: Any) -> tuple[str, Fraction | None]:
    """One's own last score and the name of its scheme, brought to the full points of this one."""
    earlier = earlier_scheme(scheme)
    found = score_of(appraised.organisation, earlier).score if earlier else None
    if found is None or found.points is None:
        return "", None
    full = appraised.score.full
    if found.full == full:
        return str(earlier), found.points
    name = _("%(name)s（按%(full)s分折合）") % {"name": earlier, "full": f"{float(full):g}"}
    return name, found.points * full / found.full


def _against_itself(points: Any, before: Any, name: str) -> str:
    """One's own last score and the difference, in words; nothing where there is none."""
    if before is None:
        return ""
    more = points - rounded(before)
    words = {
        1: _("%(name)s得%(n)s（细线），这次高%(more)s分。"),
        0: _("%(name)s得%(n)s（细线），这次一样。"),
        -1: _("%(name)s得%(n)s（细线），这次低%(more)s分。"),
    }[(more > 0) - (more < 0)]
    return words % {"name": name, "n": fixed(rounded(before)), "more": fixed(abs(more))}


def _ballots(appraised: Appraised, scheme: Any) -> dict[str, Any]:
    """The ballots by source with the points they gave; nothing where too few voted to tell."""
    found = appraised.results
    if found is None or found.whole is None:
        return {}
    rows = ballots_shown(found, scheme.grades)
    for row in rows:
        if row.get("points") is not None:
            row["points"] = rounded(row["points"], 1)
    grades = " / ".join(f"{word} {scheme.grades[grade]}" for grade, word in GRADE_WORDS.items())
    return {"ballots": rows, "ballots_total": found.whole.votes, "grades": grades}


def _forms(request: HttpRequest, appraised: Appraised, scheme: Any, said: Any) -> dict[str, Any]:
    """What the viewer may say here; a form that came back stands in its place."""
    organisation = appraised.organisation

    def offered(deed: str, form: Any) -> Any:
        if not may(request.user, deed, organisation):
            return None
        return said if isinstance(said, type(form)) else form

    may_reply = may(request.user, "reply_to_dispute", organisation)
    disputes = disputes_of(scheme, organisation)
    return {
        "disputing": offered("dispute_score", DisputeForm(appraised=appraised, scheme=scheme)),
        "commenting": offered("comment_on", CommentForm()),
        "marking": offered("give_mark", MarkForm(scheme=scheme, initial={"on_day": clock.today()}))
        if scheme.clauses.exists()
        else None,
        "disputes": [
            (d, _reply_form(d, said) if may_reply and not hasattr(d, "reply") else None) for d in disputes
        ],
        "open_disputes": ngettext(
            "%(n)d条未答复", "%(n)d条未答复", n := sum(not hasattr(d, "reply") for d in disputes)
        )
        % {"n": n},
    }


def _reply_form(dispute: Any, said: Any) -> ReplyForm:
    """An own form for each dispute, so that two on a page do not share a field's name in the page."""
    prefix = f"reply{dispute.pk}"
    if isinstance(said, ReplyForm) and said.prefix == prefix:
        return said
    return ReplyForm(prefix=prefix)
