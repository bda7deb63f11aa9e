"""Coverage judged."""

from zhengyou.core.rules import all_of, rule
from zhengyou.rooms.coverage.measures import units_covered, units_to_cover


@rule(source="source 000：消除群团工作空白点")
def no_gaps():
    """消除空白点 — every unit that has the people for an organisation is covered by one."""
    return (all_of(units_to_cover, units_covered),)
