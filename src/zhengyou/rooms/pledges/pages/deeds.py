"""Deeds about a promise: each a short form, the same for a member on the phone and for the branch."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import require
from zhengyou.rooms.meetings.queries import meetings_seen_by
from zhengyou.rooms.pledges.actions import (
    change_pledge,
    change_step,
    discuss_pledge,
    fulfil_step,
    publish_pledge,
    return_pledge,
    review_pledge,
    show_name,
    withdraw_pledge,
)
from zhengyou.rooms.pledges.forms import (
    ChangeForm,
    DiscussForm,
    FulfilForm,
    ReturnForm,
    ReviewForm,
    StepForm,
    WhyForm,
)
from zhengyou.rooms.pledges.pages.lists import frame_for
from zhengyou.rooms.pledges.queries import pledges_seen_by, stands_above, steps_seen_by
from zhengyou.rooms.supervision.queries import findings_seen_by

Do = Callable[..., Any]


def _seen(request: HttpRequest, pk: int, deed: str) -> Any:
    """A promise that the viewer sees; whoever may not do the deed does not get its form."""
    found = get_object_or_404(pledges_seen_by(request.user), pk=pk)
    require(request.user, deed, found)
    return found


def _seen_step(request: HttpRequest, pk: int, deed: str) -> Any:
    found = get_object_or_404(steps_seen_by(request.user), pk=pk)
    require(request.user, deed, found)
    return found


def _answer(
    request: HttpRequest, pledge: Any, thing: Any, form: forms.Form, do: Do, heading: str
) -> HttpResponse:
    """Show a form, or do what it says; a refusal stands above the form with everything typed still in it."""
    if form.is_bound and form.is_valid():
        try:
            do(request.user, thing, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("pledges:pledge", pledge.pk)
    context = {
        "pledge": pledge,
        "thing": thing,
        "form": form,
        "heading": heading,
        "action_url": request.path,
        "frame": frame_for(request, pledge),
    }
    return render(request, "pledges/deed.html", context, status=422 if form.errors else 200)


def _held(request: HttpRequest, organisation: Any) -> Any:
    """The meetings of an organisation that a viewer knows of and that were held, the latest first."""
    found = meetings_seen_by(request.user).filter(organisation=organisation, held_on__lte=clock.today())
    return found.order_by("-held_on", "-pk")


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """公布承诺 — let everybody read it."""
    pledge = get_object_or_404(pledges_seen_by(request.user), pk=pk)
    publish_pledge(request.user, pledge)
    return redirect("pledges:pledge", pk)


@require_POST
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """公开姓名 — consent, or take it back."""
    pledge = get_object_or_404(pledges_seen_by(request.user), pk=pk)
    show_name(request.user, pledge, shown=request.POST.get("shown") == "1")
    return redirect("pledges:pledge", pk)


def fulfil(request: HttpRequest, pk: int) -> HttpResponse:
    """登记履诺 — one sentence about a step."""
    step = _seen_step(request, pk, "fulfil_step")
    where = step.pledge.organisation
    form = FulfilForm(
        request.POST or None,
        auto_id=f"step-{pk}-%s",  # may stand in the page beside another
        meetings=_held(request, where),
        findings=findings_seen_by(request.user).filter(organisation=where, right_on__isnull=False),
    )
    return _answer(request, step.pledge, step, form, fulfil_step, _("写一句做到哪一步"))


def change_a_step(request: HttpRequest, pk: int) -> HttpResponse:
    """修改步骤 — openly, before its day."""
    step = _seen_step(request, pk, "change_step")
    form = StepForm(request.POST or None, initial={"what": step.what, "due_on": step.due_on})
    return _answer(request, step.pledge, step, form, change_step, _("改这一步"))


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """登记评诺 — judge, or enter a vote."""
    pledge = _seen(request, pk, "review_pledge")
    form = ReviewForm(request.POST or None, from_above=stands_above(request.user, pledge))
    return _answer(request, pledge, pledge, form, review_pledge, _("评诺"))


def discuss(request: HttpRequest, pk: int) -> HttpResponse:
    """登记议诺 — what was said at a meeting."""
    pledge = _seen(request, pk, "discuss_pledge")
    form = DiscussForm(request.POST or None, meetings=_held(request, pledge.organisation))
    return _answer(request, pledge, pledge, form, discuss_pledge, _("议诺"))


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """修改承诺 — openly."""
    pledge = _seen(request, pk, "change_pledge")
    form = ChangeForm(request.POST or None, initial={"what": pledge.what, "how_seen": pledge.how_seen})
    return _answer(request, pledge, pledge, form, change_pledge, _("改承诺（会留痕）"))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """撤回承诺 — with a reason."""
    pledge = _seen(request, pk, "withdraw_pledge")
    return _answer(request, pledge, pledge, WhyForm(request.POST or None), withdraw_pledge, _("撤回承诺"))


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """退回承诺 — with a remark on how it would do."""
    pledge = _seen(request, pk, "return_pledge")
    return _answer(request, pledge, pledge, ReturnForm(request.POST or None), return_pledge, _("退回请其改"))
