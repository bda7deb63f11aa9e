"""Lists of people of an organisation and of everything beneath it: to read page by page, to take away whole."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import MOST_IN_A_SHEET, TYPES, as_file, csv_lines, named
from zhengyou.core.errors import Refused
from zhengyou.core.language import listed
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.papers import to_xlsx
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.orgs.actions import export_people
from zhengyou.rooms.orgs.imports.headings import called
from zhengyou.rooms.orgs.papers import named as file_name
from zhengyou.rooms.orgs.papers import people_list
from zhengyou.rooms.orgs.queries import (
    ANY_LEADING,
    CONCURRENT,
    SECRETARIES,
    Row,
    list_seen_by,
    organisations_seen_by,
    rows_of,
    titles_of,
)

A_PAGE = 50


def heads() -> dict[str, str]:
    """The headings of a list: of every column the first name under which an import takes it."""
    return {field: called("people", field) for field in Row._fields}


def _asked(said: QueryDict) -> dict[str, Any]:
    """What a list is asked for, by its address; what nobody offers means what is offered first."""
    line, post = said.get("line", ""), said.get("post", "")
    return {
        "line": line if line in dict(_lines()) else "party",
        "beneath": said.get("scope") != "own",
        "mobile": said.get("mobile") == "1",
        "post": post if post in dict(_posts()) else "",
    }


def _lines() -> list[tuple[str, str]]:
    return [("party", _("党员")), ("union", _("工会会员")), ("youth", _("团员")), ("women", _("妇女"))]


def _posts() -> list[tuple[str, str]]:
    return [
        ("", _("不论职务")),
        (SECRETARIES, _("书记")),
        (ANY_LEADING, _("班子成员")),
        (CONCURRENT, _("在几个组织兼任")),
    ]


def _organisation(request: HttpRequest, pk: int) -> Any:
    seen = organisations_seen_by(request.user).filter(
        pk__in=orgs_where(request.user, "see_people").values("pk")
    )
    return get_object_or_404(seen, pk=pk)


@never_cache
def people_of(request: HttpRequest, pk: int) -> HttpResponse:
    """人员名单 — filtered, page by page, with how many there are; the same as a file with masked numbers."""
    organisation = _organisation(request, pk)
    asked = _asked(request.GET)
    found = list_seen_by(request.user, organisation, **asked)
    if ending := request.GET.get("format"):
        return _file(organisation, rows_of(found), found.memberships.count(), ending)
    people, heads_of_table = asked_in_order(found.memberships, _columns(), request.GET.dict())
    page = Paginator(people, A_PAGE).get_page(request.GET.get("page"))
    titles = titles_of(page.object_list)
    context = {
        "organisation": organisation,
        "page": page,
        "columns": heads_of_table,
        "rows": [_row(m, titles) for m in page],
        "asked": asked,
        "lines": _lines(),
        "posts": _posts(),
        "may_export": may(request.user, "export_people", organisation),
        "address": request.path,
        "whole_url": reverse("orgs:whole_list", args=[pk]),
    }
    return render(request, "orgs/list.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        by(_("姓名"), "person__sound", "person__name"),
        by(_("职务")),
        by(_("组织"), "organisation__path", "person__sound"),
        by(_("性别"), "person__sex"),
        by(_("人员类别"), "person__occupation"),
        by(_("学历"), "person__education"),
        by(_("手机号码")),
    ]


@require_POST
def whole_list(request: HttpRequest, pk: int) -> HttpResponse:
    """导出人员名单 — with whole numbers: a deed in the trail."""
    organisation = _organisation(request, pk)
    rows = export_people(request.user, organisation, **_asked(request.POST))
    return _file(organisation, rows, len(rows), request.POST.get("format", ""))


def _row(membership: Any, titles: dict[tuple[int, int], list[str]]) -> dict[str, Any]:
    person = membership.person
    name = {
        "words": person.name,
        "url": reverse("orgs:person", args=[person.pk]),
        "tag": _("流动") if membership.mobile else "",
    }
    posts = listed(titles.get((person.pk, membership.organisation_id), []))
    cells = [posts, membership.organisation.short_name, person.get_sex_display(), person.occupation]
    return {"cells": [name, *cells, person.education, person.phone_masked]}


def _file(organisation: Any, rows: Iterable[Row], number: int, ending: str) -> Any:
    """The whole list as a file; none of it is left out, however long it is."""
    name = file_name(organisation, clock.today(), ending)
    if ending == "csv":
        answer = StreamingHttpResponse(csv_lines(heads().values(), rows), content_type=TYPES["csv"])
        named(answer, name)
        return answer
    if ending != "xlsx":
        raise Http404
    if number > MOST_IN_A_SHEET:
        raise Refused(_("名单有%(n)d人，一张工作表放不下，请导出csv。") % {"n": number})
    return as_file(to_xlsx(people_list(organisation, list(rows), heads(), clock.today())), name)
