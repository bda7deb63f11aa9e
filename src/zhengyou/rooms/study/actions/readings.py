"""Study plans: drawn up once for all below, and the branch's record of who has read what."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.study.models import Reading, ReadingDone, ReadingTaught, StudyPlan, Topic
from zhengyou.rooms.study.queries.plans import due_to_read, texts_over


@action()
def draw_up_study_plan(
    by: Any,
    organisation: Organisation,
    *,
    name: str,
    starts_on: date,
    ends_on: date,
    own_topics: int = 1,
    campaign: Campaign | None = None,
) -> StudyPlan:
    """制定学习计划 — what an organisation and all below it study; it holds below without another paper."""
    if not name.strip():
        raise Refused("请写学习计划的名称。")
    if ends_on < starts_on:
        raise Refused("学习计划的结束日期在开始日期之前，请核对。")
    if StudyPlan.objects.filter(organisation=organisation, name=name.strip()).exists():
        raise Refused(f"本组织已经有“{name.strip()}”，请换一个名称。")
    return StudyPlan.objects.create(
        organisation=organisation,
        name=name.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        own_topics=own_topics,
        campaign=campaign,
        entered_by=author(by),
    )


@action()
def list_reading(
    by: Any, plan: StudyPlan, *, title: str, due_on: date, required: bool = True, minutes: int = 0
) -> Reading:
    """列入篇目 — a text to be read by a day; study alone counts as hours only as far as this grants it."""
    if not title.strip():
        raise Refused("请写篇目。")
    if not plan.starts_on <= due_on <= plan.ends_on:
        raise Refused(f"读完日期应在计划的{plan.starts_on:%Y-%m-%d}至{plan.ends_on:%Y-%m-%d}之间。")
    if not 0 <= minutes <= 8 * 60:
        raise Refused("一篇自学最多计8小时；不计学时的填0。")
    if plan.readings.filter(title=title.strip()).exists():
        raise Refused(f"“{title.strip()}”已经列入，不用再列。")
    return Reading.objects.create(
        plan=plan, title=title.strip(), due_on=due_on, required=required, minutes=minutes
    )


@action()
def record_reading(
    by: Any,
    organisation: Organisation,
    *,
    reading: Reading,
    people: Iterable[Person],
    on_day: date | None = None,
) -> list[ReadingDone]:
    """登记读毕 — the branch enters who has read a text, late ones too; nobody is timed."""
    day, readers = on_day or clock.today(), list(people)
    if day > clock.today():
        raise Refused(f"{day:%Y-%m-%d}还没有到，读完以后再登记。")
    due = set(due_to_read(organisation, reading).values_list("pk", flat=True))
    if strangers := [str(p) for p in readers if p.pk not in due]:
        raise Refused(f"{'、'.join(strangers)}不在本组织应读这一篇的名单上，请到其所在组织登记。")
    known = set(ReadingDone.objects.filter(reading=reading).values_list("person_id", flat=True))
    return ReadingDone.objects.bulk_create(
        ReadingDone(organisation=organisation, reading=reading, person=p, on_day=day, entered_by=author(by))
        for p in readers
        if p.pk not in known
    )


@action()
def add_topic(by: Any, organisation: Organisation, *, plan: StudyPlan, title: str) -> Topic:
    """列入专题 — a topic of the plan for all below, or one of a unit's own beside those."""
    if not title.strip():
        raise Refused("请写专题。")
    if not organisation.path.startswith(plan.organisation.path):
        raise Refused(f"“{plan}”不是{organisation.short_name}的学习计划。")
    standing = Topic.objects.filter(plan=plan, organisation__in=(organisation, plan.organisation))
    if standing.filter(title=title.strip()).exists():
        raise Refused(f"“{title.strip()}”已经列入，不用再列。")
    own = standing.filter(organisation=organisation).count()
    if organisation.pk != plan.organisation_id and own >= plan.own_topics:
        raise Refused(f"这个计划里各单位自选{plan.own_topics}个专题，本单位已经选了。")
    return Topic.objects.create(
        organisation=organisation, plan=plan, title=title.strip(), entered_by=author(by)
    )


@action()
def record_readings_taught(by: Any, meeting: Any, *, readings: Iterable[Reading]) -> Any:
    """登记所讲篇目 — which texts of the plans a lecture or a study meeting was on; said anew, it replaces what stood."""
    if not meeting.studies:
        raise Refused("学习会、党课和参观学习才登记讲的是哪一篇。")
    chosen = {reading.pk: reading for reading in readings}
    if strange := len(chosen.keys() - set(texts_over(meeting.organisation).values_list("pk", flat=True))):
        raise Refused(f"有{strange}篇不在{meeting.organisation}的学习计划里，请从计划的篇目中选。")
    stood = ReadingTaught.objects.filter(meeting=meeting)
    stood.exclude(reading__in=chosen).delete()
    kept = set(stood.values_list("reading_id", flat=True))
    ReadingTaught.objects.bulk_create(
        ReadingTaught(
            organisation=meeting.organisation, entered_by=author(by), meeting=meeting, reading=reading
        )
        for pk, reading in chosen.items()
        if pk not in kept
    )
    return meeting
