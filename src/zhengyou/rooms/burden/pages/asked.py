"""要我们办什么 — over all running campaigns: minutes by month, what has to be entered, what is asked twice."""

from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from zhengyou.core.models import Category, Kind
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import span, zh_date, zh_month
from zhengyou.rooms.burden.queries import load_of
from zhengyou.rooms.campaigns.queries import BUDGET, BUDGET_GROUND, engine_for_trees
from zhengyou.rooms.orgs.queries import organisation_of

Cells = dict[str, Any]


def asked(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """要我们办什么 — of one's own organisation, or of one below; an office sees each sort of organisation below it."""
    own = organisation_of(request.user)
    place = get_object_or_404(orgs_where(request.user, "see_burden"), pk=pk or (own.pk if own else None))
    load = load_of(request.user, place, engine_for_trees())
    sorts = [s for s in load.sorts if load.months_of(s)]
    if not load.sorts:
        raise Http404
    heaviest = load.heaviest()
    context = {
        "place": place,
        "whole": place.children.exists(),
        "load": load,
        "figures": _figures(load, heaviest),
        "told": BUDGET_GROUND,
        "over": heaviest[1] if heaviest and heaviest[1].over else None,
        "month_columns": _columns(_("月份"), *(_sort(s) for s in sorts)) if len(sorts) > 1 else None,
        "by_sort": _by_sort(load, sorts) if len(sorts) > 1 else None,
        "campaign_columns": _columns(_("月份"), *(c.name for c in load.campaigns), _("合计")),
        "by_campaign": _by_campaign(load, heaviest[0]) if heaviest else [],
        "sort": _sort(heaviest[0]) if heaviest else "",
        "ask_columns": _ask_columns(),
        "asks": [_ask(*found) for found in load.asks_of(heaviest[0])] if heaviest else [],
        "grounds": {a.entry.fact: a.entry for b in load.burdens for a in b.asks}.values(),
        "may_see_unused": may(request.user, "see_unused", place),
    }
    return render(request, "burden/asked.html", context)


def _columns(first: str, *numbers: Any) -> list[dict[str, Any]]:
    return [{"label": first}, *({"label": label, "num": True} for label in numbers)]


def _sort(sort: Any) -> str:
    return f"{Kind(sort.kind).label} · {Category(sort.category).label}"


def _figures(load: Any, heaviest: Any) -> list[dict[str, Any]]:
    found = [{"title": _("正在进行的活动"), "value": len(load.campaigns), "unit": _("项")}]
    if heaviest:
        sort, month = heaviest
        told = {"month": zh_month(month.month), "most": BUDGET}
        found.append(
            {
                "title": _("最重的一个月，一个组织要录入"),
                "value": month.total,
                "unit": _("分钟"),
                "note": _("%(month)s；上限%(most)d分钟") % told,
            }
        )
    hours = ceil(sum(b.entering for b in load.burdens) / 60)
    found.append(
        {"title": _("全部录入"), "value": hours, "unit": _("小时"), "note": _("所有组织、整个活动合计")}
    )
    found.append({"title": _("重复要的"), "value": len(load.twice), "unit": _("处")})
    return found


def _number(month: Any) -> Any:
    """Minutes of one month; over the budget it is marked."""
    return {"kind": "over", "words": str(month.total)} if month.over else month.total


def _by_sort(load: Any, sorts: list[Any]) -> list[dict[str, Any]]:
    found = {s: {m.month: m for m in load.months_of(s)} for s in sorts}
    months = sorted({m for by in found.values() for m in by})
    return [
        {"cells": [zh_month(m), *(_number(found[s][m]) if m in found[s] else 0 for s in sorts)]}
        for m in months
    ]


def _by_campaign(load: Any, sort: Any) -> list[dict[str, Any]]:
    return [{"cells": [zh_month(m.month), *m.parts, _number(m)]} for m in load.months_of(sort)]


def _ask_columns() -> list[dict[str, Any]]:
    words = (_("办什么"), _("哪项活动"), _("什么时候"))
    return [*({"label": w} for w in words), *({"label": w, "num": True} for w in (_("几次"), _("分钟")))]


def _ask(campaign: Any, ask: Any, minutes: int) -> dict[str, Any]:
    title = str(ask.entry.title)
    name = ask.name if ask.name == title else _("%(name)s · %(what)s") % {"name": ask.name, "what": title}
    days = zh_date(ask.since) if ask.since == ask.until else span(ask.since, ask.until)
    return {"cells": [name, campaign.name, days, ceil(ask.times), minutes]}
