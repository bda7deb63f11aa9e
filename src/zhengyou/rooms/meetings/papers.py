"""The ledgers of meetings: like every paper Chinese, whoever asks for them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.papers import Column, Sheet, paper
from zhengyou.core.papers.blocks import Written


@paper("ledger")
def meetings_ledger(place: Organisation, counted: Iterable[tuple[Any, int, int]]) -> Iterator[Written]:
    """会议台账 — the meetings that were called, for how long, and how many came."""
    columns = [
        Column("题目"), Column("种类"), Column("召集"), Column("日期", kind="date"),
        Column("时长(分钟)", kind="number"), Column("登记", kind="number"), Column("到会", kind="number"),
        Column("列席", kind="number"),
    ]  # fmt: skip
    rows = [
        [
            m.title, m.get_kind_display(), m.organisation.short_name, m.held_on, m.minutes, entered, present,
            m.guests,
        ]
        for m, entered, present in counted
    ]  # fmt: skip
    yield f"{place.short_name}会议台账"
    yield Sheet("会议", columns, rows, whose=place.name, as_of=clock.today())


@paper("ledger")
def attendance_ledger(
    meeting: Any, people: Iterable[tuple[Any, Any]], homes: Mapping[int, str], made_up: Mapping[int, Any]
) -> Iterator[Written]:
    """出勤台账 — everybody on a meeting's list, how each was entered, and how a miss was made up."""
    columns = [
        *(Column(title) for title in ("姓名", "组织", "情况", "请假事由", "怎样补的")),
        Column("补课日期", kind="date"),
    ]
    rows = []
    for person, entry in people:
        made = made_up.get(entry.pk) if entry else None
        how = [entry.get_how_display(), entry.get_reason_display()] if entry else ["未记", ""]
        again = [made.get_how_display(), made.on_day] if made else ["", None]
        rows.append([person.name, homes.get(person.pk, ""), *how, *again])
    yield f"{meeting.title}（{meeting.held_on:%Y-%m-%d}）出勤台账"
    yield Sheet("出勤", columns, rows, whose=meeting.organisation.name, as_of=clock.today())


@paper("ledger")
def owed_ledger(place: Organisation, missed: Iterable[Any]) -> Iterator[Written]:
    """应补课人员台账 — who still has to make up what; reasons by their short list, nothing of anybody's health."""
    columns = [
        Column("姓名"), Column("组织"), Column("缺的会"), Column("日期", kind="date"), Column("专题"),
        Column("时长(分钟)", kind="number"), Column("情况"), Column("请假事由"),
    ]  # fmt: skip
    rows = [
        [
            m.person.name, m.organisation.short_name, m.meeting.title, m.meeting.held_on, m.meeting.topic,
            m.meeting.minutes, m.get_how_display(), m.get_reason_display(),
        ]
        for m in missed
    ]  # fmt: skip
    yield f"{place.short_name}应补课人员"
    yield Sheet("应补课人员", columns, rows, whose=place.name, as_of=clock.today())
