"""Everything that can be done about meetings."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign, Stage
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.orgs.models import Person

How = Attendance.How
AT_THE_DOOR = (How.PRESENT, How.LEAVE, How.ABSENT, How.AT_HOME)


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
    campaign: Campaign | None = None,
    stage: Stage | None = None,
    supervised: bool = False,
) -> Meeting:
    """召集会议 — call a meeting of an organisation's members for a day and a length."""
    if kind not in Meeting.Kind.values:
        raise Refused(f"没有“{kind}”这种会议。")
    if not 0 < minutes <= 8 * 60:
        raise Refused("时长应在1分钟到8小时之间；一天以上的会议请按天分开召集。")
    if stage is not None and campaign is None:
        campaign = stage.campaign
    return Meeting.objects.create(
        organisation=organisation,
        entered_by=author(by),
        kind=kind,
        title=title,
        held_on=held_on,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        campaign=campaign,
        stage=stage,
        supervised=supervised,
    )


def _open_list(meeting: Meeting) -> None:
    if meeting.held_on > clock.today():
        raise Refused(f"会议{meeting.held_on:%Y-%m-%d}才开，还不能点名。")
    if meeting.closed_on:
        raise Refused("点名已经结束；有误的请用“更正”，写明理由。")


def _sensible(how: str, reason: str) -> None:
    if how not in AT_THE_DOOR:
        raise Refused(f"点名时没有“{how}”这种情况；补课请在缺课记录上登记。")
    if reason and how != How.LEAVE:
        raise Refused("只有请假才写事由。")


@action()
def record_attendance(by: Any, meeting: Meeting, *, person: Person, how: str, reason: str = "") -> Attendance:
    """登记出勤 — enter one person at the door; until the list is closed a second entry replaces the first."""
    _open_list(meeting)
    _sensible(how, reason)
    if not due_at(meeting).filter(pk=person.pk).exists():
        raise Refused(f"{person}当天不是本组织的党员，不在名单上。")
    made, _ = Attendance.objects.update_or_create(
        meeting=meeting,
        person=person,
        makes_up=None,
        defaults={
            "how": how,
            "reason": reason,
            "on_day": meeting.held_on,
            "organisation": meeting.organisation,
            "entered_by": author(by),
            "entered_at": clock.now(),
        },
    )
    return made


@action()
def record_list(by: Any, meeting: Meeting, *, hows: Mapping[int, str]) -> list[Attendance]:
    """登记名单 — enter a whole list at once, person's key to how, as it was ticked at the door or on paper."""
    _open_list(meeting)
    for how in hows.values():
        _sensible(how, "")
    due = {person.pk for person in due_at(meeting)}
    if strangers := set(hows) - due:
        raise Refused(f"名单上有{len(strangers)}人当天不是本组织的党员，请核对。")
    Attendance.objects.filter(meeting=meeting, makes_up=None, person_id__in=hows).delete()
    return _enter(by, meeting, hows)


def _enter(by: Any, meeting: Meeting, hows: Mapping[int, str]) -> list[Attendance]:
    return Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            person_id=person_id,
            how=how,
            on_day=meeting.held_on,
            organisation=meeting.organisation,
            entered_by=author(by),
        )
        for person_id, how in hows.items()
    )


@action()
def close_list(by: Any, meeting: Meeting, *, decisions: str = "") -> Meeting:
    """结束点名 — close the list; whoever was due and is not on it was absent and has it to make up."""
    _open_list(meeting)
    recorded = set(meeting.attendances.filter(makes_up=None).values_list("person_id", flat=True))
    missing = [person.pk for person in due_at(meeting) if person.pk not in recorded]
    _enter(by, meeting, dict.fromkeys(missing, How.ABSENT))
    meeting.closed_on, meeting.decisions = clock.today(), decisions
    meeting.save(update_fields=["closed_on", "decisions"])
    return meeting


@action()
def correct_attendance(by: Any, attendance: Attendance, *, how: str, why: str) -> Attendance:
    """更正出勤 — change an entry of a closed list openly: the trail keeps what it was, and why."""
    _sensible(how, "")
    if not why.strip():
        raise Refused("请写明为什么更正。")
    if hasattr(attendance, "made_up_by"):
        raise Refused("这次缺课已经补上，不能再改；如补课有误，请更正补课。")
    attendance.how, attendance.reason = how, ""
    attendance.save(update_fields=["how", "reason"])
    return attendance


@action()
def record_make_up(by: Any, missed: Attendance, *, on_day: date, at_home: bool = False) -> Attendance:
    """登记补课 — enter that a missed meeting was made up, together with others or taught at home; counted once."""
    if not missed.missed or missed.makes_up_id is not None:
        raise Refused(f"{missed.person}没有缺这次课，不用补。")
    if hasattr(missed, "made_up_by"):
        raise Refused(f"这次缺课已于{missed.made_up_by.on_day:%Y-%m-%d}补上，不能重复登记。")
    if not missed.meeting.held_on <= on_day <= clock.today():
        raise Refused("补课的日子应在缺课之后、今天之前。")
    return Attendance.objects.create(
        organisation=missed.organisation,
        meeting=missed.meeting,
        person=missed.person,
        how=How.AT_HOME if at_home else How.MADE_UP,
        on_day=on_day,
        makes_up=missed,
        entered_by=author(by),
    )
