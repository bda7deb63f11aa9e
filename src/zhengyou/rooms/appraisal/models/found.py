"""What an appraisal team found, what an organisation says of itself: points from people, with what they saw."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.appraisal.models.schemes import Clause, Criterion, Scheme


class Check(Fact):
    """核查评分 — one of the appraisal team gives points for a criterion, and says what was seen; the last one counts."""

    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="checks", verbose_name="考评指标")
    points = models.DecimalField("分", max_digits=6, decimal_places=2)
    words = models.CharField("看到什么", max_length=300)
    on_day = models.DateField("核查日期")

    class Meta:
        verbose_name = "核查评分"
        ordering = ("on_day", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(points__gte=0), name="points_of_a_check_have_no_sign"),
        )

    def __str__(self) -> str:
        return f"{self.criterion}：{self.points.normalize():f}分"


class Claim(Fact):
    """自评分 — points that an organisation gives itself for a criterion or claims under a clause; never counted."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="claims")
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, blank=True, related_name="claims")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="claims")
    points = models.DecimalField("自评分", max_digits=6, decimal_places=2)
    words = models.CharField("凭什么", max_length=300)
    on_day = models.DateField("填报日期")

    class Meta:
        verbose_name = "自评分"
        ordering = ("on_day", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(points__gte=0), name="points_claimed_have_no_sign"),
            models.CheckConstraint(
                condition=models.Q(criterion=None) ^ models.Q(clause=None),
                name="a_claim_is_for_one_line_of_the_score",
            ),
        )

    def __str__(self) -> str:
        return f"{self.criterion or self.clause}：{self.points.normalize():f}分"


class DutyReport(Fact):
    """述职 — who answers for an organisation says in own words what was done, what is lacking, what comes next."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="duty_reports")
    done = models.TextField("做成了什么", max_length=600)
    lacking = models.TextField("还差什么", max_length=600)
    next = models.TextField("下一步", max_length=600)
    on_day = models.DateField("述职日期")

    class Meta:
        verbose_name = "述职"
        ordering = ("-on_day", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation.short_name}述职"
