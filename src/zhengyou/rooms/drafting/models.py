"""Facts about notices that were read: each item with its place, what it would become, and what the office decided."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign, Notice

State = list[Any]  # decision, turned, edited


class Becomes(models.TextChoices):
    """成为 — what an item would be in a campaign; a figure and nothing are shown and never taken up."""

    STAGE = "stage", pgettext_lazy("one", "阶段")
    REQUIREMENT = "requirement", pgettext_lazy("one", "要求")
    TASK = "task", pgettext_lazy("one", "任务")
    CRITERION = "criterion", pgettext_lazy("one", "标准")
    MECHANISM = "mechanism", pgettext_lazy("one", "机制")
    FIGURE = "figure", pgettext_lazy("one", "数据")
    NOTHING = "nothing", _("不列入")


TAKEN_UP = ("stage", "requirement", "task", "criterion", "mechanism")


class Reading(Fact):
    """读稿 — a notice read once into lines that an office decides one by one; a campaign once it is laid down."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="+")
    code = models.SlugField("代号", max_length=40, unique=True)
    name = models.CharField("名称", max_length=80)
    number = models.CharField("文号", max_length=60, blank=True)
    read_on = models.DateField("读稿日期")
    campaign = models.OneToOneField(Campaign, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "读稿"
        ordering = ("-read_on", "-pk")

    def __str__(self) -> str:
        return self.name


class Line(models.Model):
    """条目 — one item that was read: where it stands, its proposal, and what the office made of it."""

    class Decision(models.TextChoices):
        WAITING = "waiting", _("待定")
        ACCEPTED = "accepted", _("采用")
        DROPPED = "dropped", _("不要")

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField("次序")
    kind = models.CharField("种类", max_length=12)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    fields = models.JSONField("读出的内容", default=dict, blank=True)
    becomes = models.CharField("成为", max_length=12, choices=Becomes.choices)
    entry = models.JSONField("提议", default=dict, blank=True)
    confidence = models.DecimalField("把握", max_digits=4, decimal_places=3)
    reason = models.TextField("理由", blank=True)
    refused = models.TextField("不收的理由", blank=True)
    decision = models.CharField("决定", max_length=8, choices=Decision.choices, default=Decision.WAITING)
    turned = models.CharField("改作", max_length=12, choices=Becomes.choices, blank=True)
    edited = models.JSONField("改后", null=True, blank=True)

    class Meta:
        verbose_name = "条目"
        ordering = ("reading", "number")
        constraints = (
            models.UniqueConstraint(fields=["reading", "number"], name="lines_are_numbered"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="line_has_words"),
            models.CheckConstraint(
                condition=Q(confidence__gte=Decimal(0), confidence__lte=Decimal(1)),
                name="line_confidence_is_a_share",
            ),
            models.CheckConstraint(
                condition=~Q(decision="accepted") | Q(refused=""), name="refused_line_is_never_accepted"
            ),
            models.CheckConstraint(
                condition=~Q(decision="accepted")
                | Q(turned__in=TAKEN_UP)
                | Q(turned="", becomes__in=TAKEN_UP),
                name="accepted_line_becomes_something",
            ),
        )

    def __str__(self) -> str:
        return f"第{self.number}条"

    @property
    def organisation(self) -> Organisation:
        """Whose reading it belongs to."""
        return self.reading.organisation

    @property
    def now(self) -> str:
        """What it is to become: as proposed, or as the office turned it."""
        return self.turned or self.becomes

    @property
    def content(self) -> dict[str, Any]:
        """The entry as it stands: as proposed, or as the office wrote it."""
        return self.entry if self.edited is None else self.edited

    @property
    def open(self) -> bool:
        """Whether there is something to decide: refused ones, figures and nothings wait for nobody."""
        return not self.refused and self.now in TAKEN_UP

    @property
    def state(self) -> State:
        """What a decision changes."""
        return [self.decision, self.turned, self.edited]

    @state.setter
    def state(self, to: State) -> None:
        self.decision, self.turned, self.edited = to


class Decision(Fact):
    """决定 — one deed on one or many lines, with what stood before and after, so that it can be undone."""

    class How(models.TextChoices):
        ACCEPT = "accept", _("采用")
        DROP = "drop", _("不要")
        RESTORE = "restore", _("放回待定")
        EDIT = "edit", _("改后采用")

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField("次序")
    how = models.CharField("怎么定的", max_length=8, choices=How.choices)
    changed = models.JSONField("改了哪些", default=dict)
    undone = models.BooleanField("已撤销", default=False)

    class Meta:
        verbose_name = "决定"
        ordering = ("reading", "number")
        constraints = (models.UniqueConstraint(fields=["reading", "number"], name="decisions_are_numbered"),)

    def __str__(self) -> str:
        numbers = "、".join(map(str, self.numbers[:5]))
        many = f"等{len(self.changed)}条" if len(self.changed) > 5 else ""
        return f"“{self.reading}”第{numbers}条{many}"

    @property
    def numbers(self) -> list[int]:
        """Which lines it was about."""
        return sorted(map(int, self.changed))
