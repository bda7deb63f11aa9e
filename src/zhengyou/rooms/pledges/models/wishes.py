"""What a promise is made from besides the tasks laid down: what people hope for, members want and leaders ask."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person

KEPT_FOR = timedelta(days=90)  # how long contact data is kept after the answer


class OpenCall(Fact):
    """征集 — for some days everybody may say what the organisations at or below one should do."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    words = models.CharField("请大家说什么", max_length=200)
    opens_on = models.DateField("开始")
    closes_on = models.DateField("截止")

    class Meta:
        verbose_name = "征集"
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="a_call_opens_before_it_closes"
            ),
        )

    def __str__(self) -> str:
        return self.words


class Wish(Fact):
    """心愿 — what somebody hopes that an organisation will do; the public is not asked who it is."""

    class Origin(models.TextChoices):
        PUBLIC = "public", _("群众希望")
        MEMBER = "member", _("党员愿意")
        LEADER = "leader", _("领导要求")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+", verbose_name="活动")
    origin = models.CharField("谁提的", max_length=10, choices=Origin.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.CharField("编号", max_length=10, unique=True)
    words = models.CharField("希望办什么", max_length=300)
    contact = models.TextField("联系方式(加密)", blank=True, editable=False)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "心愿"
        ordering = ("on_day", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(origin="public") | models.Q(contact=""),
                name="only_the_public_leaves_contact_data",
            ),
            models.CheckConstraint(
                condition=models.Q(origin="member") | models.Q(person=None),
                name="only_a_member_wishes_by_name",
            ),
        )
        indexes = (models.Index(fields=["organisation", "on_day"], name="wishes_of_an_organisation"),)

    def __str__(self) -> str:
        return f"心愿{self.number}"


class WishAnswer(Fact):
    """心愿答复 — what becomes of a wish, told to whoever had it and, where that is fit, to everybody."""

    class Verdict(models.TextChoices):
        TAKEN = "taken", _("列入承诺")
        UNDER_WAY = "under_way", _("已经在办")
        PASSED_ON = "passed_on", _("转给能办的单位")
        NOT_NOW = "not_now", _("眼下办不了")

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="answer")
    verdict = models.CharField("结论", max_length=10, choices=Verdict.choices)
    words = models.CharField("怎么答复", max_length=300)
    shown = models.BooleanField("连同心愿一起公开", default=False)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "心愿答复"

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}：{self.words}"

    @property
    def forgets_on(self) -> date:
        """From which day on contact data is gone."""
        return self.on_day + KEPT_FOR
