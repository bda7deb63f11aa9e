"""The page on which a member draws a code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from zhengyou.rooms.ratings.actions import draw_code
from zhengyou.rooms.ratings.queries import subjects_to_draw


@never_cache
def draw(request: HttpRequest) -> HttpResponse:
    """领评议码 — a member draws a code for rating one's own branch; it is shown this once."""
    code = subject = None
    if request.method == "POST":
        asked = request.POST.get("subject", "")
        subject = get_object_or_404(subjects_to_draw(request.user), pk=asked if asked.isdigit() else 0)
        code = draw_code(request.user, subject)
    context = {
        "code": code,
        "subject": subject,
        "subjects": subjects_to_draw(request.user),
        "rate_url": reverse("ratings:rate"),
    }
    return render(request, "ratings/draw.html", context)
