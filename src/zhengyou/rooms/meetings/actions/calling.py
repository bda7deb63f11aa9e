"""Calling a meeting, alone or together with others, and what is written down of it."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import require
from zhengyou.core.trail import author, leave_trail
from zhengyou.rooms.campaigns.models import Campaign, Stage
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.meetings.models import Meeting, Resolution
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.orgs.models import Person

Kind = Meeting.Kind


@action()
def call_meeting(
    by: Any,
    organisation: Organisation,
    *,
    kind: str,
    title: str,
    held_on: date,
    minutes: int,
    starts_at: time | None = None,
    place: str = "",
    topic: str = "",
    agenda: str = "",
    speaker: str = "",
    speaks_as: str = "",
    partners: Iterable[Organisation] = (),
    repeats: Meeting | None = None,
    campaign: Campaign | None = None,
    stage: Stage | None = None,
    supervised: bool = False,
) -> Meeting:
    """召集会议 — call a meeting of an organisation's members for a day and a length, perhaps together with others."""
    if kind not in Kind.values:
        raise Refused(f"没有“{kind}”这种会议。")
    if not 0 < minutes <= 8 * 60:
        raise Refused("时长应在1分钟到8小时之间；一天以上的会议请按天分开召集。")
    if repeats is not None:
        _repeats(organisation, kind, repeats, held_on)
    together = _together(by, organisation, partners)
    if stage is not None and campaign is None:
        campaign = stage.campaign
    if campaign is not None:
        still_runs(campaign)
    meeting = Meeting.objects.create(
        organisation=organisation,
        entered_by=author(by),
        kind=kind,
        title=title,
        held_on=held_on,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        topic=topic.strip(),
        agenda=agenda.strip(),
        speaker=speaker.strip(),
        speaks_as=speaks_as,
        repeats=repeats,
        campaign=campaign,
        stage=stage,
        supervised=supervised,
    )
    meeting.partners.set(together)
    tell_partners(by, "call_meeting", meeting, "联合召集会议")
    return meeting


def _repeats(organisation: Organisation, kind: str, repeats: Meeting, held_on: date) -> None:
    if kind != Kind.MAKE_UP:
        raise Refused("只有补课才写补哪一次会。")
    if repeats.organisation_id != organisation.pk or not repeats.studies:
        raise Refused(f"“{repeats}”不是本组织的学习会，不能在这里补。")
    if held_on < repeats.held_on:
        raise Refused(f"“{repeats}”{repeats.held_on:%Y-%m-%d}才开，补课应在那以后。")


def _together(by: Any, organisation: Organisation, partners: Iterable[Organisation]) -> list[Organisation]:
    found = [o for o in dict.fromkeys(partners) if o.pk != organisation.pk]
    for partner in found:
        # A list at the door shows names: nobody calls the members of others without being entitled to.
        require(by, "call_together", partner)
    return found


def tell_partners(by: Any, did: str, meeting: Meeting, words: str) -> None:
    """Leave an entry in the trail of each organisation that meets with others: its rows may have changed too."""
    for partner in meeting.partners.all():
        leave_trail(by, did, partner, meeting, f"{words}：{meeting}", {"meeting": meeting.pk})


@action()
def join_meeting(by: Any, organisation: Organisation, *, meeting: Meeting) -> Meeting:
    """参加联合会议 — an organisation meets with others: its members are due at the one meeting that another has called."""
    if meeting.kind != Kind.JOINT:
        raise Refused("只有联席会议可以由别的组织参加；请召集单位改为联席会议。")
    if meeting.closed_on is not None:
        raise Refused("点名已经结束，不能再参加。")
    if organisation.pk == meeting.organisation_id or meeting.partners.filter(pk=organisation.pk).exists():
        raise Refused(f"{organisation}已经参加这次会。")
    meeting.partners.add(organisation)
    return meeting


@action()
def write_record(by: Any, meeting: Meeting, *, record: str, guests: int = 0) -> Meeting:
    """写会议记录 — what was said, once the meeting has been held; guests are counted, never named."""
    if meeting.held_on > clock.today():
        raise Refused(f"会议{meeting.held_on:%Y-%m-%d}才开，还没有可以记录的。")
    meeting.record, meeting.guests = record.strip(), guests
    meeting.save(update_fields=["record", "guests"])
    return meeting


@action()
def record_resolution(
    by: Any, meeting: Meeting, *, what: str, owner: Person | None = None, due_on: date | None = None
) -> Resolution:
    """登记决议 — something the meeting settled: what, who sees to it, by which day."""
    if meeting.held_on > clock.today():
        raise Refused(f"会议{meeting.held_on:%Y-%m-%d}才开，还没有决议。")
    if not what.strip():
        raise Refused("请写决议的内容。")
    if owner is not None and not due_at(meeting).filter(pk=owner.pk).exists():
        raise Refused(f"{owner}不在这次会的名单上，请从应到人员中选负责人。")
    if due_on is not None and due_on < meeting.held_on:
        raise Refused("完成日期不能早于会议日期。")
    return Resolution.objects.create(
        organisation=meeting.organisation,
        meeting=meeting,
        number=meeting.resolutions.count() + 1,
        what=what.strip(),
        owner=owner,
        due_on=due_on,
        entered_by=author(by),
    )


@action()
def settle_resolution(by: Any, resolution: Resolution, *, done_on: date | None = None) -> Resolution:
    """办结决议 — what was settled has been done."""
    day = done_on or clock.today()
    if resolution.done_on is not None:
        raise Refused(f"已于{resolution.done_on:%Y-%m-%d}办结。")
    if not resolution.meeting.held_on <= day <= clock.today():
        raise Refused("办结的日子应在会议之后、今天以前。")
    resolution.done_on = day
    resolution.save(update_fields=["done_on"])
    return resolution
