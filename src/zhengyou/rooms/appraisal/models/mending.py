"""后进整顿 — the way out of being behind: what to do, by when, with whose help, and whether it was seen to be done."""

from django.db import models

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.appraisal.models.schemes import Scheme


class Remedy(Fact):
    """整顿措施 — one thing that an organisation mends, by a day, with the help of another."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="remedies")
    why = models.CharField("差在哪里", max_length=200)
    what = models.CharField("做什么", max_length=200)
    helper = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="谁来帮")
    due_on = models.DateField("哪天前")
    on_day = models.DateField("定的日期")

    class Meta:
        verbose_name = "整顿措施"
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("on_day")), name="a_remedy_lies_ahead"
            ),
        )

    def __str__(self) -> str:
        return self.what


class Recheck(Fact):
    """整顿复查 — somebody went and looked whether it was mended; what does not hold is looked at again."""

    remedy = models.ForeignKey(Remedy, models.PROTECT, related_name="rechecks")
    mended = models.BooleanField("已经改好")
    words = models.CharField("看到什么", max_length=300)
    on_day = models.DateField("复查日期")

    class Meta:
        verbose_name = "整顿复查"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return self.words
