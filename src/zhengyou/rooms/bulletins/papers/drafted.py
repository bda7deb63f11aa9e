"""通报表扬、通报批评 — as an official document (GB/T 9704), with the number that it was let out under."""

from collections.abc import Iterator
from typing import Any

from zhengyou.core import clock
from zhengyou.core.papers import Addressee, Block, Colophon, Heading, Letterhead, Signature, paper
from zhengyou.rooms.bulletins.papers.names import FEW, mark_for, named, office_of
from zhengyou.rooms.bulletins.queries import last_decision, lines_of

ASKED = {
    "praise": "希望受到表扬的单位再接再厉。各单位不另行开展学习活动，不报送情况。",
    "criticism": "请上述单位对照问题逐项整改，整改情况按日常记录登记，由督导组和上级查看，不另行报送材料。",
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
    for line in lines:
        yield Heading(1, f"{named(line.whose, top)}{line.post}", f"：{line.words.rstrip('。')}。")
    yield ASKED[circular.sort]
    yield Signature(office, on, sealed=True)
    yield Colophon(printed_by=office, printed_on=on)
