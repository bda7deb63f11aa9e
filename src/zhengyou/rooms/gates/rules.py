"""Passing judged."""

from zhengyou.core.rules import all_of, rule
from zhengyou.rooms.gates.measures import gates_due, passages


@rule(source="source 003：检查合格的，同意转入下一阶段；督促进行“补课”，直到合格后再转入下一阶段")
def passed_gate():
    """按质转段 — every gate that was opened to an organisation has been passed."""
    return (all_of(gates_due, passages),)
