"""自设密码 — the first thing that a one-time password leads to, and the page where one's own is changed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core.errors import Refused
from zhengyou.rooms.accounts.actions import choose_password
from zhengyou.rooms.accounts.forms import ChooseForm, OwnPasswordForm
from zhengyou.rooms.accounts.queries import account_of

CHOOSING = "choosing"  # who gave a one-time password in this browser, and has not signed in yet
BACKEND = "django.contrib.auth.backends.ModelBackend"


def let_choose(request: HttpRequest, user: Any, then: str) -> HttpResponse:
    """Remember who gave a one-time password, and lead to the choice."""
    request.session.cycle_key()
    request.session[CHOOSING] = [user.pk, user.get_session_auth_hash(), then]
    return redirect("accounts:choose")


@login_not_required
@sensitive_post_parameters()
def choose(request: HttpRequest) -> HttpResponse:
    """自设密码 — for whoever came with a slip; only then is one signed in."""
    pk, digest, then = request.session.get(CHOOSING, [0, "", ""])
    user = account_of(pk)
    # Another slip, printed meanwhile, ends what was begun with this one.
    if user is None or not user.one_time or user.get_session_auth_hash() != digest:
        return redirect("accounts:sign_in")
    form = ChooseForm(request.POST or None)
    if form.is_bound and form.is_valid() and _chosen(user, form):
        del request.session[CHOOSING]
        login(request, user, BACKEND)
        return redirect(then)
    context = {"form": form, "whose": user}
    return render(request, "accounts/choose.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters()
def own_password(request: HttpRequest) -> HttpResponse:
    """改密码 — the old one once, the new one twice."""
    form = OwnPasswordForm(request.POST or None, user=request.user)
    if form.is_bound and form.is_valid() and _chosen(request.user, form):
        update_session_auth_hash(request, request.user)  # type: ignore[arg-type]
        messages.success(request, _("密码已改。别处登录着的，要用新密码重新登录。"))
        return redirect("home")
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.errors else 200)


def _chosen(user: Any, form: Any) -> bool:
    try:
        choose_password(user, user, password=form.cleaned_data["password"])
    except Refused as refused:
        form.add_error("password", str(refused))
        return False
    return True
