"""Where ballots queue: whoever finds the pen free writes for all who wait, and nobody is answered before the commit.

A hall of phones rates in the same minute. A commit each would wait for the disk each and stir the box each;
so a process has one pen, and its holder puts everything that lies in the queue into one transaction.
There is no thread that could die with ballots in its hands: who hands in writes, or is written for.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from django.contrib.auth.models import AnonymousUser

from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions.voting import Paper, cast_ballots

AT_ONCE = 500  # ballots in one transaction at most


@dataclass
class _Waiting:
    """A paper in the queue, and what came of it."""

    paper: Paper
    found: str | Exception | None = None


class Intake:
    """收票 — the queue of one process and its one pen."""

    def __init__(
        self, write: Callable[[Sequence[Paper]], Sequence[str | Refused]], at_once: int = AT_ONCE
    ) -> None:
        self._write, self._at_once = write, at_once
        self._queue: deque[_Waiting] = deque()
        self._pen = Lock()

    def hand_in(self, paper: Paper) -> str:
        """Hand in a paper; its receipt once it is committed, or why it was not taken."""
        mine = _Waiting(paper)
        self._queue.append(mine)
        while mine.found is None:
            with self._pen:
                if mine.found is None:
                    self._write_down(self._heap())
        if isinstance(mine.found, Exception):
            raise mine.found
        return mine.found

    def _heap(self) -> list[_Waiting]:
        """What waits now, first come first; only the holder of the pen takes from the queue."""
        return [self._queue.popleft() for _ in range(min(self._at_once, len(self._queue)))]

    def _write_down(self, heap: Sequence[_Waiting]) -> None:
        """Write papers in one transaction; where that fails, each alone, so that none takes others with it."""
        try:
            found: Sequence[str | Exception] = self._write([w.paper for w in heap])
        except Exception as error:  # noqa: BLE001 — told to whoever handed in, in that one's own thread
            if len(heap) > 1:
                for one in heap:
                    self._write_down([one])
                return
            found = [error]
        for waiting, outcome in zip(heap, found, strict=True):
            waiting.found = outcome


# Not even who is signed in: nobody casts.
_intake = Intake(lambda papers: cast_ballots(AnonymousUser(), papers))
hand_in = _intake.hand_in
