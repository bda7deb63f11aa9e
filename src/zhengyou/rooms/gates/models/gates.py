"""Facts about gates: what stands between two stages, what is looked back on, and what was answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact, Kind
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage


class Party(models.TextChoices):
    """到会方 — who may be asked to be at a transition meeting."""

    SUPERVISION_GROUP = "supervision_group", _("督导组")
    LEADING_GROUP = "leading_group", _("领导小组")
    OFFICE = "office", _("办公室")
    SECRETARY = "secretary", _("书记")
    MEMBERS = "members", _("过半数党员")
    PUBLIC = "public", _("群众代表")


def group_present() -> list[str]:
    """Where nothing else is laid down: the supervision group sends somebody."""
    return [Party.SUPERVISION_GROUP]


class Gate(Fact):
    """转段关口 — what every organisation of a kind below passes before it leaves a stage."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="gates")
    stage = models.ForeignKey(Stage, models.CASCADE, related_name="gates", verbose_name="阶段")
    kind = models.CharField("组织类型", max_length=20, choices=Kind.choices, default=Kind.BRANCH)
    opened_on = models.DateField("开启")
    present = models.JSONField("谁要到会", default=group_present, blank=True)
    application = models.BooleanField("要申请", default=True)
    inspection = models.BooleanField("要检查", default=True)

    class Meta:
        verbose_name = "转段关口"
        ordering = ("campaign", "stage__number", "kind")
        constraints = (
            models.UniqueConstraint(fields=["stage", "kind"], name="one_gate_a_stage_and_kind"),
            models.CheckConstraint(
                condition=models.Q(application=True) | models.Q(inspection=False),
                name="what_is_inspected_was_applied_for",
            ),
        )

    def __str__(self) -> str:
        return f"{self.stage}转段"

    @property
    def parties(self) -> list[str]:
        """Who has to be at the transition meeting, in words."""
        return [str(Party(party).label) for party in self.present]


class LookBackItem(models.Model):
    """回头看项目 — one line of the look-back: ticks itself, is asked, or is a meeting to be held."""

    class By(models.TextChoices):
        REQUIREMENT = "requirement", _("自动打勾")
        ASKED = "asked", _("请回答")
        MEETING = "meeting", _("转段分析会")

    gate = models.ForeignKey(Gate, models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField("次序")
    words = models.CharField("内容", max_length=120)
    by = models.CharField("方式", max_length=12, choices=By.choices)
    requirement = models.ForeignKey(Requirement, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "回头看项目"
        ordering = ("gate", "number")
        constraints = (
            models.UniqueConstraint(fields=["gate", "number"], name="look_back_items_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(by="requirement", requirement__isnull=False)
                | (~models.Q(by="requirement") & models.Q(requirement=None)),
                name="an_item_that_ticks_itself_names_its_requirement",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.words}"


class Answer(Fact):
    """回头看答复 — what an organisation says to a question of the look-back; its newest answer counts."""

    item = models.ForeignKey(LookBackItem, models.PROTECT, related_name="answers")
    yes = models.BooleanField("是否做到")
    words = models.CharField("说明", max_length=300, blank=True)
    answered_on = models.DateField("日期")

    class Meta:
        verbose_name = "回头看答复"
        ordering = ("pk",)
        indexes = (models.Index(fields=["item", "organisation"], name="answers_to_an_item"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(yes=True) | ~models.Q(words=""), name="a_no_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.item.words}：{'是' if self.yes else '否'}"
