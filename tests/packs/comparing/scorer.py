"""How well plans are compared, on made-up pairs: `python -m tests.packs.comparing.scorer [NAME…]` prints what is not as labelled.

A pair is a plan above, `====`, a plan of one's own, `====` and what a reader says of them: `= above | own` covered,
`< above | own` covered with less, `- above` left out, `^ above` done by the level above itself, `+ own` added.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from zhengyou.packs.comparing import Comparison, compare
from zhengyou.reading import Notice, draft

HOME = Path(__file__).parent / "pairs"
STATES = {"=": "covered", "<": "lowered", "-": "left_out", "^": "theirs"}


@dataclass(frozen=True)
class Pair:
    """Two plans and what a reader says of them."""

    name: str
    above: str
    own: str
    labels: list[tuple[str, str, str]]


def pairs(names: list[str] | None = None) -> list[Pair]:
    """Every labelled pair, or those named."""
    return [_read(file) for file in sorted(HOME.glob("*.txt")) if not names or file.stem in names]


def _read(file: Path) -> Pair:
    above, own, marked = file.read_text(encoding="utf-8").split("====\n")
    labels = []
    for line in marked.splitlines():
        mark, one, other = line[0], *[part.strip() for part in f"{line[2:]}|".split("|")[:2]]
        assert one in (own if mark == "+" else above) and other in own, line
        labels.append((mark, one, other))
    return Pair(file.stem, above, own, labels)


def compared(pair: Pair) -> Comparison:
    """The comparison of a pair."""
    return compare(draft(Notice(pair.above, "上级方案")), draft(Notice(pair.own, "本级方案")))


def score(pair: Pair) -> tuple[Counter[str], list[str]]:
    """Counts of labels and of what was found right, and what was not, in words."""
    found, counts, notes = compared(pair), Counter(), []
    for mark, one, other in pair.labels:
        if mark == "+":
            added = [p.item.text for p in found.added]
            counts["added labelled"] += 1
            counts["added right"] += (hit := any(_same(one, a) for a in added))
            notes += [] if hit else [f"{pair.name}: not added: {one}"]
            continue
        lines = [
            line
            for line in found.lines
            if line.above.becomes != "mechanism" and _same(one, line.above.item.text)
        ]
        line = lines[0] if lines else None
        by = [p.item.text for p in line.by] if line else []
        counts["labelled"] += 1
        counts["read"] += line is not None
        counts["state right"] += (right := line is not None and line.state == STATES[mark])
        counts["pairs labelled"] += bool(other)
        counts["pairs found"] += bool(by)
        counts["pairs right"] += (hit := bool(other) and any(_same(other, b) for b in by))
        counts["lowered labelled"] += mark == "<"
        counts["lowered found"] += line is not None and line.state == "lowered"
        counts["lowered right"] += mark == "<" and line is not None and line.state == "lowered"
        if not right or hit != bool(other):
            told = f"{line.state} by {by} {list(line.why)}" if line else "not read"
            notes.append(f"{pair.name}: {mark} {one} | {other} → {told}")
    return counts, notes


def _same(one: str, other: str) -> bool:
    """Half of what two spans cover together is shared."""
    first, then = (one, other) if len(one) <= len(other) else (other, one)
    return first in then and 2 * len(first) >= len(then)


def main(names: list[str]) -> None:
    """Print the sums and what is not as labelled."""
    sums: Counter[str] = Counter()
    for pair in pairs(names):
        counts, notes = score(pair)
        sums += counts
        print("\n".join(notes))
        print(pair.name, f"state {counts['state right']}/{counts['labelled']}")
    right = sums["pairs right"]
    print(f"pairs: precision {right / sums['pairs found']:.3f} recall {right / sums['pairs labelled']:.3f}")
    low = sums["lowered right"]
    print(
        f"lowered: precision {low / max(1, sums['lowered found']):.3f} recall {low / sums['lowered labelled']:.3f}"
    )
    print(f"states {sums['state right']}/{sums['labelled']}, of them read {sums['read']}")
    print(f"added {sums['added right']}/{sums['added labelled']}")


if __name__ == "__main__":
    main(sys.argv[1:])
