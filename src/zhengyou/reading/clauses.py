"""句与分句 — a text cut into sentences and clauses; quotations, book titles and brackets stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhengyou.reading.lines import lines
from zhengyou.reading.marks import mark_at
from zhengyou.reading.model import Heading
from zhengyou.reading.places import Headings
from zhengyou.reading.words import words

_PAIRS = {"“": "”", "‘": "’", "《": "》", "(": ")", "[": "]"}
_LONGEST_PROTECTED = 160
_LONGEST_CLAUSE = 400
_MOST_CLAUSES = 60  # no sentence that anybody wrote has more: what does is no sentence, and is read in parts
_LEADING = re.compile(words("mood")["leading"])


@dataclass(frozen=True)
class Clause:
    """分句 — the words between two stops, marks and connectives in front left out."""

    start: int
    end: int
    text: str
    stop: str = ""


@dataclass(frozen=True)
class Sentence:
    """句 — clauses up to a full stop, a line end or the next heading mark."""

    start: int
    end: int
    clauses: list[Clause]
    paragraph: int
    path: tuple[str, ...] = ()
    heads: tuple[Heading, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """句 — its words as the rules read them."""
        return ",".join(clause.text for clause in self.clauses)


def protected(plain: str) -> bytearray:
    """括住的 — 1 for each place inside a pair of quotation marks, book marks or brackets."""
    inside = bytearray(len(plain))
    for line in lines(plain):
        open_at: list[tuple[str, int]] = []
        for place in range(line.start, line.end):
            letter = plain[place]
            if letter in _PAIRS:
                open_at.append((letter, place))
                continue
            for back in range(len(open_at) - 1, -1, -1):
                if _PAIRS[open_at[back][0]] == letter:
                    begin = open_at[back][1]
                    del open_at[back:]
                    if place - begin <= _LONGEST_PROTECTED:
                        inside[begin + 1 : place] = b"\1" * (place - begin - 1)
                    break
    return inside


def sentences(plain: str, headings: list[Heading], held: Headings) -> list[Sentence]:
    """句 — every sentence, each under the headings that hold it."""
    inside = protected(plain)
    starts = {heading.start for heading in headings}
    found: list[Sentence] = []
    for number, line in enumerate(lines(plain)):
        begin = line.start
        for place in range(line.start, line.end + 1):
            at_mark = place in starts and place > begin
            stop = place == line.end or (plain[place] in "。!?" and not inside[place])
            if at_mark:
                found.extend(_sentence(plain, begin, place, number, inside, held))
                begin = place
            elif stop:
                found.extend(_sentence(plain, begin, min(place + 1, line.end), number, inside, held))
                begin = place + 1
    return [sentence for sentence in found if sentence.clauses]


def _sentence(
    plain: str, start: int, end: int, number: int, inside: bytearray, held: Headings
) -> Iterator[Sentence]:
    clauses, begin = [], _after_marks(plain, start, end)
    for place in range(begin, end + 1):
        stops = (
            place < end
            and plain[place] in ",;:。!?…\t"
            and not inside[place]
            and not _in_number(plain, place)
        )
        if stops or place == end or place - begin > _LONGEST_CLAUSE:
            stop = plain[place] if stops else ""
            clause = _clause(plain, begin, place, stop)
            if clause is not None:
                clauses.append(clause)
            begin = place + 1 if stops else place
    heads = held.at(start)
    path = heads[-1].path if heads else ()
    for first in range(0, len(clauses), _MOST_CLAUSES):
        part = clauses[first : first + _MOST_CLAUSES]
        last = first + _MOST_CLAUSES >= len(clauses)
        yield Sentence(
            start if not first else part[0].start, end if last else part[-1].end, part, number, path, heads
        )


def _in_number(plain: str, place: int) -> bool:
    return (
        plain[place] in ",:" and plain[place - 1 : place].isdigit() and plain[place + 1 : place + 2].isdigit()
    )


def _after_marks(plain: str, start: int, end: int) -> int:
    """(一)首先…: every mark in front goes."""
    while (mark := mark_at(plain, start)) is not None and mark.end < end:
        start = mark.end
    return start


def _clause(plain: str, start: int, end: int, stop: str) -> Clause | None:
    while start < end and plain[start] in " ,、;:.":
        start += 1
    while end > start and plain[end - 1] in " 、.":
        end -= 1
    if (mark := mark_at(plain, start)) is not None and mark.end < end and mark.form in ("is", "circle"):
        start = mark.end
    leading = _LEADING.match(plain, start, end)
    if leading is not None and leading.end() < end:
        start = leading.end()
    return Clause(start, end, plain[start:end], stop) if start < end else None
