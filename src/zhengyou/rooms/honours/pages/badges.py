"""What machines read: an honour as a signed credential, the key to check it with, and which are revoked."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from zhengyou.core import clock
from zhengyou.rooms.honours.papers import credential_of, key_of, key_set, signed, status_list
from zhengyou.rooms.honours.queries import (
    has_consented,
    honour_called,
    revoked_numbers,
    standing_of,
)

JWT = "application/vc+jwt"


def _base(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


@login_not_required
@never_cache
def credential(request: HttpRequest, code: str) -> HttpResponse:
    """电子荣誉凭证 — as an Open Badge 3.0; none for somebody who does not consent to be named."""
    found = honour_called(code)
    if found is None or not has_consented(found.nomination):
        raise Http404
    base = _base(request)
    answer = HttpResponse(signed(credential_of(found, base), base), content_type=JWT)
    answer["Content-Disposition"] = f'attachment; filename="honour-{found.pk}.jwt"'
    return answer


@login_not_required
@never_cache
def status(request: HttpRequest, code: str) -> JsonResponse:
    """荣誉状态 — valid, expired or revoked, and since when and why."""
    found = honour_called(code)
    if found is None:
        raise Http404
    told = {"status": str(standing_of(found)), "validFrom": str(found.since)}
    if found.until:
        told["validUntil"] = str(found.until)
    if revocation := getattr(found, "revocation", None):
        told |= {"revokedOn": str(revocation.revoked_on), "reason": revocation.words}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


@login_not_required
def keys(request: HttpRequest) -> JsonResponse:
    """公钥 — with which everybody can check what was signed here."""
    return JsonResponse(key_set(_base(request)))


@login_not_required
def key(request: HttpRequest) -> JsonResponse:
    """公钥 — one key alone, at the address that every credential names."""
    return JsonResponse(key_of(_base(request)))


@login_not_required
@never_cache
def statuses(request: HttpRequest) -> HttpResponse:
    """撤销名单 — a bit for each honour, signed."""
    revoked, last = revoked_numbers()
    base = _base(request)
    return HttpResponse(signed(status_list(revoked, last, base, clock.today()), base), content_type=JWT)
