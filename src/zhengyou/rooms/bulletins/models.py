"""Facts about circulars of praise and criticism: what was drafted, submitted, and let out by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign


class Circular(Fact):
    """通报 — praise or criticism of organisations below, or the bands of an appraisal, drafted from results; nothing until somebody lets it out."""

    class Sort(models.TextChoices):
        PRAISE = "praise", _("通报表扬")
        CRITICISM = "criticism", _("通报批评")
        RESULTS = "results", _("考评结果通报")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    sort = models.CharField("种类", max_length=10, choices=Sort.choices)
    scheme = models.ForeignKey("appraisal.Scheme", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField("标题", max_length=80)
    opening = models.CharField("开头", max_length=300)
    drafted_on = models.DateField("起草日期")

    class Meta:
        verbose_name = "通报"
        ordering = ("-drafted_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sort="results", scheme__isnull=False)
                | (~models.Q(sort="results") & models.Q(scheme=None)),
                name="results_are_those_of_a_scheme",
            ),
        )

    def __str__(self) -> str:
        return self.title


class CircularLine(models.Model):
    """通报内容 — what is said of one organisation, or of whoever holds a post there; never of anybody by name in criticism."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField("次序")
    whose = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    post = models.CharField("职务", max_length=30, blank=True)
    band = models.CharField("档次", max_length=10, blank=True)
    words = models.CharField("内容", max_length=300)

    class Meta:
        verbose_name = "通报内容"
        ordering = ("circular", "number")
        constraints = (
            models.UniqueConstraint(fields=["circular", "number"], name="lines_of_a_circular_are_numbered"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_line_of_a_circular_says_something"),
            models.CheckConstraint(
                condition=models.Q(band="") | models.Q(post=""), name="a_band_is_of_a_unit_not_of_a_post"
            ),
        )

    def __str__(self) -> str:
        return f"{self.whose.short_name}{self.post}：{self.words}"

    @property
    def organisation(self) -> Organisation:
        """Whose circular it is."""
        return self.circular.organisation


class CircularSubmission(Fact):
    """送审 — a draft is put before who decides; a returned one is put before them again."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="submissions")
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "送审"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.circular}送审"


class CircularDecision(Fact):
    """签发 — a leader lets a circular out with its number, or returns it and says why."""

    submission = models.OneToOneField(CircularSubmission, models.CASCADE, related_name="decision")
    issued = models.BooleanField("签发")
    number = models.CharField("文号", max_length=60, blank=True)
    words = models.CharField("意见", max_length=200, blank=True)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "签发"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(issued=True) | ~models.Q(words=""), name="a_returned_circular_says_why"
            ),
        )

    def __str__(self) -> str:
        return "签发" if self.issued else "退回"
