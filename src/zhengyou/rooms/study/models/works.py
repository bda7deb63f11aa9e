"""Facts about what members wrote, and who reviewed it when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact


class Work(Fact):
    """读书笔记和心得体会 — what a member wrote: its title and length; the text only where its author puts it in.

    The text is for its author and the reviewer alone, and is no part of any figure but its length.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("读书笔记")
        ESSAY = "essay", _("心得体会")

    person = models.ForeignKey("orgs.Person", models.PROTECT, related_name="works")
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField("种类", max_length=6, choices=Kind.choices)
    title = models.CharField("题目", max_length=120)
    characters = models.PositiveIntegerField("字数")
    written_on = models.DateField("日期")
    text = models.TextField("正文", blank=True)
    reviewed_on = models.DateField("批阅日期", null=True, blank=True)
    reviewed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField("批语", max_length=200, blank=True)

    class Meta:
        verbose_name = "读书笔记和心得体会"
        indexes = (models.Index(fields=["organisation", "written_on"], name="works_of_an_organisation"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(characters__gt=0), name="a_work_has_characters"),
            models.CheckConstraint(
                condition=models.Q(reviewed_on=None) | models.Q(reviewed_on__gte=models.F("written_on")),
                name="reviewed_after_it_was_written",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}《{self.title}》"


fact_table(
    "work",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "on_day": "date",
        "campaign_id": "int",
        "kind": "text",
        "characters": "int",
        "reviewed": "bool",
    },
    """select id, organisation_id as org_id, person_id, written_on as on_day, campaign_id, kind, characters,
    case when reviewed_on is null then false else true end as reviewed from study_work""",
    {"kind": _("种类"), "characters": _("字数"), "reviewed": _("已批阅")},
    {"kind": dict(Work.Kind.choices)},
)
# A week, Monday to Sunday, in which a branch's members wrote notes is due a week after it ended: by then all of
# them have been looked at, or the week lacks. 1 January 1900 was a Monday.
_SINCE_MONDAY = "mod(datediff(n.written_on, cast('1900-01-01' as date)), 7)"
_DUE = " ".join(
    f"when {day} then cast(date_add(n.written_on, interval {13 - day} day) as date)" for day in range(7)
)
fact_table(
    "review_week",
    {"id": "int", "org_id": "int", "on_day": "date", "reviewed": "bool"},
    f"""select min(w.id) as id, w.org_id, w.on_day, case when max(w.late) = 0 then true else false end as reviewed
    from (
        select d.id, d.org_id, d.on_day, case when d.reviewed_on <= d.on_day then 0 else 1 end as late
        from (
            select n.id, n.organisation_id as org_id, n.reviewed_on, case {_SINCE_MONDAY} {_DUE} end as on_day
            from study_work as n where n.kind = 'note'
        ) as d
    ) as w
    group by w.org_id, w.on_day""",  # noqa: S608 — our own table
    {"reviewed": _("按周批阅")},
)
