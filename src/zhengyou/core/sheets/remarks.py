"""What is said about rows: refusals and warnings, each with its place, numbers of people shortened."""

import re
from dataclasses import dataclass
from typing import Any

from zhengyou.core.sheets.cells import words

SECRET = {"identity", "phone"}
LONG_NUMBER = re.compile(r"[0-9０-９]{4}[0-9０-９]{5,}[0-9XxＸ０-９]")
SHOWN = 40  # characters of a value


@dataclass(frozen=True, slots=True)
class Remark:
    """A refusal or a warning: where it is in the file, what stands there, and why."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str
    key: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The shape that reports print."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "reason": self.reason,
        }


def remark(sheet: str, row: int, column: str, key: str, value: Any, reason: str) -> Remark:
    """A remark in which no number of a person stands whole, whatever column it was written in."""
    shown = words(value)
    if key in SECRET:
        shown = shown[:4] + "…" if len(shown) > 4 else shown
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
    return Remark(sheet, row, column, _shortened(shown), _shortened(reason), key)


def _shortened(text: str) -> str:
    return LONG_NUMBER.sub(lambda found: found[0][:4] + "…", text)
