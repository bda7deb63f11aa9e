"""Facts about visits: when a group was where, what it saw on the spot, and at which meetings it sat."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.supervision.models.groups import CheckLine, SupervisionGroup


class SupervisionVisit(Fact):
    """督导 — a group was at ``organisation`` on a day; open until what was seen is said in a sentence."""

    class How(models.TextChoices):
        REPORT = "report", _("听取汇报")
        STUDY = "study", _("专题调研")
        TALK = "talk", _("交流座谈")
        OPEN = "open", _("明查")
        UNANNOUNCED = "unannounced", _("暗访")

    group = models.ForeignKey(SupervisionGroup, models.PROTECT, related_name="visits")
    how = models.CharField("方式", max_length=12, choices=How.choices)
    visited_on = models.DateField("日期")
    why_again = models.CharField("为什么再去", max_length=120, blank=True)
    words = models.CharField("总的看", max_length=300, blank=True)
    finished_on = models.DateField("结束登记", null=True, blank=True)

    class Meta:
        verbose_name = "督导"
        ordering = ("-visited_on", "-pk")
        indexes = (
            models.Index(fields=["organisation", "visited_on"], name="supervision_of_an_organisation"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(finished_on=None)
                | (models.Q(finished_on__gte=models.F("visited_on")) & ~models.Q(words="")),
                name="a_finished_visit_says_what_was_seen",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group}到{self.organisation.short_name}"


class Checked(models.Model):
    """查看结果 — how one line of the check-list stood at a visit."""

    class How(models.TextChoices):
        GOOD = "good", _("好")
        WANTING = "wanting", _("有问题")
        UNSEEN = "unseen", _("没看")

    visit = models.ForeignKey(SupervisionVisit, models.CASCADE, related_name="checked")
    item = models.ForeignKey(CheckLine, models.PROTECT, related_name="+")
    how = models.CharField("结果", max_length=8, choices=How.choices)

    class Meta:
        verbose_name = "查看结果"
        ordering = ("item__number",)
        constraints = (models.UniqueConstraint(fields=["visit", "item"], name="an_item_once_a_visit"),)

    def __str__(self) -> str:
        return f"{self.item.words}：{self.get_how_display()}"


class Presence(Fact):
    """上级到会 — somebody from above was at an organisation's meeting, and what they said of it."""

    class As(models.TextChoices):
        SUPERVISION_GROUP = "supervision_group", _("督导组")
        LEADING_GROUP = "leading_group", _("领导小组")
        OFFICE = "office", _("办公室")

    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="+", verbose_name="会议")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="谁")
    capacity = models.CharField("以什么身份", max_length=20, choices=As.choices)
    group = models.ForeignKey(SupervisionGroup, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField("评价", max_length=300, blank=True)

    class Meta:
        verbose_name = "上级到会"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["meeting", "who"], name="present_once_at_a_meeting"),
            models.CheckConstraint(
                condition=models.Q(capacity="supervision_group", group__isnull=False)
                | (~models.Q(capacity="supervision_group") & models.Q(group=None)),
                name="of_a_group_where_a_group_sent_them",
            ),
        )

    def __str__(self) -> str:
        return f"{self.who}（{self.get_capacity_display()}）到会"


fact_table(
    "supervision_visit",
    {"id": "int", "org_id": "int", "campaign_id": "int", "on_day": "date", "how": "text"},
    """select v.id, v.organisation_id as org_id, g.campaign_id, v.visited_on as on_day, v.how
    from supervision_supervisionvisit as v join supervision_supervisiongroup as g on g.id = v.group_id""",
    {"how": _("方式")},
    {"how": dict(SupervisionVisit.How.choices)},
)
