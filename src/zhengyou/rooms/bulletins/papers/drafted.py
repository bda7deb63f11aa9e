"""通报表扬、通报批评、考评结果通报 — as an official document (GB/T 9704), with the number that it was let out under."""

from collections.abc import Iterator, Sequence
from typing import Any

from zhengyou.core import clock
from zhengyou.core.papers import Addressee, Block, Colophon, Heading, Letterhead, Signature, paper
from zhengyou.rooms.appraisal.queries import TIER_WORDS
from zhengyou.rooms.bulletins.papers.names import FEW, mark_for, office_of
from zhengyou.rooms.bulletins.queries import last_decision, lines_of, named

ASKED = {
    "praise": "希望受到表扬的单位再接再厉。各单位不另行开展学习活动，不报送情况。",
    "criticism": "请上述单位对照问题逐项整改，整改情况按日常记录登记，由督导组和上级查看，不另行报送材料。",
    "results": "后进的单位按上面写明的做，到期由上级去看，帮的单位一起负责；改好一项，销一项。各单位不另行报送材料。",
}


@paper(kind="circular")
def results_circular(circular: Any) -> Iterator[Block | str]:
    """表扬批评通报 — what is said of whom, and what is asked; a draft says so in place of its number."""
    top, campaign = circular.organisation, circular.campaign
    decision = last_decision(circular)
    out = decision is not None and decision.issued
    on = decision.on_day if out and decision else clock.today()
    office = office_of(top, campaign.name)
    yield Letterhead(mark_for(top, campaign.name), decision.number if out and decision else "（送审稿）")
    yield circular.title
    lines = lines_of(circular)
    places = list(dict.fromkeys(named(line.whose, top) for line in lines))
    yield Addressee("、".join(places) if len(places) <= FEW else "各有关单位")
    yield circular.opening
    if circular.sort == "results":
        yield from _bands(lines, top)
    else:
        for line in lines:
            yield Heading(1, f"{named(line.whose, top)}{line.post}", f"：{line.words.rstrip('。')}。")
    yield ASKED[circular.sort]
    yield Signature(office, on, sealed=True)
    yield Colophon(printed_by=office, printed_on=on)


def _bands(lines: Sequence[Any], top: Any) -> Iterator[Block | str]:
    """Band by band: who is in it, in the tree's order; those that lag each with its way out."""
    for band, label in TIER_WORDS.items():
        there = [line for line in lines if line.band == band]
        if not there:
            continue
        yield Heading(1, f"{label}（{len(there)}个）")
        if band == "lagging":
            for line in there:
                yield Heading(2, f"{named(line.whose, top)}。", f"{line.words.rstrip('。')}。")
        else:
            yield "、".join(_with_words(line, label, top) for line in there) + "。"


def _with_words(line: Any, label: Any, top: Any) -> str:
    """An organisation, with what was written of it where that is more than its band."""
    more = "" if line.words == str(label) else f"（{line.words.rstrip('。')}）"
    return f"{named(line.whose, top)}{more}"
