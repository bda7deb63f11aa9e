"""Points that do not add up to what the text says."""

import re
from fractions import Fraction

from zhengyou.packs.proposing.clashes.stages import Found, Placed, becoming
from zhengyou.packs.proposing.criteria import FULL
from zhengyou.packs.proposing.model import Contradiction, Proposal
from zhengyou.reading.script import plain


def not_adding_up(placed: Placed) -> Found:
    """A heading whose lines have more or fewer points than itself, and a whole that its parts do not make."""
    pointed = [(n, p) for n, p in becoming(placed, "criterion") if _points(p) is not None]
    heads = [(n, p) for n, p in pointed if _is_head(p) and _lines(p, pointed)]
    for n, p in heads:
        lines = _lines(p, pointed)
        yield from _unequal((n, *(m for m, _ in lines)), _points(p), lines, f"“{p.entry['what']}”")
    for n, p in becoming(placed, "criterion"):
        if full := p.entry.get("full"):
            top = [(m, q) for m, q in pointed if not any(_under(head, q) for _, head in heads)]
            if len(top) > 1:
                yield from _unequal((n, *(m for m, _ in top)), Fraction(full), top, f"满分{full}分")


def _unequal(places: tuple[int, ...], full: Fraction | None, lines: Placed, name: str) -> Found:
    found = sum((_points(p) or Fraction(0) for _, p in lines), Fraction(0))
    if full is not None and found != full:
        words = (
            f"{name}之下各项合计{float(found):g}分，与{float(full):g}分不符，请改正各项分值，或补上漏掉的项。"
        )
        yield Contradiction(places, words)


def _points(p: Proposal) -> Fraction | None:
    """The points of a line as it now stands; what the office has rewritten is read again."""
    what = p.entry.get("what", "")
    if p.entry.get("clause") or p.entry.get("full"):
        return None
    if what != p.item.text:
        again = re.search(r"(\d+(?:\.\d+)?)分", plain(what))
        return Fraction(again[1]) if again and not FULL.search(plain(what)) else None
    given = p.entry.get("points")
    weight = any(q.unit == "%" for q in p.item.quantity) and "分" not in {q.unit for q in p.item.quantity}
    return None if given is None or weight else Fraction(given)


def _is_head(p: Proposal) -> bool:
    return bool(p.item.parent) and p.item.text in p.item.parent[-1]


def _lines(head: Proposal, pointed: Placed) -> Placed:
    """The lines right under a heading with points."""
    under = [(n, p) for n, p in pointed if _under(head, p)]
    return [(n, p) for n, p in under if not any(_under(q, p) for _, q in under if _is_head(q))]


def _under(head: Proposal, p: Proposal) -> bool:
    above = head.item.parent
    if p is head or p.item.parent[: len(above)] != above:
        return False
    return len(p.item.parent) > len(above) or not _is_head(p)
