"""How far the first hour has come, told from the facts alone."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.accounts.queries import secretaries_counted
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import campaigns_seen_by
from zhengyou.rooms.orgs.models import Membership


@dataclass(frozen=True)
class State:
    """启用情况 — the first organisation and what has come below it."""

    root: Organisation
    organisations: int
    people: int
    with_account: int
    secretaries: int
    draft: Campaign | None
    issued: Campaign | None


def roots() -> QuerySet[Organisation]:
    """The organisations at the top; asked before anybody has an account."""
    return Organisation.objects.filter(parent=None).order_by("path")


def state_of(viewer: Any) -> State | None:
    """How far it is in a viewer's reach; nothing for whoever sets nothing up."""
    reach = orgs_where(viewer, "see_setup")
    root = reach.first()
    if root is None:
        return None
    with_account, secretaries = secretaries_counted(viewer)
    people = Membership.objects.filter(organisation__in=reach, until=None, line=Membership.Line.PARTY)
    campaigns = campaigns_seen_by(viewer)
    return State(
        root,
        reach.count() - 1,
        people.count(),
        with_account,
        secretaries,
        campaigns.filter(issued_on=None).first(),
        campaigns.filter(issued_on__isnull=False).first(),
    )
