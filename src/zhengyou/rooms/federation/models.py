"""Facts about linked installations: whose sums are taken, what was handed in, and the sums themselves."""

from django.db import models

from zhengyou.core import clock
from zhengyou.core.models import Fact

FORMAT = "zhengyou-sums/1"


class Partner(Fact):
    """联网单位 — an organisation whose figures another installation hands in, signed with its key."""

    key = models.CharField("公钥", max_length=64)
    since = models.DateField("起", default=clock.today)
    ended_on = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "联网单位"
        ordering = ("organisation__path", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(ended_on=None), name="linked_once_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(ended_on=None), name="a_key_signs_for_one"
            ),
        )

    def __str__(self) -> str:
        return self.organisation.name


class Delivery(Fact):
    """上报 — one bundle of sums as it was received; ``number`` is that of the sender's trail entry."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="deliveries")
    number = models.PositiveBigIntegerField("号")
    made_at = models.DateTimeField("上报时间")
    taken_at = models.DateTimeField("数据截至")
    since = models.DateField("时段起", null=True, blank=True)
    until = models.DateField("时段止")
    code = models.CharField("上报单位编码", max_length=60)
    name = models.CharField("上报单位名称", max_length=120)
    measures = models.JSONField("口径")
    sha256 = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "上报"
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["partner", "number"], name="a_delivery_is_taken_once"),
        )

    def __str__(self) -> str:
        return f"{self.partner}第{self.number}号，摘要{self.sha256[:16]}"


class DeliveredSum(models.Model):
    """上报数 — the sum of a measure over one organisation and all below it, as the sender worked it out."""

    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="sums")
    measure = models.CharField("指标", max_length=60)
    code = models.CharField("组织编码", max_length=60)
    name = models.CharField("组织名称", max_length=120)
    depth = models.PositiveSmallIntegerField("下几级")
    value = models.BigIntegerField("数")

    class Meta:
        verbose_name = "上报数"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["delivery", "measure", "code"], name="one_sum_an_organisation"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.measure} {self.value}"
