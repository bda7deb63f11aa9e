"""What stands around every page."""

from typing import Any

from django.http import HttpRequest


def around_a_page(request: HttpRequest) -> dict[str, Any]:
    """The menu and the running campaign, for the base pages."""
    return {}
