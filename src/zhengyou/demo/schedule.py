"""日程 — lives that take turns, so that every deed is done and trailed in the order of the calendar.

A life is a generator: it yields the day and hour at which it goes on, and what follows happens then.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import date

from zhengyou.core import clock

Moment = tuple[date, int]  # day, hour
Life = Iterator[Moment]


def play_out(lives: Iterable[Life], last: date) -> Iterator[date]:
    """Let lives go on in turn, the earliest first, until a day is over; yields the day after every turn."""
    waiting: list[tuple[Moment, int, Life]] = []
    for n, life in enumerate(lives):
        _wait(waiting, next(life, None), n, life)
    while waiting and waiting[0][0][0] <= last:
        moment, n, life = heapq.heappop(waiting)
        with clock.played_at(*moment):
            then = next(life, None)
        if then is not None and then < moment:
            raise ValueError(f"a life that was at {moment} wants to go on at {then}")
        _wait(waiting, then, n, life)
        yield moment[0]


def _wait(waiting: list[tuple[Moment, int, Life]], moment: Moment | None, n: int, life: Life) -> None:
    if moment is not None:
        heapq.heappush(waiting, (moment, n, life))
