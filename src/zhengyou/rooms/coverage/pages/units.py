"""One unit: on which lines it is covered and by whom, and how a gap is closed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, require
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.coverage.actions import close_unit, cover_unit, end_cover, found_for_unit
from zhengyou.rooms.coverage.forms import CoverForm, FoundForm, people_words
from zhengyou.rooms.coverage.pages.coverage import address, due_said, place_asked, unit_address
from zhengyou.rooms.coverage.queries import covers_seen_by, likely_for, needs_by_line, state_of, units_seen_by
from zhengyou.rooms.orgs.queries import organisation_named


def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """单位 — its lines; a form that links an organisation to the line in the address."""
    found = get_object_or_404(units_seen_by(request.user), pk=pk)
    form = CoverForm(request.POST or None)
    if request.method == "POST":
        require(request.user, "cover_unit", found)
        if form.is_valid() and _done(form, lambda: _cover(request, found, form)):
            return redirect(address(_place(request, found), _line(request)))
    return _shown(request, found, covering=form)


def _place(request: HttpRequest, found: Any) -> Any:
    """Whose list one comes from and goes back to; the owner's where the address names none."""
    return place_asked(request) if request.GET.get("org") else found.organisation


def _line(request: HttpRequest) -> str:
    lines = needs_by_line()
    asked = request.GET.get("line", "")
    return asked if asked in lines else next(iter(lines))


def _done(form: forms.Form, deed: Callable[[], Any]) -> bool:
    try:
        deed()
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _cover(request: HttpRequest, found: Any, form: CoverForm) -> Any:
    told = form.cleaned_data
    by = organisation_named(told["covered_by"], found.organisation)
    return cover_unit(
        request.user, found, line=_line(request), covered_by=by, how=told["how"], since=told["since"]
    )


def _shown(request: HttpRequest, found: Any, **bound: forms.Form) -> HttpResponse:
    line, place = _line(request), _place(request, found)
    people = people_words()
    lines = [_state(request, found, people[told[0].line], *told) for told in state_of(found)]
    chosen = next(shown for shown in lines if shown["line"] == line)
    open_line = found.until is None and not chosen["covered"]
    context: dict[str, Any] = {
        "unit": found,
        "lines": lines,
        "chosen": chosen,
        "here": unit_address(found.pk, place, line),
        "likely": likely_for(found, line) if open_line else [],
        "covering": bound.get("covering") or CoverForm(),
        "founding": bound.get("founding") or FoundForm(),
        "may_cover": open_line and may(request.user, "cover_unit", found),
        "may_found": open_line and may(request.user, "found_for_unit", found),
        "found_url": unit_address(found.pk, place, line, "coverage:found"),
        "close_url": reverse("coverage:close", args=[found.pk])
        if found.until is None and may(request.user, "close_unit", found)
        else "",
        "crumbs": [(_("组织覆盖"), address(place, line)), (found.name, "")],
    }
    wrong = any(form.errors for form in bound.values())
    return render(request, "coverage/unit.html", context, status=422 if wrong else 200)


def _state(
    request: HttpRequest, found: Any, people: str, need: Any, number: Any, cover: Any, due: Any
) -> dict[str, Any]:
    """One line of a unit in words: covered, a gap, or nothing due."""
    shown = {"line": need.line, "label": need.line.label, "covered": cover, "acts": []}
    shown["url"] = unit_address(found.pk, _place(request, found), need.line)
    have = _("%(who)s%(n)d人") % {"who": people, "n": number} if number is not None else _("人数未填")
    shown["people"] = _("%(have)s；%(need)d人以上应建") % {"have": have, "need": need.people}
    if cover:
        told = {
            "who": cover.covered_by.name,
            "how": cover.get_how_display(),
            "day": zh_date(cover.since),
        }
        shown |= {"kind": "met", "words": _("%(who)s · %(how)s · %(day)s起") % told}
        if may(request.user, "end_cover", cover):
            url = reverse("coverage:end", args=[cover.pk])
            shown["acts"] = [{"label": _("解除"), "url": url, "post": True, "kind": "bare"}]
    elif number is not None and number >= need.people:
        late = due is not None and due < clock.today()
        until = due_said(due)
        words = _("空白点，期限%(due)s") % {"due": until["words"]} if due else _("空白点")
        shown |= {"kind": "over" if late else "lack", "words": words}
    else:
        shown |= {"kind": "na", "words": _("不到建组织的人数")}
    return shown


@require_POST
def found(request: HttpRequest, pk: int) -> HttpResponse:
    """为单位建立组织 — a new organisation below the unit's owner."""
    unit = get_object_or_404(units_seen_by(request.user), pk=pk)
    require(request.user, "found_for_unit", unit)
    form = FoundForm(request.POST)
    line = _line(request)
    if form.is_valid() and _done(
        form, lambda: found_for_unit(request.user, unit, line=line, **form.cleaned_data)
    ):
        return redirect(address(_place(request, unit), line))
    return _shown(request, unit, founding=form)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """解除覆盖 — as of today."""
    cover = get_object_or_404(covers_seen_by(request.user), pk=pk)
    end_cover(request.user, cover)
    return redirect(f"{reverse('coverage:unit', args=[cover.unit_id])}?line={cover.line}")


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """注销单位 — as of today."""
    unit = get_object_or_404(units_seen_by(request.user), pk=pk)
    close_unit(request.user, unit)
    return redirect(address(unit.organisation))
