"""零件 — sample contexts that show every part in every state on one page (`/ui/`).

All of it is made up: a city of six towns and 64 branches, on 14 September 2010. No page but the gallery uses it.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .city import numbers
from .parts import small
from .people import TODAY, phone, public, week
from .requirements import gates, matrix
from .scores import score
from .states import states


def samples() -> dict[str, Any]:
    """样例 — everything the gallery shows."""
    return {
        "title": "零件",
        "today": TODAY,
        "matrix": matrix(),
        "gates": gates(),
        "opened": score(),
        "states": states(),
        **numbers(),
        **week(),
        **phone(),
        **public(),
        **small(),
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """零件页 — every part and every state, once."""
    return render(request, "ui/gallery.html", samples())
