"""Facts about study that no meeting's list holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact


class Work(Fact):
    """读书笔记和心得体会 — what a member wrote: its title and length; the text stays with its author."""

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
    reviewed_on = models.DateField("批阅日期", null=True, blank=True)
    reviewed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField("批语", max_length=200, blank=True)

    class Meta:
        verbose_name = "读书笔记和心得体会"
        constraints = (
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
