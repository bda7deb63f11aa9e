"""A deed as a short form above which a refusal stands, with everything typed still in it."""

from collections.abc import Iterable
from functools import partial

from django.http import HttpRequest

from zhengyou.core import pages
from zhengyou.core.permissions import orgs_where

answered = partial(pages.answered, template="mobility/deed.html")


def places_where(request: HttpRequest, deed: str, organisations: Iterable[int | None]) -> set[int]:
    """In which of these organisations the viewer may do something: one query for a whole list."""
    return set(orgs_where(request.user, deed).filter(pk__in=set(organisations)).values_list("pk", flat=True))
