"""Papers about promises: what hangs on the wall, and what two levels sign."""

from collections.abc import Iterable, Iterator
from typing import Any

from zhengyou.core.papers import Block, Heading, Para, Signature, Table, date_zh, paper


def board_name(place: Any, pledge: str = "承诺") -> str:
    """What the board's file is called: 东街村承诺公开栏; by the programme's own word for a promise."""
    return f"{place.short_name}{pledge}公开栏"


def letter_name(letter: Any) -> str:
    """What a letter's file is called: 东街村目标责任书."""
    return f"{letter.organisation.short_name}目标责任书"


@paper(kind="list")
def public_board(place: Any, promises: Iterable[Any], on: Any, pledge: str = "承诺") -> Iterator[Block | str]:
    """承诺公开栏 — what an organisation and its members promised, by when, and how far it is; nobody without consent."""
    yield board_name(place, pledge)
    rows = [
        [p["whose"], p["what"], p["how_seen"], "\n".join(f"{date_zh(s['on'])}前：{s['name']}" for s in p["steps"]),
         "\n".join(s["words"] for s in p["steps"])]
        for p in promises
    ]  # fmt: skip
    yield Table(
        [f"谁的{pledge}", "内容" if pledge != "承诺" else "承诺什么", "怎样算做到", "步骤", "做到哪一步"],
        rows,
        widths=(2, 4, 3, 4, 4),
    )
    yield Signature(place.name, on)


@paper(kind="notice")
def responsibility_letter(letter: Any) -> Iterator[Block | str]:
    """目标责任书 — what one level answers for to the next, item by item with its day, and both signatures."""
    yield f"{letter.campaign.name}目标责任书"
    yield f"为落实{letter.campaign.name}各项任务，{letter.counterpart.name}与{letter.organisation.name}签订本责任书。"
    yield Heading(1, "责任")
    yield letter.what
    yield Heading(1, "任务和期限")
    yield Table(["任务", "期限"], [[s.what, date_zh(s.due_on)] for s in letter.steps.all()])
    yield Heading(1, "怎样算做到")
    yield letter.how_seen
    yield Heading(1, "签字")
    signed = {s.organisation_id: s.on_day for s in letter.signatures.all()}
    for side in (letter.counterpart, letter.organisation):
        day = signed.get(side.pk)
        yield Para(f"{side.name}（签字）：{date_zh(day) + '已在系统里签订' if day else '　　　　　　'}")
