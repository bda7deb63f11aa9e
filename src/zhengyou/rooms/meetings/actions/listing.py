"""The organiser's list: everybody due, entered once; closed; corrected openly."""

from collections.abc import Mapping
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Overtaken, Refused
from zhengyou.core.trail import author
from zhengyou.rooms.meetings.actions.calling import tell_partners
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import excused_at, holder_at, home_at, homes_at, owed_for
from zhengyou.rooms.orgs.models import Person

How = Attendance.How
AT_THE_DOOR = (How.PRESENT, How.LEAVE, How.ABSENT, How.AT_HOME)


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
def record_attendance(
    by: Any, meeting: Meeting, *, person: Person, how: str, reason: str = "", seen: str | None = None
) -> Attendance:
    """登记出勤 — enter one person at the door; until the list is closed a second entry replaces the first.

    ``seen`` is what stood there when somebody without a network ticked: what another has entered since is kept.
    """
    _open_list(meeting)
    _sensible(how, reason)
    return _record(by, meeting, person, how, reason, seen)


def _record(
    by: Any, meeting: Meeting, person: Person, how: str, reason: str = "", seen: str | None = None
) -> Attendance:
    home = home_at(meeting, person)
    if home is None:
        raise Refused(f"{person}当天不是{_whose(meeting)}，不在名单上。")
    if seen is not None:
        _not_overtaken(meeting, person, how, seen)
    _not_made_up(meeting, {person.pk: how})
    made, _ = Attendance.objects.update_or_create(
        meeting=meeting,
        person=person,
        makes_up=None,
        defaults={
            "how": how,
            "reason": reason,
            "on_day": meeting.held_on,
            "organisation_id": home,
            "entered_by": author(by),
            "entered_at": clock.now(),
        },
    )
    tell_partners(by, "record_attendance", meeting, "登记出勤")
    return made


def _not_made_up(meeting: Meeting, hows: Mapping[int, str]) -> None:
    """What was made up already was missed: whoever came after all did not have to make it up."""
    made = meeting.attendances.filter(person__in=hows, made_up_by__isnull=False).select_related("person")
    if names := [str(a.person) for a in made]:
        raise Refused(f"{'、'.join(names)}缺的这次课已经登记补课，不能再改；如补课有误，请先撤销补课。")


def _not_overtaken(meeting: Meeting, person: Person, how: str, seen: str) -> None:
    there = meeting.attendances.select_for_update().filter(person=person, makes_up=None).first()
    if there is not None and there.how not in (seen, how):
        raise Overtaken(
            f"断网时在这里记的是“{How(how).label}”，别处已记“{there.get_how_display()}”，没有改；请再点一次定下来。"
        )


@action(hidden=("card",))
def scan_card(by: Any, meeting: Meeting, *, card: str) -> Attendance:
    """刷卡登记 — a member's card was held up to the organiser, who sees the face; a second time enters nothing."""
    _open_list(meeting)
    person = holder_at(meeting, card)
    known = meeting.attendances.filter(person=person, makes_up=None).first()
    if known is not None and known.how == How.PRESENT:
        raise Refused(f"{person}已经记过“到”，没有重复登记。")
    return _record(by, meeting, person, How.PRESENT)


def _whose(meeting: Meeting) -> str:
    if meeting.kind == Meeting.Kind.COMMITTEE:
        return "本组织的委员"
    return "欠这一课的人" if meeting.kind == Meeting.Kind.MAKE_UP else "本组织的党员"


@action()
def record_list(by: Any, meeting: Meeting, *, hows: Mapping[int, str]) -> list[Attendance]:
    """登记名单 — enter a whole list at once, person's key to how, as it was ticked at the door or on paper."""
    _open_list(meeting)
    for how in hows.values():
        _sensible(how, "")
    homes = homes_at(meeting)
    if strangers := set(hows) - set(homes):
        raise Refused(f"名单上有{len(strangers)}人当天不是{_whose(meeting)}，请核对。")
    _not_made_up(meeting, hows)
    Attendance.objects.filter(meeting=meeting, makes_up=None, person_id__in=hows).delete()
    tell_partners(by, "record_list", meeting, "登记名单")
    return _enter(by, meeting, hows, homes)


def _enter(
    by: Any,
    meeting: Meeting,
    hows: Mapping[int, str],
    homes: Mapping[int, int],
    reasons: Mapping[int, str] | None = None,
) -> list[Attendance]:
    return Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            person_id=person_id,
            how=how,
            reason=(reasons or {}).get(person_id, ""),
            on_day=meeting.held_on,
            organisation_id=homes[person_id],
            entered_by=author(by),
        )
        for person_id, how in hows.items()
    )


@action()
def close_list(by: Any, meeting: Meeting, *, decisions: str = "") -> Meeting:
    """结束点名 — close the list; whoever was due and is not on it was absent, or on leave where that was granted.

    At a make-up class nobody is absent: whoever came has made up what was owed, the others still owe it.
    """
    _open_list(meeting)
    if meeting.kind == Meeting.Kind.MAKE_UP:
        _make_up(by, meeting)
    else:
        recorded = set(meeting.attendances.filter(makes_up=None).values_list("person_id", flat=True))
        homes, excused = homes_at(meeting), excused_at(meeting)
        hows = {p: How.LEAVE if p in excused else How.ABSENT for p in homes if p not in recorded}
        reasons = {p: leave.reason for p, leave in excused.items()}
        _enter(by, meeting, hows, homes, reasons)
    meeting.closed_on, meeting.decisions = clock.today(), decisions
    meeting.save(update_fields=["closed_on", "decisions"])
    tell_partners(by, "close_list", meeting, "结束点名")
    return meeting


def _make_up(by: Any, meeting: Meeting) -> None:
    """Whoever came to a make-up class has made up the oldest miss that it can make up: one class, one miss."""
    came = meeting.attendances.filter(how=How.PRESENT, makes_up=None).values_list("person_id", flat=True)
    oldest: dict[int, Attendance] = {}
    for missed in owed_for(meeting).filter(person__in=came):
        oldest.setdefault(missed.person_id, missed)
    Attendance.objects.bulk_create(
        Attendance(
            organisation_id=missed.organisation_id,
            meeting_id=missed.meeting_id,
            person_id=person_id,
            how=How.MADE_UP,
            on_day=meeting.held_on,
            makes_up=missed,
            at=meeting,
            entered_by=author(by),
        )
        for person_id, missed in oldest.items()
    )


@action()
def correct_attendance(by: Any, attendance: Attendance, *, how: str, why: str) -> Attendance:
    """更正出勤 — change an entry of a closed list openly: the trail keeps what it was, and why."""
    _sensible(how, "")
    if not why.strip():
        raise Refused("请写明为什么更正。")
    if hasattr(attendance, "made_up_by"):
        raise Refused("这次缺课已经补上，不能再改；如补课有误，请先撤销补课。")
    if attendance.makes_up_id is not None or attendance.meeting.kind == Meeting.Kind.MAKE_UP:
        raise Refused("补课的记录不能改成别的；有误的请撤销补课，缺课人重新列入应补课人员。")
    attendance.how, attendance.reason = how, ""
    attendance.save(update_fields=["how", "reason"])
    return attendance
