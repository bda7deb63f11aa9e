"""A quiz is taken by whoever likes; how it went is told to nobody but the taker, and how many to everybody."""

import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zhengyou.core.errors import Refused
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Deed, Grant, Role
from zhengyou.rooms.appraisal.actions.sense import Plan, contradictions
from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.study.actions import (
    add_question,
    draw_up_study_plan,
    retire_question,
    set_quiz,
    take_quiz,
)
from zhengyou.rooms.study.models import Quiz, QuizTaking
from zhengyou.rooms.study.queries import answers_of, bank_of, counts_of, quizzes_for, quizzes_seen_by
from zhengyou.rooms.study.tests.takers import choices_of, takers_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
START, JUNE, JULY = date(2010, 5, 10), date(2010, 6, 30), date(2010, 7, 9)
AFTER = date(2010, 7, 10)
MOTTO = {
    "words": "党的根本宗旨是什么？",
    "choices": [("全心全意为人民服务", True), ("实事求是", False), ("改革开放", False)],
    "why": "党章写明。",
}
FOUR = {
    "words": "四项基本原则包括哪些？",
    "choices": [("坚持党的领导", True), ("坚持人民民主专政", True), ("发展就是一切", False)],
}


@pytest.fixture
def asked(june):
    """A quiz of the city with two questions: one that has one right choice, one that has two."""
    june.plan = draw_up_study_plan(june.office, june.city, name="学习计划", starts_on=START, ends_on=JULY)
    june.questions = [add_question(june.office, june.city, **said) for said in (MOTTO, FOUR)]
    june.quiz = set_quiz(june.office, june.city, name="党章知识", questions=june.questions, opens_on=JUNE, closes_on=JULY, plan=june.plan)  # fmt: skip
    return june


def take(town, user, first="A", second="AB"):
    motto, four = town.questions
    return take_quiz(
        user, town.quiz, answers={motto.pk: choices_of(motto, first), four.pk: choices_of(four, second)}
    )


def test_the_taker_alone_learns_how_it_went_and_why(asked):
    take(asked, asked.member, first="B")

    first, second = answers_of(asked.member, asked.quiz)
    assert (first.right, second.right, first.question.why) == (False, True, "党章写明。")
    assert [made for _choice, made in first.choices] == [False, True, False]
    for other in (asked.office, asked.east_secretary, asked.leader, asked.supervisor, asked.stranger):
        assert answers_of(other, asked.quiz) == []


def test_the_trail_says_that_it_was_taken_and_not_how(asked):
    take(asked, asked.member)
    deed = Deed.objects.get(did="take_quiz")

    assert (deed.words, json.loads(deed.details)) == ("答小测验：党章知识", {"answers": "（不记）"})


def counted(town):
    found = counts_of(town.quiz)
    return found.taken, [part and (part.right, part.wrong) for _question, part in found.questions]


def test_nothing_is_told_of_fewer_than_five_and_of_a_question_nothing_of_fewer_than_ten(asked, on):
    takers = takers_of(asked, 10)
    for number, told in ((4, None), (5, 5), (9, 9)):
        on(JUNE)
        for user in takers[asked.quiz.takings.count() : number]:
            take(asked, user)
        on(AFTER)
        assert counted(asked) == (told, [None, None])

    on(JUNE)
    take(asked, takers[9])
    assert counted(asked) == (10, [None, None])  # nobody sees what the last answer was while it runs
    on(AFTER)
    assert counted(asked) == (10, [(10, None), (10, None)])


def test_all_that_is_right_and_nothing_else_is_right(asked, on):
    seconds = ("AB", "AB", "AB", "AB", "AB", "AB", "A", "ABC", "C", "B", "BC")
    for n, (user, second) in enumerate(zip(takers_of(asked, 11), seconds, strict=True)):
        take(asked, user, first="A" if n < 4 else "B", second=second)
    on(AFTER)

    assert counted(asked) == (11, [(None, 7), (6, 5)])


def test_it_is_taken_once_by_oneself_and_in_its_time(asked, on):
    with pytest.raises(Refused, match="第2题还没有答"):
        take(asked, asked.member, second="")
    with pytest.raises(Refused, match="第1题只选一个"):
        take(asked, asked.member, first="AB")
    strange = asked.questions[1].choices.first().pk
    with pytest.raises(Refused, match="没有这个选项"):
        take_quiz(asked.member, asked.quiz, answers={q.pk: [strange] for q in asked.questions})
    assert not QuizTaking.objects.exists()

    take(asked, asked.member)
    with pytest.raises(Refused, match="已经答过"):
        take(asked, asked.member)
    on(date(2010, 7, 10))
    with pytest.raises(Refused, match="今天不能答"):
        take(asked, asked.east_secretary)


def test_nobody_takes_it_who_is_no_member_there(asked):
    for other in (asked.office, asked.stranger):
        with pytest.raises(PermissionDenied):
            take(asked, other)
    asked.quiz = set_quiz(
        asked.west_secretary, asked.west, name="西街的", questions=asked.questions, opens_on=JUNE,
        closes_on=JULY, plan=asked.plan,
    )  # fmt: skip
    with pytest.raises(PermissionDenied):
        take(asked, asked.member)


def test_the_database_keeps_one_taking_and_one_thing_that_a_quiz_belongs_to(asked):
    taking = take(asked, asked.member)
    said = {"organisation": asked.city, "name": "没有着落", "opens_on": JUNE, "closes_on": JULY}
    for wrong in (
        lambda: QuizTaking.objects.create(
            organisation=asked.east, quiz=asked.quiz, person_id=taking.person_id, entered_by=asked.member
        ),
        lambda: Quiz.objects.create(entered_by=asked.office, **said),
        lambda: Quiz.objects.filter(pk=asked.quiz.pk).update(closes_on=START),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_a_bank_holds_for_all_below_and_forgets_what_is_retired(asked):
    own = add_question(asked.east_secretary, asked.east, **(FOUR | {"words": "东街修了几条路？"}))

    assert own in bank_of(asked.east) and own not in bank_of(asked.west)
    retire_question(asked.office, asked.questions[0])
    assert list(bank_of(asked.west)) == [asked.questions[1]]
    with pytest.raises(Refused, match="已经停用"):
        set_quiz(asked.west_secretary, asked.west, name="测", questions=asked.questions, opens_on=JUNE, closes_on=JULY, plan=asked.plan)  # fmt: skip
    with pytest.raises(Refused, match="已于2010-06-30停用"):
        retire_question(asked.office, asked.questions[0])
    with pytest.raises(PermissionDenied):
        retire_question(asked.east_secretary, asked.questions[1])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"words": " "}, "写题干"),
        ({"choices": [("对", True)]}, "2到6个选项"),
        ({"choices": [("对", True), (" ", False)]}, "都要写上"),
        ({"choices": [("对", True), ("对 ", False)]}, "写的一样"),
        ({"choices": [("对", True), ("也对", True)]}, "至少一个不对"),
        ({}, "已经有这道题"),
    ],
)
def test_a_question_can_be_answered(asked, change, why):
    with pytest.raises(Refused, match=why):
        add_question(asked.office, asked.city, **(MOTTO | change))


def test_a_quiz_belongs_to_one_plan_or_one_meeting_of_ones_own(asked):
    meeting = call_meeting(
        asked.east_secretary, asked.east, kind="study", title="学习", held_on=date(2010, 7, 1), minutes=90
    )
    said = {"name": "东街的", "questions": asked.questions, "opens_on": JUNE, "closes_on": JULY}
    for change, why in (
        ({}, "选一样"),
        ({"plan": asked.plan, "meeting": meeting}, "选一样"),
        ({"meeting": meeting}, "应在那以后"),
        ({"plan": asked.plan, "questions": []}, "选1到20道题"),
        ({"plan": asked.plan, "closes_on": START}, "结束日期"),
        ({"plan": asked.plan, "name": ""}, "写小测验的名称"),
    ):
        with pytest.raises(Refused, match=why):
            set_quiz(asked.east_secretary, asked.east, **(said | change))
    with pytest.raises(Refused, match="不是西街社区"):
        set_quiz(asked.west_secretary, asked.west, **(said | {"meeting": meeting, "opens_on": JULY}))
    made = set_quiz(asked.east_secretary, asked.east, **(said | {"meeting": meeting, "opens_on": JULY}))

    assert quizzes_for(asked.li, asked.east) == [(asked.quiz, False)] and made.plan is None


def test_after_a_joint_meeting_it_is_for_the_members_of_all_who_met(asked):
    Grant.objects.create(user=asked.west_secretary, role=Role.SECRETARY, organisation=asked.east, since=START)
    june = date(2010, 6, 29)
    said = {"kind": "study", "title": "一起学", "held_on": june, "minutes": 90}
    meeting = call_meeting(asked.west_secretary, asked.west, partners=[asked.east], **said)
    said = {"opens_on": JUNE, "closes_on": JULY, "questions": asked.questions}
    quiz = asked.quiz = set_quiz(asked.west_secretary, asked.west, name="一起答", meeting=meeting, **said)
    taking = take(asked, asked.member)

    assert taking.organisation == asked.east and (quiz, True) in quizzes_for(asked.li, asked.east)
    assert quiz in quizzes_seen_by(asked.east_secretary) and quiz not in quizzes_seen_by(
        asked.river_secretary
    )
    assert quiz not in [found for found, _done in quizzes_for(asked.sun, asked.river)]
    with pytest.raises(PermissionDenied):
        take(asked, asked.river_secretary)


def test_no_figure_reads_a_quiz_and_no_appraisal_gives_points_for_one():
    """Nothing adds quizzes up, so no requirement, gate, report or scheme can name them; words for it are refused too."""
    assert [fact.name for fact in FACT_TABLES.values() if "quiz" in fact.sql.sql()] == []
    for criterion, why in (
        ({"measure": "quizzes_taken"}, "不存在"),
        ({"check": True, "name": "看学习测验成绩"}, "测验是过程痕迹，不是结果"),
    ):
        said = {"number": "1", "name": "测一测", "full": "100"} | criterion
        assert any(why in words for words in contradictions(Plan([said], START, JULY)))
