"""随后写入 — rows are written by a thread of their own while the next ones are made ready.

SQLite lets go of Python while it works, and so does whoever waits for PostgreSQL: two cores serve one import. One
connection, one transaction, one thing after the other: whoever asks the database meanwhile waits until everything given
so far is written.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection

AHEAD = 8  # pieces of work that wait or run at most: the rows of some tables, twice over


class _Hand:
    """One thread that writes what it is given, in order; what fails there is raised where the next thing is given."""

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self._thread = thread
        self._given: deque[Future[None]] = deque()

    def give(self, work: Callable[[], None]) -> None:
        self._until(AHEAD - 1)
        self._given.append(self._thread.submit(work))

    def wait(self) -> None:
        self._until(0)

    def _until(self, left: int) -> None:
        with connection.wrap_database_errors:
            while len(self._given) > left:
                self._given.popleft().result()

    def waiting(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Django's own queries come after what was given."""
        self.wait()
        return execute(sql, params, many, context)


_hand: ContextVar[_Hand | None] = ContextVar("hand", default=None)


@contextmanager
def written_behind() -> Iterator[None]:
    """While many rows are written: they are written beside; at the end everything given is, or its error raised."""
    if _hand.get() is not None:
        yield
        return
    with ThreadPoolExecutor(1, "written-behind") as thread:
        hand = _Hand(thread)
        token = _hand.set(hand)
        try:
            with connection.execute_wrapper(hand.waiting):
                yield
                hand.wait()
        finally:
            _hand.reset(token)


def behind(work: Callable[[], None]) -> None:
    """Give some writing to the thread beside; where there is none it is done here."""
    hand = _hand.get()
    if hand is None:
        work()
    else:
        hand.give(work)
