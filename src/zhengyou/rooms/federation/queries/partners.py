"""Whose sums are taken here, what they have handed in, and which of it stands apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q, QuerySet

from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Deed, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.federation.models import DeliveredSum, Delivery, Partner
from zhengyou.rooms.federation.queries.handing import told_measure

DECIDES = ("definition", "of", "per")  # what a number depends on; titles and words may differ


@dataclass(frozen=True)
class Differing:
    """口径不同 — a partner's newest sum of a measure that is defined otherwise here."""

    delivery: Delivery
    name: str
    theirs: dict[str, Any]
    ours: dict[str, Any]


def root_of(viewer: Any) -> Organisation | None:
    """The root whose figures a viewer sees; nothing for everybody further down."""
    return orgs_where(viewer, "see_sums").first()


def partners_seen_by(viewer: Any) -> QuerySet[Partner]:
    """The organisations linked today that a viewer may see, the tree's order."""
    seen = Partner.objects.filter(ended_on=None, organisation__in=orgs_where(viewer, "see_sums"))
    return seen.select_related("organisation")


def deliveries_seen_by(viewer: Any) -> QuerySet[Delivery]:
    """Everything handed in that a viewer may see, of ended links too."""
    seen = Delivery.objects.filter(organisation__in=orgs_where(viewer, "see_sums"))
    return seen.select_related("partner__organisation")


def partners_at(organisation: Organisation) -> QuerySet[Partner]:
    """The partners at, above and below an organisation today: sums of two of them would overlap."""
    steps = range(4, len(organisation.path) + 1, 4)
    line = Q(organisation__path__in=[organisation.path[:n] for n in steps]) | organisation.within()
    return Partner.objects.filter(line, ended_on=None).select_related("organisation")


def partner_by_key(key: str) -> QuerySet[Partner]:
    """The partner that a key signs for today."""
    return Partner.objects.filter(key=key, ended_on=None)


def newest_deliveries(partners: Iterable[Partner]) -> dict[int, Delivery]:
    """The newest delivery of each partner that has handed anything in."""
    newest = Partner.objects.filter(pk__in=[p.pk for p in partners]).annotate(last=Max("deliveries__number"))
    wanted = Q(pk__in=())
    for pk, number in newest.exclude(last=None).values_list("pk", "last"):
        wanted |= Q(partner=pk, number=number)
    found = Delivery.objects.filter(wanted).select_related("partner__organisation")
    return {d.partner_id: d for d in found.order_by("partner__organisation__path")}


def same_definition(told: dict[str, Any], name: str) -> bool:
    """Whether a sender works a measure out as it is worked out here."""
    ours = told_measure(name)
    return all(told[field] == ours[field] for field in DECIDES)


def differing_sums(deliveries: Iterable[Delivery]) -> list[Differing]:
    """The measures of some deliveries that are known here under another definition."""
    return [
        Differing(delivery, name, told, told_measure(name))
        for delivery in deliveries
        for name, told in delivery.measures.items()
        if name in MEASURES and MEASURES[name].ratio is None and not same_definition(told, name)
    ]


def unknown_sums(deliveries: Iterable[Delivery]) -> list[DeliveredSum]:
    """The totals of some deliveries of measures that are not known here: to read, never to add."""
    sums = [name for name, m in MEASURES.items() if m.ratio is None and not m.once]
    found = DeliveredSum.objects.filter(delivery__in=[d.pk for d in deliveries], depth=0)
    found = found.exclude(measure__in=sums).select_related("delivery__partner__organisation")
    return list(found.order_by("delivery__partner__organisation__path", "pk"))


def hand_ups_of(organisation: Organisation) -> QuerySet[Deed]:
    """What this installation has handed upwards, newest first: the trail tells."""
    return Deed.objects.filter(organisation.within(), did="hand_up").order_by("-number")
