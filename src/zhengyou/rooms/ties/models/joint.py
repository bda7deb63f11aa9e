"""Facts about bodies that several organisations have together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.orgs.models import Dated


class JointBody(Dated):
    """联席会议 — a standing body of several organisations; the one to which it belongs convenes it."""

    name = models.CharField("名称", max_length=60)
    purpose = models.CharField("做什么", max_length=200, blank=True)

    class Meta:
        verbose_name = "联席会议"
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(until=None),
                name="one_body_of_a_name",
            ),
        )

    def __str__(self) -> str:
        return self.name


class BodyMember(Dated):
    """联席成员 — an organisation sits on a joint body, from a day to a day; entered by the convener."""

    body = models.ForeignKey(JointBody, models.PROTECT, related_name="members")
    member = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="成员组织")

    class Meta:
        verbose_name = "联席成员"
        constraints = (
            models.UniqueConstraint(
                fields=["body", "member"], condition=models.Q(until=None), name="a_member_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.body}：{self.member}"


class JointSession(Fact):
    """联席会 — a meeting of its convener that is the body's; what was decided, and who was there."""

    body = models.ForeignKey(JointBody, models.PROTECT, related_name="sessions")
    meeting = models.OneToOneField("meetings.Meeting", models.PROTECT, related_name="+")
    present = models.ManyToManyField(Organisation, related_name="+", verbose_name="到会组织")
    decisions = models.TextField("议定事项", blank=True)
    recorded_on = models.DateField("登记日期", null=True, blank=True)

    class Meta:
        verbose_name = "联席会"

    def __str__(self) -> str:
        return str(self.meeting)


class Information(Fact):
    """信息通报 — what one organisation of a body lets the others know; nobody is asked whether it was read."""

    body = models.ForeignKey(JointBody, models.PROTECT, related_name="told")
    on_day = models.DateField("日期")
    words = models.TextField("内容", max_length=2000)

    class Meta:
        verbose_name = "信息通报"
        ordering = ("-on_day", "-pk")

    def __str__(self) -> str:
        return self.words[:40]


fact_table(
    "joint_body",
    {"id": "int", "org_id": "int", "since": "date", "until": "date"},
    "select id, organisation_id as org_id, since, until from ties_jointbody",
    {"since": _("起")},
)
# Once, at the convener, however many sit on the body.
fact_table(
    "joint_session",
    {"id": "int", "org_id": "int", "on_day": "date", "campaign_id": "int"},
    """select s.id, s.organisation_id as org_id, m.held_on as on_day, m.campaign_id
    from ties_jointsession as s join meetings_meeting as m on m.id = s.meeting_id""",
)
