"""承办 — which part of the house serves what a notice names, and from which side a criterion is judged."""

import re

from zhengyou.packs.proposing.words import words
from zhengyou.reading.script import plain


def served_by(text: str) -> dict[str, str] | None:
    """The first line of ``words/serves.yaml`` that fits."""
    written = plain(text)
    found: dict[str, str] | None = next((s for s in words("serves") if re.search(s["words"], written)), None)
    return found


def judged_by(text: str) -> list[str]:
    """The sides from which something is judged; none where the text does not say so."""
    written = plain(text)
    return [s["group"] for s in words("sources") if re.search(s["words"], written)]
