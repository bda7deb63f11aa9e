"""What became of a promise: kept, talked over, judged, changed, returned, signed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Fact
from zhengyou.rooms.pledges.models.promises import Pledge, Step


class Fulfilment(Fact):
    """履诺 — a step was done on a day; done late or entered late, it counts and shows as that.

    The fact behind it is pointed at, never uploaded: a meeting held, a finding put right, a paper that exists anyway.
    """

    step = models.OneToOneField(Step, models.PROTECT, related_name="fulfilment")
    on_day = models.DateField("做到的日子")
    words = models.CharField("做到了什么", max_length=300)
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, blank=True, related_name="+")
    finding = models.ForeignKey(
        "supervision.Finding", models.PROTECT, null=True, blank=True, related_name="+"
    )
    paper = models.CharField("文件、票据", max_length=120, blank=True)

    class Meta:
        verbose_name = "履诺"

    def __str__(self) -> str:
        return self.words


class Discussion(Fact):
    """议诺 — what was said at a meeting about a promise, or about all of an organisation."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, null=True, blank=True, related_name="discussions")
    on_day = models.DateField("日期")
    words = models.CharField("说了什么", max_length=300)
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "议诺"
        ordering = ("on_day", "pk")

    def __str__(self) -> str:
        return self.words


class Review(Fact):
    """评诺 — a promise was judged: from above, or by a vote of peers, members or the public, told in sum."""

    class Source(models.TextChoices):
        ABOVE = "above", _("上级")
        BELOW = "below", _("下级")
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


class Return(Fact):
    """退回 — a promise is to be worded anew: it repeats a duty, or nobody could check it; settled when it was."""

    class Why(models.TextChoices):
        REPEATS = "repeats", _("重复本职或上级已要求的事")
        VAGUE = "vague", _("说不清怎样算做到，没法检查")
        OTHER = "other", _("其他")

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="returns")
    why = models.CharField("为什么退回", max_length=10, choices=Why.choices)
    words = models.CharField("怎样改", max_length=200)
    on_day = models.DateField("日期")
    settled_on = models.DateField("改好", null=True, blank=True)

    class Meta:
        verbose_name = "退回"
        ordering = ("on_day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["pledge"],
                condition=models.Q(settled_on=None),
                name="a_pledge_is_returned_once_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_why_display()}：{self.words}"


class Signature(Fact):
    """签字 — a side signed a responsibility letter: ``organisation`` is whose signature it is."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="signatures")
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "签字"
        ordering = ("on_day", "pk")
        constraints = (models.UniqueConstraint(fields=["pledge", "organisation"], name="a_side_signs_once"),)

    def __str__(self) -> str:
        return f"{self.organisation.short_name}签字"
