"""Looking at what is sealed: each look is a deed."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.actions.people import must_belong
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import Listed, Row, rows_of


@action()
def see_identity(by: Any, organisation: Organisation, *, person: Person) -> str:
    """查看身份证号 — show one person's whole number to who needs it (BOUNDARIES 5)."""
    must_belong(person, organisation)
    return unseal(person.identity_sealed)


@action()
def export_people(
    by: Any,
    organisation: Organisation,
    *,
    line: str = "party",
    beneath: bool = True,
    mobile: bool = False,
    post: str = "",
) -> list[Row]:
    """导出人员名单 — a whole list with whole numbers, of those organisations in which one may see them."""
    asked = Listed(organisation, line=line, beneath=beneath, mobile=mobile, post=post)
    return list(rows_of(asked.within(orgs_where(by, "export_people")), whole=True))
