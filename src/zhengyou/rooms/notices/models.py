"""Facts about reminders: where they go, and what became of each."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.models import Fact, Organisation
from zhengyou.core.secrets import unseal


class Choice(models.Model):
    """接收方式 — whether somebody wants the day's list by mail, and at which address (sealed at rest)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mail_sealed = models.TextField(blank=True, editable=False)
    by_mail = models.BooleanField("发邮件", default=False)

    class Meta:
        verbose_name = "接收方式"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(by_mail=False) | ~models.Q(mail_sealed=""), name="mail_goes_to_an_address"
            ),
        )

    def __str__(self) -> str:
        return str(self.user)

    @property
    def mail(self) -> str:
        """The address in plain."""
        return unseal(self.mail_sealed)


class Robot(Fact):
    """群机器人 — the robot of an organisation's own chat group; told how much is due, never of whom."""

    class Kind(models.TextChoices):
        WECOM = "wecom", _("企业微信")
        DINGTALK = "dingtalk", _("钉钉")
        FEISHU = "feishu", _("飞书")

    kind = models.CharField("哪一家", max_length=10, choices=Kind.choices)
    address_sealed = models.TextField(editable=False)
    secret_sealed = models.TextField(blank=True, editable=False)
    ended_on = models.DateField("停用", null=True, blank=True)

    class Meta:
        verbose_name = _("群机器人")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(ended_on=None), name="one_robot_an_organisation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation.short_name}的{self.get_kind_display()}群"

    @property
    def address(self) -> str:
        """The address in plain; whoever has it can write into the group."""
        return unseal(self.address_sealed)

    @property
    def secret(self) -> str:
        """What the robot's owner signs with, where the group asks for it."""
        return unseal(self.secret_sealed)


class Sending(models.Model):
    """投递 — one list of one day by one channel to one account or one group; a row before it goes, so never twice.

    ``begun`` without an end is one of which nobody knows: the process died, or the server fell silent after it had
    been told everything. Such a one is shown to the administrator and not sent again.
    """

    class Channel(models.TextChoices):
        MAIL = "mail", _("邮件")
        ROBOT = "robot", _("群机器人")

    class End(models.TextChoices):
        BEGUN = "begun", _("不知道发出没有")
        SENT = "sent", _("已发出")
        FAILED = "failed", _("没有发出")

    day = models.DateField("日期")
    channel = models.CharField("渠道", max_length=10, choices=Channel.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    end = models.CharField("结果", max_length=10, choices=End.choices, default=End.BEGUN)
    tries = models.PositiveSmallIntegerField("试了几次", default=1)
    why = models.CharField("原因", max_length=200, blank=True)
    content = models.CharField("内容摘要", max_length=64)
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        verbose_name = "投递"
        ordering = ("-day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["day", "channel", "user"],
                condition=models.Q(organisation=None),
                name="one_list_a_day",
            ),
            models.UniqueConstraint(
                fields=["day", "channel", "organisation"],
                condition=models.Q(user=None),
                name="one_word_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(user=None) ^ models.Q(organisation=None), name="sent_to_one_or_to_a_group"
            ),
        )
        indexes = (models.Index(fields=["end", "day"], name="sendings_by_end"),)

    def __str__(self) -> str:
        return f"{self.day} {self.get_channel_display()} {self.user or self.organisation}"
