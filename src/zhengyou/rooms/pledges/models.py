"""Facts about promises: what was promised, by which dated steps, what was done, said and judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person


class Pledge(Fact):
    """承诺 — a promise of a person, or of the organisation where no person is named."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField("承诺什么", max_length=200)
    how_seen = models.CharField("怎样算做到", max_length=200, blank=True)
    drafted_on = models.DateField("拟定")
    published_on = models.DateField("公开", null=True, blank=True)
    withdrawn_on = models.DateField("撤回", null=True, blank=True)
    shown_by_name = models.BooleanField("公开姓名", default=False)

    class Meta:
        verbose_name = "承诺"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(published_on=None) | ~models.Q(how_seen=""),
                name="published_pledge_can_be_checked",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gte=models.F("published_on")),
                name="pledge_published_before_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(shown_by_name=False),
                name="only_people_consent_to_their_name",
            ),
        )
        indexes = (models.Index(fields=["organisation", "published_on"], name="pledges_of_an_organisation"),)

    def __str__(self) -> str:
        return self.what

    @property
    def who(self) -> str:
        """Whose promise it is, for those who may see the roster."""
        return str(self.person or self.organisation.short_name)

    @property
    def who_in_public(self) -> str:
        """Whose promise it is, for everybody: a name only where its bearer consented."""
        if self.person_id and not self.shown_by_name:
            return str(_("一名党员"))
        return self.who


class Step(models.Model):
    """承诺步骤 — one part of a promise, to be done by a day."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField("次序")
    what = models.CharField("做什么", max_length=100)
    due_on = models.DateField("期限")

    class Meta:
        verbose_name = "承诺步骤"
        ordering = ("pledge", "due_on", "number")
        constraints = (
            models.UniqueConstraint(fields=["pledge", "number"], name="pledge_steps_are_numbered"),
        )

    def __str__(self) -> str:
        return self.what

    @property
    def organisation(self) -> Organisation:
        """Where the promise was made."""
        return self.pledge.organisation

    @property
    def person_id(self) -> int | None:
        """Whose promise it is; nobody's own where the organisation promised."""
        return self.pledge.person_id


class Fulfilment(Fact):
    """履诺 — a step was done on a day; done late or entered late, it counts and shows as that."""

    step = models.OneToOneField(Step, models.PROTECT, related_name="fulfilment")
    on_day = models.DateField("做到的日子")
    words = models.CharField("做到了什么", max_length=300)

    class Meta:
        verbose_name = "履诺"

    def __str__(self) -> str:
        return self.words


class Discussion(Fact):
    """议诺 — what was said at a meeting about a promise, or about all of an organisation."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, null=True, blank=True, related_name="discussions")
    on_day = models.DateField("日期")
    words = models.CharField("说了什么", max_length=300)

    class Meta:
        verbose_name = "议诺"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return self.words


class Review(Fact):
    """评诺 — a promise was judged: from above, or by a vote of peers, members or the public, told in sum."""

    class Source(models.TextChoices):
        ABOVE = "above", _("上级")
        PEERS = "peers", _("同级")
        MEMBERS = "members", _("党员")
        PUBLIC = "public", _("群众")

    class Verdict(models.TextChoices):
        KEPT = "kept", _("做到了")
        PARTLY = "partly", _("做了一半")
        NOT_KEPT = "not_kept", _("没做到")

    pledge = models.ForeignKey(Pledge, models.PROTECT, related_name="reviews")
    source = models.CharField("谁评的", max_length=10, choices=Source.choices)
    verdict = models.CharField("结论", max_length=10, choices=Verdict.choices)
    votes = models.JSONField("票数", default=dict, blank=True)
    words = models.CharField("说了什么", max_length=300, blank=True)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "评诺"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return f"{self.get_source_display()}评：{self.get_verdict_display()}"


class Change(Fact):
    """改诺 — the words or a day of a published promise were changed; what stood before stays readable."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="changes")
    before = models.CharField("原来", max_length=300)
    why = models.CharField("为什么改", max_length=200)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "改诺"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return f"原为“{self.before}”"


# A person's first promise in a campaign is marked, so that people add up without being counted twice.
fact_table(
    "pledge",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "first": "int",
    },
    """select p.id, p.organisation_id as org_id, p.person_id, p.campaign_id, p.published_on as on_day,
    case when exists (
        select 1 from pledges_pledge as e where e.person_id = p.person_id and e.campaign_id = p.campaign_id
        and e.published_on is not null and e.withdrawn_on is null
        and (e.published_on < p.published_on or (e.published_on = p.published_on and e.id < p.id))
    ) then 0 else 1 end as first
    from pledges_pledge as p where p.published_on is not null and p.withdrawn_on is null""",
)
# A step counts from the day on which it is due; what was due before a promise was withdrawn stays due.
fact_table(
    "pledge_step",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "kept": "int",
        "fulfilled_on": "date",
    },
    """select s.id, p.organisation_id as org_id, p.person_id, p.campaign_id, s.due_on as on_day,
    case when f.id is null then 0 else 1 end as kept, f.on_day as fulfilled_on
    from pledges_step as s
    join pledges_pledge as p on p.id = s.pledge_id
    left join pledges_fulfilment as f on f.step_id = s.id
    where p.published_on is not null and (p.withdrawn_on is null or s.due_on <= p.withdrawn_on)""",
    {"kept": _("已兑现"), "fulfilled_on": _("做到的日子")},
)
# A promise may be judged by several: the first judgement makes it judged, the latest says how.
fact_table(
    "pledge_review",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "source": "text",
        "verdict": "text",
        "first": "int",
        "latest": "int",
    },
    """select r.id, p.organisation_id as org_id, p.person_id, p.campaign_id, r.on_day, r.source, r.verdict,
    case when exists (select 1 from pledges_review as e where e.pledge_id = r.pledge_id
        and (e.on_day < r.on_day or (e.on_day = r.on_day and e.id < r.id))) then 0 else 1 end as first,
    case when exists (select 1 from pledges_review as e where e.pledge_id = r.pledge_id
        and (e.on_day > r.on_day or (e.on_day = r.on_day and e.id > r.id))) then 0 else 1 end as latest
    from pledges_review as r join pledges_pledge as p on p.id = r.pledge_id""",
    {"source": _("谁评的"), "verdict": _("结论")},
    {"source": dict(Review.Source.choices), "verdict": dict(Review.Verdict.choices)},
)
