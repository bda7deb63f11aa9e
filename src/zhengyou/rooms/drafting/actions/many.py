"""Many lines at once, and the way back."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.drafting.actions.keeping import decide, taken
from zhengyou.rooms.drafting.models import Decision, Line, Reading, State
from zhengyou.rooms.drafting.queries import shown_of, wrong_in

ACCEPTED, DROPPED = Line.Decision.ACCEPTED, Line.Decision.DROPPED


def _all(by: Any, reading: Reading, how: str, to: str, kind: str, confidence: str) -> Decision:
    held = taken(reading)
    waiting = [
        line
        for line in shown_of(held.lines.filter(decision=Line.Decision.WAITING), kind, "", confidence)
        if line.open and (to == DROPPED or not wrong_in(line.now, line.content))
    ]
    if not waiting:
        raise Refused("这里没有可以一并定的待定条目；写得不全的，请逐条改。")
    return decide(by, held, how, [(line, [to, line.turned, line.edited]) for line in waiting])


@action()
def accept_all(by: Any, reading: Reading, *, kind: str = "", confidence: str = "") -> Decision:
    """全部采用 — accept what waits, of one kind and of one confidence where they are named."""
    return _all(by, reading, Decision.How.ACCEPT, ACCEPTED, kind, confidence)


@action()
def drop_all(by: Any, reading: Reading, *, kind: str = "", confidence: str = "") -> Decision:
    """其余不要 — leave out what waits, of one kind and of one confidence where they are named."""
    return _all(by, reading, Decision.How.DROP, DROPPED, kind, confidence)


@action()
def undo_last(by: Any, reading: Reading) -> Decision:
    """撤销决定 — take back one's own last decision on a reading; again and again, to the first."""
    held = taken(reading)
    last = held.decisions.filter(entered_by=author(by), undone=False).last()
    if last is None:
        raise Refused("没有可以撤销的决定了。")
    lines = {str(line.number): line for line in held.lines.filter(number__in=last.numbers)}
    for number, (before, after) in last.changed.items():
        _put_back(lines[number], before, after)
    Line.objects.bulk_update(lines.values(), ["decision", "turned", "edited"])
    last.undone = True
    last.save(update_fields=["undone"])
    return last


def _put_back(line: Line, before: State, after: State) -> None:
    if line.state != after:
        raise Refused(f"{line}此后又改过，不能撤销原来的决定；请直接改这一条。")
    line.state = before
