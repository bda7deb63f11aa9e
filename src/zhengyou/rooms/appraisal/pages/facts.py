"""What lies under a line of a score: the facts that a measure was worked out from, in tables."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.pledges.queries import judged_between, steps_between

SHOWN = 6
KINDS = {"kept": "met", "partly": "late", "not_kept": "lack"}


def facts_under(measure: str, organisation: Organisation, window: Window) -> dict[str, Any] | None:
    """The facts that a measure adds up for an organisation, what is lacking first; nothing where none are told."""
    tell = TOLD.get(measure)
    return tell(organisation, window) if tell else None


def untold_steps(organisation: Organisation, window: Window) -> list[Any]:
    """The steps whose day has come and of which nothing was said: what an organisation can mend itself."""
    return [s for s in _steps(organisation, window) if not hasattr(s, "fulfilment")]


def _steps(organisation: Organisation, window: Window) -> list[Any]:
    since, campaign = window.since or date.min, window.campaign_id or 0
    return list(steps_between(organisation, since, window.until, campaign))


def _by_step(organisation: Organisation, window: Window) -> dict[str, Any]:
    steps = _steps(organisation, window)
    lacking = sum(not hasattr(s, "fulfilment") for s in steps)
    return {
        "title": _("%(n)d个到期步骤，%(told)d个有交代，%(lacking)d个没有")
        % {"n": len(steps), "told": len(steps) - lacking, "lacking": lacking},
        "note": _("事实：承诺步骤，由支部填写"),
        "columns": [{"label": label} for label in (_("承诺"), _("步骤"), _("到期"), _("情况"))],
        "rows": [
            {"cells": [s.pledge.what, s.what, zh_day(s.due_on), _how_a_step_stands(s)]} for s in steps[:SHOWN]
        ],
        **_rest(len(steps), organisation),
    }


def _how_a_step_stands(step: Any) -> dict[str, str]:
    told = getattr(step, "fulfilment", None)
    if told is None:
        days = (clock.today() - step.due_on).days
        words = ngettext("到期%(n)d天，没有交代", "到期%(n)d天，没有交代", days) % {"n": days}
        return {"kind": "lack", "words": words}
    if told.on_day > step.due_on:
        return {
            "kind": "late",
            "words": _("%(day)s才做到，计入，显示为迟") % {"day": zh_day(told.on_day)},
        }
    return {"kind": "met", "words": _("%(day)s做到") % {"day": zh_day(told.on_day)}}


def _by_judgement(organisation: Organisation, window: Window) -> dict[str, Any]:
    reviews = judged_between(organisation, window.since or date.min, window.until, window.campaign_id or 0)
    kept = sum(r.verdict == "kept" for r in reviews)
    return {
        "title": _("评过%(n)d项，%(kept)d项评为做到了") % {"n": len(reviews), "kept": kept},
        "note": _("事实：评诺，以最近一次为准"),
        "columns": [{"label": label} for label in (_("承诺"), _("谁评的"), _("日期"), _("结论"))],
        "rows": [
            {
                "cells": [
                    r.pledge.what,
                    r.get_source_display(),
                    zh_day(r.on_day),
                    {"kind": KINDS[r.verdict], "words": r.get_verdict_display()},
                ]
            }
            for r in reviews[:SHOWN]
        ],
        **_rest(len(reviews), organisation),
    }


def checks_under(checks: list[Any]) -> dict[str, Any]:
    """Who of the appraisal team saw what, and the points that they gave."""
    return {
        "title": ngettext("%(n)d人去看过", "%(n)d人去看过", len(checks)) % {"n": len(checks)},
        "note": _("事实：核查评分，各人以最近一次为准"),
        "columns": [
            {"label": _("谁去看的")},
            {"label": _("日期")},
            {"label": _("看到什么")},
            {"label": _("给分"), "num": True},
        ],
        "rows": [
            {
                "cells": [
                    str(k.entered_by),
                    zh_day(k.on_day),
                    k.words,
                    {"words": f"{k.points.normalize():f}", "num": True},
                ]
            }
            for k in checks
        ],
    }


def _rest(number: int, organisation: Organisation) -> dict[str, str]:
    if number <= SHOWN:
        return {}
    return {
        "more": ngettext("全部%(n)d个", "全部%(n)d个", number) % {"n": number},
        "more_url": reverse("pledges:organisation", args=[organisation.code]),
    }


TOLD: dict[str, Callable[[Organisation, Window], dict[str, Any]]] = {
    "pledges_kept": _by_step,
    "steps_kept": _by_step,
    "steps_in_time": _by_step,
    "judged_kept_share": _by_judgement,
    "pledges_judged_kept": _by_judgement,
}
