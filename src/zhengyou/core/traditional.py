"""繁体 — the product's own words in Traditional characters: OpenCC, and a list kept by hand where it errs.

Only what stands in the code goes through here. What people entered is shown as they wrote it: a name turned by a
table of characters (后, 余, 范) would be another name. Knows no Django, so that the build can use it.
"""

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

import opencc

LIST = Path(__file__).parent.parent / "locale" / "zh_Hant" / "words.csv"


@cache
def kept_words() -> dict[str, str]:
    """用词表 — words that OpenCC turns wrongly or that readers of Traditional say otherwise."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        return {row["simplified"]: row["traditional"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=4096)
def traditional(words: str) -> str:
    """Words of the product in Traditional characters; 臺灣's shapes, nobody's vocabulary but the list's."""
    said = []
    for part in _listed().split(words):
        said.append(kept_words().get(part) or _converter().convert(part))
    return "".join(said)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _listed() -> re.Pattern[str]:
    """The words of the list, the longest first, so that no shorter one cuts it."""
    longest = sorted(kept_words(), key=lambda word: (-len(word), word))
    return re.compile("(" + "|".join(map(re.escape, longest)) + ")")
