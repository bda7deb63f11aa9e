"""Facts about figures: that somebody says one is wrong, and what was found when it was looked into."""

from datetime import date

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.core.workdays import workdays_after

LOOKED_INTO_WITHIN = 5  # working days


class Doubt(Fact):
    """数据存疑 — somebody says that a figure of an organisation is wrong, and why; the figure goes on being shown."""

    measure = models.CharField("指标", max_length=60)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止")
    shown = models.CharField("当时的数", max_length=40)
    words = models.CharField("哪里不对", max_length=300)
    on_day = models.DateField("提出日期")

    class Meta:
        verbose_name = "数据存疑"
        ordering = ("-on_day", "-pk")

    def __str__(self) -> str:
        return self.words

    @property
    def due_on(self) -> date:
        """By when whoever enters the facts looks into it."""
        return workdays_after(self.on_day, LOOKED_INTO_WITHIN)


class Clearing(Fact):
    """存疑核实 — whether a doubt held, and what was found; a wrong fact is put right where it was entered."""

    doubt = models.OneToOneField(Doubt, models.PROTECT, related_name="clearing")
    holds = models.BooleanField("确实有误")
    words = models.CharField("核实结果", max_length=300)
    on_day = models.DateField("核实日期")

    class Meta:
        verbose_name = "存疑核实"

    def __str__(self) -> str:
        return self.words
