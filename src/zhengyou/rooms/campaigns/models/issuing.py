"""Facts about issuing: who let a campaign be issued though it costs more than the budget."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models.campaigns import Campaign


class Approval(Fact):
    """超负担批准 — a leader lets a campaign ask up to so many minutes a month of an organisation, and says why."""

    campaign = models.OneToOneField(Campaign, models.CASCADE, related_name="approval")
    minutes = models.PositiveIntegerField("每月最多分钟")
    words = models.CharField("理由", max_length=200)
    approved_on = models.DateField("批准")

    class Meta:
        verbose_name = "超负担批准"

    def __str__(self) -> str:
        return f"{self.campaign}（{self.minutes}分钟）"
