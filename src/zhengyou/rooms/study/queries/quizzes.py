"""Quizzes: the bank, what may be taken, one's own answers for oneself, and counts for everybody."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.meetings.queries import joined_by
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.study.models import Choice, Question, Quiz, QuizAnswer, QuizTaking
from zhengyou.rooms.study.queries.plans import paths_over

FEWEST = 5  # what fewer people answered is told by nothing but that


def bank_of(organisation: Organisation) -> QuerySet[Question]:
    """题库 — the questions that an organisation may ask: its own and those of all above it, none that is retired."""
    found = Question.objects.filter(organisation__path__in=paths_over(organisation), retired_on=None)
    return found.select_related("organisation").order_by("topic", "pk")


def questions_seen_by(viewer: Any) -> QuerySet[Question]:
    """The questions, with what is right, for those who ask them; never for those who may take a quiz."""
    found = Question.objects.filter(organisation__in=orgs_where(viewer, "see_questions"))
    return (
        found.select_related("organisation")
        .prefetch_related("choices")
        .order_by(F("retired_on").asc(nulls_first=True), "-pk")
    )


def quizzes_seen_by(viewer: Any) -> QuerySet[Quiz]:
    """The quizzes whose counts a viewer may read: of those over and within one's organisations, and of joint meetings."""
    reach = orgs_where(viewer, "see_quiz_counts")
    found = Quiz.objects.filter(Q(organisation__in=reach) | Q(meeting__in=joined_by(reach)))
    return found.select_related("organisation", "plan", "meeting")


def quizzes_for(person: Person, home: Organisation) -> list[tuple[Quiz, bool]]:
    """The quizzes that a member may take today or has taken ever, and whether it has been done."""
    today, done = (
        clock.today(),
        set(QuizTaking.objects.filter(person=person).values_list("quiz_id", flat=True)),
    )
    over = Organisation.objects.filter(path__in=paths_over(home))
    for_them = Q(organisation__in=over) | Q(meeting__in=joined_by(over))
    open_now = for_them & Q(opens_on__lte=today, closes_on__gte=today)
    found = Quiz.objects.filter(open_now | Q(pk__in=done)).order_by("-closes_on", "-pk")
    return [(quiz, quiz.pk in done) for quiz in found]


def questions_of(quiz: Quiz) -> list[Question]:
    """What is asked, in its order, with the choices."""
    items = quiz.items.select_related("question").prefetch_related("question__choices")
    return [item.question for item in items]


def taken_by(viewer: Any, quiz: Quiz) -> QuizTaking | None:
    """One's own taking of a quiz; there is no question that asks for anybody else's."""
    person_id = getattr(viewer, "person_id", None)
    return QuizTaking.objects.filter(quiz=quiz, person_id=person_id).first() if person_id else None


@dataclass(frozen=True)
class Answered:
    """答过的一题 — what was asked, each choice with whether it was made, and whether all of it is right."""

    question: Question
    choices: list[tuple[Choice, bool]]

    @property
    def right(self) -> bool:
        return all(choice.right == made for choice, made in self.choices)


def answers_of(viewer: Any, quiz: Quiz) -> list[Answered]:
    """What a viewer answered oneself; nothing for who has not taken it."""
    taking = taken_by(viewer, quiz)
    if taking is None:
        return []
    made = set(QuizAnswer.objects.filter(taking=taking).values_list("choice_id", flat=True))
    return [Answered(q, [(c, c.pk in made) for c in q.choices.all()]) for q in questions_of(quiz)]


@dataclass(frozen=True)
class Part:
    """答对的 — how many were right and how many not; a side of fewer than five is told by nothing but that."""

    right: int | None
    wrong: int | None

    @property
    def whole(self) -> bool:
        """Whether both sides are large enough to be told."""
        return self.right is not None and self.wrong is not None


@dataclass(frozen=True)
class Counted:
    """测验的数 — how many took it, and of each question how many were right; nothing of what too few answered."""

    taken: int | None  # nothing where there are fewer than five
    questions: list[tuple[Question, Part | None]]


def counts_of(quiz: Quiz) -> Counted:
    """The counts of a quiz, the same for its author and everybody else.

    Of a question they are told once the quiz is closed, so that nobody sees from one day to the next what one more
    answer was, and once there are ten: the trail knows who took it, and "none of five" would say how each of them did.
    """
    taken = quiz.takings.count()
    told = taken >= 2 * FEWEST and quiz.closes_on < clock.today()
    questions = [(q, _part(taken, _right(quiz, q)) if told else None) for q in questions_of(quiz)]
    return Counted(taken if taken >= FEWEST else None, questions)


def _part(taken: int, right: int) -> Part:
    wrong = taken - right
    return Part(right if right >= FEWEST else None, wrong if wrong >= FEWEST else None)


def _right(quiz: Quiz, question: Question) -> int:
    """How many chose all that is right of a question and nothing else, counted by the database."""
    rights = sum(choice.right for choice in question.choices.all())
    of_it = Q(answers__choice__question=question)
    found = QuizTaking.objects.filter(quiz=quiz).annotate(
        made=Count("answers", filter=of_it),
        hit=Count("answers", filter=of_it & Q(answers__choice__right=True)),
    )
    return found.filter(made=F("hit"), hit=rights).count()


def takings_counted(quizzes: QuerySet[Quiz]) -> QuerySet[Quiz]:
    """Quizzes, the newest first, each with how many took it."""
    return quizzes.annotate(taken=Count("takings")).order_by("-opens_on", "-pk")
