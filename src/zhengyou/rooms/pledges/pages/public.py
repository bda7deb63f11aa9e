"""The public's pages: find one's own village, street, school or hospital, and read what it promised."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.queries import engine_for_trees, words_of
from zhengyou.rooms.orgs.queries import secretary_of
from zhengyou.rooms.pledges.pages.shown import promises
from zhengyou.rooms.pledges.queries import (
    above,
    call_for,
    campaign_for,
    consented_names,
    organisations_called,
    pledges_of,
    wishes_shown,
)
from zhengyou.rooms.ratings.queries import open_to_public

FOUND = 40
A_PAGE = 30
FIGURES = ["steps_kept", "steps_due", "members_pledged", "members", "pledges_reviewed", "pledges_published"]


@login_not_required
def search(request: HttpRequest) -> HttpResponse:
    """公开 — search one's own village, street, school, hospital."""
    words = request.GET.get("q", "").strip()[:40]
    found = list(organisations_called(words)[: FOUND + 1])
    root = Organisation.objects.filter(parent=None).order_by("path").first()
    context = {
        **around(root),
        "words": words,
        "found": [_entry(o) for o in found[:FOUND]],
        "more": len(found) > FOUND,
    }
    return render(request, "open/search.html", context)


def around(root: Organisation | None) -> dict[str, Any]:
    """What stands around every public page: whose portal it is, and who answers for it."""
    return {
        "site": _("%(place)s公开") % {"place": root.short_name} if root else pgettext("site", "公开"),
        "home_url": reverse("pledges:search"),
        "office_name": root.name if root else "",
        "links": [
            (_("找我的村、单位"), reverse("pledges:search")),
            (_("凭码评一评"), reverse("ratings:rate")),
            (_("荣誉册"), reverse("honours:register")),
            (_("凭编号查进度"), reverse("pledges:follow")),
        ],
    }


def _entry(organisation: Organisation) -> dict[str, Any]:
    return {
        "name": organisation.name,
        "where": organisation.parent.short_name if organisation.parent else "",
        "url": reverse("pledges:organisation", args=[organisation.code]),
    }


@login_not_required
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """公开页 — what an organisation and its members promised, how far it is, what others say of it."""
    place = get_object_or_404(Organisation, code=code)
    higher = above(place)
    beneath = list(place.children.filter(closed_on=None).select_related("parent")[:200])
    campaign = campaign_for(place)
    pledges = pledges_of(place)
    earlier = pledges.exclude(campaign=campaign) if campaign else pledges.none()
    shown = earlier if request.GET.get("earlier") else pledges.filter(campaign=campaign)
    page = Paginator(shown.filter(person__isnull=False), A_PAGE).get_page(request.GET.get("page"))
    context = {
        **around(higher[0] if higher else place),
        "words": words_of(campaign),
        "organisation": place,
        "crumbs": [(o.short_name, reverse("pledges:organisation", args=[o.code])) for o in higher]
        + [(place.short_name, "")],
        "figures": _figures(place, campaign, bool(beneath)),
        "secretary": _secretary(place),
        "promises": promises(shown.filter(person=None).exclude(kind="deed")),
        "deeds": promises(shown.filter(person=None, kind="deed")),
        "call": call_for(place),
        "wishes": wishes_shown(place)[:A_PAGE],
        "suggest_url": reverse("pledges:suggest", args=[code]),
        "board_url": reverse("pledges:board", args=[code]),
        "members_promises": promises(page),
        "page": page,
        "beneath": [_entry(o) for o in beneath],
        "may_rate": open_to_public(place),
        "rate_url": reverse("ratings:rate"),
        "earlier": not request.GET.get("earlier") and earlier.exists(),
        "now": clock.now(),
    }
    return render(request, "open/organisation.html", context)


def _secretary(place: Organisation) -> str:
    """The secretary's name, where its bearer stands by a promise with it."""
    found = secretary_of(place)
    return found.name if found and found.pk in consented_names(place) else ""


def _figures(place: Organisation, campaign: Any, tree: bool) -> dict[str, Any]:
    """Three counts over the organisation and all beneath it; whole trees from the snapshot."""
    window = Window(clock.today(), None, campaign.pk if campaign else None)
    engine = engine_for_trees() if tree else Live()
    found = figures_by_org(engine, FIGURES, place, window).get(place.pk, {})
    return {name: int(found[name].value or 0) if name in found else 0 for name in FIGURES}
