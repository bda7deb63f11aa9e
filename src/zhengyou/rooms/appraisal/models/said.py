"""What is said about an organisation under a scheme: points with reasons, disputes and replies."""

from datetime import date

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.core.workdays import workdays_after
from zhengyou.rooms.appraisal.models.schemes import Clause, Criterion, Scheme

ANSWERED_WITHIN = 5  # working days


class Mark(Fact):
    """加减分 — a clause of the scheme held for an organisation on a day, and why."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="marks", verbose_name="条款")
    points = models.DecimalField("分", max_digits=5, decimal_places=2, default=0)
    words = models.CharField("事由", max_length=200)
    on_day = models.DateField("发生日期")

    class Meta:
        verbose_name = "加减分"
        ordering = ("on_day", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(points__gte=0), name="points_of_a_mark_have_no_sign"),
        )

    def __str__(self) -> str:
        return f"{self.clause.get_kind_display()}：{self.words}"


class Retraction(Fact):
    """撤销加减分 — a mark no longer counts from the day it was taken back; both stay readable."""

    mark = models.OneToOneField(Mark, models.PROTECT, related_name="retraction")
    why = models.CharField("理由", max_length=200)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "撤销加减分"

    def __str__(self) -> str:
        return self.why


class Dispute(Fact):
    """考评异议 — an organisation says which number of its score is wrong and why."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="disputes")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, blank=True, related_name="+")
    mark = models.ForeignKey(Mark, models.PROTECT, null=True, blank=True, related_name="disputes")
    words = models.CharField("哪里不对", max_length=300)
    shown = models.DecimalField("提出时的得分", max_digits=8, decimal_places=2, null=True, blank=True)
    on_day = models.DateField("提出日期")

    class Meta:
        verbose_name = "考评异议"
        ordering = ("-on_day", "-pk")

    def __str__(self) -> str:
        return self.words

    @property
    def due_on(self) -> date:
        """By when it has to be answered."""
        return workdays_after(self.on_day, ANSWERED_WITHIN)


class Reply(Fact):
    """答复考评异议 — whether a dispute holds, and what was looked at."""

    dispute = models.OneToOneField(Dispute, models.PROTECT, related_name="reply")
    holds = models.BooleanField("成立")
    words = models.CharField("答复", max_length=300)
    on_day = models.DateField("答复日期")

    class Meta:
        verbose_name = "答复考评异议"

    def __str__(self) -> str:
        return self.words
