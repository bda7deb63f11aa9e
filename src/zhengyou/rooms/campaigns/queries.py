"""Everything that can be asked about campaigns, and how far organisations are with them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from zhengyou.core import clock
from zhengyou.core.engines import Engine, Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import (
    DueMet,
    figures_by_org,
    lacking_by_org,
    lacking_by_person,
    needs_of,
    progress_by_org,
)
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rollup import Asked, Window
from zhengyou.core.rules import RULES
from zhengyou.rooms.campaigns.models import Campaign, Plan, Requirement, Stage


def campaigns_seen_by(viewer: Any) -> QuerySet[Campaign]:
    """The campaigns that run where a viewer belongs, drafts only for those who may see them; newest first."""
    running = Q(issued_on__isnull=False, organisation__in=orgs_where(viewer, "see_campaign"))
    drafted = Q(organisation__in=orgs_where(viewer, "see_draft"))
    return Campaign.objects.filter(running | drafted).select_related("organisation").order_by("-starts_on")


def campaign_called(code: str) -> Campaign:
    """The campaign of a code; ``Refused`` in words where there is none."""
    found = Campaign.objects.select_related("organisation").filter(code=code).first()
    if found is None:
        known = "、".join(Campaign.objects.values_list("code", flat=True)) or "还没有活动"
        raise Refused(f"没有代号为“{code}”的活动；有：{known}")
    return found


def unknown_in_pack(pack: dict[str, Any]) -> list[str]:
    """Rules and measures that a pack names and nobody knows, in words."""
    return [problem for asked in pack.get("requirements", []) for problem in unknown_in_requirement(asked)]


def unknown_in_requirement(asked: dict[str, Any]) -> list[str]:
    """The same for one requirement: its rule, its numbers and whom it is asked of must fit each other."""
    rule = RULES.get(asked["rule"])
    if rule is None:
        return [f"“{asked['name']}”说的规则{asked['rule']}不存在；有：{'、'.join(sorted(RULES))}"]
    needs = asked.get("needs", {})
    known = rule.takes
    problems = [
        f"“{asked['name']}”给了{m}一个数，而{rule.title}只看{'、'.join(known)}"
        for m in needs
        if m not in known
    ]
    if known and not needs:
        titles = "、".join(c.measure.title for c in rule.conditions)
        problems.append(f"“{asked['name']}”没有写要求数，请给{titles}写上")
    if (rule.each is not None) != (asked["grain"] == Requirement.Grain.FACT):
        problems.append(
            f"“{asked['name']}”的对象与规则{rule.title}不合：逐件的规则按件算，其余按人或按支部算"
        )
    return problems


def stated_above(organisation: Organisation, campaign: Campaign, rule: str) -> list[Requirement]:
    """The requirements of a rule that stand above an organisation, its own included."""
    paths = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    return list(Requirement.objects.filter(campaign=campaign, rule=rule, organisation__path__in=paths))


def requirements_of(
    campaign: Campaign, organisation: Organisation, stage: Stage | None = None
) -> list[Requirement]:
    """What is asked of organisations at or below one: by the campaign, by those above, by those below for themselves."""
    paths = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    theirs = Q(organisation__path__in=paths) | organisation.within()
    found = Requirement.objects.filter(theirs, campaign=campaign)
    found = found.select_related("organisation", "stage", "campaign")
    return list(found.filter(stage=stage) if stage else found)


def asked(requirement: Requirement, on: date | None = None) -> Asked:
    """A requirement as the engine needs it, judged as of a day: today, or the campaign's last day once it is over."""
    campaign = requirement.campaign
    last = min(on or clock.today(), campaign.ends_on)
    return Asked(
        id=requirement.pk,
        rule=requirement.rule,
        needs=needs_of(requirement.needs),
        grain=requirement.grain,
        window=Window(last, campaign.starts_on, campaign.pk),
        kinds=tuple(requirement.kinds),
        categories=tuple(requirement.categories),
        within=requirement.organisation.range_on(last),
    )


def engine_for_trees() -> Engine:
    """The snapshot where there is one, for pages that show whole trees; else the database itself."""
    snapshot = Snapshot.here()
    return snapshot if snapshot.taken_at else Live()


def progress_of(
    campaign: Campaign,
    under: Organisation,
    engine: Engine,
    on: date | None = None,
    levels: int | None = None,
) -> Mapping[int, dict[int, DueMet]]:
    """Due and met by organisation and requirement, over every organisation at or below one, or so many levels of them."""
    return progress_by_org(engine, [asked(r, on) for r in requirements_of(campaign, under)], under, levels)


def progress_rows(campaign: Campaign, under: Organisation, engine: Engine) -> list[dict[str, Any]]:
    """The same as rows for tables and files: organisation, requirement, due, met."""
    codes = dict(Organisation.objects.filter(under.subtree).values_list("pk", "code"))
    names = {r.pk: r.code for r in requirements_of(campaign, under)}
    return [
        {"organisation": codes[org_id], "requirement": names[key], "due": found.due, "met": found.met}
        for org_id, row in progress_of(campaign, under, engine).items()
        for key, found in row.items()
    ]


def people_lacking(requirement: Requirement, organisation: Organisation) -> dict[int, list[str]]:
    """Who of an organisation's members lacks what, in words; live, so that today's entries count at once."""
    if requirement.grain != Requirement.Grain.PERSON:
        return {}
    found = lacking_by_person(Live(), asked(requirement), organisation)
    return {person: words for person, words in found.items() if words}


def organisation_lacking(requirement: Requirement, organisation: Organisation) -> list[str]:
    """What an organisation itself lacks of a requirement that is asked of it as a whole."""
    if requirement.grain == Requirement.Grain.PERSON:
        return []
    return lacking_by_org(Live(), asked(requirement), organisation).get(organisation.pk, [])


def plan_of(campaign: Campaign, organisation: Organisation) -> Plan | None:
    """How an organisation took a campaign up, or nothing yet."""
    return Plan.objects.filter(campaign=campaign, organisation=organisation).first()


def stage_on(campaign: Campaign, day: date | None = None) -> Stage | None:
    """The stage whose dates hold a day; between two stages the coming one, after the last the last."""
    day = day or clock.today()
    stages = list(campaign.stages.all())
    return next((s for s in stages if day <= s.ends_on), stages[-1] if stages else None)


def running_campaign(viewer: Any) -> Campaign | None:
    """The campaign that a viewer's pages are about: the newest issued one that reaches the viewer."""
    return campaigns_seen_by(viewer).filter(issued_on__isnull=False).first()


def top_for(viewer: Any, under: str | None) -> Organisation:
    """The organisation whose subtree a viewer looks at: the one asked for where it is in reach, else one's own."""
    reach = orgs_where(viewer, "see_progress")
    if under and under.isdigit():
        return get_object_or_404(reach, pk=int(under))
    found = reach.first()
    if found is None:
        raise Http404
    return found


def people_in(under: Organisation, engine: Engine, levels: int | None = None) -> dict[int, int]:
    """Party members over the subtree of every organisation at or below one, or so many levels of them."""
    found = figures_by_org(engine, ["members"], under, Window(clock.today()), levels)
    return {org_id: int(row["members"].value or 0) for org_id, row in found.items()}


def person_lacking(requirement: Requirement, home: Organisation, person_id: int) -> list[str]:
    """What one person lacks of a requirement, in words; nothing where it is met or not asked of them."""
    return people_lacking(requirement, home).get(person_id, [])


def drafter_of(viewer: Any) -> Organisation | None:
    """The organisation for which a viewer may draft a campaign, or none."""
    return orgs_where(viewer, "draft_campaign").first()
