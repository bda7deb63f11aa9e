"""还有要办的 — what falls due at an organisation in rooms that stand on this one; each room says it of itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhengyou.core.models import Organisation


@dataclass(frozen=True)
class Due:
    """要办的 — one thing that waits for an organisation: by when, what, and the page on which it is done."""

    due: date
    title: str
    words: str
    deed: str
    page: str
    args: tuple[Any, ...] = ()


Find = Callable[[Any, Organisation], Iterable[Due]]
FOUND: list[Find] = []


def falls_due(find: Find) -> Find:
    """Let what a room has for an organisation stand on its week, for a viewer who may do it."""
    FOUND.append(find)
    return find


def due_elsewhere(viewer: Any, organisation: Organisation) -> list[Due]:
    """Everything that other rooms have for an organisation, the next due first."""
    return sorted((d for find in FOUND for d in find(viewer, organisation)), key=lambda d: d.due)
