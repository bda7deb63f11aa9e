"""得分单旁边的话 — self-score beside the verified one, duty report, checks, the way out: what people say, not count."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.permissions import may
from zhengyou.core.pictures import fixed
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.appraisal.forms import CheckForm, ClaimForm, DutyForm, RecheckForm, RemedyForm
from zhengyou.rooms.appraisal.queries import (
    Appraised,
    claims_of,
    criteria_to_check,
    duty_report_of,
    is_mended,
    remedies_of,
    rounded,
)


def beside(request: HttpRequest, appraised: Appraised, scheme: Any, said: Any) -> dict[str, Any]:
    """What stands beside a score, and what the viewer may add; a form that came back stands in its place."""
    organisation = appraised.organisation

    def offered(deed: str, form: Any) -> Any:
        if not may(request.user, deed, organisation):
            return None
        return said if isinstance(said, type(form)) else form

    today = {"on_day": clock.today()}
    claiming = ClaimForm(scheme=scheme)
    lagging = appraised.score.tier == "lagging"
    return {
        **_claims(appraised, scheme),
        "claiming": offered("claim_points", claiming) if claiming.any else None,
        "checking": offered("check_criterion", CheckForm(scheme=scheme, initial=today))
        if criteria_to_check(scheme).exists()
        else None,
        "duty": duty_report_of(scheme, organisation),
        "reporting": offered("report_duty", DutyForm()),
        "remedies": _remedies(request, appraised, scheme, said),
        "lagging": lagging,
        "planning": offered("plan_remedy", RemedyForm(organisation=organisation)) if lagging else None,
    }


def _claims(appraised: Appraised, scheme: Any) -> dict[str, Any]:
    """What an organisation gave itself beside what was verified, line by line, and both sums."""
    claims = claims_of(scheme, appraised.organisation)
    if not claims:
        return {}
    score = appraised.score
    verified = {leaf.number: leaf for leaf in score.leaves}
    rows = []
    for claim in claims:
        found: Fraction | None = score.bonus
        if claim.criterion:
            leaf = verified[claim.criterion.number]
            found = None if leaf.reached is None else leaf.points
        rows.append(
            {
                "cells": [
                    str(claim.criterion or claim.clause),
                    claim.words,
                    {"words": fixed(claim.points), "num": True},
                    {"words": "—" if found is None else fixed(rounded(found)), "num": True},
                ]
            }
        )
    return {
        "claim_columns": [
            {"label": _("哪一项")},
            {"label": _("凭什么")},
            {"label": _("自评"), "num": True},
            {"label": _("核实"), "num": True},
        ],
        "claim_rows": rows,
        "claimed": _own_total(appraised, claims),
    }


def _own_total(appraised: Appraised, claims: list[Any]) -> str:
    """自评总分 — what is known anyway, with what the organisation gives itself where nothing else tells."""
    own = {c.criterion.number: Fraction(c.points) for c in claims if c.criterion}
    bonus = sum((Fraction(c.points) for c in claims if c.clause), Fraction(0))
    base = sum(
        (own.get(leaf.number, leaf.points or Fraction(0)) for leaf in appraised.score.leaves), Fraction(0)
    )
    shown: tuple[Decimal, ...] = tuple(rounded(n) for n in (base, bonus, base + bonus))
    return _("自评：%(base)s + 加分%(bonus)s = %(all)s分") % dict(
        zip(("base", "bonus", "all"), (f"{n.normalize():f}" for n in shown), strict=True)
    )


def _remedies(request: HttpRequest, appraised: Appraised, scheme: Any, said: Any) -> list[dict[str, Any]]:
    may_recheck = may(request.user, "recheck_remedy", appraised.organisation)
    made = []
    for remedy in remedies_of(scheme, appraised.organisation):
        mended = is_mended(remedy)
        prefix = f"recheck{remedy.pk}"
        came_back = isinstance(said, RecheckForm) and said.prefix == prefix
        form = said if came_back else RecheckForm(prefix=prefix)
        made.append(
            {
                "it": remedy,
                "rechecks": list(remedy.rechecks.all()),
                "mended": mended,
                "late": not mended and remedy.due_on < clock.today(),
                "due": _("%(day)s前") % {"day": zh_day(remedy.due_on)},
                "form": form if may_recheck and not mended else None,
            }
        )
    return made
