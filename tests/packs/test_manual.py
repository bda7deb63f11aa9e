"""docs/packs.md says everything that the format has, and its examples are packs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zhengyou.packs import load_text, shipped_packs
from zhengyou.packs.checking import HERE
from zhengyou.rooms.campaigns.queries import unknown_in_requirement

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
SCHEMA = json.loads((HERE / "pack.schema.json").read_text(encoding="utf-8"))
EXAMPLES = [block.split("```")[0] for block in PAGE.split("```yaml\n")[1:]]


def words_of(part: Any) -> Iterator[str]:
    """Every key that a file may hold, and every word of a closed list."""
    if isinstance(part, list):
        for item in part:
            yield from words_of(item)
    if isinstance(part, dict):
        properties = part.get("properties", {})
        yield from properties
        yield from (word for word in part.get("enum", []) if isinstance(word, str))
        for key, value in part.items():
            if isinstance(value, dict | list) and key != "enum":
                yield from words_of(value)


@pytest.mark.parametrize("word", sorted(set(words_of(SCHEMA))))
def test_the_manual_speaks_of_every_key_and_every_choice(word):
    assert re.search(rf"\b{word}\b", PAGE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.split("code: ")[1].split()[0])
def test_the_examples_of_the_manual_are_packs(example):
    assert load_text(example, "packs.md", unknown_in_requirement)["requirements"]


def test_the_manual_lists_the_packs_that_are_shipped():
    assert re.findall(r"(?m)^\| `(\w+_\d{4})` \|", PAGE) and {p["code"] for p in shipped_packs()} == set(
        re.findall(r"(?m)^\| `(\w+_\d{4})` \|", PAGE)
    )
