"""Facts about meetings: what was called, and the organiser's record of who came."""

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
        JOINT = "joint", _("联席会议")
        TRANSITION = "transition", _("转段分析会")
        DELIBERATION = "deliberation", _("议诺会")
        OPEN_DAY = "open_day", _("民主议政日")
        MOBILISATION = "mobilisation", _("动员会")
        MAKE_UP = "make_up", _("补课")

    STUDIES = (Kind.STUDY, Kind.LECTURE)

    kind = models.CharField("种类", max_length=12, choices=Kind.choices)
    title = models.CharField("题目", max_length=120)
    held_on = models.DateField("日期")
    starts_at = models.TimeField("时间", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("时长(分钟)")
    place = models.CharField("地点", max_length=60, blank=True)
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, blank=True, related_name="+"
    )
    stage = models.ForeignKey("campaigns.Stage", models.PROTECT, null=True, blank=True, related_name="+")
    supervised = models.BooleanField("督导组到会", default=False)
    closed_on = models.DateField("点名结束", null=True, blank=True)
    decisions = models.TextField("决议", blank=True)

    class Meta:
        verbose_name = "会议"
        ordering = ("-held_on", "-pk")
        indexes = (models.Index(fields=["organisation", "held_on"], name="meetings_of_an_organisation"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="a_meeting_lasts"),
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


class Attendance(Fact):
    """出勤 — the organiser's record about one person at one meeting, or how a missed one was made up."""

    class How(models.TextChoices):
        PRESENT = "present", _("到会")
        LEAVE = "leave", _("请假")
        ABSENT = "absent", _("缺席")
        AT_HOME = "at_home", _("送课上门")
        MADE_UP = "made_up", _("补课")

    class Reason(models.TextChoices):
        DUTY = "duty", _("公务")
        PRIVATE = "private", _("事假")
        OTHER = "other", _("其他")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="attendances")
    how = models.CharField("情况", max_length=8, choices=How.choices)
    reason = models.CharField("请假事由", max_length=8, choices=Reason.choices, blank=True)
    on_day = models.DateField("日期")
    makes_up = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="made_up_by")

    class Meta:
        verbose_name = "出勤"
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=models.Q(makes_up=None),
                name="one_entry_a_person_and_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(makes_up=None) | models.Q(how__in=("made_up", "at_home")),
                name="a_make_up_says_how",
            ),
            models.CheckConstraint(
                condition=~models.Q(how="made_up") | models.Q(makes_up__isnull=False),
                name="made_up_means_linked",
            ),
            models.CheckConstraint(
                condition=models.Q(reason="") | models.Q(how="leave"), name="only_leave_has_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}{self.get_how_display()}：{self.meeting}"

    @property
    def missed(self) -> bool:
        """Whether the person did not come and was not taught at home."""
        return self.how in (self.How.LEAVE, self.How.ABSENT)

    @property
    def late(self) -> bool:
        """Whether it was entered more than a week after the day."""
        return (self.entered_at.date() - self.on_day).days > 7


# Minutes are credited from the meeting: scheduled length × attended. A make-up is credited with the length of
# what it makes up, once, on the day it was made up.
fact_table(
    "attendance",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "on_day": "date",
        "campaign_id": "int",
        "meeting_id": "int",
        "minutes": "int",
        "how": "text",
        "studies": "bool",
        "attended": "bool",
    },
    """select a.id, a.organisation_id as org_id, a.person_id, a.on_day, m.campaign_id, a.meeting_id, m.minutes, a.how,
    case when m.kind in ('study', 'lecture') then true else false end as studies,
    case when a.how in ('present', 'at_home', 'made_up') then true else false end as attended
    from meetings_attendance as a join meetings_meeting as m on m.id = a.meeting_id""",
    {"how": _("怎样"), "minutes": _("时长(分钟)")},
    {"how": dict(Attendance.How.choices)},
)
fact_table(
    "missed",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "on_day": "date",
        "campaign_id": "int",
        "made_up": "bool",
    },
    """select a.id, a.organisation_id as org_id, a.person_id, a.on_day, m.campaign_id,
    case when u.id is null then false else true end as made_up
    from meetings_attendance as a join meetings_meeting as m on m.id = a.meeting_id
    left join meetings_attendance as u on u.makes_up_id = a.id
    where a.how in ('leave', 'absent') and m.kind in ('study', 'lecture')""",
    {"made_up": _("已补课")},
)
fact_table(
    "meeting",
    {"id": "int", "org_id": "int", "on_day": "date", "campaign_id": "int", "kind": "text"},
    "select id, organisation_id as org_id, held_on as on_day, campaign_id, kind from meetings_meeting",
    {"kind": _("种类")},
    {"kind": dict(Meeting.Kind.choices)},
)
