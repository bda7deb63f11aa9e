"""Facts about kinds of honour, the ground on which they may be given, and the rounds in which they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models import Campaign


class Level(models.TextChoices):
    """授予层级 — of which level the giver is, the highest first."""

    CENTRAL = "central", _("中央")
    PROVINCE = "province", _("省级")
    CITY = "city", _("市级")
    CITY_DEPARTMENT = "city_department", _("市级部门")
    COUNTY = "county", _("县级")
    COUNTY_DEPARTMENT = "county_department", _("县级部门")
    TOWNSHIP = "township", _("乡镇、街道")
    UNIT = "unit", _("基层单位")


class HonourKind(Fact):
    """荣誉种类 — what ``organisation`` may give, to whom, on which conditions and by whose leave."""

    class Holder(models.TextChoices):
        ORGANISATION = "organisation", _("组织")
        PERSON = "person", _("个人")

    class Sort(models.TextChoices):
        APPRAISAL = "appraisal", _("本单位年度考评")
        COMMENDATION = "commendation", _("评比表彰")
        DEMONSTRATION = "demonstration", _("创建示范")

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.SlugField("代号", max_length=40, blank=True)
    name = models.CharField("名称", max_length=40)
    name_en = models.CharField("英文名称", max_length=80, blank=True)
    holder = models.CharField("授予", max_length=12, choices=Holder.choices)
    kinds = models.JSONField("组织类型", default=list, blank=True)
    categories = models.JSONField("类别", default=list, blank=True)
    most = models.PositiveSmallIntegerField("名额至多", null=True, blank=True)
    share = models.CharField("名额占比", max_length=12, blank=True)
    conditions = models.JSONField("由人核实的条件", default=list, blank=True)
    met = models.JSONField("应达到的要求", default=list, blank=True)
    notice_days = models.PositiveSmallIntegerField("公示天数", default=5)
    years = models.PositiveSmallIntegerField("有效年数", null=True, blank=True)
    sort = models.CharField("性质", max_length=14, choices=Sort.choices)
    level = models.CharField("授予层级", max_length=20, choices=Level.choices)
    approval = models.CharField("批准文号", max_length=60, blank=True)
    approved_by = models.CharField("批准机关层级", max_length=20, choices=Level.choices, blank=True)
    approved_level = models.CharField("批准开展的层级", max_length=20, choices=Level.choices, blank=True)
    source = models.CharField("出处", max_length=120, blank=True)

    class Meta:
        verbose_name = "荣誉种类"
        ordering = ("organisation__path", "pk")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name"], name="one_honour_of_a_name_a_giver"),
            models.CheckConstraint(
                condition=models.Q(sort="appraisal")
                | (~models.Q(approval="") & ~models.Q(approved_by="") & ~models.Q(approved_level="")),
                name="what_is_more_than_appraisal_was_approved",
            ),
        )

    def __str__(self) -> str:
        return self.name


class HonourBatch(Fact):
    """表彰批次 — ``organisation`` gives an honour once: nominated until a day, for so many seats."""

    kind = models.ForeignKey(HonourKind, models.PROTECT, related_name="batches")
    name = models.CharField("名称", max_length=60)
    opened_on = models.DateField("开始推荐")
    nominate_by = models.DateField("推荐截止")

    class Meta:
        verbose_name = "表彰批次"
        ordering = ("-opened_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["kind", "name"], name="one_batch_of_a_name"),
            models.CheckConstraint(
                condition=models.Q(nominate_by__gte=models.F("opened_on")), name="a_batch_is_open_for_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}{self.kind}"


class Seat(models.Model):
    """名额 — one place of a batch: an honour takes one, so that no more are given than there are."""

    batch = models.ForeignKey(HonourBatch, models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField("序号")

    class Meta:
        verbose_name = "名额"
        ordering = ("batch", "number")
        constraints = (models.UniqueConstraint(fields=["batch", "number"], name="seats_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.batch}第{self.number}名"
