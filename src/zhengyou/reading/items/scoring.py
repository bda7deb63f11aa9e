"""评分 — the lines of a scoring table or rule: points, deductions, weights and grade bands."""

from __future__ import annotations

import re

from zhengyou.reading import cadence, quantities
from zhengyou.reading.items.made import item
from zhengyou.reading.lines import Line, lines
from zhengyou.reading.marks import mark_at
from zhengyou.reading.model import Item, Quantity
from zhengyou.reading.places import Spans
from zhengyou.reading.source import Source
from zhengyou.reading.words import words

_RULES = {name: re.compile(pattern) for name, pattern in words("criteria").items()}
_DEDUCTION = re.compile(r"[扣加减]\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?分|不得分|[扣加减]完为止")
# 思想建设20分,组织建设30分; 获得县级表彰的每项加1分: each a line of its own.
_EACH = re.compile(
    r"(?<=[:,、;])(?=[^,、;。:()\d扣加减每不的未缺得少无]{2,12}\d+分[,、;。])|(?<=[:,;])(?=[^,;。:()\d]{4,30}每[项次个篇人][加扣减]\d+分)"
)
# 低于60分的, 总分100分: points that are had or that there are, not given.
_THRESHOLD = re.compile(r"(?:低于|不足|达到|达|高于|超过|不满|得分|总分|满分|采取|实行)(?:在|为|计)?$")
# 考核评分表(满分100分): the whole.
_TITLE = re.compile(r"[^,。;:\t]{2,30}(?:表|细则|办法|标准)\((?:满分|总分|共|计)?\d+分\)?")
_NEEDED, _LONGEST = 3, 600


def lines_of(source: Source) -> list[Item]:
    """评分 — one criterion for each line of a scoring table, each weight and each grade band."""
    found = [*_bands(source), *_weights(source)]
    if _is_scored(source.plain):
        taken = Spans(list(found))
        for start, end in _scored(source):
            if next(taken.touching(start, end), None) is None:
                found.append(_made(source, start, end))
    return sorted(found, key=lambda one: one.start)


def _is_scored(plain: str) -> bool:
    return len(_RULES["points"].findall(plain)) >= _NEEDED


def _scored(source: Source) -> list[tuple[int, int]]:
    """Each stretch from one mark or line to the next that gives or takes points."""
    found = []
    for line in lines(source.plain):
        for start, end in _pieces(source, line):
            if _scores(source.plain, start, end):
                found.append((start, end))
    return found


def _scores(plain: str, start: int, end: int) -> bool:
    """The piece gives or takes points; 加分项目 alone is only a title."""
    title = not re.search(r"\d", plain[start:end]) and (end - start <= 6 or "\t" in plain[start:end])
    title = title or _TITLE.fullmatch(plain, start, end) is not None
    given = any(
        not _THRESHOLD.search(plain, max(start, match.start() - 12), match.start())
        for match in _RULES["points"].finditer(plain, start, end)
    )
    return not title and (given or bool(_cells(plain, start, end)))


def _cells(plain: str, start: int, end: int) -> list[float]:
    """Points in a column of their own: cells of a table row that hold nothing but a number."""
    cells = plain[start:end].split("\t")
    numbers = [cell.strip() for cell in cells[1:] if re.fullmatch(r" *\d{1,3}(?:\.\d)? *", cell)]
    return [float(number) for number in numbers[:1]]


def _pieces(source: Source, line: Line) -> list[tuple[int, int]]:
    """A line is cut at its marks and after each deduction that ends a sentence."""
    plain = source.plain
    cuts, cut = {line.start, line.end}, line.start
    for match in re.compile(r"(?<=[。;]) *").finditer(plain, line.start, line.end):
        after = plain[match.end() : match.end() + 14]
        marked = mark_at(plain, match.end()) is not None
        continues = re.match(
            r"[^,。;]{0,12}(?:的?,?每|未|没有|缺|少|不|无|达不到|完不成|超|迟|最多|扣)", after
        )
        both = all(
            _RULES["points"].search(plain, *part) for part in ((cut, match.start()), (match.end(), line.end))
        )
        if marked or (both and not continues):
            cut = match.end()
            cuts.add(cut)
    cuts.update(source.heading_starts(line.start + 1, line.end))
    for match in _EACH.finditer(plain, line.start, line.end):
        cuts.add(match.start())
    places = sorted(cuts)
    return [span for a, b in zip(places, places[1:], strict=False) if (span := _trimmed(plain, a, b))]


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int] | None:
    while (mark := mark_at(plain, start)) is not None and mark.end < end:
        start = mark.end
    while start < end and plain[start] in " \t,、:.。;":
        start += 1
    while end > start and plain[end - 1] in " \t,、:.。;":
        end -= 1
    return (start, end) if 4 <= end - start <= _LONGEST else None


def _made(source: Source, start: int, end: int) -> Item:
    """Of a deduction only the points count; of the rest every number."""
    found: list[Quantity] = []
    for begin, stop in _parts(source.plain, start, end):
        numbers = quantities.quantities(source.plain, begin, stop, source.text)
        if _DEDUCTION.search(source.plain, begin, stop):
            numbers = [number for number in numbers if number.unit == "分"]
        found.extend(numbers)
    found.extend(Quantity(points, "分", "exactly") for points in _cells(source.plain, start, end))
    made = item(source, "criterion", start, end, quantity=found)
    return _with_rhythm(source, made)


def _parts(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, begin = [], start
    for match in re.compile(r"[,。;:\t]|(?<=分)\)").finditer(plain, start, end):
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    return parts


def _with_rhythm(source: Source, made: Item) -> Item:
    from dataclasses import replace

    rhythm = cadence.cadence(source.plain, made.start, made.end, source.text)
    return replace(made, cadence=rhythm) if rhythm and rhythm.every not in ("regular", "per_event") else made


def _bands(source: Source) -> list[Item]:
    found = []
    for match in _RULES["band"].finditer(source.plain):
        numbers = quantities.quantities(source.plain, match.start(), match.end(), source.text)
        if any(number.unit == "分" for number in numbers):
            found.append(item(source, "criterion", match.start(), match.end(), quantity=numbers))
    return found


def _weights(source: Source) -> list[Item]:
    found = []
    for sentence in source.sentences:
        if not _RULES["weighs"].search(sentence.text):
            continue
        for clause in sentence.clauses:
            for match in _RULES["weight_in_brackets"].finditer(source.plain, clause.start, clause.end):
                numbers = quantities.quantities(source.plain, *match.span(), source.text)
                found.append(item(source, "criterion", *match.span(), quantity=numbers))
            if not _RULES["weight"].search(clause.text):
                continue
            for start, end in _listed(source.plain, clause.start, clause.end):
                if _RULES["weight"].search(source.plain, start, end):
                    numbers = quantities.quantities(source.plain, start, end, source.text)
                    found.append(item(source, "criterion", start, end, quantity=numbers))
    return found


def _listed(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    places = [start, *(m.end() for m in re.compile("、").finditer(plain, start, end)), end + 1]
    return [(a, b - 1) for a, b in zip(places, places[1:], strict=False)]
