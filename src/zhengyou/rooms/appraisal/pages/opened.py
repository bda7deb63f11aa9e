"""得分单 — one score opened down to its facts; what was lost where, what is disputed and what came of it."""

from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core import clock
from zhengyou.core.language import listed
from zhengyou.core.permissions import may
from zhengyou.core.pictures import Band, fixed
from zhengyou.rooms.appraisal.forms import CommentForm, DisputeForm, MarkForm, ReplyForm
from zhengyou.rooms.appraisal.pages.beside import beside
from zhengyou.rooms.appraisal.pages.formula import formula_of
from zhengyou.rooms.appraisal.pages.lines import opened_lines, total_line
from zhengyou.rooms.appraisal.pages.ways import losses, ways
from zhengyou.rooms.appraisal.queries import (
    TIER_KINDS,
    TIER_WORDS,
    Appraised,
    disputes_of,
    disputes_waiting_for,
    earlier_scheme,
    organisations_with_scores,
    owners_of,
    rounded,
    schemes_seen_by,
    score_of,
    without,
)
from zhengyou.rooms.comments.queries import comments_on_score, standing_of
from zhengyou.rooms.ratings.queries import GRADE_WORDS, ballots_shown


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
        "formula": formula_of(scheme),
        "comments": [(c, standing_of(c)) for c in comments_on_score(request.user, scheme, found)],
        "standing": appraised.standing if may(request.user, "retract_mark", found) else [],
        **_ballots(appraised, scheme),
        **_forms(request, appraised, scheme, said),
        **beside(request, appraised, scheme, said),
    }
    return render(request, "appraisal/score.html", context, status=422 if said else 200)


def _head(appraised: Appraised, scheme: Any) -> dict[str, Any] | None:
    points, tier = appraised.score.points, appraised.score.tier
    if points is None or tier is None:
        return None
    name, before = _earlier(appraised, scheme)
    bands = appraised.score.bands
    low, high = float(bands.middle_from), float(bands.advanced_from)
    full = float(appraised.score.full)
    return {
        "title": f"{appraised.organisation.short_name} · {scheme}",
        "points": appraised.score.shown,
        "full": f"{full:g}",
        "previous": None if before is None else rounded(before),
        "bands": [
            Band(_("后进（%(n)g以下）") % {"n": low}, 0, low),
            Band(str(TIER_WORDS["middle"]), low, high),
            Band(_("先进（%(n)g以上）") % {"n": high}, high, full),
        ],
        "band_words": _("在“%(tier)s”档") % {"tier": TIER_WORDS[tier]},
        "band_kind": TIER_KINDS[tier],
        "words": _against_itself(rounded(points), before, name)
        + (_("只分档，不排名次。") if not scheme.selects else "")
        + _("会议次数、学时、信息报送不计分。"),
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

    disputes = disputes_of(scheme, organisation)
    to_answer = {d.pk for d in disputes_waiting_for(request.user)}
    return {
        "disputing": offered("dispute_score", DisputeForm(appraised=appraised, scheme=scheme)),
        "commenting": offered("give_comment", CommentForm()),
        "marking": offered("give_mark", MarkForm(scheme=scheme, initial={"on_day": clock.today()}))
        if scheme.clauses.exists()
        else None,
        "disputes": [
            _dispute(d, appraised, _reply_form(d, said) if d.pk in to_answer else None) for d in disputes
        ],
        "open_disputes": ngettext(
            "%(n)d条未答复", "%(n)d条未答复", n := sum(not hasattr(d, "reply") for d in disputes)
        )
        % {"n": n},
    }


def _dispute(dispute: Any, appraised: Appraised, form: Any) -> dict[str, Any]:
    """A dispute with whom it went to, and what came of it: the score then and now."""
    owners = owners_of(dispute)
    reply = getattr(dispute, "reply", None)
    made: dict[str, Any] = {"it": dispute, "form": form}
    if dispute.mark and reply is None and (would := without(appraised, dispute.mark)) is not None:
        made["would"] = _("如果成立，得分%(n)s。") % {"n": fixed(would)}
    if owners:
        made["to"] = _("转登记人%(who)s核对") % {"who": listed(str(o) for o in owners)}
    else:
        made["to"] = _("转主管的办公室核对；事实在登记的地方改正，得分随之变")
    if reply and reply.holds and dispute.shown is not None and appraised.score.shown is not None:
        then = {"then": fixed(dispute.shown), "now": fixed(appraised.score.shown)}
        made["outcome"] = (
            _("提出时%(then)s分，现在%(now)s分。") % then
            if dispute.shown != appraised.score.shown
            else _("提出时%(then)s分，事实还没有改正，得分没有变。") % then
        )
    return made


def _reply_form(dispute: Any, said: Any) -> ReplyForm:
    """An own form for each dispute, so that two on a page do not share a field's name in the page."""
    prefix = f"reply{dispute.pk}"
    if isinstance(said, ReplyForm) and said.prefix == prefix:
        return said
    return ReplyForm(prefix=prefix, dispute=dispute)
