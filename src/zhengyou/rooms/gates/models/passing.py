"""Facts about passing: the application, the sample and the inspection, the decision."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.gates.models.gates import Gate


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


class InspectionSample(Fact):
    """转段抽样 — whom an inspection looks at, drawn and written down before anybody looks.

    So many that, if more than ``rate`` in a hundred were not as they should be, at least one shows with a
    chance of ``chance`` in a hundred. The same seed draws the same ones again.
    """

    class Of(models.TextChoices):
        PEOPLE = "people", _("党员")
        ORGANISATIONS = "organisations", _("下级组织")

    application = models.ForeignKey(Application, models.PROTECT, related_name="samples")
    of = models.CharField("抽什么", max_length=14, choices=Of.choices)
    rate = models.PositiveSmallIntegerField("不符合的超过百分之几就要查出")
    chance = models.PositiveSmallIntegerField("查出的把握(百分数)")
    population = models.PositiveIntegerField("总数")
    seed = models.CharField("种子", max_length=40)
    keys = models.JSONField("抽中的")
    drawn_on = models.DateField("抽样日期")

    class Meta:
        verbose_name = "转段抽样"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["application", "of"], name="one_sample_an_application"),
            models.CheckConstraint(
                condition=models.Q(rate__lt=100, chance__gte=1, chance__lte=100, population__gte=1),
                name="a_sample_can_be_worked_out",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_of_display()}{self.size}/{self.population}"

    @property
    def size(self) -> int:
        """How many were drawn."""
        return len(self.keys)


class Inspection(Fact):
    """转段检查 — what was looked at on the spot, by which sample, and whether it holds."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="inspections")
    inspected_on = models.DateField("检查日期")
    sample = models.CharField("抽样", max_length=300)
    drawn = models.ForeignKey(
        InspectionSample, models.PROTECT, null=True, blank=True, related_name="inspections"
    )
    failed = models.PositiveSmallIntegerField("不符合", default=0)
    finding = models.CharField("发现", max_length=500)
    holds = models.BooleanField("属实合格")

    class Meta:
        verbose_name = "转段检查"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(holds=False) | models.Q(failed=0),
                name="nothing_drawn_failed_where_it_holds",
            ),
            models.CheckConstraint(
                condition=models.Q(failed=0) | models.Q(drawn__isnull=False), name="what_failed_was_drawn"
            ),
        )

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
