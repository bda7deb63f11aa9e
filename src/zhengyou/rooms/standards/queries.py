"""Debates a viewer may see, and the standards that hold for an organisation."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.standards.models import AgreedStandard, Debate, Proposal


def debates_seen_by(viewer: Any) -> QuerySet[Debate]:
    """The debates that a viewer may read, the newest first, with the number of proposals."""
    found = Debate.objects.filter(organisation__in=orgs_where(viewer, "see_debate"))
    return found.select_related("organisation", "campaign", "standard").annotate(said=Count("proposals"))


def proposals_of(debate: Debate) -> list[Proposal]:
    """The proposals with what is said of each and the line each went into: three queries however many there are."""
    found = debate.proposals.select_related("organisation")
    return list(found.prefetch_related("opinions__organisation", "lines"))


def opens_in(viewer: Any) -> Organisation | None:
    """The organisation for which a viewer may open a debate, or none."""
    return orgs_where(viewer, "open_debate").first()


def takes_words(debate: Debate) -> bool:
    """Whether proposals and opinions are still taken."""
    return not hasattr(debate, "standard") and clock.today() <= debate.closes_on


def standards_for(organisation: Organisation) -> list[AgreedStandard]:
    """The standards that hold for an organisation: settled there or above, for its field or for all; the newest first.

    Appraisals may take their criteria from the lines.
    """
    above = [organisation.path[:n] for n in range(4, len(organisation.path) + 1, 4)]
    ours = Q(debate__category="") | Q(debate__category=organisation.category)
    found = AgreedStandard.objects.filter(ours, organisation__path__in=above).select_related(
        "debate", "organisation"
    )
    return list(found.prefetch_related("lines").order_by("-adopted_on", "-pk"))
