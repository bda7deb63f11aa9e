"""标准 — the lines by which organisations and people are judged: 五个好, 看…是否…, scoring lines, grade bands."""

from __future__ import annotations

import re
from dataclasses import replace

from zhengyou.reading import cadence, quantities
from zhengyou.reading.items import scoring
from zhengyou.reading.items.made import item
from zhengyou.reading.lines import lines
from zhengyou.reading.marks import mark_at
from zhengyou.reading.model import Heading, Item
from zhengyou.reading.numerals import value
from zhengyou.reading.places import Spans
from zhengyou.reading.script import spelt
from zhengyou.reading.source import Source
from zhengyou.reading.words import words

_RULES = {name: re.compile(pattern) for name, pattern in words("criteria").items()}
_MEMBER = r"[^、,。;:“”()\s]{2,14}"
_LIST = re.compile(rf"{_MEMBER}(?:[、,]{_MEMBER})+")

# 有违法案件的, 90分以上者, 满意率低于80%的教师.
_HAVING = re.compile(r"[的者]$|(?:低于|不足|未达|达不到)[^,。;]{1,12}的[\u4e00-\u9fff]{1,6}$")
Span = tuple[int, int]


def criteria(source: Source) -> list[Item]:
    """标准 — every criterion in the order of the text."""
    scored = scoring.lines_of(source)
    slogans = _slogans(source)
    spans = [
        *(line for line in _series(source) if not _names_a_slogan(line, slogans)),
        *_looked_at(source),
        *slogans,
        *_measured(source),
        *_excluded(source),
        *_grades(source),
        *_conditions(source),
    ]
    kept: list[Span] = []
    taken = Spans(scored)
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        clear = next(taken.touching(start, end), None) is None
        if clear and not (kept and start < kept[-1][1]):
            kept.append((start, end))
    return [*scored, *(_criterion(source, start, end) for start, end in kept)]


def _criterion(source: Source, start: int, end: int) -> Item:
    numbers = quantities.quantities(source.plain, start, end, source.text)
    rhythm = cadence.cadence(source.plain, start, end, source.text)
    made = item(source, "criterion", start, end, quantity=numbers)
    return replace(made, cadence=rhythm) if rhythm and numbers else made


def _grades(source: Source) -> list[Span]:
    """满100小时的,认定为一星; 有违法案件的,不得评为先进: what one must have to be called so, or not."""
    found = []
    for sentence in source.sentences:
        clauses = sentence.clauses
        for i, clause in enumerate(clauses):
            before = clauses[i - 1] if i and clauses[i - 1].stop == "," else None
            lead = before if before is not None and _HAVING.search(before.text) else None
            words_ = f"{lead.text},{clause.text}" if lead else clause.text
            if _RULES["named"].search(words_) and (lead or re.search("[的者]|不得评", clause.text)):
                found.append((lead.start if lead else clause.start, clause.end))
    return found


def _names_a_slogan(line: Span, slogans: list[Span]) -> bool:
    """先进党组织“五个好”:领导班子好、…: the five are the standards, not their line."""
    return sum(line[0] <= start and end <= line[1] for start, end in slogans) >= 3


def _conditions(source: Source) -> list[Span]:
    """评选条件:孝敬老人,邻里和睦: conditions in one sentence, each its own line."""
    found: list[Span] = []
    for match in _RULES["conditions"].finditer(source.plain):
        pieces = [piece for piece in re.finditer(r"[^,;、]+", match["list"]) if piece[0].strip()]
        if len(pieces) >= 2 and all(3 <= len(piece[0].strip()) <= 24 for piece in pieces):
            begin = match.start("list")
            found.extend((begin + piece.start(), begin + piece.end()) for piece in pieces)
    return found


def _series(source: Source) -> list[Span]:
    """五个好:一是…二是…, and the numbered lines under 评选条件."""
    found = []
    for heading in source.headings:
        below = source.children.get(heading.path, [])
        siblings = [h for h in below if h.start >= heading.start]
        if heading.parent and _announced(source, heading):
            found.append(_line_of(source, heading))
        elif _RULES["heading"].search(source.plain[heading.start : heading.end]):
            found.extend(_line_of(source, child) for child in siblings if not _has_children(source, child))
    return found


def _has_children(source: Source, heading: Heading) -> bool:
    return any(heading.start <= h.start < heading.until for h in source.children.get(heading.path, ()))


def _announced(source: Source, heading: Heading) -> bool:
    """The sentence before the first of the series says that standards follow."""
    first = next(
        h for h in source.children[heading.parent] if h.until <= heading.until and _joined(source, h, heading)
    )
    before = source.plain[max(0, first.start - 90) : first.start].rstrip(" \r\n")
    if not before.endswith((":", ",", "。")):
        return False
    sentence = re.split(r"[。;!?\n]", before.rstrip(":,。 "))[-1]
    tail = sentence.rstrip(":,")
    return bool(_RULES["announces"].search(tail)) and bool(_RULES["judged"].search(sentence))


def _joined(source: Source, first: Heading, heading: Heading) -> bool:
    """Both stand in one series: no full paragraph of something else between them."""
    if first.start > heading.start:
        return False
    between = source.plain[first.start : heading.start]
    return "\n" not in between or all(
        mark_at(source.plain, line.start) for line in _lines_from(source, first, heading)
    )


def _lines_from(source: Source, first: Heading, heading: Heading) -> list[Heading]:
    return [h for h in source.children[first.parent] if first.start <= h.start <= heading.start]


def _line_of(source: Source, heading: Heading) -> Span:
    """The name of the line and its explanation, without the mark and the last stop."""
    mark = mark_at(source.plain, heading.start)
    start = mark.end if mark else heading.start
    start += len(source.plain[start : heading.until]) - len(
        source.plain[start : heading.until].lstrip(" ,:、")
    )
    stop = source.plain.find("\n", heading.end, heading.until)
    end = heading.until if stop < 0 else stop
    while end > start and source.plain[end - 1] in "。;,:!? \r\n\t":
        end -= 1
    return start, end


def _looked_at(source: Source) -> list[Span]:
    """看广大党员…是否提高: what is looked at when judging."""
    found = []
    for sentence in source.sentences:
        clauses = sentence.clauses
        places = [i for i, clause in enumerate(clauses) if _RULES["look"].match(clause.text)]
        for i in places:
            end = clauses[i].end
            for later in clauses[i + 1 :]:
                if _RULES["look"].match(later.text) or not re.search(r"是否|有没有|能否", later.text):
                    break
                end = later.end
            skip = 2 if clauses[i].text.startswith("重点") else 0
            found.append((clauses[i].start + skip, end))
    return found


def _slogans(source: Source) -> list[Span]:
    """‚五带头‛(带头学习、带头…): as many names as the slogan counts, each with its word."""
    found: list[Span] = []
    for line in lines(source.plain):
        for match in _RULES["slogan"].finditer(source.plain, line.start, line.end):
            number = int(value(match["n"]) or 0)
            around = source.plain[max(line.start, match.start() - 40) : match.end() + 30]
            if number < 3 or not _is_set(source, match.start(), around):
                continue
            low, high = max(line.start, match.start() - 70), min(line.end, match.end() + 110)
            names = _named(source.plain, low, high, number, match["stem"])
            found.extend(span for span in names if span not in found)
    return found


def _is_set(source: Source, place: int, around: str) -> bool:
    """The words around it or the headings above it call it a standard."""
    above = source.path_at(place)
    return any(_RULES["slogan_context"].search(words_) for words_ in (around, *map(spelt, above)))


def _named(plain: str, low: int, high: int, number: int, stem: str) -> list[Span]:
    for piece in _LIST.finditer(plain, low, high):
        spans = [(m.start(), m.end()) for m in re.compile(_MEMBER).finditer(plain, *piece.span())]
        for begin in range(0, len(spans) - number + 1):
            group = spans[begin : begin + number]
            texts = [plain[start:end] for start, end in group]
            if all(t.startswith(stem) for t in texts) or all(
                t.endswith(stem) and len(t) > len(stem) + 1 for t in texts
            ):
                return group
    return []


def _measured(source: Source) -> list[Span]:
    """以群众满意度衡量创争活动取得的实效."""
    return [
        (clause.start, clause.end)
        for sentence in source.sentences
        for clause in sentence.clauses
        if _RULES["measured"].match(clause.text)
    ]


def _excluded(source: Source) -> list[Span]:
    """有下列情形之一的,不得评为先进: each line below is one."""
    found: list[Span] = []
    for match in _RULES["excludes"].finditer(source.plain):
        end = source.plain.find("\n", match.end())
        rest = source.plain[match.end() : end if end >= 0 else len(source.plain)]
        if not rest.rstrip(" \r").endswith((":", "。")) and ":" not in rest:
            continue
        here = source.path_at(match.start())
        below = source.children.get(here, [])
        children = [h for h in below if match.end() <= h.start <= match.end() + 1500]
        found.extend(_line_of(source, child) for child in children)
    return found
