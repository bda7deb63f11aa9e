"""Study as its users meet it."""

from datetime import date
from decimal import Decimal

import pytest

from zhengyou.rooms.study.actions import draw_sample, draw_up_study_plan, list_reading, register_work
from zhengyou.rooms.study.models import Sample, StudyPlan, Work

pytestmark = pytest.mark.django_db
START, JUNE = date(2010, 5, 10), date(2010, 6, 30)


@pytest.fixture
def plan(june):
    made = draw_up_study_plan(june.office, june.city, name="全市学习计划", starts_on=START, ends_on=JUNE)
    made.reading = list_reading(june.office, made, title="党章", due_on=date(2010, 6, 1), minutes=45)
    return made


def note(town, **details):
    said = {
        "kind": "note", "title": "学党章", "written_on": date(2010, 6, 1), "characters": 500, "person": town.li,
    } | details  # fmt: skip
    return register_work(town.east_secretary, town.east, **said)


def test_a_plan_from_above_is_there_without_a_click(june, plan, visit):
    assert "全市学习计划" in visit(june.east_secretary, "/study/").content.decode()
    page = visit(june.east_secretary, f"/study/plans/{plan.pk}/").content.decode()

    assert "党章" in page and "已读0/6人" in page


def test_the_branch_ticks_who_has_read(june, plan, client, visit):
    visit(june.east_secretary, f"/study/readings/{plan.reading.pk}/")
    client.post(f"/study/readings/{plan.reading.pk}/", {"person": [june.li.pk, june.zhao.pk, "x"]})

    assert [d.person.name for d in plan.reading.done.all()] == ["李华"]
    assert "已读1/6人" in visit(june.east_secretary, f"/study/plans/{plan.pk}/").content.decode()


def test_a_plan_is_drawn_up_with_topics_and_texts(june, client):
    client.force_login(june.office)
    client.post(
        "/study/new/", {"name": "计划", "starts_on": "2010-06-01", "ends_on": "2010-06-30", "own_topics": 1}
    )
    plan = StudyPlan.objects.get()
    client.post(f"/study/plans/{plan.pk}/topics/", {"title": "宗旨"})
    wrong = client.post(
        f"/study/plans/{plan.pk}/readings/", {"title": "党章", "due_on": "2010-07-09", "minutes": 0}
    )

    assert wrong.status_code == 422 and "之间" in wrong.content.decode()
    assert [t.title for t in plan.topics.all()] == ["宗旨"]


def test_a_member_finds_what_to_read_and_registers_what_was_written(june, plan, client, visit):
    page = visit(june.member, "/study/mine/").content.decode()
    assert "党章" in page and "可以补读" in page

    client.post(
        "/study/mine/", {"kind": "note", "title": "学党章", "written_on": "2010-06-20", "text": "路要修好"}
    )

    assert Work.objects.get().characters == 4
    assert "等批阅" in visit(june.member, "/study/mine/").content.decode()


def test_what_does_not_fit_comes_back_with_what_was_typed(june, client):
    client.force_login(june.member)
    answer = client.post(
        "/study/mine/",
        {
            "kind": "note",
            "title": "学党章",
            "written_on": "2010-06-20",
            "text": "路要修好",
            "characters": "3000",
        },
    )

    assert answer.status_code == 422
    assert "正文有4字" in answer.content.decode() and "路要修好" in answer.content.decode()


def test_a_pile_is_reviewed_at_one_sitting(june, client, visit):
    works = [note(june, title=str(n)) for n in range(3)]
    assert "等批阅的 3" in visit(june.east_secretary, "/study/works/").content.decode()

    client.post("/study/works/review/", {"work": [w.pk for w in works[:2]], "remark": "好"})

    assert Work.objects.filter(reviewed_on=JUNE, remark="好").count() == 2
    assert "等批阅的 1" in visit(june.east_secretary, "/study/works/").content.decode()


def test_nothing_ticked_is_said_in_words(june, client):
    client.force_login(june.east_secretary)
    answer = client.post("/study/works/review/", {})

    assert answer.status_code == 422 and "请先选" in answer.content.decode()


def test_a_text_is_on_its_page_for_author_and_reviewer_only(june, visit):
    work = note(june, characters=None, text="村口的路")

    for reader in (june.member, june.east_secretary):
        assert "村口的路" in visit(reader, f"/study/works/{work.pk}/").content.decode()
    for other in (june.office, june.supervisor, june.west_secretary, june.stranger):
        visit(other, f"/study/works/{work.pk}/", status=404)


def test_a_sample_is_drawn_looked_at_and_concluded(june, client, visit):
    for n in range(5):
        note(june, title=f"第{n}篇")
    client.force_login(june.supervisor)
    client.post(
        "/study/samples/",
        {
            "organisation": june.committee.pk, "kind": "note", "since": "2010-05-10", "until": "2010-06-30",
            "rate": "30", "sureness": "80",
        },
    )  # fmt: skip
    sample = Sample.objects.get()
    first, *others = sample.items.all()
    client.post(f"/study/samples/items/{first.pk}/", {"fails": "1", "remark": "抄的"})
    for item in others:
        client.post(f"/study/samples/items/{item.pk}/", {"fails": "0"})
    client.post(f"/study/samples/{sample.pk}/conclude/")
    page = visit(june.supervisor, f"/study/samples/{sample.pk}/").content.decode()

    assert "看了3篇，1篇不合要求" in page and "全部5篇中不合要求的在1到3篇之间" in page
    assert sample.seed in page and "还是这些" in page


def test_strangers_find_none_of_it(june, plan, visit):
    note(june)
    sample = draw_sample(
        june.supervisor,
        june.east,
        kind="note",
        since=START,
        until=JUNE,
        rate=Decimal(5),
        sureness=Decimal(95),
    )
    for address in (
        "/study/", "/study/works/", "/study/mine/", "/study/samples/", f"/study/samples/{sample.pk}/",
        f"/study/plans/{plan.pk}/", f"/study/readings/{plan.reading.pk}/",
    ):  # fmt: skip
        visit(june.stranger, address, status=404)


def test_a_pile_needs_no_query_for_each(june, client, django_assert_max_num_queries):
    for n in range(40):
        note(june, title=str(n))
    client.force_login(june.east_secretary)

    with django_assert_max_num_queries(25):
        client.get("/study/works/")
