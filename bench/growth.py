"""How time grows with size: the exponent of the power law that fits the sizes best."""

import math
from collections.abc import Sequence

Point = tuple[float, float]  # amount, seconds


def exponent(points: Sequence[Point]) -> float | None:
    """The slope of log seconds over log amount by least squares: 1.0 is linear; None for fewer than two sizes."""
    logs = [(math.log(amount), math.log(seconds)) for amount, seconds in points if amount > 0 and seconds > 0]
    if len({x for x, _ in logs}) < 2:
        return None
    middle_x, middle_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in logs)
    return sum((x - middle_x) * (y - middle_y) for x, y in logs) / spread
