"""账号 — who can sign in, slips for those who cannot yet, and for those who lost theirs."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.accounts.actions import issue_slip, issue_slips, renew_slip
from zhengyou.rooms.accounts.forms import AccountForm
from zhengyou.rooms.accounts.queries import (
    accounts_seen_by,
    places_to_open,
    secretaries_counted,
    secretaries_without,
)

EACH = 50  # to a page


def accounts(request: HttpRequest) -> HttpResponse:
    """账号 — secretaries who cannot sign in yet, a form for offices, and everybody who can."""
    form = _form(request, None)
    return render(request, "accounts/accounts.html", _shown(request, form))


def _form(request: HttpRequest, sent: Any) -> AccountForm:
    """The form for one account; whoever may open none has no such page."""
    places = places_to_open(request.user)
    if not places.exists():
        raise Http404
    return AccountForm(sent, places=places, may_administer=may(request.user, "grant_administration", None))


def _shown(request: HttpRequest, form: AccountForm) -> dict[str, Any]:
    with_account, secretaries = secretaries_counted(request.user)
    page = Paginator(accounts_seen_by(request.user), EACH).get_page(request.GET.get("page"))
    return {
        "form": form,
        "with_account": with_account,
        "secretaries": secretaries,
        "without": secretaries_without(request.user),
        "page": page,
    }


@require_POST
@never_cache
def issue(request: HttpRequest) -> HttpResponse:
    """开一个账号 — for an office, a leader or a supervision group."""
    form = _form(request, request.POST)
    if form.is_valid():
        told = form.cleaned_data
        place = told.pop("place")
        try:
            made = issue_slip(request.user, place, **told)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _slips(request, [(made, place)])
    return render(request, "accounts/accounts.html", _shown(request, form), status=422)


@require_POST
@never_cache
def issue_batch(request: HttpRequest) -> HttpResponse:
    """为书记开账号 — all who have none, or as many as go out at once."""
    top = orgs_where(request.user, "issue_slips").first()
    if top is None:
        raise Http404
    holders = secretaries_without(request.user)
    made = issue_slips(request.user, top, holders=holders)
    return _slips(request, [(user, h.organisation) for user, h in zip(made, holders, strict=True)])


@require_POST
@never_cache
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """重发账号条 — the old password is no longer good."""
    user = get_object_or_404(accounts_seen_by(request.user), pk=pk)
    place = user.standing[0].organisation  # type: ignore[attr-defined]
    return _slips(request, [(renew_slip(request.user, place, user=user), place)])


def _slips(request: HttpRequest, made: list[tuple[Any, Organisation]]) -> HttpResponse:
    """The slips, shown this once: a page of POST that no browser keeps."""
    context = {
        "slips": [{"user": user, "place": place, "password": user.slip} for user, place in made],
        "address": request.build_absolute_uri("/"),
        "back": {"label": "", "url": reverse("accounts:accounts")},
    }
    return render(request, "accounts/slips.html", context)
