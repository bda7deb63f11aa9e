"""Joint bodies: founding, sitting on them, meeting, letting each other know."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.ties.models import BodyMember, Information, JointBody, JointSession
from zhengyou.rooms.ties.queries.joint import members_on, sits_on

JOINT = "joint"  # the kind of meeting


@action()
def found_body(
    by: Any,
    organisation: Organisation,
    *,
    name: str,
    members: Iterable[Organisation] = (),
    purpose: str = "",
    since: date | None = None,
) -> JointBody:
    """建立联席会议 — a standing body that an organisation convenes, with those who sit on it from the first day."""
    since = since or clock.today()
    if not name.strip():
        raise Refused("请写联席会议的名称，例如“党工青妇联席会议”。")
    if JointBody.objects.filter(organisation=organisation, name=name.strip(), until=None).exists():
        raise Refused(f"“{name}”已经有了，不能重复建立。")
    body = JointBody.objects.create(
        organisation=organisation,
        entered_by=author(by),
        name=name.strip(),
        purpose=purpose.strip(),
        since=since,
    )
    for member in dict.fromkeys(members):
        _seat(by, body, member, since)
    return body


def _seat(by: Any, body: JointBody, member: Organisation, since: date) -> BodyMember:
    if body.until is not None:
        raise Refused(f"“{body}”已于{body.until:%Y-%m-%d}撤销。")
    if member.pk == body.organisation_id:
        raise Refused(f"{member}是召集单位，不用再列为成员。")
    if body.members.filter(member=member, until=None).exists():
        raise Refused(f"{member}已经是成员。")
    if since < body.since:
        raise Refused(f"“{body}”从{body.since:%Y-%m-%d}起才有，不能更早加入。")
    return BodyMember.objects.create(
        body=body, organisation=body.organisation, member=member, since=since, entered_by=author(by)
    )


@action()
def join_body(by: Any, body: JointBody, *, member: Organisation, since: date | None = None) -> BodyMember:
    """加入联席会议 — an organisation sits on a joint body from a day on."""
    return _seat(by, body, member, since or clock.today())


@action()
def leave_body(by: Any, seat: BodyMember, *, until: date | None = None) -> BodyMember:
    """退出联席会议 — an organisation sits on a joint body no longer than to a day."""
    until = until or clock.today()
    if seat.until is not None:
        raise Refused(f"{seat.member}已于{seat.until:%Y-%m-%d}退出。")
    if until < seat.since:
        raise Refused(f"{seat.member}从{seat.since:%Y-%m-%d}起才加入，不能更早退出。")
    seat.until = until
    seat.save(update_fields=["until"])
    return seat


@action()
def dissolve_body(by: Any, body: JointBody, *, until: date | None = None) -> JointBody:
    """撤销联席会议 — a joint body and the seats on it end with a day; its meetings stay."""
    until = until or clock.today()
    if body.until is not None:
        raise Refused(f"“{body}”已于{body.until:%Y-%m-%d}撤销。")
    if until < body.since:
        raise Refused(f"“{body}”从{body.since:%Y-%m-%d}起才有，不能更早撤销。")
    body.until = until
    body.save(update_fields=["until"])
    body.members.filter(until=None, since__lte=until).update(until=until)
    return body


@action()
def call_session(
    by: Any,
    body: JointBody,
    *,
    title: str,
    held_on: date,
    minutes: int,
    starts_at: time | None = None,
    place: str = "",
    campaign: Any = None,
) -> JointSession:
    """召集联席会 — one meeting of the convener for all who sit on the body: called, held and counted once."""
    _standing(body, held_on)
    meeting = call_meeting(
        by,
        body.organisation,
        kind=JOINT,
        title=title,
        held_on=held_on,
        minutes=minutes,
        starts_at=starts_at,
        place=place,
        campaign=campaign,
    )
    return JointSession.objects.create(
        organisation=body.organisation, body=body, meeting=meeting, entered_by=author(by)
    )


@action()
def link_session(by: Any, body: JointBody, *, meeting: Any) -> JointSession:
    """列入联席会 — a joint meeting that its convener has called already is the body's; it is not called anew."""
    if meeting.organisation_id != body.organisation_id or meeting.kind != JOINT:
        raise Refused("只有召集单位自己的联席会议才能列入。")
    if JointSession.objects.filter(meeting=meeting).exists():
        raise Refused(f"“{meeting}”已经列入过，一次会只算一次。")
    _standing(body, meeting.held_on)
    return JointSession.objects.create(
        organisation=body.organisation, body=body, meeting=meeting, entered_by=author(by)
    )


def _standing(body: JointBody, on: date) -> None:
    if on < body.since or (body.until is not None and on >= body.until):
        raise Refused(f"{on:%Y-%m-%d}那天没有“{body}”，请核对日期。")


@action()
def record_session(
    by: Any, session: JointSession, *, present: Iterable[Organisation], decisions: str
) -> JointSession:
    """登记联席会 — which organisations were there, and what was settled; a later entry replaces an earlier one."""
    held_on = session.meeting.held_on
    if held_on > clock.today():
        raise Refused(f"{held_on:%Y-%m-%d}才开会，还不能登记。")
    came = list(present)
    seated = set(members_on(session.body, held_on)) | {session.organisation}
    if strangers := [o.short_name for o in came if o not in seated]:
        raise Refused(f"{'、'.join(strangers)}那天不是成员，请核对。")
    session.decisions, session.recorded_on = decisions.strip(), clock.today()
    session.save(update_fields=["decisions", "recorded_on"])
    session.present.set(came)
    return session


@action()
def share_information(by: Any, organisation: Organisation, *, body: JointBody, words: str) -> Information:
    """通报信息 — let the others of a joint body know something; nobody has to confirm that it was read."""
    if not words.strip():
        raise Refused("请写要通报什么。")
    if not sits_on(organisation, body):
        raise Refused(f"{organisation}不是“{body}”的成员，不能在这里通报。")
    return Information.objects.create(
        organisation=organisation, body=body, words=words.strip(), on_day=clock.today(), entered_by=author(by)
    )
