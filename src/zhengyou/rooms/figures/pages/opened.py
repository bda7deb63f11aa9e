"""一个数 — a figure opened: what it means, what it is made of, the rows beneath it, who says that it is wrong."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from zhengyou.core import clock
from zhengyou.core.asking import day_said
from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.rollup import Window
from zhengyou.core.templatetags.days import zh_date, zh_moment
from zhengyou.rooms.campaigns.queries import running_campaign
from zhengyou.rooms.figures.actions import clear_doubt, doubt_figure
from zhengyou.rooms.figures.forms import ClearingForm, DoubtForm
from zhengyou.rooms.figures.pages.words import number_shown, sum_shown
from zhengyou.rooms.figures.queries import (
    A_PAGE,
    Opened,
    doubts_about,
    doubts_seen_by,
    facts_behind,
    opened,
    organisations_with_figures,
    tells_of_facts,
)

KINDS = {
    "sum": gettext_lazy("逐级相加"),
    "stock": gettext_lazy("某一天的存量，不按时段相加"),
    "share": gettext_lazy("先分别相加，再相除；从不对比率求平均"),
    "distinct": gettext_lazy("同一个人在一棵子树里只算一次，所以上级的数可以小于下级之和"),
}


def asked_for(request: HttpRequest, measure: str, pk: int) -> tuple[str, Organisation, Window]:
    """What is asked for, within the viewer's reach; days as in the address, else the running campaign's."""
    if measure not in MEASURES:
        raise Http404
    organisation = get_object_or_404(organisations_with_figures(request.user), pk=pk)
    campaign = running_campaign(request.user)
    since = day_said(request.GET.get("since", ""), "since") or (campaign.starts_on if campaign else None)
    return (
        measure,
        organisation,
        Window(day_said(request.GET.get("until", ""), "until") or clock.today(), since),
    )


def figure(
    request: HttpRequest, measure: str, pk: int, form: Any = None, answering: Any = None
) -> HttpResponse:
    """一个数 — with a way down the tree and to its rows."""
    name, organisation, window = asked_for(request, measure, pk)
    found = opened(request.user, name, organisation, window)
    may_doubt = may(request.user, "doubt_figure", organisation)
    may_clear = may(request.user, "clear_doubt", organisation)
    context: dict[str, Any] = {
        "opened": found,
        "figure": _explained(found),
        "trend_url": reverse("figures:trend", args=[name, organisation.pk]),
        "crumbs": [
            (_("数据"), f"{reverse('figures:figures')}?under={organisation.parent_id or organisation.pk}"),
            (f"{organisation.short_name} · {found.measure.title}", ""),
        ],
        "below_columns": [{"label": _("下级组织")}, {"label": found.measure.title, "num": True}],
        "below": [_below(found, o, f) for o, f in found.below],
        "doubts": [
            (d, (answering or ClearingForm()) if may_clear and not hasattr(d, "clearing") else None)
            for d in doubts_about(organisation, name)
        ],
        "doubting": (form or DoubtForm()) if may_doubt else None,
    }
    wrong = form is not None or answering is not None
    return render(request, "figures/figure.html", context, status=422 if wrong else 200)


def _below(found: Opened, o: Organisation, figure: Any) -> dict[str, Any]:
    url = reverse("figures:figure", args=[found.measure.name, o.pk])
    return {"cells": [{"words": o.short_name, "url": url}, {"words": number_shown(figure), "num": True}]}


def _explained(found: Opened) -> dict[str, Any]:
    m, f = found.measure, found.figure
    more = [(_("怎样汇总"), KINDS[m.kind]), (_("定义"), m.definition)]
    more += [(MEASURES[p.measure].title, number_shown(p) + MEASURES[p.measure].unit) for p in found.parts]
    span = zh_date(found.window.until)
    if found.window.since and m.kind != "stock":
        span = f"{zh_date(found.window.since)}—{span}"
    age = _("%(moment)s的快照") % {"moment": zh_moment(found.taken_at)} if found.taken_at else _("刚刚算出")
    facts = tells_of_facts(m.name)
    return {
        "name": m.title,
        "of": found.organisation.name,
        "value": number_shown(f),
        "unit": m.unit,
        "meaning": m.told,
        "sum": sum_shown(f),
        "as_of": f"{span} · {age}",
        "facts": _("逐条看") if facts else "",
        "facts_url": reverse("figures:facts", args=[m.name, found.organisation.pk]) if facts else "",
        "dispute_url": "#doubts",
        "more": more,
    }


def facts(request: HttpRequest, measure: str, pk: int) -> HttpResponse:
    """背后的事实 — the rows of one part of a figure, page by page."""
    name, organisation, window = asked_for(request, measure, pk)
    parts = tells_of_facts(name)
    part = request.GET.get("part", "") if request.GET.get("part") in parts else (parts or [""])[0]
    if not part:
        raise Http404
    number = max(int(request.GET.get("page", "1")) if request.GET.get("page", "1").isdigit() else 1, 1)
    behind = facts_behind(request.user, part, organisation, window, A_PAGE * (number - 1))
    shown = list(behind.table.titles)
    names = "person_id" in behind.table.columns
    context = {
        "organisation": organisation,
        "measure": MEASURES[name],
        "choices": [(MEASURES[p].title, f"{request.path}?part={p}", p == part) for p in parts],
        "count": ngettext("%(n)d条", "%(n)d条", behind.number) % {"n": behind.number},
        "page": Paginator(range(behind.number), A_PAGE).get_page(number),
        "columns": [
            {"label": label}
            for label in [
                _("组织"),
                _("日期"),
                *([_("人员")] if names else []),
                *behind.table.titles.values(),
            ]
        ],
        "rows": [{"cells": _cells(row, behind, shown, names)} for row in behind.rows],
        "back": reverse("figures:figure", args=[name, organisation.pk]),
    }
    return render(request, "figures/facts.html", context)


def _cells(row: dict[str, Any], behind: Any, shown: list[str], names: bool) -> list[Any]:
    place = behind.places.get(row["org_id"])
    day = str(row.get("on_day") or "")[:10]
    person = [behind.names.get(row["person_id"], _("不显示姓名"))] if names else []
    return [
        place.short_name if place else "",
        zh_date(date.fromisoformat(day)) if day else "",
        *person,
        *(_said(behind, c, row[c]) for c in shown),
    ]


def _said(behind: Any, column: str, value: Any) -> Any:
    words = behind.table.words.get(column, {})
    if value is None or value == "":
        return "—"
    if behind.table.columns[column] == "bool" or column in ("kept", "first"):
        return str(_("是")) if value else str(_("否"))
    return words.get(value, value) if isinstance(value, int) else str(words.get(value, value))


def doubt(request: HttpRequest, measure: str, pk: int) -> HttpResponse:
    """这个数不对 — said by whoever may open the figure."""
    name, organisation, window = asked_for(request, measure, pk)
    form = DoubtForm(request.POST)
    if not form.is_valid():
        return figure(request, measure, pk, form=form)
    shown = number_shown(opened(request.user, name, organisation, window).figure)
    try:
        doubt_figure(
            request.user,
            organisation,
            measure=name,
            since=window.since,
            until=window.until,
            shown=shown,
            words=form.cleaned_data["words"],
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return figure(request, measure, pk, form=form)
    return redirect(reverse("figures:figure", args=[name, organisation.pk]) + "#doubts")


def clear(request: HttpRequest, pk: int) -> HttpResponse:
    """核实结果 — by those who enter the facts."""
    found = get_object_or_404(doubts_seen_by(request.user), pk=pk)
    form = ClearingForm(request.POST)
    if form.is_valid():
        try:
            clear_doubt(request.user, found, **form.cleaned_data)
            return redirect(
                reverse("figures:figure", args=[found.measure, found.organisation_id]) + "#doubts"
            )
        except Refused as refused:
            form.add_error(None, str(refused))
    return figure(request, found.measure, found.organisation_id, answering=form)
