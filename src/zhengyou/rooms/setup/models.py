"""That an installation holds a sample and nothing else."""

from django.db import models

from zhengyou.core import clock


class SampleTown(models.Model):
    """示例 — everything in this installation is made up; it is removed whole before real work begins."""

    began_at = models.DateTimeField("放入时间", default=clock.now, editable=False)
    password = models.CharField("示例密码", max_length=40)
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = "示例"
        constraints = (
            models.UniqueConstraint(fields=["only"], name="one_sample"),
            models.CheckConstraint(condition=models.Q(only=True), name="a_sample_is_the_only_one"),
        )

    def __str__(self) -> str:
        return "示例"
