"""督导情况通报 — a draft of praise and criticism out of what groups saw: the office reads it and signs, or does not."""

from collections.abc import Iterator

from zhengyou.core import clock
from zhengyou.core.papers import Addressee, Block, Colophon, Heading, Letterhead, Signature, date_zh, paper
from zhengyou.rooms.bulletins.papers.names import (
    addressees_of,
    copies_of,
    mark_of,
    number_of,
    office_of,
)
from zhengyou.rooms.bulletins.queries import State, named
from zhengyou.rooms.supervision.queries import Seen

Part = Block | str


@paper(kind="circular")
def supervision_circular(state: State, seen: Seen, number: str = "") -> Iterator[Part]:
    """督导情况通报 — where groups were, what deserves praise, what is overdue, and what is asked."""
    office = office_of(state.top, state.campaign.name)
    yield Letterhead(mark_of(state), number or number_of(state))
    yield f"关于{state.campaign.name}督导情况的通报"
    yield Addressee(addressees_of(state))
    yield _opening(state, seen)
    yield from _praise(state, seen)
    yield from _criticism(state, seen)
    yield from _asked(seen)
    yield Signature(office, state.on, sealed=True)
    yield Colophon(printed_by=office, printed_on=state.on, copies=copies_of(state))


def _opening(state: State, seen: Seen) -> str:
    places = len({visit.organisation_id for visit in seen.visits})
    right, late = len(seen.put_right), len(seen.overdue)
    told = f"截至{date_zh(state.on)}，督导组到{places}个单位督导{len(seen.visits)}次，发现问题{len(seen.findings)}件"
    if not seen.findings:
        return f"{told}。现将督导情况通报如下。"
    return f"{told}，经复查整改到位{right}件，超期未整改到位{late}件。现将督导情况通报如下。"


def _praise(state: State, seen: Seen) -> Iterator[Part]:
    yield Heading(1, "值得肯定的")
    if not seen.focus and not seen.sound:
        yield "目前没有要特别表扬的单位。"
    for visit in seen.sound:
        yield Heading(2, f"{named(visit.organisation, state.top)}。", f"{visit.words}。")
    if seen.focus:
        told = "；".join(f"{named(f.organisation, state.top)}（{f.why}）" for f in seen.focus)
        yield f"各督导组选定的重点单位：{told}。"


def _criticism(state: State, seen: Seen) -> Iterator[Part]:
    yield Heading(1, "超期没有整改到位的")
    if not seen.overdue:
        yield "没有超期未整改到位的问题。"
    for finding in seen.overdue:
        days = (clock.today() - finding.limit).days
        told = f"{finding.what}；由{finding.whose}整改，期限{date_zh(finding.limit)}，已超期{days}天。"
        yield Heading(2, f"{named(finding.organisation, state.top)}。", told)


def _asked(seen: Seen) -> Iterator[Part]:
    yield Heading(1, "下一步要求")
    if len(seen.put_right) < len(seen.findings):
        yield Heading(
            2, "逐件整改。", "各单位对督导发现要逐件整改，整改后在系统里答复，督导组复查到位才算办结。"
        )
    yield Heading(2, "减轻负担。", "本通报由督导记录汇总，各单位不另行填表，不报送整改总结。")
