"""Facts about how organisations below take a campaign up beyond one click: own dates, own plans filed and answered."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models.campaigns import Campaign, Plan, Stage


class PlanStage(models.Model):
    """本单位阶段安排 — when an organisation does a stage, inside the stage's own days."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="stages")
    stage = models.ForeignKey(Stage, models.CASCADE, related_name="+")
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")

    class Meta:
        verbose_name = "本单位阶段安排"
        ordering = ("plan", "stage__number")
        constraints = (
            models.UniqueConstraint(fields=["plan", "stage"], name="a_stage_set_once_a_plan"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="own_stage_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan}·{self.stage}"


class FiledPlan(Fact):
    """报备方案 — an own plan that a programme asks for, as it was filed."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="filed_plans")
    theme = models.CharField("本单位主题", max_length=120)
    words = models.TextField("方案")
    filed_on = models.DateField("报备")

    class Meta:
        verbose_name = "报备方案"
        ordering = ("filed_on", "pk")

    def __str__(self) -> str:
        return f"{self.organisation}·{self.theme}"


class PlanAnswer(Fact):
    """方案答复 — an own plan is accepted, or returned with remarks on what is to be mended."""

    filed = models.OneToOneField(FiledPlan, models.CASCADE, related_name="answer")
    accepted = models.BooleanField("同意")
    words = models.CharField("意见", max_length=300, blank=True)
    answered_on = models.DateField("答复")

    class Meta:
        verbose_name = "方案答复"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(accepted=True) | ~models.Q(words=""), name="a_returned_plan_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.filed}（{self.answered_on}）"
