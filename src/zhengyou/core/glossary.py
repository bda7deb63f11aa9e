"""词汇表 — the one list of words that names in the code are made of."""

import csv
from functools import cache
from pathlib import Path

from zhengyou.core.language import english, own_words

FILE = Path(__file__).parent.parent / "glossary.csv"


@cache
def terms() -> dict[str, dict[str, str]]:
    """Every term of the glossary, keyed by its English name."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["en"]: row for row in csv.DictReader(lines)}


def zh(en: str) -> str:
    """The Chinese term for an English one; ``KeyError`` if it is not in the glossary."""
    return terms()[en]["zh"]


def title_of(name: str, meaning: str) -> str:
    """名称 — the term that a docstring begins with; in English the same term in the glossary."""
    said = name.replace("_", " ")
    if english() and said in terms():
        return said[:1].upper() + said[1:]
    return own_words(meaning.split(" — ")[0].strip())
