"""整顿 — what lagging organisations mend, and what has to be looked at again."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.appraisal.models import Recheck, Remedy, Scheme


def is_mended(remedy: Remedy) -> bool:
    """Whether somebody looked and found it mended."""
    return Recheck.objects.filter(remedy=remedy, mended=True).exists()


def remedies_of(scheme: Scheme, organisation: Organisation) -> QuerySet[Remedy]:
    """What an organisation mends under a scheme, the soonest due first, with who looked."""
    found = Remedy.objects.filter(scheme=scheme, organisation=organisation)
    return found.select_related("helper").prefetch_related("rechecks")


def open_remedies(scheme: Scheme) -> dict[int, list[Remedy]]:
    """What is still to be mended under a scheme by organisation, the soonest due first."""
    mended = Recheck.objects.filter(remedy=OuterRef("pk"), mended=True)
    found: dict[int, list[Remedy]] = defaultdict(list)
    for remedy in Remedy.objects.filter(~Exists(mended), scheme=scheme).select_related("helper"):
        found[remedy.organisation_id].append(remedy)
    return dict(found)


def remedies_seen_by(viewer: Any) -> QuerySet[Remedy]:
    """Remedies of organisations whose scores a viewer may see."""
    return Remedy.objects.filter(organisation__in=orgs_where(viewer, "see_scores").values("pk"))


def remedies_to_recheck(viewer: Any, until: date | None = None) -> QuerySet[Remedy]:
    """Remedies whose day has come and that nobody found mended, for those who go and look."""
    mended = Recheck.objects.filter(remedy=OuterRef("pk"), mended=True)
    found = Remedy.objects.filter(
        ~Exists(mended),
        organisation__in=orgs_where(viewer, "recheck_remedy").values("pk"),
        due_on__lte=until or clock.today(),
    )
    return found.select_related("organisation", "scheme", "helper")


def helpers_for(organisation: Organisation) -> QuerySet[Organisation]:
    """Who may be asked to help: what stands above an organisation, and what stands beside it."""
    steps = [organisation.path[:n] for n in range(4, len(organisation.path), 4)]
    above = Organisation.objects.filter(path__in=steps)
    beside = Organisation.objects.filter(parent_id=organisation.parent_id, closed_on=None)
    return (above | beside).exclude(pk=organisation.pk).order_by("path")
