"""猜码 — how many wrong codes are borne before no code is taken for a while, kept without a word about who sent them.

Guessing is hopeless where few codes are out: of 2,000 live codes a guess finds one in 13,000 million. So the more
codes are out, the fewer wrong ones a minute: never so many that a day of guessing would find one in more than
a thousandth of all days. A mistyped code is told by its last sign and does not count.
"""

from collections import deque
from time import monotonic

from zhengyou.rooms.ratings.queries import GUESSES, live_codes

A_MINUTE, MINUTES, RARE = 60.0, 24 * 60, 1000
AT_LEAST = 60  # wrong codes a minute that are borne however many codes are out

_wrong: deque[float] = deque()


def allowed(live: int) -> int:
    """How many wrong codes a minute are borne while so many codes are live."""
    return max(AT_LEAST, GUESSES // (max(1, live) * MINUTES * RARE))


def too_many_wrong() -> bool:
    """Whether so many codes were wrong within a minute that none is taken."""
    while _wrong and _wrong[0] < monotonic() - A_MINUTE:
        _wrong.popleft()
    return len(_wrong) > AT_LEAST and len(_wrong) > allowed(live_codes())


def was_wrong() -> None:
    """One more well-formed code that nobody was given."""
    _wrong.append(monotonic())
