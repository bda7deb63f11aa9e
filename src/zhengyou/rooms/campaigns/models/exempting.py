"""Facts about whom a requirement is not asked of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models.campaigns import Campaign, Requirement


class Exemption(Fact):
    """例外 — somebody of whom a campaign, or one requirement of it, asks nothing from a day to a day.

    The reasons are a closed list that says nothing of anybody's health: who is ill and who is old is visited alike.
    """

    class Reason(models.TextChoices):
        AT_HOME = "at_home", _("行动不便，送学上门")
        AWAY = "away", _("流动在外，由所在地组织安排")
        ELSEWHERE = "elsewhere", _("借调、外派，在所在单位参加")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="exemptions")
    requirement = models.ForeignKey(Requirement, models.CASCADE, null=True, blank=True, related_name="+")
    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="+")
    reason = models.CharField("事由", max_length=10, choices=Reason.choices)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "例外"
        ordering = ("since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "person"],
                condition=models.Q(requirement=None, until=None),
                name="one_lasting_exemption_a_campaign",
            ),
            models.UniqueConstraint(
                fields=["requirement", "person"],
                condition=models.Q(until=None),
                name="one_lasting_exemption_a_requirement",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gt=models.F("since")),
                name="exemption_lasts_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}（{self.get_reason_display()}）"


class OrganisationExemption(Fact):
    """组织例外 — an organisation of which a campaign, or one requirement of it, asks nothing from a day to a day.

    What is asked of each of its members stays asked of them: whoever cannot come is excepted by name and reason.
    """

    class Reason(models.TextChoices):
        NEW = "new", _("新成立，正在组建")
        CLOSING = "closing", _("正在撤并")
        URGENT = "urgent", _("承担抢险救灾等紧急任务")
        JOINTLY = "jointly", _("和别的组织联合开展，由对方登记")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="organisation_exemptions")
    requirement = models.ForeignKey(Requirement, models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.CharField("事由", max_length=10, choices=Reason.choices)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "组织例外"
        ordering = ("since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "organisation"],
                condition=models.Q(requirement=None, until=None),
                name="one_lasting_organisation_exemption",
            ),
            models.UniqueConstraint(
                fields=["requirement", "organisation"],
                condition=models.Q(until=None),
                name="one_lasting_organisation_exemption_each",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gt=models.F("since")),
                name="organisation_exemption_lasts_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}（{self.get_reason_display()}）"


# A requirement of 0 stands for all of the campaign's: no engine then has to compare with nothing.
fact_table(
    "exemption",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "requirement_id": "int",
        "reason": "text",
        "since": "date",
        "until": "date",
    },
    """select id, organisation_id as org_id, person_id, campaign_id,
        coalesce(requirement_id, 0) as requirement_id, reason, since, until
    from campaigns_exemption""",
    {"reason": _("事由"), "since": _("起"), "until": _("止")},
    {"reason": dict(Exemption.Reason.choices)},
)

fact_table(
    "organisation_exemption",
    {
        "id": "int",
        "org_id": "int",
        "campaign_id": "int",
        "requirement_id": "int",
        "reason": "text",
        "since": "date",
        "until": "date",
    },
    """select id, organisation_id as org_id, campaign_id,
        coalesce(requirement_id, 0) as requirement_id, reason, since, until
    from campaigns_organisationexemption""",
    {"reason": _("事由"), "since": _("起"), "until": _("止")},
    {"reason": dict(OrganisationExemption.Reason.choices)},
)
