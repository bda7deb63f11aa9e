"""Making up what was missed: linked to the miss, counted once."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.trail import author
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.meetings.queries import ways_to_make_up

How = Attendance.How


@action()
def record_make_up(
    by: Any,
    missed: Attendance,
    *,
    on_day: date,
    how: str = How.MADE_UP,
    at: Meeting | None = None,
    at_home: bool = False,
) -> Attendance:
    """登记补课 — enter how a missed meeting was made up: at a later class, at home, or by a recording and a talk.

    It is credited with the length of what was missed, once, whatever else was attended.
    """
    how = How.AT_HOME if at_home else how
    if not missed.missed or missed.makes_up_id is not None or not missed.meeting.studies:
        raise Refused(f"{missed.person}没有缺这次课，不用补。")
    if made := Attendance.objects.filter(makes_up=missed).first():
        raise Refused(f"这次缺课已于{made.on_day:%Y-%m-%d}补上，不能重复登记。")
    if how not in Attendance.MAKE_UPS:
        raise Refused("补课可以是补课班、送课上门，或者看录像并与书记谈话。")
    if at is not None:
        on_day = _held(missed, at, how)
    if not missed.meeting.held_on <= on_day <= clock.today():
        raise Refused("补课的日子应在缺课之后、今天之前。")
    return Attendance.objects.create(
        organisation=missed.organisation,
        meeting=missed.meeting,
        person=missed.person,
        how=how,
        on_day=on_day,
        makes_up=missed,
        at=at,
        entered_by=author(by),
    )


def _held(missed: Attendance, at: Meeting, how: str) -> date:
    """The day of the class at which something was made up, if it can have been made up there."""
    if how != How.MADE_UP:
        raise Refused("在补课班上补的，情况写“补课”。")
    if not ways_to_make_up(missed).filter(pk=at.pk).exists():
        raise Refused(f"“{at}”不是补这一课的补课班：应是本组织以后开的、补这次会或者同一专题的。")
    if Attendance.objects.filter(at=at, person=missed.person).exists():
        raise Refused(f"{missed.person}在“{at}”上已经补了一课，一次只补一课。")
    return at.held_on


@action()
def withdraw_make_up(by: Any, made_up: Attendance, *, why: str) -> Attendance:
    """撤销补课 — a make-up was entered by mistake: the miss is owed again, and the trail keeps why."""
    if made_up.makes_up is None:
        raise Refused("这不是补课的记录，请用“更正出勤”。")
    if not why.strip():
        raise Refused("请写明为什么撤销。")
    missed = made_up.makes_up
    made_up.delete()
    return missed
