"""文书目录 — every paper the house can write, by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, ParamSpec

from zhengyou.core.papers.blocks import Written

Kind = Literal["circular", "ledger", "bulletin", "notice", "report", "list", "certificate"]
KINDS: dict[str, str] = {
    "circular": "通报",
    "ledger": "台账",
    "bulletin": "简报",
    "notice": "通知",
    "report": "报告",
    "list": "名单",
    "certificate": "证书",
}
Told = ParamSpec("Told")


@dataclass(frozen=True)
class Paper:
    """文书 — a kind of paper; ``write`` yields its title and its blocks."""

    name: str
    meaning: str
    kind: Kind
    write: Callable[..., Iterable[Written]]


PAPERS: dict[str, Paper] = {}


def paper(
    kind: Kind,
) -> Callable[[Callable[Told, Iterable[Written]]], Callable[Told, Iterable[Written]]]:
    """登记文书 — enter a function that yields blocks into the list of papers."""
    if kind not in KINDS:
        raise ValueError(f"A paper is one of {', '.join(KINDS)}, not {kind!r}.")

    def register(write: Callable[Told, Iterable[Written]]) -> Callable[Told, Iterable[Written]]:
        name = write.__name__
        if not write.__doc__:
            raise ValueError(f"The paper {name} has no docstring; readers choose it by that.")
        known = PAPERS.get(name)
        if known and known.write.__module__ != write.__module__:
            raise ValueError(f"Two papers are named {name}: see {known.write.__module__}.")
        PAPERS[name] = Paper(name, write.__doc__, kind, write)
        return write

    return register
