"""Facts about findings: what was wrong, by when it is to be right, what was answered, and what the recheck saw."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.supervision.models.groups import CheckLine
from zhengyou.rooms.supervision.models.visits import SupervisionVisit


class Finding(Fact):
    """督导发现 — something to be put right at ``organisation`` by a day; it stands until a recheck confirms it."""

    visit = models.ForeignKey(SupervisionVisit, models.PROTECT, related_name="findings")
    item = models.ForeignKey(CheckLine, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField("发现了什么", max_length=200)
    whose = models.CharField("谁来整改", max_length=40)
    due_on = models.DateField("整改期限")

    class Meta:
        verbose_name = "督导发现"
        ordering = ("due_on", "pk")
        indexes = (models.Index(fields=["organisation", "due_on"], name="findings_of_an_organisation"),)

    def __str__(self) -> str:
        return self.what


class FindingAnswer(Fact):
    """整改答复 — what the organisation says it has done about a finding; it settles nothing yet."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="answers")
    on_day = models.DateField("日期")
    words = models.CharField("怎样整改的", max_length=300)

    class Meta:
        verbose_name = "整改答复"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return self.words


class Recheck(Fact):
    """复查 — the group looked again: it holds, or it does not and has another limit."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="rechecks")
    on_day = models.DateField("日期")
    holds = models.BooleanField("整改到位")
    words = models.CharField("看到了什么", max_length=300)
    due_on = models.DateField("再改到哪天", null=True, blank=True)

    class Meta:
        verbose_name = "复查"
        ordering = ("on_day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["finding"], condition=models.Q(holds=True), name="put_right_once"
            ),
            models.CheckConstraint(
                condition=models.Q(holds=True, due_on=None) | models.Q(holds=False, due_on__isnull=False),
                name="what_does_not_hold_has_another_limit",
            ),
        )

    def __str__(self) -> str:
        return f"{self.finding}复查{'到位' if self.holds else '不到位'}"


# The limit is that of the latest recheck that did not hold, else the finding's own.
LIMITS = """from supervision_finding as f
    join supervision_supervisionvisit as v on v.id = f.visit_id
    join supervision_supervisiongroup as g on g.id = v.group_id
    left join supervision_recheck as r on r.finding_id = f.id and r.due_on is null
    left join supervision_recheck as l on l.finding_id = f.id and l.due_on is not null
    where (l.id is null or not exists (
        select 1 from supervision_recheck as n where n.finding_id = f.id and n.due_on is not null and n.id > l.id
    ))"""
LIMIT = "coalesce(l.due_on, f.due_on)"

fact_table(
    "finding",
    {"id": "int", "org_id": "int", "campaign_id": "int", "on_day": "date"},
    """select f.id, f.organisation_id as org_id, g.campaign_id, v.visited_on as on_day
    from supervision_finding as f join supervision_supervisionvisit as v on v.id = f.visit_id
    join supervision_supervisiongroup as g on g.id = v.group_id""",
)
# Due from its limit on, or from the day on which it was found right where that came earlier.
fact_table(
    "finding_due",
    {
        "id": "int",
        "org_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "put_right": "int",
        "in_time": "int",
    },
    f"""select f.id, f.organisation_id as org_id, g.campaign_id,
    case when r.on_day < {LIMIT} then r.on_day else {LIMIT} end as on_day,
    case when r.id is null then 0 else 1 end as put_right,
    case when r.on_day <= {LIMIT} then 1 else 0 end as in_time
    {LIMITS}""",  # noqa: S608 — our own tables
    {"put_right": _("整改到位"), "in_time": _("按期")},
)
# Overdue from the day after its limit until a recheck found it right; what was right in time never was.
fact_table(
    "finding_overdue",
    {"id": "int", "org_id": "int", "campaign_id": "int", "since": "date", "until": "date"},
    f"""select f.id, f.organisation_id as org_id, g.campaign_id,
    cast(date_add({LIMIT}, interval 1 day) as date) as since, r.on_day as until
    {LIMITS} and (r.on_day is null or r.on_day > {LIMIT})""",  # noqa: S608 — our own tables
    {"since": _("超期"), "until": _("整改到位")},
)
