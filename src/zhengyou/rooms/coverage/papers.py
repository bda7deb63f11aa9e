"""The papers of coverage: like every paper Chinese, whoever asks for it."""

from collections.abc import Iterator
from typing import Any

from zhengyou.core.language import in_writing
from zhengyou.core.models import Organisation
from zhengyou.core.papers import Column, Sheet, Title, paper
from zhengyou.core.papers.blocks import Written
from zhengyou.rooms.coverage.queries import needs_by_line


def name_of(place: Organisation, line: str) -> str:
    """What a list of gaps is called: 柳河镇党委工会空白点."""
    with in_writing():
        return f"{place.short_name}{needs_by_line()[line].line.label}空白点"


@paper("ledger")
def gaps_ledger(place: Organisation, line: str, gaps: Any) -> Iterator[Written]:
    """空白点台账 — the units that lack an organisation on a line, with the columns that a register takes."""
    columns = [
        *(Column(title) for title in ("名称", "类别", "所在", "统一社会信用代码")),
        *(Column(title, kind="number") for title in ("从业人数", "党员数", "团员数", "妇女数")),
        Column("补建期限"),
    ]
    with in_writing():
        rows = [
            [
                gap.unit.name, gap.unit.get_category_display(), gap.organisation.name, gap.unit.code,
                gap.workers, gap.members, gap.youth, gap.women, str(gap.due_on or ""),
            ]
            for gap in gaps
        ]  # fmt: skip
    yield Title(name_of(place, line))
    yield Sheet("空白点", columns, rows)
