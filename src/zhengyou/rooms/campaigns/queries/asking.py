"""What is asked of an organisation, and as of which day."""

from datetime import date

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.figures import (
    needs_of,
)
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage


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
