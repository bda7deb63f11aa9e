"""Facts about honours given: by whose decision, until when, and whether they were taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.honours.models.kinds import Seat
from zhengyou.rooms.honours.models.nominating import Nomination


class HonourDecision(Fact):
    """表彰决定 — a leader of ``organisation`` gives an honour or not; ``meeting`` is where it was decided."""

    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="decision")
    given = models.BooleanField("授予")
    meeting = models.CharField("在哪个会议决定", max_length=80)
    words = models.CharField("理由", max_length=200, blank=True)
    decided_on = models.DateField("决定日期")

    class Meta:
        verbose_name = "表彰决定"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(given=True) | ~models.Q(words=""), name="what_is_not_given_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{'授予' if self.given else '不授予'}{self.nomination}"


class Honour(Fact):
    """荣誉 — what was given by ``organisation``, one seat of a batch; valid until a day where one is laid down."""

    decision = models.OneToOneField(HonourDecision, models.PROTECT, related_name="honour")
    seat = models.OneToOneField(Seat, models.PROTECT, related_name="honour")
    code = models.CharField("查验码", max_length=24, unique=True)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "荣誉"
        ordering = ("-since", "seat__batch", "seat__number")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gt=models.F("since")),
                name="an_honour_lasts_a_day",
            ),
        )

    def __str__(self) -> str:
        return str(self.decision.nomination)

    @property
    def nomination(self) -> Nomination:
        """Whom it was given to and why."""
        return self.decision.nomination

    @property
    def home(self) -> Organisation:
        """Where it counts: the unit that holds it, or that of the person who does."""
        return self.nomination.home


class Revocation(Fact):
    """撤销荣誉 — an honour is taken back from a day on, and why; the register goes on telling of it."""

    honour = models.OneToOneField(Honour, models.PROTECT, related_name="revocation")
    words = models.CharField("理由", max_length=200)
    revoked_on = models.DateField("撤销日期")

    class Meta:
        verbose_name = "撤销荣誉"
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="a_revocation_says_why"),)

    def __str__(self) -> str:
        return f"撤销{self.honour}"


HELD = """from honours_honour as h join honours_honourdecision as d on d.id = h.decision_id
    join honours_nomination as n on n.id = d.nomination_id
    join honours_honourbatch as b on b.id = n.batch_id join honours_honourkind as k on k.id = b.kind_id
    left join honours_revocation as r on r.honour_id = h.id"""
# What was revoked on its first day was held on none.
fact_table(
    "honour_held",
    {"id": "int", "org_id": "int", "campaign_id": "int", "holder": "text", "since": "date", "until": "date"},
    f"""select h.id, n.home_id as org_id, coalesce(k.campaign_id, 0) as campaign_id, k.holder, h.since,
    case when h.until is null or r.revoked_on < h.until then r.revoked_on else h.until end as until
    {HELD} where r.revoked_on is null or r.revoked_on > h.since""",  # noqa: S608 — our own tables
    {"holder": _("授予"), "since": _("起"), "until": _("止")},
    {"holder": {"organisation": _("组织"), "person": _("个人")}},
)
fact_table(
    "honour_revoked",
    {"id": "int", "org_id": "int", "campaign_id": "int", "on_day": "date"},
    f"""select h.id, n.home_id as org_id, coalesce(k.campaign_id, 0) as campaign_id, r.revoked_on as on_day
    {HELD} where r.revoked_on is not null""",  # noqa: S608 — our own tables
)
