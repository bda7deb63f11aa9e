"""Codes still out, ballots, and receipts: three tables that must never lead from one to another."""

import secrets

from django.db import models

from zhengyou.rooms.ratings.models.rounds import Box


def random_key() -> int:
    """A key that tells nothing: SQLite stores rows by it, so that not even their place has an order."""
    return 1 + secrets.randbelow(2**63 - 2)


def random_receipt() -> int:
    """Twelve digits drawn by lot: enough that a guess finds none, few enough to be read out."""
    return 10**11 + secrets.randbelow(9 * 10**11)


class Token(models.Model):
    """评议码 — a code that may still be used, known by its keyed digest; a used one is gone without a trace."""

    # Big and automatic, so that it is SQLite's own row number and no second, running one is kept beside it.
    id = models.BigAutoField(primary_key=True)
    box = models.ForeignKey(Box, models.PROTECT, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "评议码"

    def __str__(self) -> str:
        return "评议码"


class Ballot(models.Model):
    """测评票 — answers without author, moment or order: sealed while its box is shut, readable once it is opened."""

    id = models.BigAutoField(primary_key=True)
    box = models.ForeignKey(Box, models.PROTECT, related_name="ballots")
    sealed = models.BinaryField(null=True)
    answers = models.JSONField(null=True)

    class Meta:
        verbose_name = "测评票"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=False, answers__isnull=True)
                | models.Q(sealed__isnull=True, answers__isnull=False),
                name="ballot_sealed_or_open",
            ),
        )

    def __str__(self) -> str:
        return "测评票"


class Receipt(models.Model):
    """回执 — a number that says a ballot lies in a box, and nothing of which: its rater finds it in the list.

    It is its own key and SQLite's row number, so that no running one is kept beside it. It has nothing in common with the
    ballot but the box: whoever shows a receipt shows that one rated, never how.
    """

    id = models.BigAutoField(primary_key=True)
    box = models.ForeignKey(Box, models.PROTECT, related_name="receipts")

    class Meta:
        verbose_name = "回执"

    def __str__(self) -> str:
        return "回执"
