"""Quizzes: questions put into a bank, some of them asked, and taken by whoever likes; nobody is told how anybody did."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.queries import home_of, person_of
from zhengyou.rooms.study.models import Choice, Question, Quiz, QuizAnswer, QuizItem, QuizTaking, StudyPlan
from zhengyou.rooms.study.queries.quizzes import bank_of

MOST_QUESTIONS = 20
CHOICES = range(2, 7)


@action()
def add_question(
    by: Any,
    organisation: Organisation,
    *,
    words: str,
    choices: Sequence[tuple[str, bool]],
    why: str = "",
    topic: str = "",
) -> Question:
    """加入题目 — a question with its choices, for quizzes of the organisation and of all below it."""
    said = [(words.strip(), right) for words, right in choices]
    if not words.strip():
        raise Refused("请写题干。")
    if len(said) not in CHOICES or not all(words for words, _right in said):
        raise Refused("一道题要有2到6个选项，每个都要写上。")
    if len({words for words, _right in said}) < len(said):
        raise Refused("有两个选项写的一样，请核对。")
    if not any(right for _words, right in said) or all(right for _words, right in said):
        raise Refused("至少一个选项是对的，至少一个不对；请把对的勾上。")
    if Question.objects.filter(organisation=organisation, words=words.strip()).exists():
        raise Refused("题库里已经有这道题。")
    question = Question.objects.create(
        organisation=organisation, entered_by=author(by), words=words.strip(), why=why.strip(), topic=topic.strip()
    )  # fmt: skip
    Choice.objects.bulk_create(
        Choice(question=question, number=n, words=words, right=right)
        for n, (words, right) in enumerate(said, start=1)
    )
    return question


@action()
def retire_question(by: Any, question: Question) -> Question:
    """停用题目 — it is asked no more; where it was asked it stays as it stood."""
    if question.retired_on:
        raise Refused(f"这道题已于{question.retired_on:%Y-%m-%d}停用。")
    question.retired_on = clock.today()
    question.save(update_fields=["retired_on"])
    return question


@action()
def set_quiz(
    by: Any,
    organisation: Organisation,
    *,
    name: str,
    questions: Iterable[Question],
    opens_on: date,
    closes_on: date,
    plan: StudyPlan | None = None,
    meeting: Any = None,
) -> Quiz:
    """出小测验 — some questions of the bank, under a plan or after a meeting, from a day to a day, for whoever likes."""
    asked = list(questions)
    if not name.strip():
        raise Refused("请写小测验的名称。")
    if Quiz.objects.filter(organisation=organisation, name=name.strip()).exists():
        raise Refused(f"本组织已经有“{name.strip()}”，请换一个名称。")
    if closes_on < max(opens_on, clock.today()):
        raise Refused("结束日期应在开始日期之后，并且还没有过。")
    if not 0 < len(asked) <= MOST_QUESTIONS:
        raise Refused(f"请选1到{MOST_QUESTIONS}道题。")
    if strange := len({q.pk for q in asked} - set(bank_of(organisation).values_list("pk", flat=True))):
        raise Refused(f"有{strange}道题不在本组织的题库里，或者已经停用。")
    _belongs(organisation, plan, meeting, opens_on)
    quiz = Quiz.objects.create(
        organisation=organisation, entered_by=author(by), name=name.strip(), plan=plan, meeting=meeting,
        opens_on=opens_on, closes_on=closes_on,
    )  # fmt: skip
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, question=question, number=n) for n, question in enumerate(asked, start=1)
    )
    return quiz


def _belongs(organisation: Organisation, plan: StudyPlan | None, meeting: Any, opens_on: date) -> None:
    """Refuse a quiz that belongs to nothing, to two things, or to something of others."""
    if (plan is None) == (meeting is None):
        raise Refused("小测验要么跟一个学习计划，要么跟一次会，请选一样。")
    if plan is not None and not organisation.path.startswith(plan.organisation.path):
        raise Refused(f"“{plan}”不是{organisation}的学习计划。")
    if meeting is not None and meeting.organisation_id != organisation.pk:
        raise Refused(f"“{meeting}”不是{organisation}召集的会。")
    if meeting is not None and opens_on < meeting.held_on:
        raise Refused(f"会{meeting.held_on:%Y-%m-%d}才开，小测验应在那以后。")


@action(hidden=("answers",))
def take_quiz(by: Any, quiz: Quiz, *, answers: Mapping[int, Collection[int]]) -> QuizTaking:
    """答小测验 — one's own answers, by question, once; nobody else is told them."""
    today, person = clock.today(), person_of(by)
    home = home_of(person) if person else None
    asking = [quiz.organisation, *quiz.shared_with("take_quiz")]
    if person is None or home is None or not any(home.path.startswith(o.path) for o in asking):
        raise Refused("小测验由党员本人自愿答，不能代答。")
    if not quiz.opens_on <= today <= quiz.closes_on:
        raise Refused(f"小测验从{quiz.opens_on:%Y-%m-%d}到{quiz.closes_on:%Y-%m-%d}，今天不能答。")
    if QuizTaking.objects.filter(quiz=quiz, person=person).exists():
        raise Refused("您已经答过，答案在自己的页面上看。")
    chosen = [pk for item in quiz.items.all() for pk in _chosen(item, answers.get(item.question_id, ()))]
    taking = QuizTaking.objects.create(organisation=home, entered_by=author(by), quiz=quiz, person=person)
    QuizAnswer.objects.bulk_create(QuizAnswer(taking=taking, choice_id=pk) for pk in chosen)
    return taking


def _chosen(item: QuizItem, answers: Collection[int]) -> set[int]:
    """What was chosen of one question, if it can be chosen."""
    offered = {choice.pk: choice.right for choice in item.question.choices.all()}
    chosen = set(answers)
    if not chosen:
        raise Refused(f"第{item.number}题还没有答。")
    if not chosen <= offered.keys():
        raise Refused(f"第{item.number}题没有这个选项，请重新选。")
    if len(chosen) > 1 and sum(offered.values()) == 1:
        raise Refused(f"第{item.number}题只选一个。")
    return chosen
