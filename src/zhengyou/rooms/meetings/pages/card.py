"""我的党员卡 — a code that the organiser's reader reads; on the screen, or printed."""

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from zhengyou.rooms.meetings.queries import card_of
from zhengyou.rooms.orgs.queries import home_of, person_of


def card(request: HttpRequest) -> HttpResponse:
    """我的党员卡 — one's own card and nobody else's."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    drawn = segno.make(card_of(person), error="m", micro=False)
    code = mark_safe(drawn.svg_inline(scale=5, border=4, light="#fff", dark="#000"))  # noqa: S308 — segno's own
    return render(request, "meetings/card.html", {"person": person, "home": home, "code": code})
