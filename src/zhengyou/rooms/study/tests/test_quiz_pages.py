"""Quizzes as their users meet them: questions made, taken on a plain phone, one's own answers, counts for all."""

import re
from datetime import date

import pytest

from zhengyou.rooms.study.actions import add_question, draw_up_study_plan, set_quiz, take_quiz
from zhengyou.rooms.study.models import Question, Quiz, QuizTaking
from zhengyou.rooms.study.tests.takers import choices_of, takers_of

pytestmark = pytest.mark.django_db
START, JUNE, JULY = date(2010, 5, 10), date(2010, 6, 30), date(2010, 7, 9)
WRITTEN = {
    "words": "党的根本宗旨是什么？",
    "A": "为人民服务",
    "B": "实事求是",
    "right": ["A"],
    "why": "党章写明",
}


@pytest.fixture
def plan(june):
    return draw_up_study_plan(june.office, june.city, name="全市学习计划", starts_on=START, ends_on=JULY)


@pytest.fixture
def quiz(june, plan):
    question = add_question(
        june.office, june.city, words="党的根本宗旨是什么？", why="党章写明",
        choices=[("为人民服务", True), ("实事求是", False)],
    )  # fmt: skip
    return set_quiz(
        june.office,
        june.city,
        name="党章知识",
        questions=[question],
        opens_on=JUNE,
        closes_on=JULY,
        plan=plan,
    )


def test_questions_are_made_and_asked(june, plan, client, visit):
    client.force_login(june.office)
    wrong = client.post("/study/questions/new/", WRITTEN | {"right": ["A", "C"]})
    assert wrong.status_code == 422 and "没有写" in wrong.content.decode()
    client.post("/study/questions/new/", WRITTEN)
    question = Question.objects.get()
    assert [(c.words, c.right) for c in question.choices.all()] == [("为人民服务", True), ("实事求是", False)]

    said = {
        "name": "党章知识",
        "opens_on": "2010-06-30",
        "closes_on": "2010-07-09",
        "questions": [question.pk],
    }
    assert client.post("/study/quizzes/new/", said).status_code == 422
    client.post("/study/quizzes/new/", said | {"plan": plan.pk})

    assert Quiz.objects.get().plan == plan
    assert "党章知识" in visit(june.east_secretary, "/study/quizzes/").content.decode()
    client.force_login(june.office)
    client.post(f"/study/questions/{question.pk}/retire/")
    assert "停用" in visit(june.east_secretary, "/study/questions/").content.decode()


def test_a_member_finds_it_takes_it_and_reads_why_ever_after(june, quiz, on, client, visit):
    assert "党章知识" in visit(june.member, "/study/mine/").content.decode()
    page = visit(june.member, f"/study/quizzes/{quiz.pk}/take/").content.decode()
    assert "为人民服务" in page and "党章写明" not in page and "对的" not in page
    question = Question.objects.get()

    empty = client.post(f"/study/quizzes/{quiz.pk}/take/", {})
    assert empty.status_code == 422 and not QuizTaking.objects.exists()
    client.post(f"/study/quizzes/{quiz.pk}/take/", {f"q{question.pk}": choices_of(question, "B")[0]})
    page = visit(june.member, f"/study/quizzes/{quiz.pk}/take/").content.decode()

    assert "没有答对" in page and "党章写明" in page and "您选的" in page and "1题答对0题" in page
    on(date(2010, 8, 1))
    assert "答过了" in visit(june.member, "/study/mine/").content.decode()
    assert "党章写明" in visit(june.member, f"/study/quizzes/{quiz.pk}/take/").content.decode()


def test_a_page_of_counts_says_nothing_of_anybody(june, quiz, on, visit):
    question = Question.objects.get()
    address = f"/study/quizzes/{quiz.pk}/"
    for n, user in enumerate(takers_of(june, 12)):
        if n == 4:
            for reader in (june.office, june.east_secretary, june.member, june.supervisor, june.leader):
                assert "不足5人" in visit(reader, address).content.decode()
        take_quiz(user, quiz, answers={question.pk: choices_of(question, "A" if n < 7 else "B")})
    on(date(2010, 7, 10))

    page = re.sub("<[^>]+>", "", visit(june.office, address).content.decode())
    assert page.count("7/12") == 1 and "党员1" not in page
    quiz.takings.last().answers.all().delete(), quiz.takings.last().delete()
    assert "不足5人没有答对" in visit(june.office, address).content.decode()


def test_who_takes_none_and_who_is_a_stranger_find_nothing(june, quiz, visit):
    for address in (
        "/study/quizzes/",
        f"/study/quizzes/{quiz.pk}/",
        "/study/questions/",
        "/study/quizzes/new/",
    ):
        visit(june.stranger, address, status=404)
    for reader in (june.member, june.supervisor):
        visit(reader, "/study/questions/", status=404)
        visit(reader, "/study/quizzes/new/", status=404)
    visit(june.office, f"/study/quizzes/{quiz.pk}/take/", status=404)


def test_banks_and_quizzes_of_any_length_need_no_query_for_each(
    june, plan, client, django_assert_max_num_queries
):
    asked = [
        add_question(june.office, june.city, words=f"第{n}问", choices=[("是", True), ("否", False)])
        for n in range(30)
    ]
    for n in range(10):
        set_quiz(
            june.office,
            june.city,
            name=f"第{n}次",
            questions=asked[:20],
            opens_on=JUNE,
            closes_on=JULY,
            plan=plan,
        )
    for user, address in (
        (june.office, "/study/questions/"),
        (june.office, "/study/quizzes/"),
        (june.member, f"/study/quizzes/{Quiz.objects.first().pk}/take/"),
    ):
        client.force_login(user)
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200
