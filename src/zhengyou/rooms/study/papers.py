"""The registers of study: like every paper Chinese, whoever asks for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.papers import Column, Sheet, paper
from zhengyou.core.papers.blocks import Written


@paper("ledger")
def lectures_register(
    place: Organisation, counted: Iterable[tuple[Any, int, int]], taught: Mapping[int, Sequence[str]]
) -> Iterator[Written]:
    """党课登记表 — who lectured on what, to whom, and how many came."""
    columns = [
        *(Column(title) for title in ("题目", "主讲人", "主讲人身份", "专题", "所讲篇目", "听课的组织")),
        Column("日期", kind="date"),
        *(Column(title, kind="number") for title in ("登记", "到会", "列席")),
    ]
    rows = [
        [
            m.title, m.speaker, m.get_speaks_as_display(), m.topic, "、".join(taught.get(m.pk, ())),
            "、".join(o.short_name for o in (m.organisation, *m.partners.all())), m.held_on, entered, present,
            m.guests,
        ]
        for m, entered, present in counted
    ]  # fmt: skip
    yield f"{place.short_name}党课登记"
    yield Sheet("党课", columns, rows, whose=place.name, as_of=clock.today())


@paper("ledger")
def works_register(place: Organisation, works: Iterable[Any]) -> Iterator[Written]:
    """笔记登记表 — what was written and when it was reviewed; no text and no remark, which are their author's."""
    columns = [
        *(Column(title) for title in ("姓名", "种类", "题目")),
        Column("字数", kind="number"),
        Column("日期", kind="date"),
        Column("批阅日期", kind="date"),
    ]
    rows = [
        [w.person.name, w.get_kind_display(), w.title, w.characters, w.written_on, w.reviewed_on]
        for w in works
    ]
    yield f"{place.short_name}笔记登记"
    yield Sheet("笔记", columns, rows, whose=place.name, as_of=clock.today())
