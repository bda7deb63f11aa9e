"""Facts about what is to be studied: plans, the texts on their lists, and who has read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table, more_rows
from zhengyou.core.models import Fact, Organisation


class StudyPlan(Fact):
    """学习计划 — what an organisation and all below it study from a day to a day; nobody below has to write another."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField("名称", max_length=60)
    own_topics = models.PositiveSmallIntegerField("各单位自选专题数", default=1)
    starts_on = models.DateField("开始")
    ends_on = models.DateField("结束")

    class Meta:
        verbose_name = "学习计划"
        ordering = ("-starts_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name"], name="one_study_plan_of_a_name"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="study_plan_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Topic(Fact):
    """专题 — what is studied under a plan: those of the plan for all below, and one of a unit's own (四加一)."""

    plan = models.ForeignKey(StudyPlan, models.CASCADE, related_name="topics")
    title = models.CharField("专题", max_length=60)

    class Meta:
        verbose_name = "专题"
        ordering = ("plan", "pk")
        constraints = (
            models.UniqueConstraint(fields=["plan", "organisation", "title"], name="a_topic_stands_once"),
        )

    def __str__(self) -> str:
        return self.title


class Reading(models.Model):
    """必读篇目 — a text on a plan's list, to be read by a day by every member at or below the plan's organisation."""

    plan = models.ForeignKey(StudyPlan, models.CASCADE, related_name="readings")
    title = models.CharField("篇目", max_length=120)
    due_on = models.DateField("读完日期")
    required = models.BooleanField("必读", default=True)
    minutes = models.PositiveSmallIntegerField("自学计学时(分钟)", default=0)

    class Meta:
        verbose_name = "必读篇目"
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["plan", "title"], name="a_text_stands_once_on_a_list"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def organisation(self) -> Organisation:
        """Whose list it stands on."""
        return self.plan.organisation


class ReadingDone(Fact):
    """读毕 — a member has read a text, by the branch's record; when it took place and how long is not asked."""

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="done")
    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="+")
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "读毕"
        constraints = (models.UniqueConstraint(fields=["reading", "person"], name="a_text_is_read_once"),)

    def __str__(self) -> str:
        return f"{self.person}《{self.reading}》"


class ReadingTaught(Fact):
    """所讲篇目 — a lecture was on a text of a list; who came is read from the meeting's own list."""

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="taught")
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "所讲篇目"
        constraints = (
            models.UniqueConstraint(fields=["reading", "meeting"], name="a_lecture_is_on_a_text_once"),
        )

    def __str__(self) -> str:
        return f"{self.meeting}《{self.reading}》"


# Due from everybody who was a member on the day by which it had to be read, in the tree as it was then.
fact_table(
    "reading",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "on_day": "date",
        "campaign_id": "int",
        "done": "bool",
    },
    f"""select r.id, m.organisation_id as org_id, m.person_id, r.due_on as on_day, p.campaign_id,
    case when d.id is null then false else true end as done
    from study_reading as r join study_studyplan as p on p.id = r.plan_id
    join {STATES} as a on a.id = p.organisation_id and a.since <= r.due_on and a.until > r.due_on
    join {STATES} as o on o.path >= a.path and o.path < a.path_end and o.since <= r.due_on and o.until > r.due_on
    join orgs_membership as m on m.organisation_id = o.id and m.line = 'party'
        and m.since <= r.due_on and (m.until is null or m.until > r.due_on)
    left join study_readingdone as d on d.reading_id = r.id and d.person_id = m.person_id
    where r.required""",  # noqa: S608 — our own tables
    {"done": _("已读")},
)
# Study alone counts as hours only as far as a plan grants it for a text that has been read; nobody is timed.
more_rows(
    "attendance",
    """select d.id, d.organisation_id as org_id, d.person_id, d.on_day, p.campaign_id, null as meeting_id, r.minutes,
    'alone' as how, true as studies, true as attended, false as listed
    from study_readingdone as d join study_reading as r on r.id = d.reading_id
    join study_studyplan as p on p.id = r.plan_id where r.minutes > 0""",
    {"how": {"alone": _("自学")}},
)
