"""Facts about attendance: the organiser's record of who came, and how a miss was made up."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.meetings.models.leave import Reason
from zhengyou.rooms.meetings.models.meetings import Meeting


class Attendance(Fact):
    """出勤 — the organiser's record about one person at one meeting, or how a missed one was made up."""

    class How(models.TextChoices):
        PRESENT = "present", _("到会")
        LEAVE = "leave", _("请假")
        ABSENT = "absent", _("缺席")
        AT_HOME = "at_home", _("送课上门")
        MADE_UP = "made_up", _("补课")
        RECORDING = "recording", _("看录像并谈话")

    MAKE_UPS = (How.MADE_UP, How.AT_HOME, How.RECORDING)

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="attendances")
    how = models.CharField("情况", max_length=9, choices=How.choices)
    reason = models.CharField("请假事由", max_length=8, choices=Reason.choices, blank=True)
    on_day = models.DateField("日期")
    makes_up = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="made_up_by")
    at = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="made_up_here")

    class Meta:
        verbose_name = "出勤"
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=models.Q(makes_up=None),
                name="one_entry_a_person_and_meeting",
            ),
            models.CheckConstraint(
                condition=models.Q(makes_up=None) | models.Q(how__in=("made_up", "at_home", "recording")),
                name="a_make_up_says_how",
            ),
            models.CheckConstraint(
                condition=~models.Q(how__in=("made_up", "recording")) | models.Q(makes_up__isnull=False),
                name="made_up_means_linked",
            ),
            models.CheckConstraint(
                condition=models.Q(at=None) | models.Q(how="made_up"), name="made_up_at_a_meeting"
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
        "listed": "bool",
    },
    """select a.id, a.organisation_id as org_id, a.person_id, a.on_day, m.campaign_id, a.meeting_id, m.minutes, a.how,
    case when m.kind in ('study', 'lecture', 'field_study') then true else false end as studies,
    case when a.how in ('present', 'at_home', 'made_up', 'recording') then true else false end as attended,
    case when a.makes_up_id is null then true else false end as listed
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
    where a.how in ('leave', 'absent') and m.kind in ('study', 'lecture', 'field_study')""",
    {"made_up": _("已补课")},
)
