"""Facts about comments: what a leader said on what, what was done about it, whether that will do."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models import Campaign, Requirement


class Comment(Fact):
    """点评 — a leader's words on ``organisation``: on all its work, a promise, a requirement or a score."""

    class Audience(models.TextChoices):
        ONLY = "only", _("只有被点评的单位和它的上级")
        BESIDE = "beside", _("同级单位也看得到")

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="+")
    pledge = models.ForeignKey("pledges.Pledge", models.PROTECT, null=True, blank=True, related_name="+")
    requirement = models.ForeignKey(Requirement, models.PROTECT, null=True, blank=True, related_name="+")
    scheme = models.ForeignKey("appraisal.Scheme", models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField("点评", max_length=300)
    audience = models.CharField("谁看得到", max_length=6, choices=Audience.choices, default=Audience.ONLY)
    on_day = models.DateField("日期")
    due_on = models.DateField("哪天前答复", null=True, blank=True)

    class Meta:
        verbose_name = "点评"
        ordering = ("-on_day", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(due_on=None) | models.Q(due_on__gte=models.F("on_day")),
                name="a_comment_leaves_time_to_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(pledge=None, requirement=None)
                | models.Q(pledge=None, scheme=None)
                | models.Q(requirement=None, scheme=None),
                name="a_comment_is_on_one_thing",
            ),
        )
        indexes = (models.Index(fields=["organisation", "due_on"], name="comments_on_an_organisation"),)

    def __str__(self) -> str:
        return self.words

    @property
    def subject(self) -> str:
        """On what: in the words of the thing itself."""
        thing = self.pledge or self.requirement or self.scheme
        return str(thing) if thing else str(_("整体工作"))


class CommentAnswer(Fact):
    """点评答复 — what the organisation says it did about a comment; it settles nothing yet."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="answers")
    words = models.CharField("做了什么", max_length=300)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "点评答复"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return self.words


class CommentCheck(Fact):
    """点评核销 — whoever comments looked at what was done: it will do, or it is to be answered anew by a day."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="checks")
    holds = models.BooleanField("办到了")
    words = models.CharField("看到了什么", max_length=300, blank=True)
    on_day = models.DateField("日期")
    due_on = models.DateField("再答复到哪天", null=True, blank=True)

    class Meta:
        verbose_name = "点评核销"
        ordering = ("on_day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["comment"], condition=models.Q(holds=True), name="a_comment_is_settled_once"
            ),
            models.CheckConstraint(
                condition=models.Q(holds=True, due_on=None) | models.Q(holds=False, due_on__isnull=False),
                name="what_will_not_do_has_another_limit",
            ),
        )

    def __str__(self) -> str:
        return self.words


# A comment counts from the day by which it was to be answered; those that ask for no answer do not count.
fact_table(
    "comment",
    {
        "id": "int",
        "org_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "answered_on": "date",
        "settled_on": "date",
    },
    """select c.id, c.organisation_id as org_id, c.campaign_id, c.due_on as on_day,
    (select min(a.on_day) from comments_commentanswer as a where a.comment_id = c.id) as answered_on,
    (select min(k.on_day) from comments_commentcheck as k where k.comment_id = c.id and k.holds) as settled_on
    from comments_comment as c where c.due_on is not null""",
    {"answered_on": _("答复日期"), "settled_on": _("核销日期")},
)
