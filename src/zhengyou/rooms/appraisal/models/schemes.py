"""A scheme, its criteria and the clauses by which points are added, taken off or a tier denied."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models import Campaign


class Tier(models.TextChoices):
    """档次 — where a score falls; bands, never places in an order."""

    ADVANCED = "advanced", _("先进")
    MIDDLE = "middle", _("中间")
    LAGGING = "lagging", _("后进")


class Missing(models.TextChoices):
    """缺项 — where the points go of what cannot be judged: never nowhere, empty is not zero."""

    WHOLE = "whole", _("其余各项按比例折算到满分")
    HEADING = "heading", _("先在同一大项内折算，整项都缺的再分给别的大项")


class Scheme(Fact):
    """考评办法 — how organisations are appraised over a period; a draft until issued, a changed one is a new version.

    ``bands`` holds other thresholds for a category that is judged apart, ``selects`` the honour of the pack
    for which organisations have to be put in an order.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="schemes", verbose_name="活动")
    name = models.CharField("名称", max_length=60)
    number = models.CharField("文号", max_length=60, blank=True)
    version = models.PositiveSmallIntegerField("版次", default=1)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")
    kinds = models.JSONField("组织类型", default=list, blank=True)
    categories = models.JSONField("类别", default=list, blank=True)
    round = models.ForeignKey(
        "ratings.Round", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="测评"
    )
    grades = models.JSONField("等次折分", default=dict, blank=True)
    advanced_from = models.DecimalField("先进起点", max_digits=6, decimal_places=2)
    middle_from = models.DecimalField("中间起点", max_digits=6, decimal_places=2)
    most_bonus = models.DecimalField("加分上限", max_digits=6, decimal_places=2, default=0)
    missing = models.CharField("缺项", max_length=10, choices=Missing.choices, default=Missing.WHOLE)
    digits = models.PositiveSmallIntegerField("小数位", default=2)
    bands = models.JSONField("分类起点", default=dict, blank=True)
    selects = models.CharField("评选", max_length=40, blank=True)
    issued_on = models.DateField("印发", null=True, blank=True)

    class Meta:
        verbose_name = "考评办法"
        ordering = ("-ends_on", "-version", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "organisation", "name", "version"], name="one_scheme_a_version"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="scheme_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(advanced_from__gt=models.F("middle_from"), middle_from__gt=0),
                name="tiers_stand_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(digits__lte=2), name="points_have_two_decimals_at_most"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}（第{self.version}版）" if self.version > 1 else self.name

    @property
    def full(self) -> Decimal:
        """满分 — the full points of all criteria, bonus apart."""
        return sum((c.full for c in self.criteria.all() if c.parent_id is None), Decimal(0))


class Criterion(models.Model):
    """考评指标 — points for an outcome measure or for ratings, or a heading over several of them."""

    class By(models.TextChoices):
        HEADING = "heading", _("合计")
        MEASURE = "measure", _("指标")
        RATING = "rating", _("测评")
        CHECK = "check", _("考核组评分")

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="criteria")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    place = models.PositiveSmallIntegerField("次序")
    number = models.CharField("编号", max_length=8)
    name = models.CharField("名称", max_length=40)
    by = models.CharField("方式", max_length=10, choices=By.choices)
    full = models.DecimalField("满分", max_digits=6, decimal_places=2)
    measure = models.CharField("指标", max_length=60, blank=True)
    enough = models.DecimalField("满分数", max_digits=12, decimal_places=4, null=True, blank=True)
    groups = models.JSONField("测评来源", default=list, blank=True)
    weights = models.JSONField("来源权重", default=dict, blank=True)
    trim = models.DecimalField("两头各去掉百分之", max_digits=4, decimal_places=2, default=0)

    class Meta:
        verbose_name = "考评指标"
        ordering = ("scheme", "place")
        constraints = (
            models.UniqueConstraint(fields=["scheme", "place"], name="criteria_stand_in_order"),
            models.UniqueConstraint(fields=["scheme", "number"], name="criteria_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(by="measure") ^ models.Q(measure=""), name="a_measured_criterion_names_it"
            ),
            models.CheckConstraint(
                condition=models.Q(trim__gte=0, trim__lt=50), name="a_trimmed_mean_keeps_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Clause(models.Model):
    """加减分条款 — for what points may be added or taken off, or a tier denied (一票否决)."""

    class Kind(models.TextChoices):
        BONUS = "bonus", _("加分")
        DEDUCTION = "deduction", _("扣分")
        VETO = "veto", _("一票否决")

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="clauses")
    place = models.PositiveSmallIntegerField("次序")
    kind = models.CharField("种类", max_length=10, choices=Kind.choices)
    words = models.CharField("情形", max_length=100)
    most = models.DecimalField("每次最多", max_digits=5, decimal_places=2, default=0)
    at_most = models.CharField("至多定为", max_length=10, choices=Tier.choices, blank=True)

    class Meta:
        verbose_name = "加减分条款"
        ordering = ("scheme", "place")
        constraints = (
            models.UniqueConstraint(fields=["scheme", "place"], name="clauses_stand_in_order"),
            models.CheckConstraint(
                condition=models.Q(kind="veto", most=0) | (~models.Q(kind="veto") & models.Q(most__gt=0)),
                name="a_clause_has_points_unless_it_denies",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="veto") ^ models.Q(at_most=""), name="a_veto_says_what_is_left"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.words}"
