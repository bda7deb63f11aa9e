"""应补课人员 — who still owes what, how it was made up, and what was entered by mistake."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import download
from zhengyou.core.pages import answered
from zhengyou.core.permissions import orgs_where, require
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.meetings.actions import record_make_up, withdraw_make_up
from zhengyou.rooms.meetings.forms import MakeUpForm, WithdrawForm
from zhengyou.rooms.meetings.papers import owed_ledger
from zhengyou.rooms.meetings.queries import made_up_seen_by, missed_seen_by, owed_in, ways_to_make_up

A_PAGE = 50
LATELY = 20


def owed(request: HttpRequest) -> HttpResponse:
    """应补课人员 — who still owes what, and one click when it was made up."""
    places = orgs_where(request.user, "record_make_up")
    if not places.exists():
        raise Http404
    if ending := request.GET.get("format"):
        return download(owed_ledger(places[0], owed_in(places)), ending)
    page = Paginator(owed_in(places), A_PAGE).get_page(request.GET.get("page"))
    entries = [
        (m, reverse("meetings:make_up", args=[m.pk]), reverse("meetings:make_up_how", args=[m.pk]))
        for m in page
    ]
    lately = [
        (m, reverse("meetings:withdraw_make_up", args=[m.pk])) for m in made_up_seen_by(request.user)[:LATELY]
    ]
    context = {"entries": entries, "page": page, "lately": lately, "today": clock.today()}
    return render(request, "meetings/owed.html", context)


@require_POST
def make_up(request: HttpRequest, pk: int) -> HttpResponse:
    """登记补课 — today, together or at home."""
    missed = get_object_or_404(missed_seen_by(request.user), pk=pk)
    record_make_up(request.user, missed, on_day=clock.today(), at_home="at_home" in request.POST)
    return redirect("meetings:owed")


def make_up_how(request: HttpRequest, pk: int) -> HttpResponse:
    """登记补课 — on another day, at a class, or by a recording and a talk with the secretary."""
    missed = get_object_or_404(missed_seen_by(request.user).select_related("person", "meeting"), pk=pk)
    require(request.user, "record_make_up", missed)
    told = {"name": missed.person.name, "title": missed.meeting.title, "day": zh_day(missed.meeting.held_on)}
    return answered(
        request,
        MakeUpForm(
            request.POST or None,
            classes=ways_to_make_up(missed),
            initial={"on_day": clock.today(), "how": "made_up"},
        ),
        lambda **said: record_make_up(request.user, missed, **said),
        template="meetings/deed.html",
        heading=_("登记补课"),
        about=_("%(name)s缺的是%(day)s的“%(title)s”；补上按那次会的学时计，只计一次。") % told,
        back=reverse("meetings:owed"),
    )


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销补课 — with a reason; the miss is owed again."""
    made_up = get_object_or_404(made_up_seen_by(request.user), pk=pk)
    told = {"name": made_up.person.name, "title": made_up.meeting.title}
    return answered(
        request,
        WithdrawForm(request.POST or None),
        lambda **said: withdraw_make_up(request.user, made_up, **said),
        template="meetings/deed.html",
        heading=_("撤销补课"),
        about=_("%(name)s的“%(title)s”会重新列入应补课人员。") % told,
        back=reverse("meetings:owed"),
    )
