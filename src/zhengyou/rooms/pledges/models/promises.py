"""A promise and its dated steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign, Requirement
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.pledges.models.posts import DutyPost
from zhengyou.rooms.pledges.models.wishes import Wish


class Pledge(Fact):
    """承诺 — a promise of a person, or of the organisation where no person is named."""

    class Kind(models.TextChoices):
        PLEDGE = "pledge", _("承诺")
        DEED = "deed", _("实事好事")
        LETTER = "letter", _("责任书")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    kind = models.CharField("种类", max_length=10, choices=Kind.choices, default=Kind.PLEDGE)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField("承诺什么", max_length=200)
    how_seen = models.CharField("怎样算做到", max_length=200, blank=True)
    drafted_on = models.DateField("拟定")
    published_on = models.DateField("公开", null=True, blank=True)
    withdrawn_on = models.DateField("撤回", null=True, blank=True)
    shown_by_name = models.BooleanField("公开姓名", default=False)
    post = models.ForeignKey(DutyPost, models.PROTECT, null=True, blank=True, related_name="pledges")
    requirement = models.ForeignKey(Requirement, models.PROTECT, null=True, blank=True, related_name="+")
    wishes = models.ManyToManyField(Wish, related_name="pledges", blank=True, verbose_name="来自")
    counterpart = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    cost = models.PositiveIntegerField("花多少钱(元)", null=True, blank=True)

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
            models.CheckConstraint(
                condition=models.Q(kind="letter", counterpart__isnull=False, person=None)
                | (~models.Q(kind="letter") & models.Q(counterpart=None)),
                name="a_letter_has_two_sides",
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
        """Whose promise it is, for everybody: a name only by consent, a leader else by the post."""
        if self.person_id and not self.shown_by_name:
            return getattr(self, "office", "") or str(_("一名党员"))
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
