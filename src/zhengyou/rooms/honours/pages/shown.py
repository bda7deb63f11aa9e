"""How nominations and honours are told in lists."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.honours.queries import Standing, Step, standing_of, way_of

VERDICTS = {
    Step.CONSENT: "wait",
    Step.ABOVE: "wait",
    Step.RETURNED: "lack",
    Step.READY: "wait",
    Step.POSTED: "wait",
    Step.OBJECTED: "over",
    Step.UPHELD: "lack",
    Step.DECIDABLE: "wait",
    Step.GIVEN: "met",
    Step.NOT_GIVEN: "na",
}
STANDINGS = {Standing.VALID: "met", Standing.EXPIRED: "na", Standing.REVOKED: "lack"}


def step_cell(nomination: Any) -> dict[str, Any]:
    """Where a nomination is, and whose turn it is."""
    way = way_of(nomination)
    words = str(way.step.label)
    if way.at is not None:
        words = _("等%(org)s的意见") % {"org": way.at.short_name}
    return {"kind": VERDICTS[way.step], "words": words}


def nomination_row(nomination: Any) -> dict[str, Any]:
    """One nomination of a batch."""
    url = reverse("honours:nomination", args=[nomination.pk])
    small = nomination.home.name if nomination.of_person else ""
    who = {"words": nomination.who, "url": url, "small": small}
    step = step_cell(nomination) | {"small": _to_judge(nomination)}
    return {"cells": [who, nomination.organisation.short_name, step]}


def _to_judge(nomination: Any) -> str:
    """What people have still to look into before a nomination can be posted."""
    kind = nomination.batch.kind
    left = len(kind.conditions) - len(nomination.judgements.all())
    if left <= 0 or way_of(nomination).step not in (Step.ABOVE, Step.READY):
        return ""
    return ngettext("还有%(n)d条条件要核实", "还有%(n)d条条件要核实", left) % {"n": left}


def standing_cell(honour: Any) -> dict[str, Any]:
    """How an honour stands, with the day that matters."""
    standing = standing_of(honour)
    words = str(standing.label)
    if standing is Standing.REVOKED:
        words = _("%(day)s撤销") % {"day": zh_date(honour.revocation.revoked_on)}
    elif honour.until:
        words = _("%(words)s，至%(day)s") % {"words": words, "day": zh_date(honour.until)}
    return {"kind": STANDINGS[standing], "words": words}
