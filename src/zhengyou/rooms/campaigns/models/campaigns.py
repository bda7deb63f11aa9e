"""Facts about campaigns: what was issued, with which stages and numbers, and who took it up how."""

from copy import copy
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.models import Fact


class Notice(Fact):
    """文件 — the issuing document as it was read."""

    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    dated_on = models.DateField("成文日期", null=True, blank=True)
    text = models.TextField("正文")

    class Meta:
        verbose_name = "文件"

    def __str__(self) -> str:
        return self.title


class Campaign(Fact):
    """活动 — a programme that runs from a day to a day under a leading group; a draft until it is issued."""

    code = models.SlugField("代号", max_length=40, unique=True)
    name = models.CharField("名称", max_length=80)
    theme = models.CharField("主题", max_length=120, blank=True)
    notice = models.ForeignKey(Notice, models.PROTECT, null=True, blank=True)
    number = models.CharField("文号", max_length=60, blank=True)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")
    issued_on = models.DateField("印发", null=True, blank=True)
    pack = models.JSONField("方案", default=dict)

    class Meta:
        verbose_name = "活动"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="campaign_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def over(self) -> bool:
        """Whether its last day is past: since then it asks nothing and is only read."""
        return clock.today() > self.ends_on


class Stage(models.Model):
    """阶段 — a dated phase; the gate at its end is passed by each organisation at its own pace."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField("次序")
    name = models.CharField("名称", max_length=40)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")

    class Meta:
        verbose_name = "阶段"
        ordering = ("campaign", "number")
        constraints = (
            models.UniqueConstraint(fields=["campaign", "number"], name="stages_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="stage_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Requirement(Fact):
    """要求 — audience × rule × numbers × window; ``organisation`` is whose requirement it is."""

    class Grain(models.TextChoices):
        PERSON = "person", _("每名党员")
        ORGANISATION = "organisation", _("每个支部")
        FACT = "fact", _("逐件")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="requirements")
    stage = models.ForeignKey(Stage, models.CASCADE, null=True, blank=True, related_name="requirements")
    code = models.SlugField("代号", max_length=40)
    name = models.CharField("名称", max_length=40)
    asks = models.CharField("要求", max_length=120)
    rule = models.CharField("规则", max_length=60)
    needs = models.JSONField("要求数", default=dict, blank=True)
    grain = models.CharField("对象", max_length=12, choices=Grain.choices)
    kinds = models.JSONField("组织类型", default=list, blank=True)
    categories = models.JSONField("类别", default=list, blank=True)
    posts = models.JSONField("职务", default=list, blank=True)
    counts_from = models.DateField("从哪天起算", null=True, blank=True)
    due_on = models.DateField("截止")
    late_days = models.PositiveSmallIntegerField("宽限天数", default=0)
    quote = models.TextField("出处", blank=True)

    laid_down: "Requirement | None" = (
        None  # as it was before any change, where this is how it stands on a day
    )
    withdrawn = False

    class Meta:
        verbose_name = "要求"
        ordering = ("campaign", "due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "organisation", "code"], name="requirement_stated_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def open_until(self) -> date:
        """The last day on which it may still be made good: later than its due day where a pack is lenient."""
        return max(self.due_on, min(self.due_on + timedelta(days=self.late_days), self.campaign.ends_on))

    @property
    def lenient(self) -> bool:
        """Whether its due day is past and its last day of leniency is not."""
        return self.due_on < clock.today() <= self.open_until

    def as_of(self, day: date) -> "Requirement":
        """How it stands on a day, changes taken in: to be shown and judged by, never saved."""
        laid_down = self.laid_down or self
        found = copy(laid_down)
        found.laid_down = laid_down
        for change in laid_down.amendments.all():
            if change.effective_on <= day:
                found.needs, found.due_on, found.withdrawn = change.needs, change.due_on, change.withdrawn
                found.asks = change.asks or laid_down.asks
        return found


class Plan(Fact):
    """本单位方案 — how an organisation takes a campaign up: as it stands, or adapted."""

    class How(models.TextChoices):
        AS_IT_STANDS = "as_it_stands", _("照此执行，不另行文")
        ADAPTED = "adapted", _("结合实际调整")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="plans")
    how = models.CharField("方式", max_length=12, choices=How.choices)
    theme = models.CharField("本单位主题", max_length=120, blank=True)
    adopted_on = models.DateField("日期")

    class Meta:
        verbose_name = "本单位方案"
        constraints = (
            models.UniqueConstraint(fields=["campaign", "organisation"], name="one_plan_an_organisation"),
        )

    def __str__(self) -> str:
        return f"{self.organisation}·{self.get_how_display()}"
