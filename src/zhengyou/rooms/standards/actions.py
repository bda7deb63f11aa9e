"""From a question to a standard that later appraisals can use."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.queries import organisation_of
from zhengyou.rooms.standards.models import AgreedStandard, Debate, Opinion, Proposal, StandardLine


@action()
def open_debate(
    by: Any, organisation: Organisation, *, title: str, closes_on: date, category: str = "", post: str = "",
    campaign: Campaign | None = None,
) -> Debate:  # fmt: skip
    """发起讨论 — ask everybody below what being good means for them, until a day."""
    if not title.strip():
        raise Refused("请写明讨论什么，例如“农村党员先进性的具体要求”。")
    if closes_on < clock.today():
        raise Refused("截止日已经过了，请改到今天以后。")
    if campaign and not organisation.path.startswith(campaign.organisation.path):
        raise Refused("这项活动没有发到本组织。")
    return Debate.objects.create(
        organisation=organisation, campaign=campaign, title=title.strip(), category=category, post=post.strip(),
        opened_on=clock.today(), closes_on=closes_on, entered_by=author(by),
    )  # fmt: skip


@action()
def propose_line(by: Any, debate: Debate, *, words: str) -> Proposal:
    """提出提法 — one line for the standard; under it stands the organisation and nobody's name."""
    _still_open(debate)
    words = words.strip()
    if not words:
        raise Refused("请写一条具体要求，一句话说清做什么。")
    if debate.proposals.filter(words=words).exists():
        raise Refused("这一条已经有人提了，可以在它下面发表意见。")
    where = organisation_of(by) or debate.organisation
    return Proposal.objects.create(
        debate=debate, organisation=where, words=words, made_on=clock.today(), entered_by=author(by)
    )


@action()
def give_opinion(by: Any, debate: Debate, *, proposal: Proposal, words: str, source: str) -> Opinion:
    """发表意见 — what members, or the public whom a branch has asked, say of a line."""
    _still_open(debate)
    if proposal.debate_id != debate.pk:
        raise Refused("这一条不在这次讨论里。")
    if source not in Opinion.Source.values or not words.strip():
        raise Refused("请写意见，并选是党员的还是群众的。")
    return Opinion.objects.create(
        proposal=proposal, organisation=organisation_of(by) or debate.organisation, source=source,
        words=words.strip(), said_on=clock.today(), entered_by=author(by),
    )  # fmt: skip


def _still_open(debate: Debate) -> None:
    if AgreedStandard.objects.filter(debate=debate).exists():
        raise Refused("这次讨论已经定下具体要求，不再收意见。")
    if clock.today() > debate.closes_on:
        raise Refused(f"讨论到{debate.closes_on:%Y-%m-%d}截止，已不再收意见。")


@action()
def adopt_standard(
    by: Any, debate: Debate, *, lines: list[str], taken: Mapping[Proposal, int] | None = None
) -> AgreedStandard:
    """定下具体要求 — settle the lines; ``taken`` says into which line each proposal went, the others stay to be read."""
    lines = [line.strip() for line in lines if line.strip()]
    if AgreedStandard.objects.filter(debate=debate).exists():
        raise Refused("这次讨论已经定下具体要求；要改，请再发起一次讨论。")
    if not lines:
        raise Refused("请至少写一条，每行一条。")
    if not debate.proposals.exists():
        raise Refused("还没有人提出提法，先听一听大家的再定。")
    if any(len(line) > 200 for line in lines):
        raise Refused("一条不超过200字，请分成几条。")
    if wrong := [p for p, n in (taken or {}).items() if not 1 <= n <= len(lines) or p.debate_id != debate.pk]:
        raise Refused(f"“{wrong[0]}”并入的条数不对，一共{len(lines)}条。")
    standard = AgreedStandard.objects.create(
        debate=debate,
        organisation=debate.organisation,
        adopted_on=clock.today(),
        entered_by=author(by),
    )
    for number, words in enumerate(lines, 1):
        line = StandardLine.objects.create(standard=standard, number=number, words=words)
        line.made_of.set([p for p, n in (taken or {}).items() if n == number])
    return standard
