"""图形 — small pictures drawn by the server: tree map, bars, bands and a line of one's own past.

Every function takes plain values and returns safe markup. Colours come only from CSS classes, so a picture
follows the theme and prints; nothing carries a `style` attribute, so a strict content policy holds. Every
picture also says its numbers in words.
"""

from .ages import Ages, pyramid
from .bars import Band, Bar, Part, Point, band_bar, bar, bars, line, share_bar
from .icicle import Cell, icicle
from .sheet import sheet
from .words import MINUS, Amount, fixed, grouped, percent, share_words, step

__all__ = [
    "MINUS",
    "Ages",
    "Amount",
    "Band",
    "Bar",
    "Cell",
    "Part",
    "Point",
    "band_bar",
    "bar",
    "bars",
    "fixed",
    "grouped",
    "icicle",
    "line",
    "percent",
    "pyramid",
    "share_bar",
    "share_words",
    "sheet",
    "step",
]
