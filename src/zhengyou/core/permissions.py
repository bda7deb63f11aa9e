"""权限 — who may do what, and to which part of the tree. Denied unless a line of a room's table grants it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.models import Grant, Organisation, Role

Reach = Callable[[Organisation], Q]


class Operator:
    """操作员 — whoever sits at the machine itself: may do what an administrator may do everywhere."""

    is_authenticated = True
    pk = None
    person_id = None

    def __str__(self) -> str:
        return _("操作员")


OPERATOR = Operator()
GRANTS: dict[str, list[tuple[Role, Reach]]] = {}


def own(organisation: Organisation) -> Q:
    """本组织 — the organisation where the role is held."""
    return Q(pk=organisation.pk)


def below(organisation: Organisation) -> Q:
    """本组织及所辖 — the organisation where the role is held and all below it."""
    return organisation.subtree


def beneath(organisation: Organisation) -> Q:
    """所辖 — all organisations below the one where the role is held, without itself."""
    return organisation.subtree & ~Q(pk=organisation.pk)


def above(organisation: Organisation) -> Q:
    """本组织及上级 — the organisation where the role is held and those above it."""
    steps = range(4, len(organisation.path) + 1, 4)
    return Q(path__in=[organisation.path[:n] for n in steps])


def everywhere(organisation: Organisation) -> Q:
    """全树 — every organisation."""
    return Q()


def myself(organisation: Organisation) -> Q:
    """本人 — only what concerns the acting person; see :func:`require`."""
    return Q(pk__in=())


def allow(action: str, *grants: tuple[Role, Reach]) -> None:
    """Let the holders of roles take an action within a reach of the tree."""
    GRANTS.setdefault(action, []).extend(grants)


def grants_of(user: Any) -> list[Grant]:
    """The grants that an account holds today, read once for each request's user object."""
    if not user or not user.is_authenticated or isinstance(user, Operator):
        return []
    day = clock.today()
    kept: tuple[Any, list[Grant]] | None = getattr(user, "_grants_today", None)
    if kept is None or kept[0] != day:
        held = Grant.objects.filter(Q(until=None) | Q(until__gt=day), user=user, since__lte=day)
        kept = (day, list(held.select_related("organisation")))
        user._grants_today = kept
    return kept[1]


def reach_of(user: Any, action: str) -> Q:
    """A condition on organisations: where a user may take an action."""
    reach = Q(pk__in=())
    if _everywhere(user, action):
        return Q()
    for role, within in GRANTS[action]:
        for grant in grants_of(user):
            if grant.role == role:
                reach |= within(grant.organisation)
    return reach


def orgs_where(user: Any, action: str) -> QuerySet[Organisation]:
    """The organisations in which a user may take an action, the tree's order."""
    return Organisation.objects.filter(reach_of(user, action))


def may(user: Any, action: str, thing: Any) -> bool:
    """Whether a user may take an action on a thing, or on an organisation itself.

    What several organisations have in common says by ``shared_with(action)`` whose it is as well for that deed.
    """
    if _concerns(user, action, thing):
        return True
    organisation = getattr(thing, "organisation", None)
    if organisation is None:
        return _everywhere(user, action)
    others = [other.pk for other in thing.shared_with(action)] if hasattr(thing, "shared_with") else []
    return orgs_where(user, action).filter(pk__in=[organisation.pk, *others]).exists()


def _everywhere(user: Any, action: str) -> bool:
    """Whether the table lets anyone, or this operator or administrator, take an action wherever it is."""
    roles = {role for role, within in GRANTS[action] if within is everywhere}
    if Role.ANYONE in roles or (isinstance(user, Operator) and Role.ADMINISTRATOR in roles):
        return True
    return any(Role(grant.role) in roles for grant in grants_of(user))


def _concerns(user: Any, action: str, thing: Any) -> bool:
    """Whether the thing is the acting person's own and the table lets people act for themselves."""
    person_id = getattr(user, "person_id", None)
    return (
        person_id is not None
        and any(within is myself for _, within in GRANTS[action])
        and getattr(thing, "person_id", None) == person_id
    )


def require(user: Any, action: str, thing: Any) -> None:
    """Raise ``PermissionDenied`` unless a user may take an action on a thing."""
    if not may(user, action, thing):
        raise PermissionDenied(f"{user} may not {action} on {thing}")
