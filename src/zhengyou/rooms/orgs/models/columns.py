"""Which heading means which column, as somebody confirmed it."""

from django.db import models


class ColumnMapping(models.Model):
    """栏目对应 — for files with one set of headings, what they hold and which heading is which column."""

    headings = models.CharField("表头", max_length=64, unique=True)
    meant = models.JSONField("栏目")
    entered_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "栏目对应"

    def __str__(self) -> str:
        return self.headings[:8]
