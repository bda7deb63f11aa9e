"""Facts about supervision by sample: what was drawn before looking, and what was found."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.study.models.works import Work

PERCENT = (MinValueValidator(0), MaxValueValidator(100))


class Sample(Fact):
    """抽查 — a draw of what members wrote at or below an organisation, recorded before anybody looked.

    ``of`` is a digest of what it was drawn from; with the seed the same is drawn again.
    """

    kind = models.CharField("种类", max_length=6, choices=Work.Kind.choices)
    since = models.DateField("起")
    until = models.DateField("止")
    rate = models.DecimalField("不合格率(%)", max_digits=5, decimal_places=2, validators=PERCENT)
    sureness = models.DecimalField("把握(%)", max_digits=5, decimal_places=2, validators=PERCENT)
    population = models.PositiveIntegerField("共有篇数")
    of = models.CharField(max_length=64)
    seed = models.CharField("种子", max_length=40)
    drawn_on = models.DateField("抽取")
    concluded_on = models.DateField("办结", null=True, blank=True)

    class Meta:
        verbose_name = "抽查"
        ordering = ("-drawn_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="sample_of_a_span_of_days"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation.short_name}{self.get_kind_display()}抽查（{self.drawn_on}）"


class SampleItem(models.Model):
    """抽中的一篇 — what was looked at, and whether it holds."""

    sample = models.ForeignKey(Sample, models.CASCADE, related_name="items")
    work = models.ForeignKey(Work, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("序号")
    fails = models.BooleanField("不合要求", null=True, blank=True)
    remark = models.CharField("说明", max_length=100, blank=True)

    class Meta:
        verbose_name = "抽中的一篇"
        ordering = ("sample", "number")
        constraints = (
            models.UniqueConstraint(fields=["sample", "work"], name="drawn_once"),
            models.UniqueConstraint(fields=["sample", "number"], name="drawn_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.sample}第{self.number}篇"

    @property
    def organisation(self) -> Organisation:
        """Where the sample was drawn."""
        return self.sample.organisation
