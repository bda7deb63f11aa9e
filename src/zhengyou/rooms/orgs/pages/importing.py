"""导入 — a spreadsheet as it is: upload, say which column is which, see what would happen, one click."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from zhengyou.core.downloads import as_file
from zhengyou.core.errors import Refused
from zhengyou.core.sheets import Sheet, sheets_in
from zhengyou.rooms.orgs.actions import remember_columns
from zhengyou.rooms.orgs.forms.importing import ColumnsForm, EnterForm, UploadForm
from zhengyou.rooms.orgs.imports import headings, keeping, marked
from zhengyou.rooms.orgs.imports.keeping import Kept
from zhengyou.rooms.orgs.imports.rows import no_table
from zhengyou.rooms.orgs.imports.sheets import Table, table_in
from zhengyou.rooms.orgs.pages.importing_work import begin
from zhengyou.rooms.orgs.queries.importing import columns_remembered, import_places, places_called


def upload(request: HttpRequest) -> HttpResponse:
    """导入 — choose a file; uploads that are not finished stand below."""
    places = import_places(request.user)
    if not places:
        raise Http404
    form = UploadForm(request.POST or None, request.FILES or None, places=places)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            kept = _received(request, sent.name, sent.read(), form.under_key())
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("orgs:import_columns", kept.key)
    unfinished = keeping.unfinished_of(_owner(request))
    context = {"form": form, "unfinished": unfinished, "stages": None}
    return render(request, "orgs/import.html", context, status=422 if form.errors else 200)


def _received(request: HttpRequest, name: str, content: bytes, under: int | None) -> Kept:
    """Keep an upload that has a table in it."""
    top = [sheet.excerpt() for sheet in sheets_in(name, content)]
    if not any(table_in(Sheet.of_excerpt(told)) for told in top):
        raise Refused(no_table(name))
    return keeping.keep(_owner(request), name, content, under, top)


def _owner(request: HttpRequest) -> int:
    return request.user.pk or 0


def _kept(request: HttpRequest, key: str) -> Kept:
    """The viewer's own upload; anybody else's is not there."""
    kept = keeping.kept_for(_owner(request), key) if import_places(request.user) else None
    if kept is None:
        raise Http404
    return kept


def columns(request: HttpRequest, key: str) -> HttpResponse:
    """认栏目 — which sheet holds what and which column is which; confirmed, it is tried."""
    kept = _kept(request, key)
    if not kept.has_file():
        return redirect("orgs:import_state", key)
    about = kept.about
    remembered = columns_remembered(request.user)
    sheets = map(Sheet.of_excerpt, kept.told("top")["sheets"])
    tables = [table for sheet in sheets if (table := table_in(sheet, remembered))]
    form = ColumnsForm(request.POST or None, tables=tables, fixed=_fixed(request, tables))
    if form.is_bound and form.is_valid():
        kept.tell("about", **about | {"tables": form.meant})
        _remember(request, about, tables, form.meant, remembered)
        begin(request.user, kept, dry_run=True)
        return redirect("orgs:import_state", key)
    context = {"form": form, "file": about["name"], "key": key, "left_out": _left_out(tables)}
    return render(request, "orgs/import_columns.html", context, status=422 if form.errors else 200)


def _left_out(tables: list[Table]) -> list[str]:
    return list(dict.fromkeys(label for table in tables for label in table.left_out))


def _fixed(request: HttpRequest, tables: list[Table]) -> dict[int, str]:
    """The organisation that a sheet's title or name tells of, where it has no such column."""
    found = {}
    for n, table in enumerate(tables):
        if headings.FIXED[table.holds] not in table.columns:
            found[n] = places_called(request.user, table.titles())
    return found


def _remember(
    request: HttpRequest,
    about: dict[str, Any],
    tables: list[Table],
    meant: dict[str, dict[str, Any]],
    remembered: dict[str, dict[str, Any]],
) -> None:
    """Remember what no heading told, so that the next file with these headings is known."""
    places = {place.pk if place else None: place for place in import_places(request.user)}
    for table in tables:
        said = meant[table.sheet.name]
        if not said["holds"]:
            continue
        meaning = table.chosen(said["holds"], said["columns"], said["fixed"]).meaning()
        known = headings.known_by(table.labels)
        guessed = table_in(table.sheet)
        held = remembered.get(known) or (guessed.meaning() if guessed else None)
        if meaning != held:
            remember_columns(request.user, places[about["under"]], headings=known, meant=meaning)


def state(request: HttpRequest, key: str) -> HttpResponse:
    """导入情况 — how far it has come, what would happen, what has happened."""
    kept = _kept(request, key)
    now = kept.state
    stage = now.get("stage", "stopped")
    if stage == "columns":
        return redirect("orgs:import_columns", key)
    context = {"file": kept.about["name"], "key": key, "stage": stage, "state": now}
    if stage in keeping.WORKING:
        return render(request, "orgs/import_work.html", context | {"job": _job(now, key)})
    report = now.get("report", {})
    context |= {
        "form": EnterForm(gone=report.get("gone", 0)),
        "refused_url": reverse("orgs:import_refused", args=[key]),
    }
    return render(request, "orgs/import_report.html", context | _shown(report))


def progress(request: HttpRequest, key: str) -> HttpResponse:
    """进度 — the bar alone, asked for again and again; at the end the page is opened anew."""
    now = _kept(request, key).state
    if now.get("stage") not in keeping.WORKING:
        return HttpResponseClientRedirect(reverse("orgs:import_state", args=[key]))
    return render(request, "orgs/import_progress.html", {"job": _job(now, key)})


def _job(now: dict[str, Any], key: str) -> dict[str, Any]:
    entering = now["stage"] == "entering"
    comparing = _("正在写入") if entering else _("正在比对")
    return {
        "title": comparing if now.get("step") == "enter" else _("正在读表"),
        "done": now.get("done", 0),
        "total": now.get("total", 0),
        "entering": entering,
        "poll_url": reverse("orgs:import_progress", args=[key]),
    }


@require_POST
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """导入 — enter what was tried, or begin again what did not come to its end."""
    kept = _kept(request, key)
    form, now = EnterForm(request.POST), kept.state
    if form.is_valid() and now.get("stage") in ("tried", "stopped", "failed"):
        # What stopped before anybody saw what would change is tried again first.
        unseen = now.get("was") == "trying"
        begin(request.user, kept, dry_run=unseen, end_gone=form.cleaned_data["end_gone"])
    return redirect("orgs:import_state", key)


@require_POST
def throw_away(request: HttpRequest, key: str) -> HttpResponse:
    """不导入了 — remove the upload."""
    _kept(request, key).thrown_away()
    return redirect("orgs:import")


def refused(request: HttpRequest, key: str) -> HttpResponse:
    """不收的行 — the refused rows as a spreadsheet, to be corrected and sent in again."""
    content = _kept(request, key).read("refused")
    if content is None:
        raise Http404
    return as_file(content, marked.FILE)


def _shown(report: dict[str, Any]) -> dict[str, Any]:
    """The report in tables: counts, whom each concerns, refusals and warnings."""
    if not report:
        return {}
    moved = report["moved"]
    counts = [
        {"cells": [_("组织"), *_counted(report["organisations"], moved["organisations"], "")]},
        {"cells": [_("人员"), *_counted(report["people"], moved["people"], report["gone"])]},
    ]
    heads = (_("新增"), _("变更"), _("其中转移"), _("不变"), _("不收"), _("表中没有"))
    return {
        "counts": counts,
        "count_columns": [{"label": ""}, *({"label": head, "num": True} for head in heads)],
        "lists": [made for kind, title in _titles() if (made := _list(report, kind, title))],
        "report": report,
        "nothing": not any(
            report[of][what] for of in ("organisations", "people") for what in ("new", "changed")
        )
        and not report["gone"],
        "remarks": [(title, _remarks(report[k])) for k, title in _remark_titles(report) if report[k]],
        "remark_columns": [{"label": head} for head in (_("位置"), _("栏目"), _("写的是"), _("为什么"))],
    }


def _counted(counts: dict[str, int], moved: int, gone: Any) -> list[Any]:
    return [counts["new"], counts["changed"], moved, counts["unchanged"], counts["refused"], gone]


def _titles() -> list[tuple[str, str]]:
    return [
        ("organisations_new", _("新增的组织")),
        ("organisations_changed", _("有变更的组织")),
        ("organisations_moved", _("调整隶属的组织")),
        ("people_moved", _("转移组织关系的人员")),
        ("people_changed", _("有变更的人员")),
        ("people_gone", _("表中没有的人员")),
        ("people_new", _("新增的人员")),
    ]


def _remark_titles(report: dict[str, Any]) -> list[tuple[str, str]]:
    refused_count, odd = report["refused_count"], report["warnings_count"]
    return [
        ("refused", ngettext("不收的%(n)d处", "不收的%(n)d处", refused_count) % {"n": refused_count}),
        ("warnings", ngettext("请留意的%(n)d处", "请留意的%(n)d处", odd) % {"n": odd}),
    ]


def _list(report: dict[str, Any], kind: str, title: str) -> dict[str, Any] | None:
    lines = report["lists"].get(kind)
    if not lines:
        return None
    wide = 3 if any(line[2] for line in lines) else 2
    return {
        "title": title,
        "columns": [{"label": head} for head in (_("名称"), _("在哪里"), _("怎么变"))[:wide]],
        "rows": [{"cells": line[:wide]} for line in lines],
        "long": len(lines),
    }


def _remarks(remarks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"cells": [_place(r), r["column"], r["value"], r["reason"]]} for r in remarks]


def _place(remark: dict[str, Any]) -> str:
    if not remark["row"]:
        return str(remark["sheet"])
    return _("%(sheet)s 第%(row)d行") % {"sheet": remark["sheet"], "row": remark["row"]}


import_pages = [
    path("organisations/import/", upload, name="import"),
    path("organisations/import/<str:key>/", state, name="import_state"),
    path("organisations/import/<str:key>/columns/", columns, name="import_columns"),
    path("organisations/import/<str:key>/progress/", progress, name="import_progress"),
    path("organisations/import/<str:key>/enter/", enter, name="import_enter"),
    path("organisations/import/<str:key>/throw-away/", throw_away, name="import_throw_away"),
    path("organisations/import/<str:key>/refused.xlsx", refused, name="import_refused"),
]
