"""起草考评办法 — from a criteria set with one click or on a page; tried on the last period; then brought into force."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may
from zhengyou.core.pictures import Part
from zhengyou.rooms.appraisal.actions import draft_scheme, drop_scheme, issue_scheme, settle_scheme
from zhengyou.rooms.appraisal.forms import (
    BandForms,
    ClauseForms,
    CriterionForms,
    SchemeForm,
    bands_of,
    nested,
)
from zhengyou.rooms.appraisal.pages.filled import filled_in
from zhengyou.rooms.appraisal.pages.schemes import laid_down
from zhengyou.rooms.appraisal.pages.shown import SHADES, points_cell
from zhengyou.rooms.appraisal.queries import (
    TIER_KINDS,
    TIER_WORDS,
    drafts_of,
    schemes_seen_by,
    selections_of,
    sets_of,
    sketch_of,
    tried_on,
)
from zhengyou.rooms.campaigns.queries import engine_for_trees, running_campaign
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.ratings.queries import rounds_to_reckon_with

SHOWN = 30


def _campaign(request: HttpRequest) -> Any:
    """The campaign that the viewer's own office runs; a stranger is told of nothing."""
    place, campaign = organisation_of(request.user), running_campaign(request.user)
    if place is None or not may(request.user, "issue_scheme", place):
        raise Http404
    if campaign is None or campaign.organisation_id != place.pk:
        raise Refused(_("考评办法随本单位印发的活动走，眼下没有这样的活动。"))
    return campaign


def new(request: HttpRequest) -> HttpResponse:
    """印发考评办法 — lay down a scheme; what may not give points is refused with the reason, nothing is lost."""
    campaign = _campaign(request)
    like = request.GET.get("from", "")
    if like.isdigit():
        initial = filled_in(get_object_or_404(schemes_seen_by(request.user), pk=like))
    else:
        initial = {"form": {"starts_on": campaign.starts_on, "ends_on": campaign.ends_on}}
    return _written(request, campaign, initial, None)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """改考评草案 — the draft as it stands, to be changed and kept again, or issued."""
    draft = get_object_or_404(drafts_of(request.user), pk=pk)
    return _written(request, draft.campaign, filled_in(draft), draft)


def _written(request: HttpRequest, campaign: Any, initial: dict[str, Any], draft: Any) -> HttpResponse:
    """A scheme on a page: kept as a draft or brought into force; shown again with everything where it is refused."""
    sent = request.POST or None
    begun = {} if sent else initial  # rows that come back are whole: emptied ones stay empty
    form = SchemeForm(
        sent,
        initial=initial["form"],
        rounds=rounds_to_reckon_with(request.user, campaign),
        selections=selections_of(campaign),
    )
    rows = {
        "criteria": CriterionForms(sent, prefix="criteria", initial=begun.get("criteria")),
        "clauses": ClauseForms(sent, prefix="clauses", initial=begun.get("clauses")),
        "bands": BandForms(sent, prefix="bands", initial=begun.get("bands"))
        if sent is None or "bands-TOTAL_FORMS" in sent
        else BandForms(prefix="bands"),
    }
    filled: list[Any] = [form, *(r for r in rows.values() if r.is_bound)]
    if sent and all([f.is_valid() for f in filled]):
        try:
            return _kept(request, campaign, form, rows, draft)
        except Refused as refused:
            form.add_error(None, str(refused))
    wrong = bool(sent)
    context = {"form": form, "ran_in": campaign, "draft": draft, **rows}
    return render(request, "appraisal/new.html", context, status=422 if wrong else 200)


def _kept(
    request: HttpRequest, campaign: Any, form: SchemeForm, rows: dict[str, Any], draft: Any
) -> HttpResponse:
    given = form.details | {
        "criteria": nested(rows["criteria"]),
        "clauses": [f.cleaned_data for f in rows["clauses"] if f.cleaned_data.get("kind")],
        "bands": bands_of(rows["bands"]) if rows["bands"].is_bound else {},
    }
    if "keep" not in request.POST and draft is None:
        return redirect("appraisal:scheme", issue_scheme(request.user, campaign, **given).pk)
    made = draft_scheme(request.user, campaign, instead_of=draft, **given)
    if "keep" in request.POST:
        return redirect("appraisal:draft", made.pk)
    return redirect("appraisal:scheme", settle_scheme(request.user, made).pk)


@require_POST
def take(request: HttpRequest, code: str) -> HttpResponse:
    """取用标准 — a criteria set of the pack, or the notice's own, becomes a draft with one click."""
    campaign = _campaign(request)
    sets = sets_of(campaign.pack)
    if code not in sets:
        raise Http404
    name, found = sets[code]
    held = rounds_to_reckon_with(request.user, campaign).first()
    sketch = sketch_of(found["items"], held.groups if held else None)
    if not sketch.criteria:
        raise Refused(
            _("“%(name)s”里没有能评的条目：%(why)s") % {"name": name, "why": "".join(sketch.left_out)}
        )
    made = draft_scheme(
        request.user,
        campaign,
        name=name[:60],
        criteria=sketch.criteria,
        clauses=sketch.clauses,
        most_bonus=sketch.most_bonus,
        starts_on=campaign.starts_on,
        ends_on=campaign.ends_on,
        kinds=found.get("kinds") or ["branch"],
        categories=found.get("categories") or [],
        round_id=held.pk if held and any(c.get("groups") for c in sketch.criteria) else None,
    )
    for words in sketch.left_out:
        messages.warning(request, words)
    return redirect("appraisal:draft", made.pk)


def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """考评草案 — the scheme as written, and what it would have made of the last period."""
    found = get_object_or_404(drafts_of(request.user), pk=pk)
    trial = tried_on(found, engine_for_trees())
    counts = {t: sum(a.score.tier == t for a in trial.found) for t in TIER_WORDS}
    context = laid_down(found) | {
        "window": trial.window,
        "of_this": trial.of_this,
        "parts": [Part(str(TIER_WORDS[t]), n, SHADES[t]) for t, n in counts.items()],
        "unjudged": sum(a.score.tier is None for a in trial.found),
        "tried": len(trial.found),
        "tried_columns": [{"label": _("指标")}, {"label": _("能评的"), "num": True}, {"label": _("说明")}],
        "tried_rows": [_tried(line) for line in trial.lines],
        "sample_columns": [{"label": _("组织")}, {"label": _("得分"), "num": True}, {"label": _("档次")}],
        "sample_rows": [_sampled(a, found) for a in trial.found[:SHOWN]],
        "shown": min(SHOWN, len(trial.found)),
    }
    return render(request, "appraisal/draft.html", context)


def _tried(line: Any) -> dict[str, Any]:
    if line.judged == 0:
        words = {"kind": "lack", "words": _("那时没有事实，这一项谁也评不出")}
    elif line.idle:
        words = {"kind": "na", "words": _("个个满分，分不出高下")}
    else:
        words = {"kind": "met", "words": _("%(n)d个满分") % {"n": line.full}}
    return {"cells": [line.name, {"words": f"{line.judged}/{line.of}", "num": True}, words]}


def _sampled(appraised: Any, scheme: Any) -> dict[str, Any]:
    tier = appraised.score.tier
    shown: Any = (
        {"words": "", "tag": TIER_WORDS[tier], "tag_kind": TIER_KINDS[tier]} if tier else _("还不能评")
    )
    points = points_cell(appraised.score.points, scheme.digits)
    return {"cells": [appraised.organisation.short_name, points, shown]}


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """印发草案 — as it stands."""
    made = settle_scheme(request.user, get_object_or_404(drafts_of(request.user), pk=pk))
    return redirect("appraisal:scheme", made.pk)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """撤下草案 — it is gone; nothing was said under it."""
    drop_scheme(request.user, get_object_or_404(drafts_of(request.user), pk=pk))
    return redirect("appraisal:scores")
