"""公开栏 — promises as they are put up on the wall: a page to print, and the same as a paper."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.downloads import as_file
from zhengyou.core.language import in_writing
from zhengyou.core.models import Organisation
from zhengyou.core.papers import to_docx
from zhengyou.rooms.campaigns.queries import words_of
from zhengyou.rooms.pledges.pages.shown import steps_shown
from zhengyou.rooms.pledges.papers import board_name, public_board
from zhengyou.rooms.pledges.queries import campaign_for, pledges_of

MOST = 300  # so many promises fit on a wall


def docx_answer(content: bytes, name: str) -> Any:
    """A paper to be kept, named in Chinese with its day."""
    return as_file(content, f"{name}{clock.today():%Y%m%d}.docx")


def _put_up(place: Organisation) -> list[dict[str, Any]]:
    found = pledges_of(place).filter(withdrawn_on=None, campaign=campaign_for(place))[:MOST]
    return [
        {
            "whose": p.who_in_public if p.person_id else p.get_kind_display(),
            "what": p.what,
            "how_seen": p.how_seen,
            "steps": steps_shown(p),
        }
        for p in found
    ]


@login_not_required
def board(request: HttpRequest, code: str) -> HttpResponse:
    """公开栏 — as it is printed and put up."""
    place = get_object_or_404(Organisation, code=code)
    context = {
        "words": words_of(campaign_for(place)),
        "organisation": place,
        "promises": _put_up(place),
        "now": clock.now(),
        "back": {"label": _("回公开页"), "url": reverse("pledges:organisation", args=[code])},
        "docx_url": reverse("pledges:board_paper", args=[code]),
    }
    return render(request, "open/board.html", context)


@login_not_required
def board_paper(request: HttpRequest, code: str) -> HttpResponse:
    """承诺公开栏 — as a paper."""
    place = get_object_or_404(Organisation, code=code)
    with in_writing():
        pledge = words_of(campaign_for(place))["pledge"]
        written = to_docx(public_board(place, _put_up(place), clock.today(), pledge))
    return docx_answer(written, board_name(place, pledge))
