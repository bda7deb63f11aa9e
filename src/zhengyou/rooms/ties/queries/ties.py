"""Everything that can be asked about lasting links."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.queries import current
from zhengyou.rooms.ties.models import Tie
from zhengyou.rooms.ties.models.ties import MASS, PARTY


def organisations_with_ties(viewer: Any) -> QuerySet[Organisation]:
    """The organisations whose ties a viewer may look at, the tree's order."""
    return orgs_where(viewer, "see_ties")


def ties_seen_by(viewer: Any) -> QuerySet[Tie]:
    """The ties that a viewer may see: whoever may see one of both sides sees the tie."""
    seen = organisations_with_ties(viewer)
    found = Tie.objects.filter(Q(organisation__in=seen) | Q(partner__in=seen))
    return found.select_related("organisation", "partner", "person")


def lasting_from(since: date) -> QuerySet[Tie]:
    """The ties that a new one from a day on would meet."""
    return Tie.objects.filter(Q(until=None) | Q(until__gt=since)).select_related(
        "partner", "person", "organisation"
    )


def _today() -> QuerySet[Tie]:
    return Tie.objects.filter(current()).select_related("organisation", "partner", "person")


def ties_to(organisation: Organisation) -> QuerySet[Tie]:
    """The ties of today that lead to an organisation, by kind."""
    return _today().filter(organisation=organisation).order_by("kind", "since", "pk")


def ties_from(organisation: Organisation) -> QuerySet[Tie]:
    """The ties of today that come from an organisation, or from people who belong or hold a post there."""
    day = clock.today()
    there = Q(person__memberships__organisation=organisation) & _lasts("person__memberships", day)
    holds = Q(person__posts__organisation=organisation) & _lasts("person__posts", day)
    mine = Tie.objects.filter(Q(partner=organisation) | there | holds).values("pk")
    return _today().filter(pk__in=mine).exclude(organisation=organisation).order_by("kind", "since", "pk")


def _lasts(what: str, day: date) -> Q:
    ends = Q(**{f"{what}__until": None}) | Q(**{f"{what}__until__gt": day})
    return Q(**{f"{what}__since__lte": day}) & ends


def ties_in(viewer: Any, under: Organisation, kind: str = "") -> QuerySet[Tie]:
    """The ties of today that lead into a subtree, as far as a viewer may see them, the tree's order."""
    found = ties_seen_by(viewer).filter(current()).filter(under.within())
    if kind in Tie.Kind.values:
        found = found.filter(kind=kind)
    return found.order_by("organisation__path", "kind", "pk")


def _stands(which: str = "") -> Q:
    """A condition on organisations: those that were not closed by today."""
    return Q(**{f"{which}closed_on": None}) | Q(**{f"{which}closed_on__gt": clock.today()})


def _party_below(viewer: Any, under: Organisation) -> QuerySet[Organisation]:
    founded = Q(founded_on=None) | Q(founded_on__lte=clock.today())
    return organisations_with_ties(viewer).filter(under.subtree, _stands(), founded, kind__in=PARTY)


def lacking_pairings(viewer: Any, under: Organisation) -> QuerySet[Organisation]:
    """The party organisations of a subtree that lack a union, a league or a women's organisation beside them."""
    held = _today().filter(_stands("partner__"), kind=Tie.Kind.BESIDE).values("organisation")
    full = held.annotate(n=Count("line", distinct=True)).filter(n__gte=len(MASS)).values("organisation")
    return _party_below(viewer, under).exclude(pk__in=full).order_by("path")


def without_contact(viewer: Any, under: Organisation) -> QuerySet[Organisation]:
    """The party organisations of a subtree that no leader keeps contact with."""
    # A leader who was sent from an organisation that is no more keeps contact in nobody's name.
    sent = Q(partner=None) | _stands("partner__")
    contact = _today().filter(sent, kind=Tie.Kind.CONTACT, organisation=OuterRef("pk"))
    return _party_below(viewer, under).filter(~Exists(contact)).order_by("path")


def lines_beside(organisations: list[Organisation]) -> dict[int, set[str]]:
    """Which of union, league and women's organisation stand beside each of some organisations today."""
    found: dict[int, set[str]] = {o.pk: set() for o in organisations}
    held = _today().filter(_stands("partner__"), kind=Tie.Kind.BESIDE, organisation__in=organisations)
    for pk, line in held.values_list("organisation", "line"):
        found[pk].add(line)
    return found
