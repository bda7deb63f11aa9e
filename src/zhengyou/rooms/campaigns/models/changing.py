"""Facts about what became of a campaign after it was issued: changed from a day on, closed."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models.campaigns import Campaign, Requirement


class Amendment(Fact):
    """要求变更 — how a requirement stands from a day on, whole, and why; what it was before stays told by the others."""

    requirement = models.ForeignKey(Requirement, models.CASCADE, related_name="amendments")
    effective_on = models.DateField("生效")
    needs = models.JSONField("要求数", default=dict, blank=True)
    due_on = models.DateField("截止")
    asks = models.CharField("要求的说法", max_length=120, blank=True)
    withdrawn = models.BooleanField("撤回", default=False)
    words = models.CharField("理由", max_length=200)

    class Meta:
        verbose_name = "要求变更"
        ordering = ("requirement", "effective_on")
        constraints = (
            models.UniqueConstraint(fields=["requirement", "effective_on"], name="changed_once_a_day"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_change_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.requirement}（{self.effective_on}）"


class Closing(Fact):
    """活动总结 — a campaign that is over, summed up once in the words of those who led it."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="closing")
    closed_on = models.DateField("总结日期")
    words = models.TextField("总结")

    class Meta:
        verbose_name = "活动总结"

    def __str__(self) -> str:
        return str(self.campaign)
