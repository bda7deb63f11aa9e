"""Whole columns that may stand as they are: told by a few passes over all cells, so that none is read by itself.

What is said of a column here agrees with how ``cells`` reads each of its cells; where it cannot be said of all,
every cell is read by itself.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from zhengyou.rooms.orgs.imports.cells import holds

LONGEST_NAME = 40
PHONE = 11  # digits of a telephone number


def all_names(column: list[Any]) -> bool:
    """Whether all are plainly names: letters or characters and nothing between them, none too long."""
    try:
        return all(map(str.isalpha, column)) and max(map(len, column)) <= LONGEST_NAME
    except TypeError:
        return False


def all_identities(column: list[Any]) -> bool:
    """Whether all are identity numbers whose check digit holds."""
    return set(map(type, column)) == {str} and all(map(holds, column))


def all_phones(column: list[Any]) -> bool:
    """Whether all are telephone numbers of eleven digits, or nothing."""
    if set(map(type, column)) != {str} or not set(map(len, column)) <= {0, PHONE}:
        return False
    whole = "".join(column)
    return not whole or (whole.isascii() and whole.isdigit())


@lru_cache(100_000)
def _month_of(day: Any) -> tuple[int, int] | None:
    return (day.year, day.month) if day.__class__ is date else None


def same_months(days: list[Any], others: list[date]) -> bool:
    """Whether all days lie in the months of the others."""
    return list(map(_month_of, days)) == list(map(_month_of, others))
