"""What is asked of an organisation, and as of which day."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.figures import needs_of
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.campaigns.models import Amendment, Campaign, Requirement, Stage

NOBODY = ("nobody",)  # the kinds of organisations that a withdrawn requirement is asked of
RECENT = 30  # days for which a change is told after it came into effect


def stated_above(organisation: Organisation, campaign: Campaign, rule: str) -> list[Requirement]:
    """The requirements of a rule that stand above an organisation today, its own included."""
    paths = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    found = Requirement.objects.filter(campaign=campaign, rule=rule, organisation__path__in=paths)
    today = clock.today()
    stand = [r.as_of(today) for r in found.select_related("organisation").prefetch_related("amendments")]
    return [r for r in stand if not r.withdrawn]


def concerning(campaign: Campaign, organisation: Organisation) -> QuerySet[Requirement]:
    paths = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    theirs = Q(organisation__path__in=paths) | organisation.within()
    return Requirement.objects.filter(theirs, campaign=campaign)


def requirements_of(
    campaign: Campaign, organisation: Organisation, stage: Stage | None = None, on: date | None = None
) -> list[Requirement]:
    """What is asked of organisations at or below one: by the campaign, by those above, by those below for themselves.

    Each as it stands on a day, today where none is named; what has been withdrawn by then is not among them.
    """
    found = concerning(campaign, organisation)
    found = found.select_related("organisation", "stage", "campaign").prefetch_related("amendments")
    if stage:
        found = found.filter(stage=stage)
    day = min(on or clock.today(), campaign.ends_on)
    return sorted((s for r in found if not (s := r.as_of(day)).withdrawn), key=lambda r: (r.due_on, r.pk))


def asked(requirement: Requirement, on: date | None = None) -> Asked:
    """A requirement as the engine needs it, judged as of a day: today, or the campaign's last day once it is over.

    What was changed since does not count on an earlier day, so that its figures stay what they were.
    """
    campaign = requirement.campaign
    last = min(on or clock.today(), campaign.ends_on)
    stands = requirement.as_of(last)
    return Asked(
        id=stands.pk,
        rule=stands.rule,
        needs=needs_of(stands.needs),
        grain=stands.grain,
        window=Window(last, stands.counts_from or campaign.starts_on, campaign.pk),
        kinds=NOBODY if stands.withdrawn else tuple(stands.kinds),
        categories=tuple(stands.categories),
        posts=tuple(stands.posts),
        within=requirement.organisation.range_on(last),
    )


def changes_for(campaign: Campaign, organisation: Organisation) -> list[Amendment]:
    """What changes, or has lately changed, in what is asked of an organisation; the next first."""
    since = clock.today() - timedelta(days=RECENT)
    found = Amendment.objects.filter(
        requirement__in=concerning(campaign, organisation), effective_on__gte=since
    )
    found = found.select_related("requirement", "organisation").prefetch_related("requirement__amendments")
    return list(found.order_by("-effective_on", "-pk"))


def personal_requirements(campaign: Campaign, organisation: Organisation) -> QuerySet[Requirement]:
    """What is asked of every member of an organisation by the campaign, and by those above and below."""
    return concerning(campaign, organisation).filter(grain=Requirement.Grain.PERSON)
