"""Promises of a branch, of a member, and one promise."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.queries import own_word, words_of
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.orgs.queries import home_of, members_of, organisation_asked, person_of
from zhengyou.rooms.pledges.pages.shown import remarks_told, shown, steps_shown
from zhengyou.rooms.pledges.queries import (
    campaign_for,
    due_steps,
    due_steps_of,
    duties_of,
    letters_to_sign,
    may_send_back,
    members_without_pledge,
    organisations_with_pledges,
    places_to_promise,
    pledges_by,
    pledges_seen_by,
    remarks_on,
    returned,
    waiting_drafts,
    waiting_reviews,
    wishes_seen_by,
)

A_PAGE = 50


def place_asked(request: HttpRequest) -> Organisation:
    """The organisation asked for in the address, else one's own."""
    seen = organisations_with_pledges(request.user)
    return organisation_asked(request.user, seen, request.GET.get("org", ""))


def branch(request: HttpRequest) -> HttpResponse:
    """承诺 — what an organisation promised, what is due, who waits to be judged, who has not promised yet."""
    place = place_asked(request)
    campaign = campaign_for(place)
    all_pledges = pledges_seen_by(request.user).filter(organisation=place, published_on__isnull=False)
    page = Paginator(all_pledges, A_PAGE).get_page(request.GET.get("page"))
    to_review = waiting_reviews(request.user)
    without = members_without_pledge(place, campaign.pk if campaign else None)
    context = {
        "words": words_of(campaign),
        "pledge_word": heading_of(campaign, _("承诺")),
        "place_shown": place,
        "today": clock.today(),
        "due": [_due(s, request) for s in due_steps(place)[:A_PAGE]],
        "drafts": [_draft(p) for p in waiting_drafts(request.user).filter(organisation=place)[:A_PAGE]],
        "returned": [_sent_back(p) for p in returned(request.user).filter(organisation=place)[:12]],
        "letters": letters_to_sign(request.user).count(),
        "wishes": wishes_seen_by(request.user).filter(organisation=place, answer=None).count(),
        "meetings": [_talk_over(m) for m in _deliberations(request, place)],
        "org": f"?org={place.pk}",
        "reviews": [_to_review(p) for p in to_review[:12]],
        "to_review": to_review.count(),
        "has_members": members_of(place).exists(),
        "page": page,
        "columns": [
            {"label": w} for w in (heading_of(campaign, pgettext("one", "承诺")), _("步骤"), _("评诺"))
        ],
        "rows": [_row(p) for p in page],
        "without": list(without[:A_PAGE]),
        "may_draft": may(request.user, "pledge_for_others", place),
        "public_url": reverse("pledges:organisation", args=[place.code]),
        "new_url": f"{reverse('pledges:new')}?org={place.pk}",
    }
    return render(request, "pledges/branch.html", context)


def heading_of(campaign: Any, house: str) -> str:
    """What a programme calls its promises, as a heading has it."""
    own = own_word(campaign, "pledge", house)
    return own[:1].upper() + own[1:]


def _due(step: Any, request: HttpRequest) -> dict[str, Any]:
    acts = []
    if may(request.user, "fulfil_step", step):
        acts = [{"label": _("写一句"), "url": reverse("pledges:fulfil", args=[step.pk])}]
    return {
        "due": step.due_on,
        "title": step.what,
        "words": _("%(who)s：%(what)s") % {"who": step.pledge.who, "what": step.pledge.what},
        "acts": acts,
    }


def _draft(pledge: Any) -> dict[str, Any]:
    post = {
        "label": _("公开"),
        "url": reverse("pledges:publish", args=[pledge.pk]),
        "kind": "main",
        "post": True,
    }
    look = {"label": _("看和改"), "url": reverse("pledges:pledge", args=[pledge.pk])}
    return {"title": pledge.what, "words": pledge.who, "acts": [post, look]}


def _deliberations(request: HttpRequest, place: Organisation) -> Any:
    """The latest meetings at which promises were to be talked over."""
    if not may(request.user, "discuss_pledge", place):
        return []
    found = meetings_seen_by(request.user).filter(organisation=place, kind="deliberation")
    return found.filter(held_on__lte=clock.today()).order_by("-held_on", "-pk")[:3]


def _talk_over(meeting: Any) -> dict[str, Any]:
    act = {"label": _("记大家怎么说"), "url": reverse("pledges:meeting", args=[meeting.pk])}
    return {"title": meeting.title, "words": zh_day(meeting.held_on), "acts": [act]}


def _sent_back(pledge: Any) -> dict[str, Any]:
    """A promise to be worded anew, with what was said about it."""
    remark = next(r for r in pledge.returns.all() if r.settled_on is None)
    act = {"label": _("改承诺"), "url": reverse("pledges:change", args=[pledge.pk]), "kind": "main"}
    words = _("%(who)s：%(what)s") % {"who": pledge.who, "what": _remark(remark)}
    return {"title": pledge.what, "words": words, "acts": [act]}


def _remark(remark: Any) -> str:
    return _("%(told)s：%(words)s") % {"told": remark.get_why_display(), "words": remark.words}


def _to_review(pledge: Any) -> dict[str, Any]:
    act = {"label": _("评"), "url": reverse("pledges:review", args=[pledge.pk])}
    words = f"{pledge.organisation.short_name} · {pledge.who}"
    return {"title": pledge.what, "words": words, "acts": [act]}


def _row(pledge: Any) -> dict[str, Any]:
    steps = steps_shown(pledge)
    past = [s for s in steps if s["state"] in ("done", "miss")]
    reviews = list(pledge.reviews.all())
    cells = [
        {"words": pledge.what, "url": reverse("pledges:pledge", args=[pledge.pk]), "small": _whose(pledge)},
        {"met": sum(s["state"] == "done" for s in past), "due": len(past)},
        reviews[-1].get_verdict_display() if reviews else "—",
    ]
    return {"cells": cells}


def _whose(pledge: Any) -> str:
    return _("%(who)s，%(day)s公开") % {"who": pledge.who, "day": zh_day(pledge.published_on)}


def mine(request: HttpRequest) -> HttpResponse:
    """我的承诺 — a member's or a leader's own promises, and what of them is due."""
    person = person_of(request.user)
    home = (home_of(person) or places_to_promise(request.user).first()) if person else None
    if person is None or home is None:
        raise Http404
    due = [
        {
            "due": s.due_on,
            "title": s.what,
            "words": s.pledge.what,
            "acts": [{"label": _("写一句"), "url": reverse("pledges:fulfil", args=[s.pk]), "kind": "main"}],
        }
        for s in due_steps_of(person.pk)
    ]
    found = [{"pledge": p, "steps": _for_phone(p)} for p in pledges_by(person.pk)]
    back = [_sent_back(p) for p in returned(request.user).filter(person=person)]
    context = {
        "words": words_of(campaign_for(home)),
        "person": person,
        "home": home,
        "today": clock.today(),
        "items": due,
        "found": found,
        "returned": back,
    }
    return render(request, "pledges/mine.html", context)


def _for_phone(pledge: Any) -> list[dict[str, Any]]:
    """The steps with one's own words apart from the verdict."""
    return [s | {"words": s["verdict"]} for s in steps_shown(pledge)]


def pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """一项承诺 — as everybody sees it, with what the viewer may do about it."""
    found = get_object_or_404(pledges_seen_by(request.user), pk=pk)
    may_do = {
        deed: may(request.user, deed, found)
        for deed in (
            "publish_pledge",
            "change_pledge",
            "withdraw_pledge",
            "discuss_pledge",
            "show_name",
            "return_pledge",
        )
    }
    may_do["review_pledge"] = may(request.user, "review_pledge", found) and not _own(request, found)
    letter = found.kind == "letter"
    may_do["return_pledge"] = may_do["return_pledge"] and may_send_back(request.user, found)
    context = {
        "pledge_word": heading_of(found.campaign, pgettext("one", "承诺")),
        "pledge": found,
        "letter": letter,
        "remarks": [] if found.published_on or letter else _remarks_on(found),
        "sent_back": next((_remark(r) for r in found.returns.all() if r.settled_on is None), ""),
        "promise": shown(found),
        "steps": steps_shown(found),
        "may_do": may_do,
        "may_see_comments": may(request.user, "see_comments", found.organisation),
        "may_fulfil": may(request.user, "fulfil_step", found) and found.published_on,
        "frame": frame_for(request, found),
    }
    return render(request, "pledges/pledge.html", context)


def _remarks_on(draft: Any) -> list[str]:
    """What in a draft could be worded better before everybody reads it."""
    duties = duties_of(draft.person_id, draft.organisation)
    return remarks_told(remarks_on(draft.what, draft.how_seen, draft.steps.all(), duties))


def _own(request: HttpRequest, found: Any) -> bool:
    return found.person_id is not None and found.person_id == getattr(request.user, "person_id", None)


def frame_for(request: HttpRequest, found: Any) -> str:
    """One's own promise is looked at on the phone, all others at a desk."""
    return "phone.html" if _own(request, found) else "office.html"
