"""Facts about double registration: where a member helps out at home, by the member's own word."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.orgs.models import Dated, Person


class Residence(Dated):
    """社区报到 — a member registered with the community where one lives; nobody else may enter it, no address is held."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="residences")

    class Meta:
        verbose_name = "社区报到"
        constraints = (
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until=None), name="one_residence_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="residence_ends_after_it_began",
            ),
        )
        indexes = (models.Index(fields=["organisation", "until"], name="residents_of_a_community"),)

    def __str__(self) -> str:
        return f"{self.person}（{self.organisation.short_name}）"


class Service(Fact):
    """报到服务 — what a registered member did for the community on a day; the home branch reads the same entry."""

    residence = models.ForeignKey(Residence, models.PROTECT, related_name="services")
    person = models.ForeignKey(Person, models.PROTECT, related_name="services")
    on_day = models.DateField("日期")
    what = models.CharField("做了什么", max_length=100)
    minutes = models.PositiveSmallIntegerField("分钟")

    class Meta:
        verbose_name = "报到服务"
        ordering = ("-on_day", "-pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="service_takes_time"),
            models.UniqueConstraint(
                fields=["residence", "on_day", "what"], name="a_service_is_entered_once_a_day"
            ),
        )
        indexes = (models.Index(fields=["person", "-on_day"], name="services_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.person}：{self.what}"


fact_table(
    "residence",
    {"id": "int", "org_id": "int", "person_id": "int", "since": "date", "until": "date"},
    "select id, organisation_id as org_id, person_id, since, until from mobility_residence",
    {"since": _("起"), "until": _("止")},
)
# The same service seen from the community where it was done …
fact_table(
    "service",
    {"id": "int", "org_id": "int", "person_id": "int", "on_day": "date", "minutes": "int"},
    "select id, organisation_id as org_id, person_id, on_day, minutes from mobility_service",
    {"minutes": _("分钟")},
)
# … and from the branch where the person was a member on that day.
fact_table(
    "member_service",
    {"id": "int", "org_id": "int", "person_id": "int", "on_day": "date", "minutes": "int"},
    """select s.id, m.organisation_id as org_id, s.person_id, s.on_day, s.minutes
    from mobility_service as s
    join orgs_membership as m on m.person_id = s.person_id and m.line = 'party'
    and m.since <= s.on_day and (m.until is null or m.until > s.on_day)""",
    {"minutes": _("分钟")},
)
