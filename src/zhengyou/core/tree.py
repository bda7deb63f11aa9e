"""组织树 — paths of fixed width: a subtree is one indexed range, and sorting by path is pre-order.

Digits and capital letters only, so that every database sorts paths alike whatever its collation.
"""

WIDTH = 4
MOST_LEVELS = 30  # as many steps as a stored path has room for
LONGEST = MOST_LEVELS * WIDTH
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def step(number: int) -> str:
    """The path step of the n-th child, from 0: ``0000`` … ``ZZZZ``."""
    if not 0 <= number < len(DIGITS) ** WIDTH:
        raise ValueError(f"a parent holds at most {len(DIGITS) ** WIDTH} children, not {number + 1}")
    found = ""
    for _ in range(WIDTH):
        number, rest = divmod(number, len(DIGITS))
        found = DIGITS[rest] + found
    return found


def position(path: str) -> int:
    """Which child of its parent a path is, from 0."""
    return int(path[-WIDTH:], 36)


def path_end(path: str) -> str:
    """The first path after a subtree: the subtree of ``p`` is ``p <= path < path_end(p)``."""
    return path[:-WIDTH] + step(position(path) + 1)


def depth(path: str) -> int:
    """How many levels there are from the root down to a path, the root being 1."""
    return len(path) // WIDTH
