"""组织覆盖 — the shares of a subtree, of those directly below it, and the gaps as a list to work off."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import as_file
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import Figure, figures_by_org
from zhengyou.core.ledgers import asked_in_order, by
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Category, Organisation
from zhengyou.core.papers import to_xlsx
from zhengyou.core.permissions import may, require
from zhengyou.core.rollup import Window
from zhengyou.core.templatetags.days import days_left, past, zh_date
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.coverage.actions import set_deadline
from zhengyou.rooms.coverage.forms import DeadlineForm, FilterForm, people_words
from zhengyou.rooms.coverage.papers import gaps_ledger, name_of
from zhengyou.rooms.coverage.queries import gaps_seen_by, needs_by_line, organisations_with_coverage
from zhengyou.rooms.orgs.queries import organisation_of

A_PAGE = 50
SHARES = ("coverage_share", "party_coverage", "union_coverage", "youth_coverage", "women_coverage")


def place_asked(request: HttpRequest, pk: int | None = None) -> Organisation:
    """The organisation asked for in the address, else one's own; 404 where the viewer may not look."""
    seen = organisations_with_coverage(request.user)
    asked = str(pk or request.GET.get("org", ""))
    own = organisation_of(request.user)
    found = seen.filter(pk=asked).first() if asked.isdigit() else seen.filter(pk=own.pk if own else 0).first()
    if found is None:
        raise Http404
    return found


def asked_for(request: HttpRequest, pk: int | None = None) -> tuple[Organisation, str, str]:
    """Place, line and category as the address says them; the party's line where none is named."""
    line, category = request.GET.get("line", ""), request.GET.get("category", "")
    lines = needs_by_line()
    return (
        place_asked(request, pk),
        line if line in lines else next(iter(lines)),
        category if category in Category.values else "",
    )


def address(place: Organisation, line: str = "", category: str = "", name: str = "coverage:coverage") -> str:
    """The page of a place, a line and a category."""
    told = {"org": place.pk, "line": line, "category": category}
    return f"{reverse(name)}?{urlencode({k: v for k, v in told.items() if v})}"


def unit_address(pk: int, place: Organisation, line: str, name: str = "coverage:unit") -> str:
    """The page of a unit, from which one comes back to the list of a place."""
    return f"{reverse(name, args=[pk])}?{urlencode({'org': place.pk, 'line': line})}"


def coverage(request: HttpRequest, form: DeadlineForm | None = None) -> HttpResponse:
    """组织覆盖 — shares to watch and a list to work off."""
    place, line, category = asked_for(request)
    engine = engine_for_trees() if place.children.exists() else Live()
    found = figures_by_org(engine, ["units", *SHARES], place, Window(clock.today()), 1)
    need = needs_by_line()[line]
    gaps, columns = asked_in_order(
        gaps_seen_by(request.user, place, line, category),
        _heads(people_words()[line], need.counted),
        request.GET.dict(),
    )
    page = Paginator(gaps, A_PAGE).get_page(request.GET.get("page"))
    below = [o for o in organisations_with_coverage(request.user).filter(parent=place) if o.pk in found]
    may_set = may(request.user, "set_deadline", place) and page.paginator.count
    context: dict[str, Any] = {
        "place_shown": place,
        "taken_at": engine.taken_at if isinstance(engine, Snapshot) else None,
        "units": int(found[place.pk]["units"].numerator),
        "figures": [_figure(n, found[place.pk][n], place) for n in SHARES],
        "below_columns": _below_heads(),
        "below": [_below(o, found[o.pk]) for o in below if found[o.pk]["units"].numerator],
        "need": need,
        "people": people_words()[line],
        "choices": _choices(place, line, category),
        "filter": FilterForm(initial={"category": category}),
        "hidden": {"org": place.pk, "line": line},
        "page": page,
        "columns": columns,
        "rows": [{"cells": _cells(gap, place, line, need.counted)} for gap in page],
        "deadline": (form or DeadlineForm()) if may_set else None,
        "deadline_url": address(place, line, category, "coverage:deadline"),
        "file_url": f"{reverse('coverage:gaps_file', args=[place.pk])}?{urlencode({'line': line, 'category': category})}",
        "register_url": address(place, name="coverage:register")
        if may(request.user, "import_units", place)
        else "",
        "standards_url": reverse("coverage:standards") if may(request.user, "set_standard", place) else "",
    }
    return render(request, "coverage/coverage.html", context, status=422 if form and form.errors else 200)


def _figure(name: str, figure: Figure, place: Organisation) -> dict[str, Any]:
    made = {
        "title": MEASURES[name].title,
        "value": int(figure.numerator),
        "unit": MEASURES[MEASURES[name].parts[0]].unit,
        "url": reverse("figures:figure", args=[name, place.pk]),
    }
    return made | ({"due": int(figure.denominator)} if figure.denominator else {"note": _("没有应建的单位")})


def _below_heads() -> list[dict[str, Any]]:
    lines = [{"label": need.line.label} for need in needs_by_line().values()]
    return [{"label": _("下级组织")}, {"label": MEASURES["units"].title, "num": True}, *lines]


def _below(o: Organisation, found: dict[str, Figure]) -> dict[str, Any]:
    shares = [
        {"met": int(f.numerator), "due": int(f.denominator or 0), "url": address(o, line)}
        for line, f in zip(needs_by_line(), (found[n] for n in SHARES[1:]), strict=True)
    ]
    units = {"words": str(int(found["units"].numerator)), "num": True}
    return {"cells": [{"words": o.short_name, "url": address(o)}, units, *shares]}


def _choices(place: Organisation, line: str, category: str) -> list[tuple[str, str, bool]]:
    return [
        (str(need.line.label), address(place, key, category), key == line)
        for key, need in needs_by_line().items()
    ]


def _heads(people: str, counted: str) -> list[dict[str, Any]]:
    return [
        by(_("单位"), "unit__name"),
        by(_("类别"), "unit__category", "unit__name"),
        by(_("所在"), "organisation__path", "unit__name"),
        by(people, counted, num=True),
        by(_("补建期限"), "due_on", "unit__name"),
    ]


def _cells(gap: Any, place: Organisation, line: str, counted: str) -> list[Any]:
    return [
        {"words": gap.unit.name, "url": unit_address(gap.unit_id, place, line)},
        gap.unit.get_category_display(),
        gap.organisation.short_name,
        {"words": str(getattr(gap, counted)), "num": True},
        due_said(gap.due_on),
    ]


def due_said(due_on: Any) -> Any:
    """A deadline with how far off it is; a dash where nobody has set one."""
    if due_on is None:
        return "—"
    words = _("%(day)s，%(told)s") % {"day": zh_date(due_on), "told": days_left(due_on, clock.today())}
    return {"kind": "over" if past(due_on, clock.today()) else "wait", "words": words}


@require_POST
def deadline(request: HttpRequest) -> HttpResponse:
    """定补建期限 — for the gaps that the list shows, all pages of it."""
    place, line, category = asked_for(request)
    require(request.user, "set_deadline", place)
    form = DeadlineForm(request.POST)
    if form.is_valid():
        try:
            set_deadline(request.user, place, line=line, category=category, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(address(place, line, category))
    return coverage(request, form)


def gaps_file(request: HttpRequest, pk: int) -> HttpResponse:
    """空白点台账 — the whole list as a workbook, with the columns that a register takes."""
    place, line, category = asked_for(request, pk)
    gaps = gaps_seen_by(request.user, place, line, category)
    content = to_xlsx(list(gaps_ledger(place, line, gaps)))
    return as_file(content, f"{name_of(place, line)}{clock.today():%Y%m%d}.xlsx")
