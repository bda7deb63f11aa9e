"""页面 — how a page answers: whole without script, in parts for htmx, in words when a deed is refused."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhengyou.core.errors import Refused


def answer(request: HttpRequest, partial: str, context: dict[str, Any], *, back: str) -> HttpResponse:
    """Answer a form: the changed part of the page for htmx, otherwise the page again."""
    if request.headers.get("HX-Request"):
        return render(request, partial, context)
    return redirect(back)


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
