"""启用 — the only page of an installation that nobody has claimed yet."""

from typing import Any

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.accounts.queries import unclaimed
from zhengyou.rooms.setup.actions import begin_installation
from zhengyou.rooms.setup.forms import BeginForm, CodeForm
from zhengyou.rooms.setup.queries import roots

BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@sensitive_post_parameters()
def begin(request: HttpRequest) -> HttpResponse:
    """启用 — the code, the first organisation, the first administrator; afterwards the guide."""
    if not unclaimed():
        return redirect("home")
    root = roots().first()
    form = BeginForm(request.POST or None, has_tree=root is not None)
    if form.is_bound and form.is_valid():
        told = {k: v for k, v in form.cleaned_data.items() if k != "again"}
        try:
            user = begin_installation(OPERATOR, root, **told)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            login(request, user, BACKEND)
            return redirect("setup:guide")
    return shown(request, form, CodeForm(prefix="sample"), root)


def shown(request: HttpRequest, form: Any, trying: Any, root: Any, code: str = "") -> HttpResponse:
    """Both ways: in earnest, and to play."""
    context = {"form": form, "trying": None if root else trying, "root": root}
    failed = bool(form.errors or trying.errors)
    return render(request, "setup/begin.html", context, status=422 if failed else 200)
