"""What the programme says of honours, whom a kind is for, and how many places there are."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.honours.models import Honour, HonourBatch, HonourKind, Seat
from zhengyou.rooms.honours.queries.authority import places_of
from zhengyou.rooms.honours.queries.seen import paths_above
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import current


def kinds_of_pack(campaign: Campaign) -> list[dict[str, Any]]:
    """The honours that a campaign's programme names, as the form of a kind takes them."""
    audiences = {a["code"]: a for a in campaign.pack.get("audiences", []) if isinstance(a, dict)}
    return [_of_pack(h, audiences.get(h.get("audience", ""), {})) for h in campaign.pack.get("honours", [])]


def _of_pack(honour: dict[str, Any], audience: dict[str, Any]) -> dict[str, Any]:
    quota = honour.get("quota", {})
    lines = [line if isinstance(line, str) else line["what"] for line in honour.get("conditions", [])]
    return {
        "code": honour["code"],
        "name": honour["name"],
        "name_en": honour.get("name_en", ""),
        "holder": honour["for"],
        "kinds": honour.get("kinds") or audience.get("kinds") or [],
        "categories": honour.get("categories") or audience.get("categories") or [],
        "most": quota.get("at_most"),
        "share": str(quota.get("share") or ""),
        "conditions": lines,
        "met": list(honour.get("met", [])),
        "notice_days": honour.get("public_notice_days", 5),
        "source": honour.get("source", "")[:120],
    }


def same_above(organisation: Organisation, name: str) -> HonourKind | None:
    """A kind of the same name that an organisation above gives: below it there is no matching one."""
    found = HonourKind.objects.filter(organisation__path__in=paths_above(organisation), name=name)
    return found.select_related("organisation").first()


def units_for(kind: HonourKind, under: Organisation) -> QuerySet[Organisation]:
    """The organisations at or below one to which a kind may be given, or whose members it is for."""
    found = Organisation.objects.filter(under.subtree, Organisation.standing())
    if kind.kinds:
        found = found.filter(kind__in=kind.kinds)
    if kind.categories:
        found = found.filter(category__in=kind.categories)
    return found.order_by("path")


def people_for(kind: HonourKind, under: Organisation) -> QuerySet[Person]:
    """The people at or below an organisation to whom a kind may be given."""
    held = Membership.objects.filter(current(), organisation__in=units_for(kind, under))
    return Person.objects.filter(pk__in=held.values("person")).order_by("pk")


def eligible_for(kind: HonourKind) -> int:
    """How many could be given it: what a share is taken of."""
    if kind.holder == HonourKind.Holder.PERSON:
        return people_for(kind, kind.organisation).count()
    return units_for(kind, kind.organisation).exclude(pk=kind.organisation_id).count()


def places_for(kind: HonourKind) -> int | None:
    """How many places a batch may have; nothing where no quota is laid down."""
    return places_of(kind.most, kind.share, eligible_for(kind))


def free_seats(batch: HonourBatch) -> QuerySet[Seat]:
    """The places of a batch that nobody has taken."""
    taken = Honour.objects.filter(seat__batch=batch)
    return Seat.objects.filter(batch=batch).exclude(pk__in=taken.values("seat")).order_by("number")


def home_for(person: Person, kind: HonourKind, under: Organisation) -> Organisation | None:
    """Where at or below an organisation a person belongs who may be given a kind."""
    held = Membership.objects.filter(
        current(), Q(organisation__in=units_for(kind, under)), person=person
    ).select_related("organisation")
    found = held.order_by("pk").first()
    return found.organisation if found else None
