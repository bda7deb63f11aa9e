"""What is read and written: the plan of the first stage, who read what, notes and a sample of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from zhengyou.demo.beginning import Play
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.study.actions import (
    add_topic,
    conclude_sample,
    draw_sample,
    draw_up_study_plan,
    judge_sampled,
    list_reading,
    record_reading,
    register_work,
    review_works,
)
from zhengyou.rooms.study.models import Reading, StudyPlan
from zhengyou.rooms.study.queries import due_to_read

PLAN = "学习动员阶段学习计划"
TEXTS = (
    ("《中国共产党章程》总纲和第一章", date(2010, 5, 31)),
    ("十七届四中全会决定", date(2010, 6, 15)),
    ("市委通知和领导讲话", date(2010, 6, 25)),
)
NOTES = ("读党章：党员八项义务", "怎样把群众的小事办好", "电教片观后", "我的岗位我的责任")
REMARKS = ("有自己的话，联系了本职。", "抄得多，下次写一件身边的事。")


def planned(p: Play) -> Life:
    """Drawn up once by the city for all below."""
    yield date(2010, 5, 11), 9
    plan = draw_up_study_plan(
        p.office,
        p.city,
        name=PLAN,
        starts_on=date(2010, 5, 10),
        ends_on=date(2010, 6, 30),
        campaign=p.campaign,
    )
    for title, due_on in TEXTS:
        list_reading(p.office, plan, title=title, due_on=due_on)
    add_topic(p.office, p.city, plan=plan, title="先锋模范作用在平时怎样看得出来")


def readers(p: Play, shown: Branch) -> Iterator[Life]:
    """In the town of the branch that is shown: who read what, and some notes."""
    for branch in p.played:
        if branch.organisation.parent_id == shown.organisation.parent_id:
            yield _read(branch)
            yield _written(branch)
    yield _sampled(p)


def _read(branch: Branch) -> Life:
    chance = Random(f"{branch.organisation.code} readings")  # noqa: S311 — a play
    yield date(2010, 5, 14), 9
    plan = StudyPlan.objects.get(name=PLAN)
    add_topic(branch.secretary, branch.organisation, plan=plan, title="群众找我们办事，最烦哪一句话")
    for reading in Reading.objects.filter(plan=plan).order_by("due_on"):
        yield reading.due_on, 20
        due = due_to_read(branch.organisation, reading)
        read = [person for person in due if chance.random() < branch.presence]
        record_reading(branch.secretary, branch.organisation, reading=reading, people=read)


def _written(branch: Branch) -> Life:
    """Four notes from paper; the secretary reads all but the last."""
    day = date(2010, 6, 8) + timedelta(days=branch.number % 9)
    yield day, 20
    made = [
        register_work(
            branch.secretary,
            branch.organisation,
            person=person,
            kind="note",
            title=title,
            written_on=day,
            characters=600 + 90 * n,
        )
        for n, (person, title) in enumerate(
            zip(members_of(branch.organisation)[3:], NOTES, strict=False), start=branch.number % 3
        )
    ]
    yield day + timedelta(days=5), 20
    remark = REMARKS[branch.number % 2]
    review_works(branch.secretary, branch.organisation, works=made[:-1], remark=remark)


def _sampled(p: Play) -> Life:
    """The supervision group draws some notes, looks at each and says what it found."""
    yield date(2010, 7, 20), 10
    sample = draw_sample(
        p.supervisor,
        p.city,
        kind="note",
        since=date(2010, 5, 10),
        until=date(2010, 6, 30),
        rate=Decimal("20"),
        sureness=Decimal("90"),
        seed="青禾2010",
    )
    yield date(2010, 7, 22), 10
    for n, item in enumerate(sample.items.order_by("number")):
        fails = n == 2
        judge_sampled(p.supervisor, item, fails=fails, remark="两页都是抄的原文" if fails else "")
    conclude_sample(p.supervisor, sample)
