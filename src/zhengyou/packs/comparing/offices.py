"""上级机关 — who in a plan is the level that wrote it, or one above it, and not one of those to whom it goes."""

import re

from zhengyou.packs.proposing import Proposal
from zhengyou.reading.model import Draft
from zhengyou.reading.script import plain

RANKS = {
    "中央": 0,
    "省": 1,
    "自治区": 1,
    "市": 2,
    "州": 2,
    "盟": 2,
    "县": 3,
    "区": 3,
    "旗": 3,
    "街道": 4,
    "镇": 4,
    "乡": 4,
}
LEVEL = "|".join(sorted(RANKS, key=len, reverse=True))
ISSUER = re.compile(r"^(?:中共|共青团)?(.{0,20}?)(?:关于|印发|《)")
WHOLE = re.compile(f"全({LEVEL})")
OFFICE = re.compile(
    rf"^(?:团|中共)?({LEVEL})(?![直级场民域县区内镇街乡])(?:委|政府|.{{1,12}}?(?:[部局委办会院组]|中心|妇联|办公室))"
)
GROUP = re.compile(r"^(?!各|每|全|所有)(?:督[导查]组|检查组|考核组|巡[视察]组|上级|领导小组|活动办)")


def rank_of(plan: Draft) -> int:
    """The rank of the level that wrote a plan, told from its title, or from 全市 in it; where unknown, a county's."""
    title = plain(plan.title or plan.notice.text[:80].strip())
    issuer = ISSUER.search(title)
    named = re.findall(LEVEL, issuer[1]) if issuer else []
    told = named or WHOLE.findall(title) or WHOLE.findall(plain(plan.notice.text[:2000]))
    return RANKS[told[-1] if named else told[0]] if told else RANKS["县"]


def theirs(asked: Proposal, rank: int) -> bool:
    """Whether an office of this rank or above does it itself."""
    who = plain(asked.item.who or "")
    office = OFFICE.match(who)
    done_above = bool(GROUP.match(who)) or (office is not None and RANKS[office[1]] <= rank)
    return asked.becomes in ("requirement", "task") and done_above
