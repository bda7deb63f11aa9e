"""拒绝的话 — a refusal in Traditional characters: the sentence is ours and is turned, the names in it are not.

A refusal is written in Simplified characters with what people entered standing inside it (张后明, 范家村), which a table of
characters would turn into another name. So the sentences are found again in the code: what stands between their places is
turned, what fills a place is kept, unless it is itself a message of the product.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils.translation import gettext

from zhengyou.core.language import in_traditional
from zhengyou.core.traditional import traditional

HOUSE = Path(__file__).parents[1]
CHINESE = re.compile("[㐀-鿿]")
Shape = tuple[str, ...]  # what a sentence says before, between and after its places


def as_read(words: str) -> str:
    """The words of a refusal as the page of the moment spells them; a sentence that is not ours stays as it is."""
    if not in_traditional():
        return words
    if (whole := _turned(words)) is not None:
        return whole
    return "；".join(part if (said := _turned(part)) is None else said for part in words.split("；"))


def _turned(words: str) -> str | None:
    for pattern, shape in _shapes():
        if found := pattern.fullmatch(words):
            said = [traditional(shape[0])]
            for filled, after in zip(found.groups(), shape[1:], strict=True):
                said += [gettext(filled) if filled else "", traditional(after)]
            return "".join(said)
    return None


@cache
def _shapes() -> list[tuple[re.Pattern[str], Shape]]:
    """Every sentence that a refusal may say, the one with most words of its own first."""
    found = {shape for file in HOUSE.rglob("*.py") if "tests" not in file.parts for shape in _said_in(file)}
    inmost = sorted(found, key=lambda shape: (-sum(map(len, shape)), shape))
    return [(re.compile("(.*?)".join(map(re.escape, shape)), re.DOTALL), shape) for shape in inmost]


def _said_in(file: Path) -> Iterator[Shape]:
    source = file.read_text(encoding="utf-8")
    if "Refused" not in source:
        return
    nodes = list(ast.walk(ast.parse(source)))
    told = {node.value for node in nodes if isinstance(node, ast.Expr)}  # docstrings
    for node in nodes:
        shape = () if node in told else _shape(node)
        if len(CHINESE.findall("".join(shape))) > 1:
            yield shape


def _shape(node: ast.AST) -> Shape:
    """The words of a string around its places; nothing for anything else."""
    if isinstance(node, ast.Constant):
        return (node.value,) if isinstance(node.value, str) else ()
    if not isinstance(node, ast.JoinedStr):
        return ()
    said = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            said[-1] += str(part.value)
        else:
            said.append("")
    return tuple(said)
