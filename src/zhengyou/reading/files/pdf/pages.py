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
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    document = PDFDocument(PDFParser(io.BytesIO(data)))
    manager = PDFResourceManager()
    # Chinese sets no blanks between words: only a wide gap is one.
    device = PDFPageAggregator(
        manager, laparams=LAParams(word_margin=0.5, boxes_flow=None, detect_vertical=False, all_texts=True)
    )
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise MemoryError
        interpreter.process_page(page)
        yield _page(device.get_result())


def _page(layout: Any) -> dict[str, Any]:
    """One page: its size, the pieces of its lines and the rules of its tables, all from the top down."""
    from pdfminer.layout import LTCurve, LTTextLine

    height = layout.y1
    across: list[list[float]] = []
    down: list[list[float]] = []
    lines = []
    for part in _parts(layout):
        if isinstance(part, LTCurve):
            _rules(part, height, across, down)
        elif isinstance(part, LTTextLine):
            lines.append(part)
    pieces = [piece for line in lines for piece in _pieces(line, height, down)]
    return {"width": layout.x1, "height": height, "lines": pieces, "across": across, "down": down}


def _parts(node: Any) -> Iterator[Any]:
    from pdfminer.layout import LTContainer, LTTextLine

    for part in node:
        if isinstance(part, LTContainer) and not isinstance(part, LTTextLine):
            yield from _parts(part)
        else:
            yield part


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


def _pieces(line: Any, height: float, down: list[list[float]]) -> Iterator[list[Any]]:
    """A line is cut where a rule stands between two letters: what is on either side are two cells."""
    middle = height - (line.y0 + line.y1) / 2
    cuts = sorted(x for x, top, bottom in down if top - 1 <= middle <= bottom + 1 and line.x0 < x < line.x1)
    letters: list[Any] = []
    text = ""
    for sign in line:
        box = getattr(sign, "bbox", None)
        if box is not None and cuts and letters and (box[0] + box[2]) / 2 > cuts[0]:
            yield _piece(letters, text, height)
            letters, text = [], ""
            cuts = [cut for cut in cuts if cut > (box[0] + box[2]) / 2]
        if box is not None:
            letters.append(sign)
        text += sign.get_text()
    if letters:
        yield _piece(letters, text, height)


def _piece(letters: list[Any], text: str, height: float) -> list[Any]:
    size = sorted(letter.size for letter in letters)[len(letters) // 2]
    return [
        min(letter.x0 for letter in letters),
        max(letter.x1 for letter in letters),
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
