"""Everything that can be done about notices that are read: reading, deciding line by line, laying down."""

from zhengyou.rooms.drafting.actions.deciding import accept_line, drop_line, edit_line, restore_line
from zhengyou.rooms.drafting.actions.laying_down import lay_down
from zhengyou.rooms.drafting.actions.many import accept_all, drop_all, undo_last
from zhengyou.rooms.drafting.actions.reading import read_notice

__all__ = [
    "accept_all",
    "accept_line",
    "drop_all",
    "drop_line",
    "edit_line",
    "lay_down",
    "read_notice",
    "restore_line",
    "undo_last",
]
