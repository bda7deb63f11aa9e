"""Facts about the debate of concrete requirements. Nobody's name stands under a proposal or an opinion."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Category, Fact
from zhengyou.rooms.campaigns.models import Campaign


class Debate(Fact):
    """具体要求讨论 — opened by an organisation for all below it, or for those of one field or post, until a day."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField("题目", max_length=80)
    category = models.CharField("类别", max_length=20, choices=Category.choices, blank=True)
    post = models.CharField("岗位", max_length=40, blank=True)
    opened_on = models.DateField("开始")
    closes_on = models.DateField("截止")

    class Meta:
        verbose_name = "具体要求讨论"
        ordering = ("-opened_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opened_on")),
                name="debate_closes_after_it_opens",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Proposal(Fact):
    """提法 — one line that somebody of an organisation would have in the standard."""

    debate = models.ForeignKey(Debate, models.CASCADE, related_name="proposals")
    words = models.CharField("提法", max_length=200)
    made_on = models.DateField("日期")

    class Meta:
        verbose_name = "提法"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words


class Opinion(Fact):
    """意见 — what members, or the public whom a branch has asked, say of a proposal."""

    class Source(models.TextChoices):
        MEMBERS = "members", _("党员")
        PUBLIC = "public", _("群众")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="opinions")
    source = models.CharField("谁的意见", max_length=8, choices=Source.choices)
    words = models.CharField("意见", max_length=300)
    said_on = models.DateField("日期")

    class Meta:
        verbose_name = "意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words


class AgreedStandard(Fact):
    """具体要求 — what was settled at the end of a debate, in numbered lines."""

    debate = models.OneToOneField(Debate, models.PROTECT, related_name="standard")
    adopted_on = models.DateField("定下")

    class Meta:
        verbose_name = "具体要求"

    def __str__(self) -> str:
        return str(self.debate)


class StandardLine(models.Model):
    """具体要求条目 — one line of a standard, and the proposals that went into it."""

    standard = models.ForeignKey(AgreedStandard, models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField("次序")
    words = models.CharField("内容", max_length=200)
    made_of: models.ManyToManyField = models.ManyToManyField(Proposal, related_name="lines", blank=True)

    class Meta:
        verbose_name = "具体要求条目"
        ordering = ("standard", "number")
        constraints = (
            models.UniqueConstraint(fields=["standard", "number"], name="lines_of_a_standard_are_numbered"),
        )

    def __str__(self) -> str:
        return self.words
