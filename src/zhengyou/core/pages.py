"""页面 — how a page answers: whole without script, in parts for htmx, in words when a deed is refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhengyou.core.errors import Refused


def answer(request: HttpRequest, partial: str, context: dict[str, Any], *, back: str) -> HttpResponse:
    """Answer a form: the changed part of the page for htmx, otherwise the page again."""
    if request.headers.get("HX-Request"):
        return render(request, partial, context)
    return redirect(back)


def answered(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[..., Any],
    *,
    template: str,
    heading: str,
    about: str,
    back: str,
    then: Callable[[Any], str] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form, or do what it says and go back to where it was called for; a refusal stands above what was typed.

    Where something was made that is to be looked at next, ``then`` tells its address.
    """
    if form.is_bound and form.is_valid():
        try:
            made = do(**form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(then(made) if then else back)
    context |= {"form": form, "heading": heading, "about": about, "back_url": back}
    context["action_url"] = request.get_full_path()
    return render(request, template, context, status=422 if form.errors else 200)


class RefusedMiddleware:
    """Show a refused deed in words (422), with nothing written; for htmx only the note."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn ``Refused`` into a page; leave every other error to Django."""
        if not isinstance(exception, Refused):
            return None
        template = "ui/_refused.html" if request.headers.get("HX-Request") else "refused.html"
        back = request.headers.get("Referer") or "/"
        return render(request, template, {"words": str(exception), "back": back}, status=422)
