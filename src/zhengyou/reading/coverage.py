"""覆盖 — the words that say all of them: 全体党员, 每个支部, 一律, 不漏一人."""

from __future__ import annotations

import re

from zhengyou.reading.words import any_of, words

_RULES = words("coverage")
_PATTERNS = [re.compile(pattern.replace("NOUN", any_of(_RULES["nouns"]))) for pattern in _RULES["patterns"]]


def coverage(plain: str, start: int, end: int, original: str) -> str | None:
    """覆盖 — the first word of totality between two places, with its noun."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(plain, start, end))]
    if not found:
        return None
    named = [match for match in found if match[0] != "都"]
    first = min(named or found, key=lambda match: match.start())
    return original[first.start() : first.end()]
