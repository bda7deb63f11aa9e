"""The pages of an organisation's history and of the changes that make it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhengyou.core.actions import ACTIONS
from zhengyou.core.errors import Refused
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.forms.reshaping import (
    CloseForm,
    KindForm,
    MergeForm,
    MoveForm,
    NameForm,
    Reshaping,
    SplitForm,
)
from zhengyou.rooms.orgs.queries import organisations_seen_by
from zhengyou.rooms.orgs.queries.changes import changes_of, reshapings_of, weight_of

# By the word in the address: the deed, its form, its button, and where the other organisation must be in reach.
DEEDS: dict[str, tuple[str, type[Reshaping], Any, str]] = {
    "rename": ("rename_organisation", NameForm, gettext_lazy("更名"), "see_organisation"),
    "describe": ("describe_organisation", KindForm, gettext_lazy("变更类型"), "see_organisation"),
    "move": ("move_organisation", MoveForm, gettext_lazy("划转"), "found_organisation"),
    "merge": ("merge_organisations", MergeForm, gettext_lazy("合并"), "close_organisation"),
    "split": ("split_organisation", SplitForm, gettext_lazy("分设"), "see_organisation"),
    "close": ("close_organisation", CloseForm, gettext_lazy("撤销"), "see_organisation"),
}


def history(request: HttpRequest, pk: int) -> HttpResponse:
    """沿革 — what an organisation was and what became of it; buttons for whoever may change it."""
    organisation = get_object_or_404(organisations_seen_by(request.user), pk=pk)
    allowed = reshapings_of(request.user, organisation)
    acts = [
        {"label": label, "url": reverse("orgs:reshape", args=[pk, word])}
        for word, (deed, _form, label, _reach) in DEEDS.items()
        if deed in allowed
    ]
    steps = [{"on": c.on, "name": c.words, "state": "done"} for c in changes_of(organisation)]
    return render(request, "orgs/history.html", {"organisation": organisation, "steps": steps, "acts": acts})


def reshape(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """变动组织 — one change, with what it takes along; refused in words beside the form."""
    organisation = get_object_or_404(organisations_seen_by(request.user), pk=pk)
    deed, made, label, reach = DEEDS.get(word, ("", Reshaping, "", ""))
    if deed not in reshapings_of(request.user, organisation):
        raise Http404
    form = made(
        request.POST or None, organisation=organisation, reach=orgs_where(request.user, reach),
        initial={n: getattr(organisation, n, "") for n in ("name", "short_name", "kind", "category", "establishment")}
        if word != "split" else None,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            changed = ACTIONS[deed].call(request.user, organisation, **form.details)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("orgs:history", changed.pk)
    context = {
        "organisation": organisation,
        "form": form,
        "title": ACTIONS[deed].title,
        "submit": label,
        "told": _taken_along(word, weight_of(organisation)),
        "back": reverse("orgs:history", args=[pk]),
    }
    return render(request, "orgs/reshape.html", context, status=422 if form.errors else 200)


def _taken_along(word: str, weight: dict[str, int]) -> str:
    """What a change would take along, before it is made."""
    if word == "move":
        return _("连同所属共%(organisations)d个组织、%(people)d人一起划转") % weight
    return ""


reshaping_pages = [
    path("organisations/<int:pk>/history/", history, name="history"),
    path("organisations/<int:pk>/history/<slug:word>/", reshape, name="reshape"),
]
