"""A round of ratings, what it rates, and its boxes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact, Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person


class Grade(models.TextChoices):
    """等次 — the four answers to every question."""

    GOOD = "good", _("好")
    FAIRLY_GOOD = "fairly_good", _("较好")
    FAIR = "fair", _("一般")
    POOR = "poor", _("差")


class Group(models.TextChoices):
    """测评来源 — from which side an organisation is rated."""

    BELOW = "below", _("党员测评")
    PEERS = "peers", _("同级互评")
    ABOVE = "above", _("上级考评")
    PUBLIC = "public", _("群众评议")
    SELF = "self", _("自评")


class Access(models.TextChoices):
    """投法 — how one comes to rate: by a code that is good once, or by a link that everybody may use."""

    CODE = "code", _("凭码，一码一票")
    LINK = "link", _("公开链接，不发码")


# What an organisation says of itself has an author; every other side rates in secret, and cannot be asked not to.
SECRET = (Group.BELOW, Group.PEERS, Group.ABOVE, Group.PUBLIC)


class Round(Fact):
    """测评 — organisations are rated by the same questions from a day to a day; whoever holds it opens the boxes."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    name = models.CharField("名称", max_length=60)
    opens_on = models.DateField("开始")
    closes_on = models.DateField("截止")
    groups = models.JSONField("测评来源")
    questions = models.JSONField("问题")
    access = models.CharField("投法", max_length=10, choices=Access.choices, default=Access.CODE)
    criteria_set = models.CharField("标准", max_length=60, blank=True, default="")

    class Meta:
        verbose_name = "测评"
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="round_closes_after_it_opens"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Subject(models.Model):
    """测评对象 — an organisation that a round rates."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="subjects")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "测评对象"
        ordering = ("round", "organisation__path")
        constraints = (
            models.UniqueConstraint(fields=["round", "organisation"], name="rated_once_in_a_round"),
        )

    def __str__(self) -> str:
        return f"{self.round}·{self.organisation.short_name}"


class Box(models.Model):
    """票箱 — where the ballots of one side on one organisation lie."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="boxes")
    group = models.CharField("来源", max_length=10, choices=[(g.value, g.label) for g in SECRET])

    class Meta:
        verbose_name = "票箱"
        ordering = ("subject", "pk")
        constraints = (models.UniqueConstraint(fields=["subject", "group"], name="one_box_a_group"),)

    def __str__(self) -> str:
        return f"{self.subject}·{self.get_group_display()}"

    @property
    def organisation(self) -> Organisation:
        """Who holds the round, and so the box: never the organisation rated, unless it asks about itself."""
        return self.subject.round.organisation


class Issue(Fact):
    """发码 — so many codes were printed for a box; which they are is known on the slips alone."""

    box = models.ForeignKey(Box, models.PROTECT, related_name="issues")
    number = models.PositiveIntegerField("个数")
    occasion = models.CharField("在哪里发", max_length=60, blank=True, default="")

    class Meta:
        verbose_name = "发码"

    def __str__(self) -> str:
        return f"{self.box}发码{self.number}个"


class Drawing(Fact):
    """领码 — a member drew a code on one's own page: that a code was drawn, never which."""

    box = models.ForeignKey(Box, models.PROTECT, related_name="drawings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "领码"
        constraints = (models.UniqueConstraint(fields=["box", "person"], name="one_code_a_member"),)

    def __str__(self) -> str:
        return f"{self.box}领码"


class SelfRating(Fact):
    """自评 — what an organisation answers about itself, openly and by name."""

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="self_rating")
    answers = models.JSONField("回答")

    class Meta:
        verbose_name = "自评"

    def __str__(self) -> str:
        return f"{self.subject}自评"


class Closing(Fact):
    """开箱 — the boxes of a round were opened: how many codes were out, how many ballots lay in them.

    The digest tells later whether the ballots are still those that were found. It is keyed: without the
    key nobody can try out what a small box may have held until the digest fits.
    """

    round = models.OneToOneField(Round, models.PROTECT, related_name="closing")
    issued = models.PositiveIntegerField("发出")
    cast = models.PositiveIntegerField("收回")
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "开箱"

    def __str__(self) -> str:
        return f"{self.round}发出{self.issued}码，收回{self.cast}票，全部选票的摘要{self.digest}"
