"""Signing in and out.

Whoever tries passwords one after the other is slowed down, and nobody else is: see
:func:`~zhengyou.rooms.accounts.queries.seconds_to_wait` for how long. What is kept for it are keyed digests, for an
hour. A browser in which somebody has signed in keeps a sealed cookie, sent to the sign-in page alone, by which
it is known again; so who guesses at an account cannot keep its holder out of the usual machine, and from any
other place the first try is always free. What remains is somebody who guesses without end from the very address
that the holder uses with a machine never used before: there both have to wait for the same minutes.
"""

import secrets
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhengyou.core.secrets import keyed_digest
from zhengyou.rooms.accounts.actions import forget_tries, note_try, take_back
from zhengyou.rooms.accounts.forms import SignInForm
from zhengyou.rooms.accounts.pages.choosing import let_choose
from zhengyou.rooms.accounts.queries import seconds_to_wait, unclaimed

COOKIE = "known_here"
SHARED_BY = 8  # accounts that one browser may be known for: the machine in an office
HALF_A_YEAR = 180 * 24 * 3600


class SignIn(LoginView):
    """登录 — one form; whoever is signed in already goes home."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    tried: Any  # the wrong password that this try is taken for until it proves right

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; where nobody has an account yet, the way to set up.

        A part of a page that asks after its reader was signed out is told so (401).
        """
        if not request.headers.get("HX-Request"):
            return redirect("setup:begin") if unclaimed() else super().get(request, *args, **kwargs)
        asked_on: str = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
        sign_in_url = f"{request.path}?{urlencode({'next': asked_on})}"
        return render(request, "accounts/_signed_out.html", {"sign_in_url": sign_in_url}, status=401)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look at the password, unless it comes too soon after wrong ones."""
        account = account_key(request.POST.get("username", ""))
        device, accounts = known_device(request)
        known = account in accounts
        self.tried = note_try(account, keyed_digest(device) if known else place_key(request))
        if wait := seconds_to_wait(self.tried, known=known):
            take_back(self.tried)
            return self._too_soon(wait)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> Any:
        """Sign in, and know this browser again; a one-time password opens the choice of an own one and no more."""
        forget_tries(self.tried)
        user = form.get_user()
        if user.one_time:
            answer: Any = let_choose(self.request, user, self.get_success_url())
        else:
            answer = super().form_valid(form)
        device, accounts = known_device(self.request)
        others = [other for other in accounts if other != self.tried.account]
        answer.set_signed_cookie(
            COOKIE,
            ".".join([device, self.tried.account, *others[: SHARED_BY - 1]]),
            max_age=HALF_A_YEAR,
            path=self.request.path,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Strict",
        )
        return answer

    def form_invalid(self, form: AuthenticationForm) -> Any:
        """Count a wrong password; a field left empty was no try."""
        if not form.has_error("__all__", "invalid_login"):
            take_back(self.tried)
        answer = super().form_invalid(form)
        answer.status_code = 422
        return answer

    def _too_soon(self, wait: int) -> HttpResponse:
        """Say how long to wait; the password was not looked at, so the answer tells nothing about it."""
        form = SignInForm(self.request, initial={"username": self.request.POST.get("username", "")})
        answer = self.render_to_response(self.get_context_data(form=form, wait=wait), status=429)
        answer["Retry-After"] = str(wait)
        return answer


class SignOut(LogoutView):
    """退出 — by a form, never by a link."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Sign out and go to the sign-in page."""
        return super().post(request, *args, **kwargs)


def account_key(username: str) -> str:
    """What an account is counted by, whether it exists or not; shortened, since a cookie holds several."""
    return keyed_digest(f"account {username.strip().casefold()}")[:32]


def known_device(request: HttpRequest) -> tuple[str, list[str]]:
    """The mark of a browser, a new one where it has none, and the accounts that it is known for."""
    kept = request.get_signed_cookie(COOKIE, default="", max_age=HALF_A_YEAR)
    device, *accounts = kept.split(".") if kept else [secrets.token_urlsafe(16)]
    return device, accounts


def place_key(request: HttpRequest) -> str:
    """Where a request comes from: an address, for IPv6 the network that one household or office has.

    Only a server on this very machine may say whom it speaks for; what others claim is not believed.
    """
    text = request.META.get("REMOTE_ADDR", "")
    try:
        if ip_address(text).is_loopback:
            text = request.headers.get("X-Forwarded-For", text).rpartition(",")[2].strip()
        address = ip_address(text)
    except ValueError:
        return keyed_digest(f"place {text}")
    if address.version == 6:
        return keyed_digest(f"place {address.ipv4_mapped or ip_network((address, 64), strict=False)}")
    return keyed_digest(f"place {address}")
