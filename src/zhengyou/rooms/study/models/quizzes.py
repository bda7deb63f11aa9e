"""Facts about quizzes: a bank of questions, what is asked when, and who answered what for oneself alone."""

from django.db import models

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.study.models.plans import StudyPlan


class Question(Fact):
    """题目 — one of an organisation's bank, for itself and all below: what is asked, what may be said, why it is so."""

    topic = models.CharField("专题", max_length=60, blank=True)
    words = models.CharField("题干", max_length=300)
    why = models.CharField("解释", max_length=500, blank=True)
    retired_on = models.DateField("停用", null=True, blank=True)

    class Meta:
        verbose_name = "题目"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "words"], name="a_question_stands_once_in_a_bank"
            ),
        )

    def __str__(self) -> str:
        return self.words


class Choice(models.Model):
    """选项 — one of the answers to choose from, right or wrong."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="choices")
    number = models.PositiveSmallIntegerField("序号")
    words = models.CharField("选项", max_length=200)
    right = models.BooleanField("对")

    class Meta:
        verbose_name = "选项"
        ordering = ("question", "number")
        constraints = (
            models.UniqueConstraint(fields=["question", "number"], name="choices_are_numbered"),
            models.UniqueConstraint(fields=["question", "words"], name="a_choice_stands_once"),
        )

    def __str__(self) -> str:
        return self.words


class Quiz(Fact):
    """小测验 — some questions for whoever likes, under a study plan or after a meeting; nobody has to take it."""

    name = models.CharField("名称", max_length=60)
    plan = models.ForeignKey(StudyPlan, models.PROTECT, null=True, blank=True, related_name="quizzes")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, blank=True, related_name="+")
    opens_on = models.DateField("开始")
    closes_on = models.DateField("结束")

    class Meta:
        verbose_name = "小测验"
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name"], name="one_quiz_of_a_name"),
            models.CheckConstraint(
                condition=models.Q(plan__isnull=False, meeting=None)
                | models.Q(plan=None, meeting__isnull=False),
                name="a_quiz_is_of_a_plan_or_of_a_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="a_quiz_closes_after_it_opens"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def shared_with(self, deed: str) -> list[Organisation]:
        """与会的其他组织 — after a joint meeting those that met with the one that asks: their members may take it too."""
        return list(self.meeting.partners.all()) if self.meeting and deed == "take_quiz" else []


class QuizItem(models.Model):
    """测验中的一题 — which question of a bank stands at which place."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("序号")

    class Meta:
        verbose_name = "测验中的一题"
        ordering = ("quiz", "number")
        constraints = (
            models.UniqueConstraint(fields=["quiz", "question"], name="asked_once_in_a_quiz"),
            models.UniqueConstraint(fields=["quiz", "number"], name="quiz_items_are_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.quiz}第{self.number}题"


class QuizTaking(Fact):
    """答题 — somebody took a quiz, once, for oneself; it is in no figure, list or report by name."""

    quiz = models.ForeignKey(Quiz, models.PROTECT, related_name="takings")
    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "答题"
        constraints = (models.UniqueConstraint(fields=["quiz", "person"], name="a_quiz_is_taken_once"),)

    def __str__(self) -> str:
        return str(self.quiz)  # the trail says that, and not how it went


class QuizAnswer(models.Model):
    """所选 — a choice that somebody made; whether it is right is read from the question."""

    taking = models.ForeignKey(QuizTaking, models.CASCADE, related_name="answers")
    choice = models.ForeignKey(Choice, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "所选"
        constraints = (models.UniqueConstraint(fields=["taking", "choice"], name="a_choice_is_made_once"),)

    def __str__(self) -> str:
        return str(self.choice)
