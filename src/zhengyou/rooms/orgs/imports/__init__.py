"""花名册导入 — the organisation table and the roster as offices keep them in a file.

    headings    what the columns are called
    sheets      where the heading row is, which column is which, where the data ends
    cells       dates as people write them, identity numbers with their check digit
    rows        rows made into organisations and people, or refused with their place and reason
    marked      the refused rows as a table to be corrected and sent in again
    keeping     the file between its upload and its entry, sealed, and how far it has come

Nothing here writes facts: the action ``import_roster`` takes what was read.
"""

from zhengyou.rooms.orgs.imports.rows import Roster, read_roster

__all__ = ["Roster", "read_roster"]
