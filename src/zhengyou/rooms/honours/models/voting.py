"""群众评选 — a vote by token on those of a batch; held as a rating, so that no ballot has an author."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.honours.models.kinds import HonourBatch


class PublicVote(Fact):
    """群众评选 — ``organisation`` lets the public say by token what it thinks of each nominated; it decides nothing."""

    batch = models.OneToOneField(HonourBatch, models.PROTECT, related_name="vote")
    round = models.OneToOneField("ratings.Round", models.PROTECT, related_name="+", verbose_name="测评")

    class Meta:
        verbose_name = "群众评选"

    def __str__(self) -> str:
        return f"{self.batch}群众评选"
