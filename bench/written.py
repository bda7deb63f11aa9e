"""The page that a run leaves behind: tables, pictures, and what it ran on."""

from collections.abc import Sequence
from pathlib import Path

from bench.plot import picture
from bench.table import Series, agreed, in_markdown

HEAD = """# Speed

Written by `make bench WRITE=docs/bench.md`: our way beside what others do, in one run on the same made-up rows.
All ways of a table gave the same answer. Ratios are what counts; seconds belong to the machine.

`seconds` is the median of the rounds, `extra MB` the most memory held beyond what was held before. `peer / ours`
above 1 says that the other takes longer, below 1 that ours does. `time ∝` is the power of the size by which the
time grew over three sizes: n^1.00 is linear, n^0.00 the same for any size. A way over its limit was stopped.
"""


def write(page: Path, size: str, ran_on: Sequence[str], found: dict[str, tuple[str, list[Series]]]) -> None:
    """Write the page, and a picture for each job into ``pictures`` beside it."""
    told = [HEAD, f"Size `{size}`. " + ". ".join(ran_on) + "."]
    pictures = page.parent / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for job, (title, every) in found.items():
        name = f"{page.stem}-{job}.svg"
        (pictures / name).write_text(picture(f"{job}: {title}", every), encoding="utf-8")
        told.append(f"\n## {job.capitalize()}: {title}\n\n![{title}](pictures/{name})")
        for series in every:
            told.append("\n" + "\n".join(in_markdown(series)) + f"\n\n{agreed(series[-1])}.")
    page.write_text("\n".join(told) + "\n", encoding="utf-8")
