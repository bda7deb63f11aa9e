"""词汇 — what the words on the pages mean; help at a field leads here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhengyou.rooms.setup.queries import words_told


def words(request: HttpRequest) -> HttpResponse:
    """词汇 — all that are explained, or those that hold what was asked."""
    asked = request.GET.get("q", "")
    return render(request, "setup/words.html", {"asked": asked, "told": words_told(asked)})
