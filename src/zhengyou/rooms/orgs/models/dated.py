"""What lasts from a day to a day."""

from django.db import models

from zhengyou.core.models import Fact


class Dated(Fact):
    """Something that lasts from a day to a day, the last day not included."""

    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        abstract = True


def earlier(one: str, other: str) -> str:
    """The earlier of two ends in SQL; an end that is missing is no end."""
    return (
        f"case when {other} is null then {one} when {one} is null or {other} < {one} then {other} "
        f"else {one} end"
    )


def later(one: str, other: str) -> str:
    """The later of two beginnings in SQL."""
    return f"case when {one} > {other} then {one} else {other} end"
