"""欠缺台账 — the working list beside the circular."""

from collections.abc import Iterator

from zhengyou.core.papers import Block, Cell, Column, Sheet, paper
from zhengyou.rooms.bulletins.papers.names import word_for
from zhengyou.rooms.bulletins.queries import Item, Line, State

DUE, MET, LACKING = "应达到", "已达到", "尚差"


@paper(kind="ledger")
def lacking_ledger(state: State) -> Iterator[Block | str]:
    """欠缺台账 — what every branch still lacks, and due and met of every branch and requirement, as a workbook."""
    yield f"{state.campaign.name}要求进展台账"
    yield _open_items(state)
    yield _progress(state)


def _open_items(state: State) -> Sheet:
    columns = [
        Column(word_for(state.campaign, "branch", "党支部")),
        Column("上级组织"),
        Column("要求事项"),
        Column(DUE, kind="number"),
        Column(MET, kind="number"),
        Column(LACKING, kind="number"),
        Column("计量单位"),
        Column("期限", kind="date"),
    ]
    rows = [_open_item(line, item) for line in state.branches for item in state.open_items(line)]
    return Sheet("尚需补齐", columns, rows, whose=state.top.name, as_of=state.on)


def _open_item(line: Line, item: Item) -> list[Cell]:
    found, unit = item.found, item.unit.removeprefix("个")
    counts = [found.due, found.met, found.lacking]
    return [line.organisation.name, line.above, item.name, *counts, unit, item.requirement.due_on]


def _progress(state: State) -> Sheet:
    branch, member = (word_for(state.campaign, *word) for word in (("branch", "党支部"), ("member", "党员")))
    columns = [Column(branch), Column("上级组织"), Column(member, kind="number")]
    for requirement in state.asked:
        columns += [Column(title, kind="number", group=requirement.name) for title in (DUE, MET, LACKING)]
    rows = [_cells(state, line) for line in state.branches]
    title = f"各{word_for(state.campaign, 'branch', '支部')}进展"
    return Sheet(title, columns, rows, total=True, whose=state.top.name, as_of=state.on)


def _cells(state: State, line: Line) -> list[Cell]:
    found = [item.found for item in state.items(line)]
    counts = [n for f in found for n in (f.due, f.met, f.lacking)]
    return [line.organisation.name, line.above, line.people, *counts]
