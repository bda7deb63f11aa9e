"""What accounts may do follows what their people are: it ends with a post or a membership, and comes along with one."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from zhengyou.core.models import Grant, Organisation, Role


def end_grants(held: QuerySet[Grant], day: date) -> list[Grant]:
    """Let grants that still hold end on a day, none before it began; those that did."""
    ended = list(held.filter(until=None))
    for grant in ended:
        grant.until = max(day, grant.since)
        grant.save(update_fields=["until"])
    return ended


def withdraw(person_id: int, organisation: Organisation, day: date, *roles: Role) -> None:
    """From a day on somebody acts in these roles here no longer."""
    end_grants(Grant.objects.filter(user__person=person_id, organisation=organisation, role__in=roles), day)


def take_along(people: Collection[int], old: Organisation, new: Organisation, day: date) -> None:
    """From a day on people act as members of another organisation, and as nothing else where they were."""
    for grant in end_grants(Grant.objects.filter(user__person__in=people, organisation=old), day):
        if grant.role == Role.MEMBER:
            Grant.objects.get_or_create(
                user_id=grant.user_id, role=Role.MEMBER, organisation=new, since=day, defaults={"until": None}
            )
