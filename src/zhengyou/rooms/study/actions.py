"""Everything that can be done about study."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.study.models import Work


@action()
def register_work(
    by: Any,
    organisation: Organisation,
    *,
    person: Person,
    kind: str,
    title: str,
    characters: int,
    written_on: date,
    campaign: Campaign | None = None,
) -> Work:
    """登记笔记 — register a note or an essay by its title and length; the text itself is not asked for."""
    if not members_of(organisation).filter(pk=person.pk).exists():
        raise Refused(f"{person}不是本组织的党员。")
    if characters <= 0 or written_on > clock.today():
        raise Refused("请写明字数和写成的日子（不晚于今天）。")
    return Work.objects.create(
        organisation=organisation,
        person=person,
        kind=kind,
        title=title,
        characters=characters,
        written_on=written_on,
        campaign=campaign,
        entered_by=author(by),
    )


@action(hidden=("remark",))
def review_work(by: Any, work: Work, *, remark: str = "") -> Work:
    """批阅笔记 — the reviewer read it today, perhaps with a remark for its author."""
    if work.reviewed_on:
        raise Refused(f"已于{work.reviewed_on:%Y-%m-%d}批阅。")
    if getattr(by, "person_id", None) == work.person_id:
        raise Refused("自己写的由别人批阅。")
    work.reviewed_on, work.reviewed_by, work.remark = clock.today(), author(by), remark
    work.save(update_fields=["reviewed_on", "reviewed_by", "remark"])
    return work
