"""Facts about supervision groups: who is in them, where they go, what they look at."""

from django.conf import settings
from django.db import models

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign


class SupervisionGroup(Fact):
    """督导组 — people whom ``organisation`` sends to see how a campaign goes below, from a day to a day."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    name = models.CharField("名称", max_length=40)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")
    focus_least = models.PositiveSmallIntegerField("重点单位至少", default=2)
    focus_most = models.PositiveSmallIntegerField("重点单位至多", default=3)

    class Meta:
        verbose_name = "督导组"
        ordering = ("organisation__path", "name")
        constraints = (
            models.UniqueConstraint(
                fields=["campaign", "organisation", "name"], name="one_name_a_supervision_group"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="a_supervision_group_works_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(focus_most__gte=models.F("focus_least")), name="focus_units_least_and_most"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Lasting(models.Model):
    """From a day to a day, the last not included; open where none is named yet."""

    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        abstract = True


class GroupMember(Lasting):
    """督导组成员 — an account that goes out for a group; what it may see below is its own grant."""

    group = models.ForeignKey(SupervisionGroup, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="账号")
    leads = models.BooleanField("组长", default=False)

    class Meta:
        verbose_name = "督导组成员"
        ordering = ("-leads", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "user"], condition=models.Q(until=None), name="once_in_a_supervision_group"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="a_group_member_joins_before_leaving",
            ),
        )

    def __str__(self) -> str:
        return str(self.user)

    @property
    def organisation(self) -> Organisation:
        """Who sends the group."""
        return self.group.organisation


class Assignment(Fact, Lasting):
    """督导分工 — ``organisation`` and all below it are a group's to see, from a day to a day."""

    group = models.ForeignKey(SupervisionGroup, models.CASCADE, related_name="assignments")

    class Meta:
        verbose_name = "督导分工"
        ordering = ("organisation__path", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "organisation"],
                condition=models.Q(until=None),
                name="assigned_once_to_a_group",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="an_assignment_begins_before_its_end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group}：{self.organisation.short_name}"


class FocusUnit(Fact, Lasting):
    """重点单位 — a unit whose work is sound, chosen by a group to follow closely and learn from."""

    group = models.ForeignKey(SupervisionGroup, models.CASCADE, related_name="focus_units")
    why = models.CharField("为什么选", max_length=120)

    class Meta:
        verbose_name = "重点单位"
        ordering = ("organisation__path", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "organisation"], condition=models.Q(until=None), name="a_focus_unit_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.group}重点：{self.organisation.short_name}"


class CheckLine(models.Model):
    """督查清单 — one line of what a group looks at on the spot: nothing that the house knows by itself."""

    group = models.ForeignKey(SupervisionGroup, models.CASCADE, related_name="checks")
    number = models.PositiveSmallIntegerField("次序")
    words = models.CharField("看什么", max_length=120)

    class Meta:
        verbose_name = "督查清单"
        ordering = ("group", "number")
        constraints = (models.UniqueConstraint(fields=["group", "number"], name="check_items_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.words}"

    @property
    def organisation(self) -> Organisation:
        """Who sends the group."""
        return self.group.organisation
