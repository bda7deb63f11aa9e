"""How points and bands are shown: words, verdicts and shades."""

from fractions import Fraction
from typing import Any

from zhengyou.core.pictures import fixed
from zhengyou.rooms.appraisal.queries import rounded

SHADES = {"advanced": "s3", "middle": "s1", "lagging": "s0"}


def points_cell(points: Fraction | None, digits: int = 2) -> dict[str, Any]:
    """Points in a table; a dash where nothing could be judged."""
    return {"words": "—" if points is None else fixed(rounded(points, digits), digits), "num": True}
