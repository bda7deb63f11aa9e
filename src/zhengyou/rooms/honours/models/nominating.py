"""Facts about nominations: who, why, with whose consent, what was checked, and what each level above said."""

from django.db import models

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.honours.models.kinds import HonourBatch
from zhengyou.rooms.orgs.models import Person


class Nomination(Fact):
    """推荐 — ``organisation`` names one of its own for an honour and says why."""

    batch = models.ForeignKey(HonourBatch, models.PROTECT, related_name="nominations")
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    home = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="所在组织")
    county_rank = models.BooleanField("县处级干部", default=False)
    words = models.CharField("主要事迹", max_length=500)
    nominated_on = models.DateField("推荐日期")

    class Meta:
        verbose_name = "推荐"
        ordering = ("home__path", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(unit=None, person__isnull=False)
                | models.Q(unit__isnull=False, person=None),
                name="nominated_is_one_unit_or_one_person",
            ),
            models.CheckConstraint(
                condition=models.Q(county_rank=False) | models.Q(person__isnull=False),
                name="only_people_have_a_rank",
            ),
            models.UniqueConstraint(fields=["batch", "unit"], name="a_unit_is_nominated_once_a_batch"),
            models.UniqueConstraint(fields=["batch", "person"], name="a_person_is_nominated_once_a_batch"),
        )

    def __str__(self) -> str:
        return f"{self.who}（{self.batch}）"

    @property
    def who(self) -> str:
        """Whom it names, for those who work with it."""
        return str(self.unit or self.person)

    @property
    def of_person(self) -> bool:
        """Whether it names somebody, who then has to consent."""
        return self.person_id is not None


class NominationConsent(Fact):
    """本人意见 — the person named consents, or takes it back; the last word counts."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="consents")
    agreed = models.BooleanField("同意")
    on_paper = models.BooleanField("纸质签名", default=False)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "本人意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return "同意" if self.agreed else "不同意"


class Judgement(Fact):
    """条件核实 — a condition that no figure tells, judged by people of ``organisation``, who say how they know."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="judgements")
    number = models.PositiveSmallIntegerField("第几条")
    holds = models.BooleanField("符合")
    words = models.CharField("怎样核实的", max_length=200)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "条件核实"
        ordering = ("number", "pk")
        constraints = (
            models.UniqueConstraint(fields=["nomination", "number"], name="a_condition_is_judged_once"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_judgement_says_how_one_knows"),
        )

    def __str__(self) -> str:
        return "符合" if self.holds else "不符合"


class Recommendation(Fact):
    """逐级意见 — what one level between nominator and giver says: passed on, or not."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="recommendations")
    recommended = models.BooleanField("同意上报")
    words = models.CharField("意见", max_length=200, blank=True)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "逐级意见"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["nomination", "organisation"], name="one_word_a_level"),
            models.CheckConstraint(
                condition=models.Q(recommended=True) | ~models.Q(words=""),
                name="what_is_not_passed_on_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}{'同意上报' if self.recommended else '不上报'}"
