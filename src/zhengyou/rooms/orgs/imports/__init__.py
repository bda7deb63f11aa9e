"""花名册导入 — the organisation table and the roster as offices keep them in a workbook.

    sheets      where the heading row is, which column is which, where the data ends
    cells       dates as people write them, identity numbers with their check digit
    rows        one row made into an organisation or a person, or refused with its place and reason

Nothing here writes: the action ``import_roster`` takes what was read.
"""

from zhengyou.rooms.orgs.imports.rows import Roster, read_roster

__all__ = ["Roster", "read_roster"]
