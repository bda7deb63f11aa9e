"""观感 — how large the text is and whether the page is light or dark: what somebody chose on this machine.

A cookie remembers it, nothing else: no account, so that the public's pages can offer it too.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

SIZES = ("large", "largest")
THEMES = ("light", "dark")
CHOICES = {"size": SIZES, "theme": THEMES}


def chosen_look(request: HttpRequest) -> dict[str, str]:
    """For every page: `text_size` and `theme`, empty where nobody chose."""
    return {"text_size": _chosen(request, "size"), "theme": _chosen(request, "theme")}


def _chosen(request: HttpRequest, what: str) -> str:
    said = request.COOKIES.get(what, "")
    return said if said in CHOICES[what] else ""


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Remember a choice and go back to the page; what is no choice means the ordinary look."""
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(asked if safe else "/")
    for what in CHOICES.keys() & request.POST.keys():
        said = request.POST[what]
        if said in CHOICES[what]:
            answer.set_cookie(
                what,
                said,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        else:
            answer.delete_cookie(what, samesite="Lax")
    return answer
