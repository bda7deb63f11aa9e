"""我想请支部办的事 — everybody may say it without an account, and follow it by its number; no script, no cookie."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.pledges.actions import suggest_wish
from zhengyou.rooms.pledges.forms import SuggestForm
from zhengyou.rooms.pledges.pages.public import around
from zhengyou.rooms.pledges.queries import above, call_for, wish_of


@login_not_required
@csrf_exempt  # no cookie is set here and nobody is signed in: a forged request can say no more than its sender could
@never_cache
@sensitive_post_parameters()
def suggest(request: HttpRequest, code: str) -> HttpResponse:
    """我想请支部办的事 — while a call is open; the number under which one follows it is shown this once."""
    place = get_object_or_404(Organisation, code=code)
    form = SuggestForm(request.POST or None)
    number = ""
    if request.method == "POST" and form.is_valid():
        try:
            number = suggest_wish(
                AnonymousUser(), place, **form.cleaned_data
            ).number  # not even who is signed in
        except Refused as refused:
            form.add_error(None, str(refused))
    higher, back = above(place), reverse("pledges:organisation", args=[code])
    context = {
        **around(higher[0] if higher else place),
        "organisation": place,
        "crumbs": [(place.short_name, back), (_("提一件事"), "")],
        "call": call_for(place),
        "form": form,
        "number": number,
        "action_url": request.path,
        "back_url": back,
        "follow_url": reverse("pledges:follow"),
    }
    return _unseen(request, "open/suggest.html", context, 422 if form.errors else 200)


@login_not_required
@csrf_exempt  # it only reads, and sets no cookie
@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """凭编号查进度 — what became of a wish; the number is posted and never stands in an address."""
    number = request.POST.get("number", "")[:20]
    found = wish_of(number) if number else None
    root = above(found.organisation)[:1] if found else []
    context = {
        **around(root[0] if root else Organisation.objects.filter(parent=None).order_by("path").first()),
        "number": number,
        "wish": found,
        "answer": getattr(found, "answer", None),
        "pledges": [p for p in found.pledges.all() if p.published_on] if found else [],
        "wrong": _("没有这个编号，照着当时记下的再核对一遍。") if number and not found else "",
    }
    return _unseen(request, "open/follow.html", context, 422 if number and not found else 200)


def _unseen(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    """A page that sets no cookie and tells no other site where its reader came from."""
    answer = render(request, template, {"csrf_token": "", **context}, status=status)
    answer["Referrer-Policy"] = "no-referrer"
    return answer
