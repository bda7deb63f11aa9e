"""Facts about passing from stage to stage; where an organisation stands is worked out from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table
from zhengyou.core.models import Fact, Kind
from zhengyou.rooms.campaigns.models import Campaign, Requirement, Stage


class Gate(Fact):
    """转段关口 — what every organisation of a kind below passes before it leaves a stage."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="gates")
    stage = models.ForeignKey(Stage, models.CASCADE, related_name="gates", verbose_name="阶段")
    kind = models.CharField("组织类型", max_length=20, choices=Kind.choices, default=Kind.BRANCH)
    opened_on = models.DateField("开启")

    class Meta:
        verbose_name = "转段关口"
        ordering = ("campaign", "stage__number", "kind")
        constraints = (models.UniqueConstraint(fields=["stage", "kind"], name="one_gate_a_stage_and_kind"),)

    def __str__(self) -> str:
        return f"{self.stage}转段"


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


class Application(Fact):
    """转段申请 — an organisation asks to enter the next stage."""

    gate = models.ForeignKey(Gate, models.PROTECT, related_name="applications")
    applied_on = models.DateField("申请日期")
    words = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = "转段申请"
        ordering = ("pk",)
        indexes = (models.Index(fields=["gate", "organisation"], name="applications_at_a_gate"),)

    def __str__(self) -> str:
        return f"{self.organisation}{self.gate}申请"


class Inspection(Fact):
    """转段检查 — what was looked at on the spot, by which sample, and whether it holds."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="inspections")
    inspected_on = models.DateField("检查日期")
    sample = models.CharField("抽样", max_length=300)
    finding = models.CharField("发现", max_length=500)
    holds = models.BooleanField("属实合格")

    class Meta:
        verbose_name = "转段检查"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.application.organisation}检查{'合格' if self.holds else '不合格'}"


class Decision(Fact):
    """转段决定 — the office above lets an organisation pass, orders make-up, or a sham stage redone."""

    class How(models.TextChoices):
        PASS = "pass", _("批准转段")  # noqa: S105 — a decision, not a password
        MAKE_UP = "make_up", _("补课")
        REDO = "redo", _("返工重来")

    application = models.OneToOneField(Application, models.PROTECT, related_name="decision")
    how = models.CharField("决定", max_length=10, choices=How.choices)
    words = models.CharField("意见", max_length=500, blank=True)
    to_make_up = models.CharField("要补什么", max_length=500, blank=True)
    due_on = models.DateField("补到何时", null=True, blank=True)
    decided_on = models.DateField("决定日期")

    class Meta:
        verbose_name = "转段决定"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(how="pass") | (~models.Q(to_make_up="") & models.Q(due_on__isnull=False)),
                name="make_up_says_what_and_by_when",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application.organisation}{self.get_how_display()}"


fact_table(
    "passage",
    {"org_id": "int", "campaign_id": "int", "stage": "int", "how": "text", "on_day": "date"},
    """select d.organisation_id as org_id, g.campaign_id as campaign_id, s.number as stage, d.how as how,
        d.decided_on as on_day
    from gates_decision as d join gates_application as a on a.id = d.application_id
    join gates_gate as g on g.id = a.gate_id join campaigns_stage as s on s.id = g.stage_id""",
    {"stage": _("第几阶段"), "how": _("决定")},
    {"how": dict(Decision.How.choices)},
)
fact_table(
    "gate_due",
    {"org_id": "int", "campaign_id": "int", "stage": "int", "on_day": "date"},
    f"""select o.id as org_id, g.campaign_id as campaign_id, s.number as stage, g.opened_on as on_day
    from gates_gate as g join campaigns_stage as s on s.id = g.stage_id
    join {STATES} as a on a.id = g.organisation_id and a.since <= g.opened_on and a.until > g.opened_on
    join {STATES} as o on o.path >= a.path and o.path < a.path_end and o.kind = g.kind
        and o.since <= g.opened_on and o.until > g.opened_on
    where o.closed_on is null or o.closed_on > g.opened_on""",  # noqa: S608 — our own tables
    {"stage": _("第几阶段")},
)
