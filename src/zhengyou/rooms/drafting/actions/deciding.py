"""One line decided: accepted, dropped, put back, or written otherwise."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.drafting.actions.keeping import decide, taken
from zhengyou.rooms.drafting.models import TAKEN_UP, Becomes, Decision, Line
from zhengyou.rooms.drafting.queries import wrong_in

ACCEPTED, DROPPED, WAITING = Line.Decision.ACCEPTED, Line.Decision.DROPPED, Line.Decision.WAITING


def _as_it_is(line: Line) -> Line:
    """The line as it is now; one that the office may decide about."""
    reading = taken(line.reading)
    held: Line = reading.lines.get(pk=line.pk)
    held.reading = reading
    if held.refused:
        raise Refused(f"{held}不收：{held.refused}")
    return held


@action()
def accept_line(by: Any, line: Line) -> Decision:
    """采用条目 — let a line become part of the campaign, as proposed or as it was written."""
    held = _as_it_is(line)
    if held.now not in TAKEN_UP:
        raise Refused(f"{held}{Becomes(held.now).label}，没有可采用的内容；要列入，请改作任务。")
    if problems := wrong_in(held.now, held.content):
        raise Refused(f"{held}还不能采用：{'；'.join(problems)}。请按“改”写上。")
    return decide(by, held.reading, Decision.How.ACCEPT, [(held, [ACCEPTED, held.turned, held.edited])])


@action()
def drop_line(by: Any, line: Line) -> Decision:
    """不要条目 — leave a line out; it is kept and can be brought back."""
    held = _as_it_is(line)
    return decide(by, held.reading, Decision.How.DROP, [(held, [DROPPED, held.turned, held.edited])])


@action()
def restore_line(by: Any, line: Line) -> Decision:
    """放回条目 — let a line that was accepted or dropped wait again; what was written into it stays."""
    held = _as_it_is(line)
    return decide(by, held.reading, Decision.How.RESTORE, [(held, [WAITING, held.turned, held.edited])])


@action()
def edit_line(by: Any, line: Line, *, entry: dict[str, Any], becomes: str = "") -> Decision:
    """改条目 — write a line otherwise, or turn it into something else, and accept it so."""
    held = _as_it_is(line)
    becomes = becomes or held.now
    if becomes not in TAKEN_UP:
        raise Refused(f"{held}不能改作“{becomes}”，请改作任务、标准或机制。")
    if problems := wrong_in(becomes, entry):
        raise Refused("；".join(problems))
    turned = "" if becomes == held.becomes else becomes
    edited = None if not turned and entry == held.entry else entry
    return decide(by, held.reading, Decision.How.EDIT, [(held, [ACCEPTED, turned, edited])])
