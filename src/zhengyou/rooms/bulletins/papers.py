"""Papers about a running campaign."""

from collections.abc import Iterator

from zhengyou.core.papers import (
    Addressee,
    Block,
    Colophon,
    Column,
    Heading,
    Letterhead,
    Sheet,
    Signature,
    Table,
    paper,
)
from zhengyou.rooms.bulletins.queries import NOTHING, Line, State, lacking


@paper(kind="circular")
def progress_circular(state: State, number: str = "") -> Iterator[Block | str]:
    """进展情况通报 — how far everybody is with each requirement, who lacks most, and what is to be done."""
    name = state.campaign.name
    office = f"{state.top.name}{name}领导小组办公室"
    yield Letterhead(f"{state.top.short_name}{name}领导小组办公室文件", number)
    yield f"关于{name}进展情况的通报"
    yield Addressee("、".join(line.organisation.short_name for line in state.parts) or "各支部")
    yield f"截至{state.on.year}年{state.on.month}月{state.on.day}日，各项要求进展如下。数据由各支部的记录汇总，不需要另行报送。"
    yield Heading(1, "总体情况")
    for requirement in state.asked:
        found = state.whole.found.get(requirement.pk, NOTHING)
        unit = state.unit(requirement)
        yield f"{requirement.name}：应{found.due}{unit}，已{found.met}{unit}，还差{found.lacking}{unit}。要求是：{requirement.asks}。"
    yield Heading(1, "各地情况")
    heads = ["组织", "党员", *(r.name for r in state.asked)]
    yield Table(heads, [_row(state, line) for line in [*state.parts, state.whole]])
    yield Heading(1, "需要补上的")
    yield _behind(state)
    yield "时间服从质量，差的补上就行。补课、履诺由支部随做随记，办公室直接看得到，不要求报送总结。"
    yield Signature(office, state.on)
    yield Colophon(copies=[state.top.name], printed_by=office, printed_on=state.on)


def _row(state: State, line: Line) -> list[str]:
    shares = (line.found.get(r.pk, NOTHING) for r in state.asked)
    return [
        line.organisation.short_name,
        str(line.people),
        *(f"{f.met}/{f.due}" if f.due else "—" for f in shares),
    ]


def _behind(state: State) -> str:
    """For each requirement the three branches that lack most, by name."""
    told = []
    for requirement in state.asked:
        worst = sorted(
            (b for b in state.branches if lacking(b, requirement)), key=lambda b: -lacking(b, requirement)
        )[:3]
        if worst:
            unit = state.unit(requirement)
            names = "、".join(f"{b.organisation.name}（差{lacking(b, requirement)}{unit}）" for b in worst)
            told.append(f"{requirement.name}差得多的是{names}")
    return "；".join(told) + "。" if told else "各项要求都已达到。"


@paper(kind="ledger")
def lacking_ledger(state: State) -> Iterator[Block | str]:
    """欠缺台账 — every branch with due and met of every requirement, as a workbook."""
    yield f"{state.campaign.name}要求进展台账"
    columns = [Column("支部", 26), Column("上级组织", 16), Column("党员", 8, "number")]
    for requirement in state.asked:
        columns += [
            Column("应达", 8, "number", group=requirement.name),
            Column("已达", 8, "number", group=requirement.name),
            Column("差", 8, "number", group=requirement.name),
        ]
    rows = [_cells(state, line) for line in state.branches]
    yield Sheet("台账", columns, rows, total=True, whose=state.top.name, as_of=state.on)


def _cells(state: State, line: Line) -> list[str | int]:
    found = [line.found.get(r.pk, NOTHING) for r in state.asked]
    return [
        line.organisation.name,
        line.above,
        line.people,
        *(n for f in found for n in (f.due, f.met, f.lacking)),
    ]
