"""A picture of growth: size to the right, seconds upwards, both by powers of ten, one line for each way.

Lines are named where they end, so that nobody has to match colours with a legend. The picture brings its
own background and follows the reader's choice of light or dark.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bench.table import Series

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 820, 330, 62, 330, 44, 46
GAP = 15  # between the names of lines
COLOURS = ("#2a78d6", "#1a9a6c", "#b07d00", "#8a63d2", "#c2452d", "#0f8b9d", "#b0478f", "#6b7280")
STYLE = """
text{font:12px system-ui,"Noto Sans",sans-serif;fill:#374151} .title{font-size:14px;font-weight:600}
.ours{font-weight:600} .back{fill:#fff} .grid{stroke:#e5e7eb} polyline{fill:none;stroke-width:1.8}
polyline.ours{stroke-width:3.2}
@media (prefers-color-scheme:dark){text{fill:#d1d5db}.back{fill:#16181c}.grid{stroke:#31353c}}
"""


@dataclass(frozen=True)
class Line:
    """One way: its name, its points, whether it is ours."""

    name: str
    points: list[tuple[float, float]]
    ours: bool


@dataclass(frozen=True)
class Scale:
    """Where an amount lies across and where seconds lie upwards."""

    amounts: tuple[float, float]
    seconds: tuple[float, float]
    top: float

    def across(self, amount: float) -> float:
        """From the left edge."""
        return LEFT + _part(amount, self.amounts) * (WIDTH - LEFT - RIGHT)

    def down(self, seconds: float) -> float:
        """From the upper edge."""
        return self.top + TOP + (1 - _part(seconds, self.seconds)) * (HEIGHT - TOP - FOOT)


def picture(title: str, found: Sequence[Series]) -> str:
    """An SVG file with one field below the other, one for each comparison."""
    drawn = [series for series in found if any(line.points for line in lines_of(series))]
    height = HEIGHT * len(drawn)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<rect class="back" width="{WIDTH}" height="{height}" rx="6"/>',
    ]
    for number, series in enumerate(drawn):
        parts += _field(series, HEIGHT * number)
    return "\n".join([*parts, "</svg>"]) + "\n"


def lines_of(series: Series) -> list[Line]:
    """Every way that has a time at some size."""
    made = []
    for at, timing in enumerate(series[-1].timings):
        found = [(one.amount, one.timings[at].typical) for one in series]
        made.append(Line(timing.name, [(float(a), s) for a, s in found if s], timing.ours))
    return [line for line in made if line.points]


def _field(series: Series, top: float) -> Iterator[str]:
    lines = lines_of(series)
    points = [point for line in lines for point in line.points]
    scale = Scale(_ends([a for a, _ in points], 1.06), _ends([s for _, s in points], 1.25), top)
    yield f'<text class="title" x="{LEFT}" y="{top + 24:.0f}">{escape(series[-1].name)}</text>'
    yield from _grid(series, scale)
    for at, (line, place) in enumerate(zip(lines, _places(lines, scale), strict=True)):
        yield from _drawn(line, COLOURS[at % len(COLOURS)], scale, place)


def _grid(series: Series, scale: Scale) -> Iterator[str]:
    left, right = LEFT, WIDTH - RIGHT
    bottom = scale.top + HEIGHT - FOOT
    for seconds in _tens(scale.seconds):
        y = scale.down(seconds)
        yield f'<line class="grid" x1="{left}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{_said(seconds)}</text>'
    for one in series:
        x = scale.across(one.amount)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{scale.top + TOP}" y2="{bottom:.1f}"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{one.amount:,}</text>'
    middle = (left + right) / 2
    yield f'<text x="{middle}" y="{bottom + 36:.1f}" text-anchor="middle">{escape(series[-1].of)}</text>'


def _drawn(line: Line, colour: str, scale: Scale, place: float) -> Iterator[str]:
    kind = ' class="ours"' if line.ours else ""
    at = [(scale.across(amount), scale.down(seconds)) for amount, seconds in line.points]
    pairs = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    yield f'<polyline{kind} stroke="{colour}" points="{pairs}"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at)
    x, y = at[-1]
    edge = WIDTH - RIGHT + 14
    yield f'<line x1="{x + 4:.1f}" y1="{y:.1f}" x2="{edge}" y2="{place:.1f}" stroke="{colour}" stroke-width=".7"/>'
    words = f"{escape(line.name)}, {_said(line.points[-1][1])}"
    yield f'<text{kind} x="{edge + 4}" y="{place + 4:.1f}">{words}</text>'


def _places(lines: Sequence[Line], scale: Scale) -> list[float]:
    """How far down each name stands: beside its line's end, pushed apart where two would touch."""
    order = sorted(range(len(lines)), key=lambda n: scale.down(lines[n].points[-1][1]))
    places = [0.0] * len(lines)
    free = scale.top + TOP - GAP
    for left, n in enumerate(order):
        room = scale.top + HEIGHT - 8 - GAP * (len(order) - left - 1)
        free = min(max(scale.down(lines[n].points[-1][1]), free + GAP), room)
        places[n] = free
    return places


def _ends(values: Sequence[float], air: float) -> tuple[float, float]:
    return min(values) / air, max(values) * air


def _part(value: float, ends: tuple[float, float]) -> float:
    low, high = map(math.log, ends)
    return (math.log(value) - low) / (high - low)


def _tens(ends: tuple[float, float]) -> Iterator[float]:
    """The powers of ten between two values; with few of them also twice and five times."""
    powers = range(math.floor(math.log10(ends[0])), math.ceil(math.log10(ends[1])) + 1)
    steps = (1, 2, 5) if math.log10(ends[1] / ends[0]) < 2 else (1,)
    for value in (step * 10.0**power for power in powers for step in steps):
        if ends[0] <= value <= ends[1]:
            yield value


def _said(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"
