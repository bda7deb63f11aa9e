"""Facts about models: whose deeds are worth being followed, and why."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.honours.models.deciding import Honour


class Exemplar(Fact):
    """典型 — the holder of an honour is held up to learn from; what they did is told from facts, not written here."""

    honour = models.OneToOneField(Honour, models.PROTECT, related_name="exemplar")
    words = models.CharField("学什么", max_length=200)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "典型"
        ordering = ("-since", "-pk")
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="an_exemplar_says_what_to_learn"),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="an_exemplar_ends_after_it_began",
            ),
        )

    def __str__(self) -> str:
        return f"典型：{self.honour}"
