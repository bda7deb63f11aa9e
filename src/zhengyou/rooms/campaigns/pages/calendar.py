"""日历订阅 — an address that a calendar program asks by itself, so that nobody copies dates by hand.

Programs do not sign in: the address itself says for whom it is, signed. It ends with the account, with what the
account may see, and with its password.
"""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from zhengyou.core.calendars import Entry, feed
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.accounts.queries import account_of
from zhengyou.rooms.campaigns.queries import calendar_of_organisation, calendar_of_person
from zhengyou.rooms.orgs.queries import home_of, organisation_of, person_of

SIGNER = Signer(salt="calendar")


def calendars(request: HttpRequest) -> HttpResponse:
    """日历订阅 — the addresses of one's own calendar and of that of one's organisation."""
    person, organisation = person_of(request.user), organisation_of(request.user)
    home = home_of(person) if person else None
    found = []
    if home is not None:
        found.append({"name": _("我的日历"), "words": home.name, "url": _address(request, 0)})
    if organisation and orgs_where(request.user, "see_progress").filter(pk=organisation.pk).exists():
        url = _address(request, organisation.pk)
        found.append({"name": _("本组织日历"), "words": organisation.name, "url": url})
    if not found:
        raise Http404
    return render(request, "campaigns/calendars.html", {"calendars": found})


def _address(request: HttpRequest, organisation: int) -> str:
    user: Any = request.user
    token = SIGNER.sign(f"{user.pk}.{organisation}.{_stamp(user)}")
    return request.build_absolute_uri(reverse("campaigns:calendar", args=[token]))


def _stamp(user: Any) -> str:
    """Changes with the password, so that a new one ends every address given before."""
    return salted_hmac("calendar", user.password).hexdigest()[:16]


@login_not_required
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind an address; for anything that does not hold there is no page."""
    user, organisation = _holder(token)
    name, entries = _entries(user, organisation)
    answer = HttpResponse(
        feed(name, entries, request.get_host().partition(":")[0]), content_type="text/calendar; charset=utf-8"
    )
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def _holder(token: str) -> tuple[Any, int]:
    try:
        user_id, organisation, stamp = SIGNER.unsign(token).split(".")
        user = account_of(int(user_id))
    except (BadSignature, ValueError) as error:
        raise Http404 from error
    if user is None or not constant_time_compare(_stamp(user), stamp):
        raise Http404
    return user, int(organisation)


def _entries(user: Any, organisation: int) -> tuple[str, list[Entry]]:
    if not organisation:
        person = person_of(user)
        home = home_of(person) if person else None
        if home is None:
            raise Http404
        return _("我的日历"), calendar_of_person(user, home)
    found = calendar_of_organisation(user, organisation)
    if found is None:
        raise Http404
    where, entries = found
    return where.name, entries
