"""Which accounts there are, and which secretaries have none yet."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db.models import Prefetch, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Grant, Kind, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.orgs.models import Membership, Person, Post

AT_ONCE = 300  # slips that somebody prints and cuts in one go
LED_BY_SECRETARIES = (Kind.BRANCH, Kind.GENERAL_BRANCH)
SECRETARY = "书记"


@dataclass(frozen=True)
class Holder:
    """书记 — whose account acts for which organisation, and whether the person is a member there as well."""

    person: Person
    organisation: Organisation
    is_member: bool


def _posts(viewer: Any) -> QuerySet[Post]:
    """The secretaries of branches in reach today."""
    held = Post.objects.filter(title=SECRETARY, since__lte=clock.today(), until=None)
    reach = orgs_where(viewer, "issue_slips").filter(Organisation.standing(), kind__in=LED_BY_SECRETARIES)
    return held.filter(organisation__in=reach)


def secretaries_without(viewer: Any) -> list[Holder]:
    """The secretaries in reach who cannot sign in yet, in the tree's order, as many as go out at once.

    Somebody who leads two branches stands here once; the second role is granted to the same account.
    """
    found = _posts(viewer).filter(person__account=None).select_related("person", "organisation")
    first: dict[int, Post] = {}
    for post in found.order_by("organisation__path", "pk")[:AT_ONCE]:
        first.setdefault(post.person_id, post)
    belong = set(
        Membership.objects.filter(
            person__in=first, line=Membership.Line.PARTY, since__lte=clock.today(), until=None
        ).values_list("person_id", "organisation_id")
    )
    return [
        Holder(p.person, p.organisation, (p.person_id, p.organisation_id) in belong) for p in first.values()
    ]


def secretaries_counted(viewer: Any) -> tuple[int, int]:
    """How many secretaries in reach can sign in, of how many."""
    found = _posts(viewer).values("person").distinct()
    return found.exclude(person__account=None).count(), found.count()


def accounts_seen_by(viewer: Any) -> QuerySet[User]:
    """The accounts that act in reach, each with what it may do today; those of the highest first."""
    standing = Grant.objects.filter(until=None).select_related("organisation").order_by("organisation__path")
    reach = orgs_where(viewer, "issue_slip")
    found = User.objects.filter(grants__in=standing.filter(organisation__in=reach))
    return found.distinct().prefetch_related(Prefetch("grants", standing, to_attr="standing")).order_by("pk")


def places_to_open(viewer: Any) -> QuerySet[Organisation]:
    """Where a viewer may open a single account: the upper two levels in reach, which have an office."""
    reach = orgs_where(viewer, "issue_slip").filter(Organisation.standing())
    return reach.filter(kind=Kind.COMMITTEE) | reach.filter(parent=None)


def free_name(organisation: Organisation) -> str:
    """A name for an organisation's account that nobody has: its code, numbered where there are several."""
    wanted = f"s{organisation.code}"
    taken = set(User.objects.filter(username__startswith=wanted).values_list("username", flat=True))
    names = (wanted if n == 1 else f"{wanted}-{n}" for n in count(1))
    return next(name for name in names if name not in taken)
