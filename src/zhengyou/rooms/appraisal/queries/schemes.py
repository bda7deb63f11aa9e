"""Schemes, and which organisations are appraised under them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.appraisal.models import Clause, Criterion, Scheme, Tier
from zhengyou.rooms.campaigns.queries import campaigns_seen_by

By, ClauseKind = Criterion.By, Clause.Kind
TIERS_FROM_TOP = (Tier.ADVANCED, Tier.MIDDLE, Tier.LAGGING)
TIER_WORDS = {t.value: t.label for t in TIERS_FROM_TOP}
TIER_KINDS = {"advanced": "met", "middle": "na", "lagging": "lack"}  # of the verdict that shows each


def schemes_seen_by(viewer: Any) -> QuerySet[Scheme]:
    """The schemes in force of the campaigns that a viewer may see, the latest first."""
    found = Scheme.objects.filter(
        campaign__in=campaigns_seen_by(viewer).values("pk"), issued_on__isnull=False
    )
    return found.select_related("organisation", "campaign", "round__closing")


def drafts_of(viewer: Any) -> QuerySet[Scheme]:
    """The drafts of schemes that a viewer may bring into force."""
    found = Scheme.objects.filter(organisation__in=orgs_where(viewer, "settle_scheme"), issued_on=None)
    return found.select_related("organisation", "campaign", "round__closing")


def appraised_under(scheme: Scheme) -> QuerySet[Organisation]:
    """The organisations that a scheme appraises, the tree's order; closed ones are left out."""
    found = Organisation.objects.filter(scheme.organisation.subtree, kind__in=scheme.kinds)
    found = found.filter(Q(closed_on=None) | Q(closed_on__gt=scheme.ends_on))
    if scheme.categories:
        found = found.filter(category__in=scheme.categories)
    return found.select_related("parent")


def is_appraised(organisation: Organisation, scheme: Scheme) -> bool:
    """Whether a scheme that is in force appraises an organisation."""
    return scheme.issued_on is not None and appraised_under(scheme).filter(pk=organisation.pk).exists()


def organisations_with_scores(viewer: Any, scheme: Scheme) -> QuerySet[Organisation]:
    """The organisations whose scores under a scheme a viewer may see."""
    return appraised_under(scheme).filter(pk__in=orgs_where(viewer, "see_scores").values("pk"))


def sees_scores(viewer: Any) -> bool:
    """Whether a viewer may see scores at all, wherever they are."""
    return orgs_where(viewer, "see_scores").exists()


def earlier_scheme(scheme: Scheme) -> Scheme | None:
    """The scheme before one: the same office's latest whose period ended earlier, in its last version."""
    found = Scheme.objects.filter(
        organisation=scheme.organisation, ends_on__lt=scheme.ends_on, issued_on__isnull=False
    )
    return found.order_by("-ends_on", "-version", "-pk").first()


def groups_of_round(round_id: int | None) -> Sequence[str] | None:
    """The sides that a round of ratings asks; nothing where there is no round."""
    round: Any = Scheme(round_id=round_id).round if round_id else None
    return round.groups if round else None


def is_by_link(round_id: int | None) -> bool:
    """Whether a round goes by an open link, so that nobody knows how often one person voted."""
    round: Any = Scheme(round_id=round_id).round if round_id else None
    return round is not None and round.access == "link"


def selections_of(campaign: Any) -> dict[str, str]:
    """The honours of a campaign's pack that so many organisations at most may get: only they need an order."""
    given = campaign.pack.get("honours", [])
    return {h["code"]: h["name"] for h in given if h["for"] == "organisation" and h.get("quota")}
