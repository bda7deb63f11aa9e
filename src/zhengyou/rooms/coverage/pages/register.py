"""The register taken in, and the numbers of people that make an organisation due."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import orgs_where, require
from zhengyou.rooms.coverage.actions import DryRun, Report, import_units, set_standard
from zhengyou.rooms.coverage.forms import RegisterForm, StandardForm, people_words
from zhengyou.rooms.coverage.imports import read_units
from zhengyou.rooms.coverage.pages.coverage import address, place_asked
from zhengyou.rooms.coverage.queries import needs_by_line

SHOWN = 200  # refusals on the page; more are a file of another kind


def register(request: HttpRequest) -> HttpResponse:
    """导入名册 — a file taken in, or only tried; what was not taken is told with its place and the reason."""
    place = place_asked(request)
    require(request.user, "import_units", place)
    form = RegisterForm(request.POST or None, request.FILES or None)
    report, tried = None, False
    if form.is_bound and form.is_valid():
        report, tried = _taken(request, place, form)
    context: dict[str, Any] = {
        "place_shown": place,
        "form": form,
        "here": address(place, name="coverage:register"),
        "back": address(place),
        "crumbs": [(_("组织覆盖"), address(place)), (_("导入名册"), "")],
        "report": report,
        "tried": tried,
        "columns": [{"label": w} for w in (_("表"), _("行"), _("列"), _("内容"), _("原因"))],
        "refused": _remarks(report.register.refused) if report else [],
        "warnings": _remarks(report.register.warnings) if report else [],
    }
    return render(request, "coverage/register.html", context, status=422 if form.errors else 200)


def _taken(request: HttpRequest, place: Any, form: RegisterForm) -> tuple[Report | None, bool]:
    file = form.cleaned_data["file"]
    try:
        found = read_units(file.read(), file.name)
        return import_units(request.user, place, register=found, dry_run=form.cleaned_data["dry_run"]), False
    except DryRun as tried:
        return tried.report, True
    except Refused as refused:
        form.add_error("file", str(refused))
        return None, False


def _remarks(remarks: list[Any]) -> list[dict[str, Any]]:
    return [
        {"cells": [r.sheet, {"words": str(r.row), "num": True}, r.column, r.value or "—", r.reason]}
        for r in remarks[:SHOWN]
    ]


def standards(request: HttpRequest) -> HttpResponse:
    """建组织人数 — for every line from how many people on, by which document; the root's office may enter another."""
    place = place_asked(request)
    form = StandardForm(request.POST or None)
    root = orgs_where(request.user, "set_standard").filter(parent=None).first()
    if request.method == "POST":
        require(request.user, "set_standard", place if root is None else root)
        if form.is_valid() and _set(request, root, form):
            return redirect("coverage:standards")
    people = people_words()
    context = {
        "rows": [
            {
                "cells": [
                    str(need.line.label),
                    _("%(who)s%(n)d人以上") % {"who": people[line], "n": need.people},
                    need.source,
                ]
            }
            for line, need in needs_by_line().items()
        ],
        "columns": [{"label": w} for w in (_("哪一线"), _("几人以上"), _("依据"))],
        "form": form if root else None,
        "here": reverse("coverage:standards"),
        "crumbs": [(_("组织覆盖"), address(place)), (_("建组织人数"), "")],
    }
    return render(request, "coverage/standards.html", context, status=422 if form.errors else 200)


def _set(request: HttpRequest, root: Any, form: StandardForm) -> bool:
    try:
        set_standard(request.user, root, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("已改。人数够的单位按新的标准重新算。"))
    return True
