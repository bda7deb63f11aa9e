"""Ways to the same figures, timed in turn; nothing runs longer than its limit."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

ROUNDS = 3
ENOUGH = 1.0  # seconds spent on a way before its further rounds are left out


class TooLong(Exception):
    """A way was stopped at its limit."""


@dataclass
class Way:
    """One way to the figures: ours or a peer's, and how to stop it."""

    name: str
    run: Callable[[], Any]
    stop: Callable[[], None]
    ours: bool = False
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def best(self) -> float | None:
        """The best round, which the rest of the machine disturbed least; nothing where it was stopped."""
        return min(self.seconds, default=None)


def timed(ways: list[Way], limit: float) -> dict[str, Any]:
    """Run every way in turn, some rounds; what each answered last."""
    answers: dict[str, Any] = {}
    for n in range(ROUNDS):
        for way in ways:
            if n and (way.name not in answers or sum(way.seconds) > ENOUGH):
                continue
            try:
                answers[way.name] = _once(way, limit)
            except TooLong:
                answers.pop(way.name, None)
    return answers


def _once(way: Way, limit: float) -> Any:
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    with _stopped_after(limit, way.stop):
        answer = way.run()
    way.seconds.append(time.perf_counter() - wall)
    way.cpu.append(time.process_time() - cpu)
    return answer


@contextmanager
def _stopped_after(limit: float, stop: Callable[[], None]) -> Iterator[None]:
    """Interrupt the database when the time is up; its complaint becomes ``TooLong``."""
    over = threading.Event()

    def stop_it() -> None:
        over.set()
        stop()

    timer = threading.Timer(limit, stop_it)
    timer.start()
    try:
        yield
    except Exception as error:
        if over.is_set():
            raise TooLong from error
        raise
    finally:
        timer.cancel()
