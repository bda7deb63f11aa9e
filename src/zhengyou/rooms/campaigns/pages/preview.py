"""印发前看一看 — for each level what it will be asked, when, and how many minutes that is; then 印发."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from zhengyou.core.models import Category, Kind
from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import span, zh_date, zh_month
from zhengyou.rooms.campaigns.actions import approve_burden, issue_campaign
from zhengyou.rooms.campaigns.forms import ApprovalForm, IssueForm
from zhengyou.rooms.campaigns.queries import (
    BUDGET,
    BUDGET_GROUND,
    approval_of,
    campaigns_seen_by,
    engine_for_trees,
    parts_of,
    preview_of,
    words_of,
)

MONTHS = 24  # rows of the table by month


def preview(request: HttpRequest, code: str) -> HttpResponse:
    """印发前看一看 — the whole cost on one page; what keeps it from being issued stands on top."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    may_issue, may_approve = (
        may(request.user, deed, campaign) for deed in ("issue_campaign", "approve_burden")
    )
    if campaign.issued_on or not (may_issue or may_approve):
        raise Http404
    places = parts_of(campaign)
    issuing = IssueForm(
        _sent(request, "to"), places=places, initial={"to": request.GET.get("to") or campaign.organisation_id}
    )
    if issuing.is_bound and issuing.is_valid():
        issue_campaign(request.user, campaign, to=issuing.cleaned_data["to"])
        return redirect("campaigns:overview", code)
    to = places.filter(pk=request.GET["to"]).first() if request.GET.get("to", "").isdigit() else None
    shown = preview_of(campaign, engine_for_trees(), to)
    approving = ApprovalForm(_sent(request, "minutes"), initial={"minutes": shown.minutes})
    if approving.is_bound and approving.is_valid():
        approve_burden(request.user, campaign, **approving.cleaned_data)
        return redirect("campaigns:preview", code)
    approval = approval_of(campaign)
    lacks = shown.waits_for(approval)
    context = {
        "previewed": campaign,
        "to": to or campaign.organisation,
        "shown": shown,
        "approval": approval,
        "lacks_approval": lacks,
        "issuing": issuing if may_issue else None,
        "approving": approving if may_approve and lacks else None,
        "told": BUDGET_GROUND,
        "figures": _figures(shown),
        **_tables(shown),
        "grounds": {a.entry.fact: a.entry for a in shown.burden.asks}.values(),
    }  # fmt: skip
    return render(request, "campaigns/preview.html", context, status=422 if approving.errors else 200)


def _sent(request: HttpRequest, field: str) -> Any:
    return request.POST if request.method == "POST" and field in request.POST else None


def _figures(shown: Any) -> list[dict[str, Any]]:
    sorts, peak = shown.burden.sorts, shown.peak
    people = sum(s.members for s in sorts)
    each = ceil(shown.burden.taking / people / 60) if people else 0
    return [
        {"title": _("要问到的组织"), "value": sum(s.organisations for s in sorts), "unit": _("个")},
        {"title": _("要参加的党员"), "value": people, "unit": _("人")},
        {
            "title": _("最重的一个月，一个组织要录入"),
            "value": shown.minutes,
            "unit": _("分钟"),
            "note": _("%(month)s，连同别的活动；上限%(most)d分钟") % {"month": zh_month(peak.month), "most": BUDGET}
            if peak
            else "",
        },
        {
            "title": _("全部录入"),
            "value": ceil(shown.burden.entering / 60),
            "unit": _("小时"),
            "note": _("所有组织、整个活动合计"),
        },
        {"title": _("每名党员参加"), "value": each, "unit": _("小时"), "note": _("开会、学习、写东西，平均")},
    ]  # fmt: skip


def _tables(shown: Any) -> dict[str, Any]:
    columns = (
        (_("谁"), False),
        (_("办什么"), False),
        (_("什么时候"), False),
        (_("几次"), True),
        (_("分钟"), True),
    )
    sorts = [s for s in shown.burden.sorts if shown.burden.of(s)]
    branches = [s for s in sorts if s.kind == Kind.BRANCH] or sorts
    heads = (
        (_("类别"), False),
        (_("组织"), True),
        (_("党员"), True),
        (_("一个组织录入"), True),
        (_("一名党员参加"), True),
    )
    return {
        "level_columns": _columns(*columns),
        "levels": list(_levels(shown.burden)),
        "sort_columns": _columns(*heads),
        "by_sort": [_by_sort(shown.burden, s) for s in sorts],
        "month_columns": _columns((_("月份"), False), *((Category(s.category).label, True) for s in branches)),
        "by_month": _by_month(shown.burden, branches),
    }  # fmt: skip


def _columns(*columns: tuple[Any, bool]) -> list[dict[str, Any]]:
    return [{"label": label, "num": num} for label, num in columns]


def _levels(burden: Any) -> Iterator[dict[str, Any]]:
    """Each level with what it is asked: members first, then every kind of organisation, an average one."""
    words = words_of(burden.campaign)
    for ask in burden.asks:
        if ask.taking and any(ask.asked_of(s) and s.members for s in burden.sorts):
            yield _line(_("每名%(member)s") % {"member": words["member"]}, ask, ask.taking, _("参加"))
    for kind in Kind:
        sorts = [s for s in burden.sorts if s.kind == kind]
        for ask in burden.asks:
            asked = [s for s in sorts if ask.asked_of(s)]
            total = sum((ask.entering(s) * s.organisations for s in asked), Fraction(0))
            if total:
                each = total / sum(s.organisations for s in asked)
                yield _line(_("每个%(kind)s") % {"kind": kind.label}, ask, each, str(ask.entry.title))


def _line(who: str, ask: Any, minutes: Fraction, what: str) -> dict[str, Any]:
    name = ask.name if ask.name == what else _("%(name)s · %(what)s") % {"name": ask.name, "what": what}
    days = zh_date(ask.since) if ask.since == ask.until else span(ask.since, ask.until)
    return {"cells": [who, name, days, ceil(ask.times), ceil(minutes)]}


def _by_sort(burden: Any, sort: Any) -> dict[str, Any]:
    taking = sum((a.taking for a in burden.asks if a.asked_of(sort)), Fraction(0)) if sort.members else 0
    name = f"{Kind(sort.kind).label} · {Category(sort.category).label}"
    return {"cells": [name, sort.organisations, sort.members, ceil(burden.of(sort)), ceil(taking)]}


def _by_month(burden: Any, sorts: list[Any]) -> list[dict[str, Any]]:
    found = [burden.by_month(s) for s in sorts]
    months: list[date] = sorted({month for by in found for month in by})
    return [
        {"cells": [zh_month(m), *(ceil(by.get(m, Fraction(0))) for by in found)]} for m in months[:MONTHS]
    ]
