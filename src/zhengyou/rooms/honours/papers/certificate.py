"""荣誉证书 — what the holder gets on paper; the address on it tells whether it still stands."""

from collections.abc import Iterator
from typing import Any

from zhengyou.core.papers import Block, Note, Signature, date_zh, paper
from zhengyou.rooms.honours.queries import in_public


def number_of(honour: Any) -> str:
    """证书编号 — the year and the seat: 〔2010〕第3号."""
    seat = honour.seat
    return f"〔{honour.since.year}〕第{seat.number}号"


def file_of(honour: Any) -> str:
    """The name of the file in which it is taken away, without its ending."""
    return f"荣誉证书{honour.since.year}-{honour.seat.number}"


@paper(kind="certificate")
def honour_certificate(honour: Any, address: str) -> Iterator[Block | str]:
    """荣誉证书 — to whom, for what, by whose decision, until when, and where to check it."""
    nomination = honour.nomination
    decision, kind = honour.decision, nomination.batch.kind
    yield "荣誉证书"
    home = "" if not nomination.of_person else f"（{nomination.home}）"
    yield f"{in_public(nomination)}{home}："
    yield (
        f"经{decision.meeting}决定，{date_zh(decision.decided_on)}授予“{kind}”荣誉（{nomination.batch.name}）。"
    )
    if honour.until:
        yield f"本荣誉有效期至{date_zh(honour.until)}（不含当日）。"
    yield f"证书编号：{number_of(honour)}。"
    yield Signature(str(honour.organisation), decision.decided_on, sealed=True)
    yield Note(f"是否有效，请到 {address} 查验")
