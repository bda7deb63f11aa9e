"""Facts about keeping in touch with members who live elsewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.orgs.models import Person


class Contact(Fact):
    """联系流动党员 — somebody of the branch sought a member who is away: how, on which day, reached or not.

    That they spoke is kept, never where the member was.
    """

    class How(models.TextChoices):
        PHONE = "phone", _("电话")
        VISIT = "visit", _("走访")
        ONLINE = "online", _("线上")
        BACK_HOME = "back_home", _("返乡")

    person = models.ForeignKey(Person, models.PROTECT, related_name="contacts")
    who = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="contacts_made")
    on_day = models.DateField("日期")
    how = models.CharField("方式", max_length=10, choices=How.choices)
    reached = models.BooleanField("联系上了", default=True)

    class Meta:
        verbose_name = "联系流动党员"
        ordering = ("-on_day", "-pk")
        indexes = (models.Index(fields=["person", "-on_day"], name="contacts_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.person}（{self.get_how_display()}）"


fact_table(
    "contact",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "on_day": "date",
        "how": "text",
        "reached": "bool",
    },
    """select id, organisation_id as org_id, person_id, on_day, how, reached from mobility_contact""",
    {"how": _("方式"), "reached": _("联系上了")},
    {"how": dict(Contact.How.choices)},
)
