"""A printed page with a ruler: lines of text and ink, in millimetres from the upper left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

MM = 25.4 / 72
RED = (1.0, 0.0, 0.0)
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # the type area
CHARACTER = 156 / 28
LINE = 225 / 22


@dataclass(frozen=True)
class Words:
    """One line of text: what it says, where it is, how large and in what face and colour."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    colour: Any

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Sheet:
    """One page of a printed paper."""

    def __init__(self, page: Any, picture: Any) -> None:
        self.page, self.picture = page, picture
        self.width, self.height = page.width * MM, page.height * MM

    @cached_property
    def lines(self) -> list[Words]:
        """The lines of text, downwards; characters that stand on one base line make one."""
        rows: dict[int, list[Any]] = {}
        for sign in self.page.chars:
            base = round(sign["matrix"][5])
            rows.setdefault(base, []).append(sign)
        return [
            words(sorted(signs, key=lambda s: s["x0"])) for _, signs in sorted(rows.items(), reverse=True)
        ]

    def line(self, beginning: str) -> Words:
        """The line that begins with a text."""
        found = [line for line in self.lines if line.text.startswith(beginning)]
        assert found, f"no line begins with {beginning}: {[line.text for line in self.lines]}"
        return found[0]

    def signs(self, line: Words) -> list[Any]:
        """The characters of a line, from left to right."""
        return sorted((s for s in self.page.chars if abs(base_of(s) - line.y) < 0.2), key=lambda s: s["x0"])

    @property
    def body(self) -> list[Words]:
        """The lines inside the type area."""
        return [line for line in self.lines if line.y < BOTTOM]

    @property
    def rules(self) -> list[tuple[float, float, float, float]]:
        """Every drawn line or bar as left, right, upper edge, lower edge."""
        return sorted(
            {edges(each) for each in [*self.page.rects, *self.page.lines]}, key=lambda rule: rule[2]
        )

    @property
    def bars(self) -> list[tuple[float, float, float, float]]:
        """The filled ones among them: the rules of a colophon, but not the borders of tables."""
        return sorted({edges(each) for each in self.page.rects}, key=lambda rule: rule[2])

    def ink(
        self, top: float, bottom: float, left: float = 20, right: float = 200
    ) -> tuple[float, ...] | None:
        """Left, upper, right and lower edge of what is black or red within a part of the page."""
        scale = self.picture.width / self.width
        box = [int(edge * scale) for edge in (left, top, right, bottom)]
        dark = self.picture.crop(box).point(lambda value: 255 if value < 160 else 0).getbbox()
        if dark is None:
            return None
        return tuple((edge + box[at % 2]) / scale for at, edge in enumerate(dark))


def words(signs: list[Any]) -> Words:
    shown = [sign for sign in signs if sign["text"].strip()] or signs
    first = shown[0]
    return Words(
        "".join(sign["text"] for sign in signs),
        first["x0"] * MM,
        shown[-1]["x1"] * MM,
        base_of(first),
        round(first["size"], 1),
        first["fontname"],
        first["non_stroking_color"],
    )


def base_of(sign: Any) -> float:
    """The base line, from the top of the page."""
    return (sign["top"] + sign["y1"] - sign["matrix"][5]) * MM


def edges(drawn: Any) -> tuple[float, float, float, float]:
    half = (drawn["linewidth"] or 0) / 2 if drawn["object_type"] == "line" else 0
    top, bottom = drawn["top"] - half, drawn["bottom"] + half
    return tuple(round(edge * MM, 2) for edge in (drawn["x0"], drawn["x1"], top, bottom))  # type: ignore[return-value]


def sheets(pdf: Path) -> Iterator[Sheet]:
    """The pages of a PDF file."""
    pictures = pypdfium2.PdfDocument(pdf)
    with pdfplumber.open(pdf) as opened:
        for page, drawn in zip(opened.pages, pictures, strict=True):
            sheet = Sheet(page, drawn.render(scale=4).to_pil().convert("RGB").split()[1])
            _ = sheet.lines, sheet.rules
            yield sheet
