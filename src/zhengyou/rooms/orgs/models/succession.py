"""Facts about what became of organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact, Organisation


class Succession(Fact):
    """沿革 — from one organisation came another: it was merged into it, or the other was split off from it."""

    class How(models.TextChoices):
        MERGED = "merged", _("合并")
        SPLIT = "split", _("分设")

    became = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    how = models.CharField("方式", max_length=10, choices=How.choices)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "沿革"
        constraints = (
            models.UniqueConstraint(fields=["organisation", "became", "how"], name="became_once"),
            models.CheckConstraint(
                condition=~models.Q(organisation=models.F("became")), name="nothing_becomes_itself"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} → {self.became}"
