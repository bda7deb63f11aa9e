"""What lasts from a day to a day."""

from django.db import models

from zhengyou.core.models import Fact


class Dated(Fact):
    """Something that lasts from a day to a day, the last day not included."""

    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        abstract = True
