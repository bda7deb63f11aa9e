"""How a decision is kept: the lines as they become, and what stood before so that it can be undone."""

from collections.abc import Iterable
from typing import Any

from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.drafting.models import Decision, Line, Reading, State


def taken(reading: Reading) -> Reading:
    """The reading as it is now, held until the deed ends; refused once its campaign runs."""
    held = Reading.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=reading.pk)
    if held.campaign and held.campaign.issued_on:
        raise Refused(f"“{held}”已于{held.campaign.issued_on:%Y-%m-%d}印发，条目不能再改。")
    return held


def decide(by: Any, reading: Reading, how: str, changes: Iterable[tuple[Line, State]]) -> Decision:
    """Let lines become what was decided, and keep what they were."""
    changed: dict[str, Any] = {}
    lines = []
    for line, after in changes:
        before = line.state
        if before != after:
            line.state = after
            changed[str(line.number)] = [before, after]
            lines.append(line)
    if not lines:
        raise Refused("没有要改的条目：已经是这样定的。")
    Line.objects.bulk_update(lines, ["decision", "turned", "edited"])
    return Decision.objects.create(
        organisation=reading.organisation,
        entered_by=author(by),
        reading=reading,
        number=reading.decisions.count() + 1,
        how=how,
        changed=changed,
    )
