"""A deed as a short form above which a refusal stands, with everything typed still in it."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhengyou.core.errors import Refused
from zhengyou.core.permissions import orgs_where


def answered(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[..., Any],
    *,
    heading: str,
    about: str,
    back: str,
    **context: Any,
) -> HttpResponse:
    """Show a form, or do what it says and go back to where it was called for."""
    if form.is_bound and form.is_valid():
        try:
            do(**form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(back)
    context |= {"form": form, "heading": heading, "about": about, "back_url": back}
    context["action_url"] = request.get_full_path()
    return render(request, "mobility/deed.html", context, status=422 if form.errors else 200)


def places_where(request: HttpRequest, deed: str, organisations: Iterable[int | None]) -> set[int]:
    """In which of these organisations the viewer may do something: one query for a whole list."""
    return set(orgs_where(request.user, deed).filter(pk__in=set(organisations)).values_list("pk", flat=True))
