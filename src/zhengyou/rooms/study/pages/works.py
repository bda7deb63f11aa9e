"""What members wrote: one's own on the phone, a pile to review at the branch."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.downloads import download
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import may, orgs_where, require
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.queries import campaign_under_way
from zhengyou.rooms.orgs.queries import home_of, members_of, person_of
from zhengyou.rooms.study.actions import register_work, review_work, review_works
from zhengyou.rooms.study.forms import ReviewForm, WorkForm, WorkForOthersForm
from zhengyou.rooms.study.papers import works_register
from zhengyou.rooms.study.queries import quizzes_for, text_of, texts_for, waiting_for_review, works_seen_by

A_PAGE = 50


def _registered(request: HttpRequest, form: Any, place: Any, person: Any = None) -> bool:
    """Enter what a form says; a refusal stands in the form with everything typed still in it."""
    said = {"person": person, "campaign": campaign_under_way(request.user)} | form.cleaned_data
    try:
        register_work(request.user, place, **said)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def works(request: HttpRequest) -> HttpResponse:
    """笔记批阅 — what waits, longest first, to be ticked and reviewed at one sitting; and what was written on paper."""
    place = orgs_where(request.user, "review_works").first()
    if place is None:
        raise Http404
    if ending := request.GET.get("format"):
        return download(works_register(place, works_seen_by(request.user).filter(organisation=place)), ending)
    form = WorkForOthersForm(request.POST or None, people=members_of(place))
    if request.method == "POST" and form.is_valid() and _registered(request, form, place):
        return redirect("study:works")
    return _pile(request, place, form=form)


def _pile(request: HttpRequest, place: Any, **bound: Any) -> HttpResponse:
    own = getattr(request.user, "person_id", None)
    page = Paginator(waiting_for_review(place), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "place_shown": place,
        "page": page,
        "pile": [(w, reverse("study:work", args=[w.pk]), w.person_id == own) for w in page],
        "reviewing": ReviewForm(),
        "form": WorkForOthersForm(people=members_of(place), initial={"kind": "note"}),
        "review_url": reverse("study:review"),
        "today": clock.today(),
    } | bound
    wrong = any(form.errors for form in bound.values())
    return render(request, "study/works.html", context, status=422 if wrong else 200)


@require_POST
def review(request: HttpRequest) -> HttpResponse:
    """批量批阅 — those that were ticked, all or none."""
    place = orgs_where(request.user, "review_works").first()
    if place is None:
        raise Http404
    form = ReviewForm(request.POST)
    chosen = [pk for pk in request.POST.getlist("work") if pk.isdigit()]
    if form.is_valid():
        pile = list(waiting_for_review(place).filter(pk__in=chosen))
        review_works(request.user, place, works=pile, **form.cleaned_data)
        return redirect("study:works")
    return _pile(request, place, reviewing=form)


def work(request: HttpRequest, pk: int) -> HttpResponse:
    """一篇 — its title and length, its text for author and reviewer, and the review."""
    found = get_object_or_404(works_seen_by(request.user), pk=pk)
    reviews = not found.reviewed_on and may(request.user, "review_work", found)
    reviews = reviews and found.person_id != getattr(request.user, "person_id", None)
    form = ReviewForm(request.POST or None)
    if request.method == "POST":
        require(request.user, "review_work", found)
        if form.is_valid():
            review_work(request.user, found, **form.cleaned_data)
            return redirect("study:works")
    context = {
        "work": found,
        "text": text_of(request.user, found),
        "form": form if reviews else None,
        "here": request.path,
        "back_url": reverse("study:works" if may(request.user, "review_work", found) else "study:mine"),
    }
    return render(request, "study/work.html", context, status=422 if form.errors else 200)


def mine(request: HttpRequest) -> HttpResponse:
    """我的学习 — what there is to read, what one wrote and what was said about it; seen by nobody else."""
    person = person_of(request.user)
    home = home_of(person) if person else None
    if person is None or home is None:
        raise Http404
    form = WorkForm(request.POST or None, initial={"kind": "note", "written_on": clock.today()})
    if form.is_bound and form.is_valid() and _registered(request, form, home, person):
        return redirect("study:mine")
    context = {
        "texts": [_text(reading, done) for reading, done in texts_for(person, home)],
        "works": [_own(w) for w in works_seen_by(request.user).filter(person=person)[:A_PAGE]],
        "quizzes": quizzes_for(person, home),
        "form": form,
        "here": request.path,
    }
    return render(request, "study/mine.html", context, status=422 if form.errors else 200)


def _text(reading: Any, done: bool) -> dict[str, Any]:
    late = not done and reading.required and reading.due_on < clock.today()
    told = {"day": zh_day(reading.due_on)}
    if done:
        return {"title": reading.title, "kind": "met", "words": _("已读")}
    kind = "lack" if late else "wait"
    words = _("%(day)s该读完，可以补读") if late else _("%(day)s前读完")
    return {"title": reading.title, "kind": kind if reading.required else "", "words": words % told}


def _own(found: Any) -> dict[str, Any]:
    told = _("等批阅")
    if found.reviewed_on:
        told = _("%(day)s批阅") % {"day": zh_day(found.reviewed_on)}
    return {"work": found, "url": reverse("study:work", args=[found.pk]), "told": told}
