"""The upper levels of a tree of real shape: tables of administrative divisions, where somebody has them.

The folder holds ``provinces.csv cities.csv areas.csv streets.csv``, each with ``code`` and ``name`` and the
code of what lies above (``provinceCode``, ``cityCode``, ``areaCode``), as public collections publish them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

LEVELS = (("provinces", ""), ("cities", "provinceCode"), ("areas", "cityCode"), ("streets", "areaCode"))
VILLAGES = 15  # of each street or town, generated
Node = tuple[int, int | None, str, bool]  # number, the parent's number, name, whether it is a branch


def divided(folder: Path, count: int) -> list[Node]:
    """So many organisations: towns in the order of their codes with all above them and villages below."""
    names, above, towns = _read(folder)
    nodes: list[Node] = [(1, None, "全国", False)]
    numbers = {"": 1}
    for town in towns:
        for code in _missing(town, above, numbers):
            numbers[code] = len(nodes) + 1
            nodes.append((numbers[code], numbers[above[code]], names[code], False))
        for village in range(VILLAGES):
            nodes.append((len(nodes) + 1, numbers[town], f"{names[town]}{village + 1}村", True))
        if len(nodes) >= count:
            break
    return nodes


def _missing(town: str, above: dict[str, str], numbers: dict[str, int]) -> Iterator[str]:
    """The codes from the first one that is not numbered yet down to the town."""
    line = [town]
    while line[-1] and line[-1] not in numbers:
        line.append(above[line[-1]])
    yield from reversed(line[:-1])


def _read(folder: Path) -> tuple[dict[str, str], dict[str, str], list[str]]:
    names: dict[str, str] = {}
    above: dict[str, str] = {}
    towns: list[str] = []
    for level, parent in LEVELS:
        with (folder / f"{level}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names[row["code"]], above[row["code"]] = row["name"], row[parent] if parent else ""
                towns += [row["code"]] if level == "streets" else []
    return names, above, sorted(towns)
