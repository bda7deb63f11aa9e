"""Schemes, and which organisations are appraised under them."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.appraisal.models import Clause, Criterion, Scheme, Tier
from zhengyou.rooms.campaigns.queries import campaigns_seen_by

By, ClauseKind = Criterion.By, Clause.Kind
TIERS_FROM_TOP = (Tier.ADVANCED, Tier.MIDDLE, Tier.LAGGING)


def schemes_seen_by(viewer: Any) -> QuerySet[Scheme]:
    """The schemes of the campaigns that a viewer may see, the latest first."""
    found = Scheme.objects.filter(campaign__in=campaigns_seen_by(viewer).values("pk"))
    return found.select_related("organisation", "campaign", "round__closing")


def appraised_under(scheme: Scheme) -> QuerySet[Organisation]:
    """The organisations that a scheme appraises, the tree's order; closed ones are left out."""
    found = Organisation.objects.filter(scheme.organisation.subtree, kind__in=scheme.kinds)
    found = found.filter(Q(closed_on=None) | Q(closed_on__gt=scheme.ends_on))
    if scheme.categories:
        found = found.filter(category__in=scheme.categories)
    return found.select_related("parent")


def is_appraised(organisation: Organisation, scheme: Scheme) -> bool:
    """Whether a scheme appraises an organisation."""
    return appraised_under(scheme).filter(pk=organisation.pk).exists()


def organisations_with_scores(viewer: Any, scheme: Scheme) -> QuerySet[Organisation]:
    """The organisations whose scores under a scheme a viewer may see."""
    return appraised_under(scheme).filter(pk__in=orgs_where(viewer, "see_scores").values("pk"))


def sees_scores(viewer: Any) -> bool:
    """Whether a viewer may see scores at all, wherever they are."""
    return orgs_where(viewer, "see_scores").exists()


def earlier_scheme(scheme: Scheme) -> Scheme | None:
    """The scheme before one: the same office's latest whose period ended earlier, in its last version."""
    found = Scheme.objects.filter(organisation=scheme.organisation, ends_on__lt=scheme.ends_on)
    return found.order_by("-ends_on", "-version", "-pk").first()
