"""Keeping in touch with members who live elsewhere."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.mobility.models import Contact
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import members_of


@action()
def record_contact(
    by: Any,
    membership: Membership,
    *,
    how: str,
    who: Person | None = None,
    on_day: date | None = None,
    reached: bool = True,
) -> Contact:
    """登记联系 — enter that a member who is away was sought: by whom, how, on which day, reached or not."""
    day = on_day or clock.today()
    if not membership.mobile or membership.until is not None:
        raise Refused(f"{membership.person}没有登记为流动党员，请先登记流动。")
    if how not in Contact.How.values:
        raise Refused("请选怎样联系的：电话、走访、线上或返乡。")
    if not membership.since <= day <= clock.today():
        raise Refused(f"日期应在{membership.since:%Y-%m-%d}到今天之间，请改正。")
    if who is not None and not members_of(membership.organisation).filter(pk=who.pk).exists():
        raise Refused(f"{who}不是{membership.organisation.short_name}的党员，请选本组织的联系人。")
    return Contact.objects.create(
        organisation=membership.organisation,
        entered_by=author(by),
        person=membership.person,
        who=who,
        on_day=day,
        how=how,
        reached=reached,
    )
