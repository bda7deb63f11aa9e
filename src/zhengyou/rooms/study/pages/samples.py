"""抽查 — drawn first, looked at then, and what it says about all."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.permissions import may, orgs_where, require
from zhengyou.core.rules import number
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.study.actions import conclude_sample, draw_sample, judge_sampled
from zhengyou.rooms.study.forms import SampleForm
from zhengyou.rooms.study.pages.findings import may_become_finding, recorded
from zhengyou.rooms.study.queries import Found, draws_the_same, found_by, items_seen_by, samples_seen_by

A_PAGE = 50


def samples(request: HttpRequest) -> HttpResponse:
    """抽查 — those drawn so far, and a form that says from what and how sure."""
    if not orgs_where(request.user, "see_samples").exists():
        raise Http404
    places = orgs_where(request.user, "draw_sample")
    form = SampleForm(request.POST or None, places=places) if places.exists() else None
    if form and form.is_bound and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            sample = draw_sample(request.user, said.pop("organisation"), **said)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("study:sample", sample.pk)
    found, columns = asked_in_order(samples_seen_by(request.user), _columns(), request.GET.dict())
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(s) for s in page],
        "columns": columns,
        "form": form,
        "here": request.path,
    }
    return render(request, "study/samples.html", context, status=422 if form and form.errors else 200)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("查哪里"), "organisation__path"),
        by(_("种类"), "kind", "-drawn_on"),
        by(_("抽取"), "drawn_on"),
        by(_("看了")),
        by(_("不合要求"), num=True),
    ]


def _row(sample: Any) -> dict[str, Any]:
    where = {"words": sample.organisation.short_name, "url": reverse("study:sample", args=[sample.pk])}
    looked = {"met": sample.looked, "due": sample.size}
    failed = sample.failed if sample.concluded_on else "—"
    return {"cells": [where, sample.get_kind_display(), zh_date(sample.drawn_on), looked, failed]}


def sample(request: HttpRequest, pk: int) -> HttpResponse:
    """一次抽查 — what was drawn, what was found, and how to draw the same again."""
    found: Any = get_object_or_404(samples_seen_by(request.user), pk=pk)
    judges = not found.concluded_on and may(request.user, "judge_sampled", found)
    result = found_by(found)
    context = {
        "sample": found,
        "told": _told(result) if result else "",
        "plan": _plan(found),
        "same": draws_the_same(found),
        "items": [
            (item, reverse("study:judge", args=[item.pk]))
            for item in items_seen_by(request.user).filter(sample=found)
        ],
        "judges": judges,
        "left": found.size - found.looked,
        "finding_url": reverse("study:finding", args=[pk]) if may_become_finding(request.user, found) else "",
        "finding": recorded(request.user, found),
        "conclude_url": reverse("study:conclude", args=[pk]),
        "crumbs": [(_("抽查"), reverse("study:samples")), (found.organisation.short_name, "")],
    }
    return render(request, "study/sample.html", context)


def _plan(sample: Any) -> str:
    told = {
        "n": sample.size,
        "all": sample.population,
        "rate": number(sample.rate),
        "sureness": number(sample.sureness),
    }
    return (
        _(
            "共%(all)s篇，抽%(n)s篇：不合格率超过%(rate)s%%的话，有不低于%(sureness)s%%的把握至少抽到一篇不合格的。"
        )
        % told
    )


def _told(found: Found) -> str:
    told = {
        "n": found.size,
        "failed": found.failed,
        "all": found.population,
        "low": found.between.low,
        "high": found.between.high,
        "sureness": number(found.sureness * 100),
    }
    if found.size == found.population:
        return _("全部%(all)s篇都看了，%(failed)s篇不合要求。") % told
    return (
        _(
            "看了%(n)s篇，%(failed)s篇不合要求。照此推断，全部%(all)s篇中不合要求的在%(low)s到%(high)s篇之间（%(sureness)s%%的把握）。"
        )
        % told
    )


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """登记抽查结果 — one that was looked at."""
    item = get_object_or_404(items_seen_by(request.user), pk=pk)
    fails = request.POST.get("fails") == "1"
    judge_sampled(request.user, item, fails=fails, remark=request.POST.get("remark", "")[:100])
    return redirect("study:sample", item.sample_id)


@require_POST
def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """办结抽查 — all were looked at."""
    found = get_object_or_404(samples_seen_by(request.user), pk=pk)
    require(request.user, "conclude_sample", found)
    conclude_sample(request.user, found)
    return redirect("study:sample", pk)
