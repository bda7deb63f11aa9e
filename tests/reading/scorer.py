"""How well the reader reads labelled documents: matching and fields, on texts made up for the purpose.

A set is a text, a line `====` and its labels in the order of the text. A heading is `H`, one blank deeper
for each level; an item is `R`equirement, `S`tage, `C`riterion, `M`echanism or `F`igure with its words and,
after ` | `, its fields. `! flat` leaves the outline out. Two items match when they are of one kind and share
half of what they cover together; `python -m tests.reading.scorer [NAME…]` prints scores, misses and false finds.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from zhengyou.reading import Item, Notice, draft
from zhengyou.reading.script import plain as simplified

HOME = Path(__file__).parent / "sets"
KINDS = {"R": "requirement", "S": "stage", "C": "criterion", "M": "mechanism", "F": "figure"}
BOUNDS = {">=": "at_least", "<=": "at_most", "=": "exactly", "~": "about", "+": "growth_percent"}


@dataclass(frozen=True)
class Label:
    """One item or heading as a reader of the guide sees it."""

    kind: str
    start: int
    end: int
    parent: tuple[str, ...]
    fields: dict[str, str] = field(hash=False)


@dataclass(frozen=True)
class Set:
    """A text with its labels."""

    name: str
    text: str
    labels: list[Label]
    headings: list[tuple[str, ...]]
    flat: bool


@dataclass
class Score:
    """Counts that add up over documents."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def f1(self, kind: str | None = None) -> float:
        """The harmonic mean of precision and recall, of one kind or of all."""
        gold, found, matched = (
            sum(n for k, n in c.items() if kind in (None, k)) for c in (self.gold, self.found, self.matched)
        )
        return 2 * matched / (gold + found) if gold + found else 1.0

    def share(self, name: str) -> float:
        """How many of the fields that are there are right."""
        return self.right[name] / self.given[name] if self.given[name] else 1.0


def sets(names: list[str] | None = None) -> list[Set]:
    """Every labelled document, or those named."""
    files = sorted(HOME.glob("*.txt"))
    return [_read(file) for file in files if not names or file.stem in names]


def _read(file: Path) -> Set:
    text, _, marked = file.read_text(encoding="utf-8").partition("====\n")
    labels: list[Label] = []
    above: list[str] = []
    headings, place, flat = [], 0, False
    for line in marked.splitlines():
        deep, (letter, rest) = len(line) - len(line.lstrip()), line.strip().split(" ", 1)
        if letter == "!":
            flat = True
            continue
        words, *fields = rest.split(" | ")
        above = above[:deep]
        if letter == "H":
            above.append(words)
            headings.append(tuple(above))
            continue
        start = text.find(words, place)
        assert start >= 0, f"{file.stem}: {words!r} does not stand after place {place}"
        place = start
        given = dict(one.split("=", 1) for one in fields)
        labels.append(Label(KINDS[letter], start, start + len(words), tuple(above), given))
    return Set(file.stem, text, labels, headings, flat)


def score(documents: list[Set]) -> Score:
    """Read each document and count what agrees with its labels."""
    total = Score()
    for one in documents:
        read = draft(Notice(one.text, one.name))
        _count(total, one, read.items)
        if not one.flat:
            _count_headings(total, one, [heading.path for heading in read.headings])
    return total


def _count(total: Score, one: Set, items: list[Item]) -> None:
    pairs = _pairs(one.labels, items)
    total.gold.update(label.kind for label in one.labels)
    total.found.update(item.kind for item in items)
    total.matched.update(one.labels[i].kind for i, _ in pairs)
    for i, j in pairs:
        _fields(total, one, one.labels[i], items[j])
    missed = set(range(len(one.labels))) - {i for i, _ in pairs}
    extra = set(range(len(items))) - {j for _, j in pairs}
    for i in sorted(missed):
        label = one.labels[i]
        total.notes.append(f"{one.name}: MISSED {label.kind} {one.text[label.start : label.end]}")
    total.notes.extend(f"{one.name}: EXTRA {items[j].kind} {items[j].text}" for j in sorted(extra))


def _pairs(labels: list[Label], items: list[Item]) -> list[tuple[int, int]]:
    likely = [
        (-_overlap(a, b), i, j) for i, a in enumerate(labels) for j, b in enumerate(items) if a.kind == b.kind
    ]
    pairs: list[tuple[int, int]] = []
    for shared, i, j in sorted(likely):
        if -shared >= 0.5 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(a: Label, b: Item) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def _fields(total: Score, one: Set, label: Label, item: Item) -> None:
    words = label.fields
    said = {
        "who": (_bare(words.get("who")), _bare(item.who)),
        "quantity": (
            _numbers(words.get("q")),
            sorted(_folded(q.value, q.unit, q.bound) for q in item.quantity),
        ),
        "cadence": (words.get("c"), item.cadence.every if item.cadence else None),
        "deadline": (_due(words.get("d")), _day(item.deadline.end) if item.deadline else None),
        "coverage": (_bare(words.get("cov")), _bare(item.coverage)),
    }
    if not one.flat:
        said["outline"] = ([_bare(h) for h in label.parent], [_bare(h) for h in item.parent])
    for name, (gold, read) in said.items():
        if gold or read:
            total.given[name] += 1
            right = _same_day(gold, read) if name == "deadline" else gold == read
            total.right[name] += right
            if not right:
                total.notes.append(f"{one.name}: {name} of {item.text}: {gold} read as {read}")


def _count_headings(total: Score, one: Set, read: list[tuple[str, ...]]) -> None:
    gold, found = ([tuple(_bare(h) for h in path) for path in paths] for paths in (one.headings, read))
    total.given["headings"] += max(len(gold), len(found))
    total.right["headings"] += sum((Counter(gold) & Counter(found)).values())
    total.notes.extend(f"{one.name}: HEADING missed {path[-1]}" for path in (Counter(gold) - Counter(found)))
    total.notes.extend(f"{one.name}: HEADING extra {path}" for path in (Counter(found) - Counter(gold)))


def _bare(words: str | None) -> str | None:
    """Letters and digits only."""
    kept = unicodedata.normalize("NFKC", words or "")
    return "".join(c for c in kept if unicodedata.category(c)[0] not in "PZSC") or None


def _folded(number: float, unit: str, bound: str) -> tuple[float, str, str]:
    """2万元 is 20000元."""
    times = {"万": 10_000, "亿": 100_000_000}.get(unit[:1], 1) if len(unit) > 1 else 1
    return round(number * times, 1), simplified(unit[1:] if times > 1 else unit), bound


def _numbers(words: str | None) -> list[tuple[float, str, str]]:
    found = []
    for one in (words or "").split(";"):
        match = re.fullmatch(
            r"(>=|<=|=|~|\+)(-?[\d.]+)(\D*)", one.removeprefix("=") if one[:2] == "==" else one
        )
        if match:
            found.append(_folded(float(match[2]), match[3], BOUNDS[match[1]]))
    return sorted(found)


def _due(words: str | None) -> str | None:
    return None if words is None else _day(words.partition("/")[2] or None)


def _day(end: str | None) -> str:
    return end or "words"


def _same_day(gold: str | None, read: str | None) -> bool:
    """A text that tells no year is judged by month and day."""
    unknown = gold is not None and read is not None and gold.startswith("0000")
    return gold[4:] == read[4:] if unknown and gold and read else gold == read


def report(total: Score) -> str:
    """The scores as a table in text."""
    rows = [f"{'kind':<12}{'gold':>6}{'found':>6}{'match':>6}{'F1':>8}"]
    for kind in KINDS.values():
        counts = (total.gold[kind], total.found[kind], total.matched[kind])
        rows.append(f"{kind:<12}{counts[0]:>6}{counts[1]:>6}{counts[2]:>6}{total.f1(kind):>8.3f}")
    sums = [sum(c.values()) for c in (total.gold, total.found, total.matched)]
    rows.append(f"{'all':<12}{sums[0]:>6}{sums[1]:>6}{sums[2]:>6}{total.f1():>8.3f}")
    rows += [f"{n:<12}{total.right[n]:>6}{total.given[n]:>6}{total.share(n):>14.3f}" for n in total.given]
    return "\n".join(rows)


if __name__ == "__main__":
    result = score(sets(sys.argv[1:]))
    print("\n".join([*result.notes, report(result)]))
