"""Words that plans use for the same thing, as data."""

import re
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent


@cache
def same() -> dict[str, str]:
    """Each word of ``same.yaml`` with the one that it is read as."""
    lines: list[list[str]] = yaml.safe_load((HERE / "same.yaml").read_text(encoding="utf-8"))
    return {word: line[0] for line in lines for word in line}


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(sorted(same(), key=len, reverse=True)))


def levelled(text: str) -> str:
    """A text with one word for each thing."""
    return _any().sub(lambda met: same()[met.group()], text)
