"""Everything that can be done about units and their coverage."""

from zhengyou.rooms.coverage.actions.covering import (
    close_unit,
    cover_unit,
    end_cover,
    found_for_unit,
    set_deadline,
    set_standard,
)
from zhengyou.rooms.coverage.actions.importing import DryRun, Report, import_units

__all__ = [
    "DryRun",
    "Report",
    "close_unit",
    "cover_unit",
    "end_cover",
    "found_for_unit",
    "import_units",
    "set_deadline",
    "set_standard",
]
