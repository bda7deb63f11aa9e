"""Ways to one answer, timed in turn: every round in a process of its own, stopped when it takes too long.

A child process is what makes four things honest at once. Whatever a way does, it can be stopped; it leaves
nothing warm or allocated behind for the next; its processor time is its own; and so is its memory.

``extra`` is the most memory that the child held while the way ran, beyond what it held just before: the
high-water mark of its resident pages (``VmHWM``), set back before the start, less the resident pages then.
What the way takes from pages that its parent had touched before is not in it, so the parent gives free
ones back to the system first. It is None where the system does not keep such a mark.
"""

import ctypes
import gc
import multiprocessing
import statistics
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

FORK = multiprocessing.get_context("fork")
ROUNDS = 5
ENOUGH = 4.0  # seconds spent on a way before its further rounds are left out
WARMING = 5  # calls before those that are timed one by one, or as many as half a second allows
Answer = dict[Any, Any]


class TooLong(Exception):
    """A way was stopped at its limit."""


def itself(found: Any) -> Any:
    """What a way found is its answer as it stands."""
    return found


@dataclass(frozen=True)
class Way:
    """One way to the answer, ours or a peer's.

    ``ready`` does in the child what is not timed and returns what is; ``told`` turns what was found into
    the answer that all ways must give alike, not timed either. With ``each`` it is called for one after the
    other of them, each call timed alone, until half the limit is spent; ``hands`` make so many calls at the same
    time. ``absent`` says why it cannot be tried here.
    """

    name: str
    ready: Callable[[], Callable[..., Any]]
    ours: bool = False
    told: Callable[[Any], Answer] = itself
    each: Sequence[Any] = ()
    absent: str = ""
    hands: int = 1


@dataclass(frozen=True)
class Run:
    """One round of one way: seconds, seconds of the processor, megabytes, parts of it, calls of it."""

    seconds: float
    cpu: float
    extra: float | None
    laps: dict[str, float]
    calls: list[float]


@dataclass
class Timing:
    """What was measured of a way at one size; no runs where it was stopped or is not installed."""

    name: str
    ours: bool = False
    absent: str = ""
    over: float | None = None  # the limit it exceeded
    runs: list[Run] = field(default_factory=list)

    @property
    def calls(self) -> list[float]:
        """Every call of every round where calls are timed one by one."""
        return [seconds for run in self.runs for seconds in run.calls]

    @property
    def typical(self) -> float | None:
        """The median: of the rounds, or of the calls where calls are timed one by one."""
        return statistics.median(self.calls or [run.seconds for run in self.runs]) if self.runs else None

    def lap(self, name: str) -> float:
        """The median of a part of it."""
        return statistics.median(run.laps[name] for run in self.runs)


@dataclass(frozen=True)
class Comparison:
    """Ways to one answer about so many of something."""

    name: str
    amount: int
    of: str
    ways: Sequence[Way]
    rate: bool = False  # whether so many a second is worth telling


@dataclass
class Measured:
    """A comparison at one size: the time of every way, and about how many things they agree."""

    name: str
    amount: int
    of: str
    timings: list[Timing]
    agreed: int
    rate: bool = False


_laps: dict[str, float] = {}


@contextmanager
def lap(name: str) -> Iterator[None]:
    """Time a part of a way, told beside the whole."""
    began = time.perf_counter()
    yield
    _laps[name] = _laps.get(name, 0.0) + time.perf_counter() - began


def at_once(call: Callable[..., Any]) -> Callable[[], Callable[..., Any]]:
    """The ``ready`` of a way that needs nothing beforehand."""
    return lambda: call


def measured(
    comparison: Comparison, limit: float, left_out: Sequence[str] = (), rounds: int = ROUNDS
) -> Measured:
    """Run every way in turn, some rounds; those left out are known to exceed the limit.

    The first answer is what every other must equal: else the run ends and says where they differ.
    """
    with _inherited():
        return _measured(comparison, limit, left_out, rounds)


def _measured(comparison: Comparison, limit: float, left_out: Sequence[str], rounds: int) -> Measured:
    timings = [
        Timing(w.name, w.ours, w.absent, limit if w.name in left_out else None) for w in comparison.ways
    ]
    known: tuple[str, Answer] | None = None
    for _ in range(rounds):
        for way, timing in zip(comparison.ways, timings, strict=True):
            if _enough(timing, limit):
                continue
            try:
                run, answer = once(way, limit)
            except TooLong:
                timing.over = limit
                timing.runs.clear()
                continue
            timing.runs.append(run)
            known = known or (way.name, answer)
            agree(known, (way.name, answer), whole=not way.each)
            known = (known[0], answer | known[1])
    about = len(known[1]) if known else 0
    return Measured(comparison.name, comparison.amount, comparison.of, timings, about, rate=comparison.rate)


def _enough(timing: Timing, limit: float) -> bool:
    """Whether a way gets no further round: quick ones get all, slow ones two, the slowest one."""
    if timing.absent or timing.over:
        return True
    spent = [run.seconds for run in timing.runs]
    return sum(spent) > ENOUGH and (len(spent) > 1 or spent[0] > limit / 2)


def agree(known: tuple[str, Answer], other: tuple[str, Answer], *, whole: bool) -> None:
    """End the run where two answers differ, naming the place; of calls only those that both made can."""
    (first_name, right), (name, found) = known, other
    places = [*right, *found] if whole else [key for key in found if key in right]
    wrong = next((key for key in places if found.get(key) != right.get(key)), None)
    if wrong is not None:
        raise SystemExit(f"{name} says {found.get(wrong)} of {wrong}, {first_name} {right.get(wrong)}")


def once(way: Way, limit: float) -> tuple[Run, Answer]:
    """One round of a way in a child of this process; ``TooLong`` when it has to be stopped."""
    _trim()
    ours, theirs = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_child, args=(way, theirs, limit), daemon=True)
    child.start()
    theirs.close()
    try:
        _received(ours, way)
        if not ours.poll(limit):
            raise TooLong
        run = _received(ours, way)
        return run, _received(ours, way)
    finally:
        child.kill()
        child.join()
        ours.close()


def _received(ours: Connection, way: Way) -> Any:
    try:
        kind, told = ours.recv()
    except EOFError:
        raise RuntimeError(f"{way.name}: ended without an answer") from None
    if kind == "error":
        raise RuntimeError(f"{way.name}: {told}")
    return told


def _child(way: Way, theirs: Connection, limit: float) -> None:
    try:
        run = way.ready()
        _called(way, run, [], 0.5, way.each[:WARMING])
        theirs.send(("ready", None))
        taken, found = _timed(way, run, limit / 2)
        theirs.send(("run", taken))
        theirs.send(("answer", way.told(found)))
    except BaseException:
        theirs.send(("error", traceback.format_exc()))


def _timed(way: Way, run: Callable[..., Any], spend: float) -> tuple[Run, Any]:
    _laps.clear()
    calls: list[float] = []
    held = _from_here()
    cpu, began = time.process_time(), time.perf_counter()
    found = _called(way, run, calls, spend, way.each) if way.each else run()
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = _status("VmHWM")
    extra = None if held is None or peak is None else max(0.0, peak - held)
    return Run(seconds, cpu, extra, dict(_laps), calls), found


def _called(
    way: Way, run: Callable[..., Any], calls: list[float], spend: float, each: Sequence[Any]
) -> dict[Any, Any]:
    """Every call, by one hand or by many."""
    if way.hands == 1:
        return _one_by_one(each, run, calls, spend)
    shares = [each[at :: way.hands] for at in range(way.hands)]
    with ThreadPoolExecutor(way.hands) as hands:
        found = hands.map(lambda share: _one_by_one(share, run, calls, spend), shares)
        return {key: value for part in found for key, value in part.items()}


def _one_by_one(
    each: Sequence[Any], run: Callable[..., Any], calls: list[float], spend: float
) -> dict[Any, Any]:
    """Call after call until the time is spent: slow ways make fewer of them."""
    found = {}
    for one in each:
        began = time.perf_counter()
        found[one] = run(one)
        taken = time.perf_counter() - began
        calls.append(taken)
        spend -= taken
        if spend < 0:
            break
    return found


@contextmanager
def _inherited() -> Iterator[None]:
    """Let the collector of a child leave alone what it inherits."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _trim() -> None:
    """Give free pages back to the system."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _from_here() -> float | None:
    """Set the high-water mark back; the megabytes held now, or None where there is no such mark."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return None
    return _status("VmRSS")


def _status(name: str) -> float | None:
    """One of the process's figures in megabytes."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) / 1024
    return None
