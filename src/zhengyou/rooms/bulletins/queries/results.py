"""结果 — what praise and criticism may be drafted from: honours, sound visits, findings, gates, requirements past their day."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.papers import date_zh
from zhengyou.rooms.bulletins.queries.state import State, state_of
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.gates.queries import Place, gates_seen_by, organisations_seen_at, passings
from zhengyou.rooms.honours.queries import in_public, register
from zhengyou.rooms.supervision.queries import Seen, what_was_seen


@dataclass(frozen=True)
class Proposed:
    """拟通报 — one sentence about one organisation, made of a fact."""

    organisation: Organisation
    words: str
    band: str = ""  # in which an appraisal has put it, where that is what is said

    @property
    def key(self) -> str:
        """By which it is chosen on a page: the same fact has the same."""
        return sha256(f"{self.organisation.pk}:{self.words}".encode()).hexdigest()[:16]

    @property
    def above(self) -> str:
        """Beneath which organisation it is: there are many schools and offices of the same short name."""
        return self.organisation.parent.short_name if self.organisation.parent else ""

    def __str__(self) -> str:
        return f"{self.organisation.short_name}：{self.words}"


def proposed_for(viewer: Any, campaign: Campaign, top: Organisation, sort: str) -> list[Proposed]:
    """What may be praised, or criticised, below an organisation as of today; the tree's order, no ranking."""
    seen = what_was_seen(campaign, top)
    if sort == "praise":
        found = [*_honours(campaign, top), *_sound(seen)]
    else:
        found = [*_findings(seen), *_gates(viewer, campaign, top), *_requirements(state_of(campaign, top))]
    return sorted(dict.fromkeys(found), key=lambda p: p.organisation.path)


def _honours(campaign: Campaign, top: Organisation) -> Iterator[Proposed]:
    ran_in = "decision__nomination__batch__kind__campaign"
    within = Q(**{ran_in: campaign}) | Q(
        **{ran_in: None}, since__range=(campaign.starts_on, campaign.ends_on)
    )
    held = register(standing="valid").filter(within, organisation=top)
    for honour in held:
        nomination = honour.nomination
        kind = nomination.batch.kind
        who = in_public(nomination) if nomination.of_person else ""
        yield Proposed(nomination.home, f"{who}获“{kind}”荣誉")


def _sound(seen: Seen) -> Iterator[Proposed]:
    for visit in seen.sound:
        yield Proposed(
            visit.organisation, f"督导组{date_zh(visit.visited_on)}看过，没有发现问题：{visit.words}"
        )


def _findings(seen: Seen) -> Iterator[Proposed]:
    for finding in seen.overdue:
        days = (clock.today() - finding.limit).days
        words = f"督导发现“{finding.what}”，应于{date_zh(finding.limit)}前整改，已超期{days}天"
        yield Proposed(finding.organisation, words)


def _gates(viewer: Any, campaign: Campaign, top: Organisation) -> Iterator[Proposed]:
    for gate in gates_seen_by(viewer).filter(campaign=campaign):
        there = {o.pk: o for o in organisations_seen_at(viewer, gate).filter(top.subtree)}
        for pk, passing in passings(gate, list(there)).items():
            if passing.place is Place.MAKE_UP and passing.decision is not None:
                words = f"{gate.stage}阶段转段没有通过，要补：{passing.decision.to_make_up}"
                yield Proposed(there[pk], words)


def _requirements(state: State) -> Iterator[Proposed]:
    for line in state.branches:
        for item in state.open_items(line):
            if item.requirement.due_on < state.on:
                told = f"应达到{item.found.due}{item.unit}，尚差{item.found.lacking}{item.unit}"
                due = date_zh(item.requirement.due_on)
                yield Proposed(line.organisation, f"“{item.name}”{due}到期，{told}")
