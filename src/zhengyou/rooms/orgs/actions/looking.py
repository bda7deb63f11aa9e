"""Looking at what is sealed: each look is a deed."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.models import Organisation
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.models import Person


@action()
def see_identity(by: Any, organisation: Organisation, *, person: Person) -> str:
    """查看身份证号 — show one person's whole number to who needs it (BOUNDARIES 5)."""
    return unseal(person.identity_sealed)
