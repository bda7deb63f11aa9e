"""Quizzes for whoever likes: one under the plan of the first stage, one after today's lecture; points for nobody."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from zhengyou.demo.beginning import Play
from zhengyou.demo.cast import Branch
from zhengyou.demo.lives.readings import PLAN
from zhengyou.demo.schedule import Life
from zhengyou.rooms.meetings.models import Meeting
from zhengyou.rooms.study.actions import add_question, set_quiz, take_quiz
from zhengyou.rooms.study.models import Quiz, StudyPlan

NAME = "读党章，问自己"
# The words, the choices with the right ones first, how many of them are right, and why.
BANK = (
    (
        "党的根本宗旨是什么？",
        ("全心全意为人民服务", "把经济搞上去", "管好党员"),
        1,
        "党章总纲写明：坚持全心全意为人民服务。",
    ),
    (
        "党员有几项义务？",
        ("八项", "六项", "十项"),
        1,
        "党章第三条列了八项义务。",
    ),
    (
        "下面哪些是党员的权利？",
        ("参加党的会议", "对党的工作提出建议和倡议", "不经批准长期不参加组织生活"),
        2,
        "党章第四条列了八项权利；不参加组织生活不是权利。",
    ),
)
TAKERS = 3  # of so many secretaries one answers


def asked(p: Play, shown: Branch, last: date) -> Iterator[Life]:
    """The office sets one in June, some answer; the branch that is shown has one that is open when the play stops."""
    yield _set(p)
    for branch in p.played:
        if branch.number % TAKERS == 0 or branch is shown:
            yield _taken(branch)
    yield _after_the_lecture(shown, last)


def _set(p: Play) -> Life:
    yield date(2010, 6, 10), 9
    made = []
    for words, choices, right, why in BANK:
        offered = [(choice, n < right) for n, choice in enumerate(choices)]
        made.append(add_question(p.office, p.city, words=words, choices=offered, why=why, topic="党章"))
    plan = StudyPlan.objects.get(name=PLAN)
    days = {"opens_on": date(2010, 6, 12), "closes_on": date(2010, 6, 30)}
    set_quiz(p.office, p.city, name=NAME, questions=made, plan=plan, **days)


def _taken(branch: Branch) -> Life:
    """Most answers are right."""
    chance = Random(f"{branch.organisation.code} quiz")  # noqa: S311 — a play
    yield date(2010, 6, 14) + timedelta(days=branch.number % 9), 20
    quiz, answers = Quiz.objects.get(name=NAME), {}
    for item in quiz.items.all():
        right = [choice.pk for choice in item.question.choices.all() if choice.right]
        wrong = [choice.pk for choice in item.question.choices.all() if not choice.right]
        answers[item.question_id] = right if chance.random() < 0.85 else wrong[:1]
    take_quiz(branch.secretary, quiz, answers=answers)


def _after_the_lecture(branch: Branch, last: date) -> Life:
    yield last, 9
    lecture = Meeting.objects.filter(organisation=branch.organisation, kind="lecture", held_on=last).get()
    offered = [("说过的事有没有下文", True), ("开了几次会", False), ("写了几份总结", False)]
    why = "看承诺，看的是做没做到、群众怎么说。"
    question = add_question(
        branch.secretary, branch.organisation, words="一年的承诺怎么看？", choices=offered, why=why
    )
    set_quiz(
        branch.secretary,
        branch.organisation,
        name="听完党课想一想",
        questions=[question],
        meeting=lecture,
        opens_on=last,
        closes_on=last + timedelta(days=6),
    )
