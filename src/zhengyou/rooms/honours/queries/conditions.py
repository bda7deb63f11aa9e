"""条件 — what an honour asks, told in words: met or not by figures, or to be judged by people. No number is made of it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org, lacking_by_person
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.rules import number
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.campaigns.queries import asked, progress_of, requirements_of
from zhengyou.rooms.honours.models import HonourKind, Nomination
from zhengyou.rooms.pledges.queries import pledges_by

MET, LACKING, PEOPLE = "met", "lack", "wait"
# What an organisation did, none of it a report or a meeting.
DEEDS = ("steps_kept", "made_up_lessons", "findings_put_right")


@dataclass(frozen=True)
class Condition:
    """条件 — one of them: how it stands, and in which words; ``number`` where people have to judge it."""

    words: str
    state: str
    told: str
    number: int | None = None


def conditions_of(nomination: Nomination) -> list[Condition]:
    """Everything that the kind asks, as it stands today."""
    kind = nomination.batch.kind
    return [*_figured(nomination, kind), *_judged(nomination, kind)]


def lacking_of(nomination: Nomination) -> list[str]:
    """What keeps a nomination from being posted, in words."""
    return [f"{c.words}：{c.told}" for c in conditions_of(nomination) if c.state != MET]


def _figured(nomination: Nomination, kind: HonourKind) -> list[Condition]:
    if not kind.met or kind.campaign is None:
        return []
    known = {r.code: r for r in requirements_of(kind.campaign, nomination.home)}
    return [_of_requirement(nomination, known[code]) for code in kind.met if code in known]


def _of_requirement(nomination: Nomination, requirement: Requirement) -> Condition:
    if nomination.of_person and requirement.grain == Requirement.Grain.PERSON:
        found = lacking_by_person(Live(), asked(requirement), nomination.home)
        lacks = found.get(nomination.person_id or 0)
        if lacks is None:
            return Condition(requirement.name, MET, _("不要求本人"))
        return Condition(requirement.name, LACKING if lacks else MET, "；".join(lacks) or _("已达到"))
    return _of_unit(nomination.home, requirement)


def _of_unit(home: Organisation, requirement: Requirement) -> Condition:
    progress = progress_of(requirement.campaign, home, Live(), levels=0)
    due_met = progress.get(home.pk, {}).get(requirement.pk)
    if due_met is None or not due_met.due:
        return Condition(requirement.name, MET, _("眼下没有应达到的"))
    told = {"due": due_met.due, "met": due_met.met}
    words = ngettext("应达到%(due)d，达到%(met)d", "应达到%(due)d，达到%(met)d", due_met.due)
    return Condition(requirement.name, LACKING if due_met.lacking else MET, words % told)


def _judged(nomination: Nomination, kind: HonourKind) -> list[Condition]:
    said = {j.number: j for j in nomination.judgements.all()}
    lines = list(kind.conditions)
    if kind.campaign is not None:
        known = {r.code for r in requirements_of(kind.campaign, nomination.home)}
        lines += [_("方案里的“%(code)s”没有作为要求印发") % {"code": c} for c in kind.met if c not in known]
    return [_by_people(n, line, said.get(n)) for n, line in enumerate(lines, 1)]


def _by_people(n: int, line: str, said: Any) -> Condition:
    if said is None:
        return Condition(line, PEOPLE, _("要由人核实"), n)
    return Condition(line, MET if said.holds else LACKING, said.words, n)


def deeds_of(nomination: Nomination) -> list[str]:
    """What the one named did, told from facts that are there anyway."""
    campaign = nomination.batch.kind.campaign
    if nomination.of_person:
        return _promises(nomination, campaign)
    window = Window(
        clock.today(), campaign.starts_on if campaign else None, campaign.pk if campaign else None
    )
    found = figures_by_org(Live(), list(DEEDS), nomination.home, window, 0).get(nomination.home.pk)
    if found is None:
        return []
    told = []
    for name in DEEDS:
        if value := found[name].value:
            told.append(f"{MEASURES[name].title} {number(value)}{MEASURES[name].unit_of(value)}")
    return told


def _promises(nomination: Nomination, campaign: Campaign | None) -> list[str]:
    told = []
    for pledge in pledges_by(nomination.person_id or 0):
        if pledge.published_on is None or (campaign and pledge.campaign_id != campaign.pk):
            continue
        steps = list(pledge.steps.all())
        kept = sum(getattr(s, "fulfilment", None) is not None for s in steps)
        words = {"what": pledge.what, "kept": kept, "all": len(steps)}
        told.append(_("承诺“%(what)s”：%(all)d步做到%(kept)d步") % words)
    return told
