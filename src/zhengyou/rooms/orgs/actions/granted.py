"""What accounts may do follows what their people are: it ends with a post or a membership, and comes along with one."""

from collections.abc import Collection
from datetime import date

from zhengyou.core.models import Grant, Organisation, Role


def withdraw(person_id: int, organisation: Organisation, day: date, *roles: Role) -> None:
    """From a day on somebody acts in these roles here no longer."""
    held = Grant.objects.filter(user__person=person_id, organisation=organisation, role__in=roles, until=None)
    for grant in held:
        grant.until = max(day, grant.since)
        grant.save(update_fields=["until"])


def take_along(people: Collection[int], old: Organisation, new: Organisation, day: date) -> None:
    """From a day on people act as members of another organisation, and as nothing else where they were."""
    held = Grant.objects.filter(user__person__in=people, organisation=old, until=None)
    for grant in held:
        grant.until = max(day, grant.since)
        grant.save(update_fields=["until"])
        if grant.role == Role.MEMBER:
            Grant.objects.get_or_create(
                user_id=grant.user_id, role=Role.MEMBER, organisation=new, since=day, defaults={"until": None}
            )
