"""Facts about leave: asked, decided, closed."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact


class Reason(models.TextChoices):
    """请假事由 — why somebody cannot come, by a short list: nobody's health is written down."""

    DUTY = "duty", _("公务")
    PRIVATE = "private", _("事假")
    OTHER = "other", _("其他")


class Leave(Fact):
    """请假 — a member asks to be excused from a day to a day; somebody else decides; it is closed on return."""

    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="leaves")
    reason = models.CharField("请假事由", max_length=8, choices=Reason.choices)
    since = models.DateField("起")
    until = models.DateField("止")
    asked_on = models.DateField("申请")
    granted_on = models.DateField("准假", null=True, blank=True)
    refused_on = models.DateField("不准", null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    closed_on = models.DateField("销假", null=True, blank=True)

    class Meta:
        verbose_name = "请假"
        ordering = ("-since", "-pk")
        indexes = (models.Index(fields=["organisation", "until"], name="leaves_of_an_organisation"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="leave_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=models.Q(granted_on=None) | models.Q(refused_on=None), name="leave_is_decided_once"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(granted_on__isnull=False),
                name="only_granted_leave_is_closed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}（{self.since}—{self.until}）"

    @staticmethod
    def covering(day: date) -> models.Q:
        """A condition on leaves: granted, and not over on a day; whoever is back takes part again."""
        return models.Q(granted_on__isnull=False, since__lte=day, until__gte=day) & (
            models.Q(closed_on=None) | models.Q(closed_on__gt=day)
        )
