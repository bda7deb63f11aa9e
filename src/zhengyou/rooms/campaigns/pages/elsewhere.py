"""还有要办的 — what rooms that stand on this one have for a viewer: comments that wait for an answer, or for a look."""

from typing import Any

from django.urls import reverse

from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.queries import due_elsewhere

SHOWN = 8


def elsewhere(viewer: Any, organisation: Organisation) -> list[dict[str, Any]]:
    """The lines of a list of what is due (``ui/due_list.html``)."""
    return [
        {
            "due": one.due,
            "title": one.title,
            "words": one.words,
            "acts": [{"label": one.deed, "url": reverse(one.page, args=one.args)}],
        }
        for one in due_elsewhere(viewer, organisation)[:SHOWN]
    ]
