"""PDF 的页 — run as a program of its own: a PDF on standard input, one line of JSON a page on standard output.

A file of a few kilobytes can unfold into gigabytes or keep a parser busy for hours. Here it is given so much
memory and time and no more, and what becomes of it does not touch whoever asked.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

MOST_PAGES, MOST_LETTERS = 500, 2_000_000
_MEMORY, _SECONDS = 1_000_000_000, 60
_THIN, _LONG = 3, 8  # points: what is thinner and longer than these is a rule of a table
# In heights of a letter: apart by so much are two pieces, a blank, and letters of one line at most.
_WIDE, _GAP, _BROAD, _SAME_FOOT = 2.0, 0.3, 0.7, 0.35
_EM = "\u3000"


def main() -> None:
    """PDF 的页 — the pages, or `{"refused": …}` with the kind of trouble."""
    logging.disable(logging.CRITICAL)
    _confine()
    try:
        letters = 0
        for page in _pages(sys.stdin.buffer.read()):
            letters += sum(len(line[-1]) for line in page["lines"])
            _write(page)
            if letters > MOST_LETTERS:
                raise MemoryError
    except (MemoryError, RecursionError):
        _write({"refused": "large"})
    except Exception as error:  # noqa: BLE001 — whatever a parser stumbles over, the file is what is wrong
        _write({"refused": "locked" if "Password" in type(error).__name__ else "broken"})


def _confine() -> None:
    """Where the system can hold a program to limits, it does; elsewhere the clock of the caller remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 5))


def _pages(data: bytes) -> Iterator[dict[str, Any]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(data)))
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise MemoryError
        interpreter.process_page(page)
        yield _page(device.get_result())


def _page(layout: Any) -> dict[str, Any]:
    """One page: its size, the pieces of its lines and the rules of its tables."""
    from pdfminer.layout import LTChar, LTCurve

    height = layout.y1
    across: list[list[float]] = []
    down: list[list[float]] = []
    letters = []
    for part in _parts(layout):
        if isinstance(part, LTCurve):
            _rules(part, height, across, down)
        elif isinstance(part, LTChar) and _is_upright(part):
            letters.append(part)
    pieces = [piece for line in _lines(letters) for piece in _pieces(line, height, down)]
    return {"width": layout.x1, "height": height, "lines": pieces, "across": across, "down": down}


def _parts(node: Any) -> Iterator[Any]:
    from pdfminer.layout import LTContainer

    for part in node:
        if isinstance(part, LTContainer):
            yield from _parts(part)
        else:
            yield part


def _is_upright(letter: Any) -> bool:
    """A stamp across the page is no text."""
    a, b = letter.matrix[0], letter.matrix[1]
    return bool(abs(b) <= abs(a) / 10)


def _rules(shape: Any, height: float, across: list[list[float]], down: list[list[float]]) -> None:
    """A rule is a line, a thin bar, or a side of a box."""
    left, right, top, bottom = shape.x0, shape.x1, height - shape.y1, height - shape.y0
    wide, high = right - left > _LONG, bottom - top > _LONG
    if wide and bottom - top < _THIN:
        across.append([left, right, (top + bottom) / 2])
    elif high and right - left < _THIN:
        down.append([(left + right) / 2, top, bottom])
    elif wide and high and shape.stroke:
        across.extend([[left, right, top], [left, right, bottom]])
        down.extend([[left, top, bottom], [right, top, bottom]])


def _lines(letters: list[Any]) -> list[list[Any]]:
    """Letters on one foot line from left to right: quotation marks of another typeface are of another height."""
    lines: list[list[Any]] = []
    foot = 0.0
    for letter in sorted(letters, key=lambda one: -one.matrix[5]):
        if lines and foot - letter.matrix[5] < _SAME_FOOT * max(letter.size, 1):
            lines[-1].append(letter)
        else:
            lines.append([letter])
            foot = letter.matrix[5]
    return [sorted(line, key=lambda one: one.x0) for line in lines]


def _pieces(line: list[Any], height: float, down: list[list[float]]) -> Iterator[list[Any]]:
    """A line is cut at a wide gap, and where a rule stands between two letters: on either side are two cells."""
    middle = height - (line[0].y0 + line[0].y1) / 2
    cuts = [x for x, top, bottom in down if top - 1 <= middle <= bottom + 1]
    piece: list[Any] = []
    for letter in line:
        if not letter.get_text().strip() and not piece:
            continue
        if piece and _is_again(piece[-1], letter):
            continue
        if piece and _is_apart(piece[-1], letter, cuts):
            yield _piece(piece, height)
            piece = [] if not letter.get_text().strip() else [letter]
            continue
        piece.append(letter)
    if piece:
        yield _piece(piece, height)


def _is_again(before: Any, letter: Any) -> bool:
    """Some programs print a letter twice to make it bold."""
    return bool(before.get_text() == letter.get_text() and letter.x0 - before.x0 < letter.size * 0.25)


def _is_apart(before: Any, letter: Any, cuts: list[float]) -> bool:
    centre, last = (letter.x0 + letter.x1) / 2, (before.x0 + before.x1) / 2
    return letter.x0 - before.x1 > _WIDE * letter.size or any(last < cut < centre for cut in cuts)


def _blank(text: str, letter: Any, gap: float) -> str:
    """A blank between Latin words may be no more than a gap, as may one that was set on purpose (第五条　县级)."""
    if not text or text[-1].isspace():
        return ""
    if gap > _BROAD:
        return _EM
    return " " if gap > _GAP and text[-1].isascii() and letter.get_text().isascii() else ""


def _is_em(letter: Any, size: float) -> bool:
    """第五条　县级: a blank as wide as a letter was set on purpose."""
    return not letter.get_text().strip() and bool(letter.x1 - letter.x0 > size * _BROAD)


def _piece(letters: list[Any], height: float) -> list[Any]:
    while not letters[-1].get_text().strip() and len(letters) > 1:
        letters.pop()
    size = sorted(letter.size for letter in letters)[len(letters) // 2]
    text, right = "", letters[0].x1
    for letter in letters:
        text += _blank(text, letter, (letter.x0 - right) / max(size, 0.1))
        text += _EM if _is_em(letter, size) else letter.get_text()
        right = letter.x1
    return [
        letters[0].x0,
        right,
        height - max(letter.y1 for letter in letters),
        height - min(letter.y0 for letter in letters),
        size,
        text,
    ]


def _write(page: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(page).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
