"""Facts about hand-overs of memberships."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.orgs.models import Membership, Person


class Transfer(Fact):
    """组织关系转接 — a membership handed over: given out, received or sent back, closed.

    ``organisation`` gives it out, ``to`` receives it; one that leaves the installation (系统外) says in
    words where to. The person stays a member of the old organisation until the day of reception.
    """

    class Outcome(models.TextChoices):
        RECEIVED = "received", _("已接收")
        RETURNED = "returned", _("已退回")
        CANCELLED = "cancelled", _("已撤销")

    person = models.ForeignKey(Person, models.PROTECT, related_name="transfers")
    line = models.CharField("类别", max_length=10, choices=Membership.Line.choices)
    to = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.CharField("系统外去向", max_length=80, blank=True)
    why = models.CharField("原因", max_length=100)
    given_on = models.DateField("转出")
    due_on = models.DateField("期限")
    closed_on = models.DateField("办结", null=True, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices, blank=True)
    told = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "组织关系转接"
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["person", "line"],
                condition=models.Q(closed_on=None),
                name="one_transfer_under_way_a_line",
            ),
            models.CheckConstraint(
                condition=models.Q(to__isnull=True) ^ models.Q(outside=""), name="transfer_goes_to_one_place"
            ),
            models.CheckConstraint(
                condition=~models.Q(to=models.F("organisation")), name="transfer_goes_elsewhere"
            ),
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("given_on")), name="transfer_given_before_due"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on=None, outcome="")
                | (models.Q(closed_on__gte=models.F("given_on")) & ~models.Q(outcome="")),
                name="a_closed_transfer_has_an_outcome",
            ),
        )
        indexes = (
            models.Index(fields=["organisation", "closed_on"], name="transfers_from"),
            models.Index(fields=["to", "closed_on"], name="transfers_to"),
        )

    def __str__(self) -> str:
        return f"{self.person}：{self.organisation.short_name}→{self.where}"

    @property
    def where(self) -> str:
        """Where it goes, in words."""
        return self.to.short_name if self.to else self.outside


# Under way from the day on which it was given out until it is closed.
fact_table(
    "transfer",
    {"id": "int", "org_id": "int", "person_id": "int", "outside": "bool", "since": "date", "until": "date"},
    """select id, organisation_id as org_id, person_id, to_id is null as outside, given_on as since,
    closed_on as until from mobility_transfer""",
    {"outside": _("转往系统外"), "since": _("转出"), "until": _("办结")},
)
# Overdue from the day after its last one until it is closed; one closed in time never was.
fact_table(
    "overdue_transfer",
    {"id": "int", "org_id": "int", "person_id": "int", "since": "date", "until": "date"},
    """select id, organisation_id as org_id, person_id,
    cast(date_add(due_on, interval 1 day) as date) as since, closed_on as until
    from mobility_transfer where closed_on is null or closed_on > due_on""",
    {"since": _("超期"), "until": _("办结")},
)
fact_table(
    "transfer_done",
    {"id": "int", "org_id": "int", "person_id": "int", "on_day": "date", "in_time": "int"},
    """select id, organisation_id as org_id, person_id, closed_on as on_day,
    case when closed_on <= due_on then 1 else 0 end as in_time
    from mobility_transfer where outcome = 'received'""",
    {"in_time": _("按期")},
)
