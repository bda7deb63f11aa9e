"""Facts about meetings: what was called for when, and what was settled there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact

CLASS_HOUR = 45  # minutes


class Meeting(Fact):
    """会议 — people come together on a day for a scheduled length; hours come from it, never from a clock."""

    class Kind(models.TextChoices):
        STUDY = "study", _("集中学习")
        LECTURE = "lecture", _("党课")
        BRANCH = "branch", _("支部党员大会")
        COMMITTEE = "committee", _("支委会")
        GROUP = "group", _("党小组会")
        JOINT = "joint", _("联席会议")
        TRANSITION = "transition", _("转段分析会")
        DELIBERATION = "deliberation", _("议诺会")
        OPEN_DAY = "open_day", _("民主议政日")
        MOBILISATION = "mobilisation", _("动员会")
        FIELD_STUDY = "field_study", _("参观学习")
        MAKE_UP = "make_up", _("补课")

    STUDIES = (Kind.STUDY, Kind.LECTURE, Kind.FIELD_STUDY)

    class Speaker(models.TextChoices):
        LEADER = "leader", _("领导干部")
        EXPERT = "expert", _("专家学者")
        MEMBER = "member", _("本单位党员")

    kind = models.CharField("种类", max_length=12, choices=Kind.choices)
    title = models.CharField("题目", max_length=120)
    held_on = models.DateField("日期")
    starts_at = models.TimeField("时间", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("时长(分钟)")
    place = models.CharField("地点", max_length=60, blank=True)
    topic = models.CharField("专题", max_length=60, blank=True)
    agenda = models.TextField("议程", blank=True)
    speaker = models.CharField("主讲人", max_length=40, blank=True)
    speaks_as = models.CharField("主讲人身份", max_length=8, choices=Speaker.choices, blank=True)
    partners = models.ManyToManyField(
        "core.Organisation", related_name="+", blank=True, verbose_name="联合召集"
    )
    repeats = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeated_by")
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, blank=True, related_name="+"
    )
    stage = models.ForeignKey("campaigns.Stage", models.PROTECT, null=True, blank=True, related_name="+")
    supervised = models.BooleanField("督导组到会", default=False)
    closed_on = models.DateField("点名结束", null=True, blank=True)
    guests = models.PositiveSmallIntegerField("列席人数", default=0)
    record = models.TextField("会议记录", blank=True)
    decisions = models.TextField("决议", blank=True)

    class Meta:
        verbose_name = "会议"
        ordering = ("-held_on", "-pk")
        indexes = (models.Index(fields=["organisation", "held_on"], name="meetings_of_an_organisation"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="a_meeting_lasts"),
            models.CheckConstraint(
                condition=models.Q(repeats=None) | models.Q(kind="make_up"), name="only_a_make_up_repeats"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("held_on")),
                name="list_closed_after_the_meeting",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def studies(self) -> bool:
        """Whether its hours are hours of study."""
        return self.kind in self.STUDIES

    @property
    def class_hours(self) -> float:
        """The scheduled length in 学时 of 45 minutes."""
        return self.minutes / CLASS_HOUR


class Resolution(Fact):
    """决议事项 — something a meeting settled: what, who sees to it, by which day."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField("序号")
    what = models.CharField("事项", max_length=200)
    owner = models.ForeignKey("orgs.Person", models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField("完成日期", null=True, blank=True)
    done_on = models.DateField("办结", null=True, blank=True)

    class Meta:
        verbose_name = "决议事项"
        ordering = ("meeting", "number")
        constraints = (
            models.UniqueConstraint(fields=["meeting", "number"], name="resolutions_are_numbered"),
        )

    def __str__(self) -> str:
        return self.what


fact_table(
    "meeting",
    {"id": "int", "org_id": "int", "on_day": "date", "campaign_id": "int", "kind": "text"},
    "select id, organisation_id as org_id, held_on as on_day, campaign_id, kind from meetings_meeting",
    {"kind": _("种类")},
    {"kind": dict(Meeting.Kind.choices)},
)
