"""Everything that can be done about passing from stage to stage."""

from zhengyou.rooms.gates.actions.applying import answer_item, apply_for_gate, put_forward
from zhengyou.rooms.gates.actions.deciding import decide_passage
from zhengyou.rooms.gates.actions.inspecting import draw_for_inspection, inspect_application
from zhengyou.rooms.gates.actions.opening import open_gate

__all__ = [
    "answer_item",
    "apply_for_gate",
    "decide_passage",
    "draw_for_inspection",
    "inspect_application",
    "open_gate",
    "put_forward",
]
