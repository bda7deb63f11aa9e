"""How organisations are called in a paper."""

import re
from collections.abc import Sequence
from typing import Any

from zhengyou.core.language import in_writing
from zhengyou.core.models import Kind, Organisation
from zhengyou.rooms.bulletins.queries import OF_A_KIND, State, named
from zhengyou.rooms.campaigns.queries import own_word

FEW = 4  # so many addressees of one kind are still named
NUMBERED = re.compile(r"^(?P<stem>.+)〔\d{4}〕\d*号$")


def word_for(campaign: Any, key: str, house: str) -> str:
    """What a paper calls a branch or a member: the programme's own word, whatever language the writer reads."""
    with in_writing():
        return own_word(campaign, key, house)


def office_of(organisation: Organisation, campaign: str) -> str:
    """领导小组办公室 — who issues papers of a campaign; a branch, which has no office, does so itself."""
    if organisation.kind == Kind.BRANCH:
        return organisation.name
    return re.sub("委员会$", "委", organisation.name) + f"{campaign}领导小组办公室"


def mark_of(state: State) -> str:
    """发文机关标志 — the same office by its short name, with 文件."""
    return mark_for(state.top, state.campaign.name)


def mark_for(top: Organisation, campaign: str) -> str:
    """发文机关标志 — of an organisation's papers about a campaign."""
    return f"{top.name}文件" if top.kind == Kind.BRANCH else f"{top.short_name}{campaign}领导小组办公室文件"


def number_of(state: State) -> str:
    """发文字号 — the campaign's own series with the year, its number left blank for the office to fill in."""
    found = NUMBERED.match(state.campaign.number)
    ours = state.top.pk == state.campaign.organisation_id
    return f"{found['stem']}〔{state.on.year}〕　号" if found and ours else ""


def addressees_of(state: State) -> str:
    """主送机关 — the organisations below by name, or by their kind where they are many."""
    below = [line.organisation for line in state.parts]
    if not below:
        everybody = f"全体{word_for(state.campaign, 'member', '党员')}"
        return (
            everybody
            if state.top.kind == Kind.BRANCH
            else f"各{word_for(state.campaign, 'branch', '党支部')}"
        )
    if len(below) < FEW:
        return "、".join(named(o, state.top) for o in below)
    return "，".join(f"各{kind}" for kind in kinds_of(below))


def kinds_of(organisations: Sequence[Organisation]) -> list[str]:
    """What sorts of organisation these are, each once: 镇党委, 乡党委, 党支部."""
    found = ((o, OF_A_KIND.search(named(o))) for o in organisations)
    with in_writing():
        kinds = [m.group() if m and o.kind != Kind.BRANCH else str(Kind(o.kind).label) for o, m in found]
    return list(dict.fromkeys(kinds))


def copies_of(state: State) -> list[str]:
    """抄送机关 — the office above; at the top, the leading group itself."""
    if state.top.parent is not None:
        return [office_of(state.top.parent, state.campaign.name)]
    return [f"{state.campaign.name}领导小组组长、副组长、成员", "各督导组"]
