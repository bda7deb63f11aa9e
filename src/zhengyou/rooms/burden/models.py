"""Facts about what people say of the system itself, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact


class Suggestion(Fact):
    """对系统的意见 — a complaint or an idea about the system; on every page it stands without its author's name."""

    class About(models.TextChoices):
        TOO_MUCH = "too_much", _("要得太多、重复要")
        HARD = "hard", _("不好用")
        WRONG = "wrong", _("数不对、话不对")
        IDEA = "idea", _("建议")

    about = models.CharField("哪一类", max_length=10, choices=About.choices)
    where = models.CharField("在哪个页面", max_length=60, blank=True)
    words = models.CharField("意见", max_length=500)
    sent_on = models.DateField("日期")

    class Meta:
        verbose_name = "对系统的意见"
        ordering = ("-sent_on", "-pk")
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="a_suggestion_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.get_about_display()}（{self.sent_on}）"


class SuggestionAnswer(Fact):
    """意见答复 — what became of a suggestion, in words that its author reads."""

    class Outcome(models.TextChoices):
        CHANGED = "changed", _("已经改了")
        PLANNED = "planned", _("准备改")
        EXPLAINED = "explained", _("不用改，说明了")
        DECLINED = "declined", _("不改")

    suggestion = models.OneToOneField(Suggestion, models.CASCADE, related_name="answer")
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices)
    words = models.CharField("答复", max_length=500)
    answered_on = models.DateField("日期")

    class Meta:
        verbose_name = "意见答复"
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="an_answer_says_why"),)

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}（{self.answered_on}）"
