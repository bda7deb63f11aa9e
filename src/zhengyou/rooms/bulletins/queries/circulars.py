"""Circulars as they stand: drafted, submitted, returned or let out; and who may read which."""

from typing import Any

from django.db import models
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.bulletins.models import Circular, CircularDecision, CircularLine
from zhengyou.rooms.orgs.models import Person


class CircularState(models.TextChoices):
    """通报进展 — how far a circular is; computed, never stored."""

    DRAFT = "draft", _("草稿")
    SUBMITTED = "submitted", _("等签发")
    RETURNED = "returned", _("已退回")
    ISSUED = "issued", _("已签发")


def circulars_seen_by(viewer: Any) -> QuerySet[Circular]:
    """What is prepared where a viewer prepares or decides, and what was let out and names an organisation in reach."""
    prepared = Q(organisation__in=orgs_where(viewer, "see_drafted_circulars"))
    out = CircularDecision.objects.filter(issued=True).values("submission__circular")
    naming = CircularLine.objects.filter(whose__in=orgs_where(viewer, "see_circulars")).values("circular")
    found = Circular.objects.filter(prepared | Q(pk__in=out) & Q(pk__in=naming))
    return found.select_related("organisation", "campaign").prefetch_related(
        "lines__whose", "submissions__decision"
    )


def last_decision(circular: Circular) -> CircularDecision | None:
    """What was decided on it last, or nothing yet."""
    submissions = list(circular.submissions.all())
    return getattr(submissions[-1], "decision", None) if submissions else None


def state_of_circular(circular: Circular) -> CircularState:
    """How far it is, from what was submitted last."""
    if not list(circular.submissions.all()):
        return CircularState.DRAFT
    decision = last_decision(circular)
    if decision is None:
        return CircularState.SUBMITTED
    return CircularState.ISSUED if decision.issued else CircularState.RETURNED


def lines_of(circular: Circular) -> list[CircularLine]:
    """What it says, in its order."""
    return list(circular.lines.select_related("whose__parent"))


def named_person(organisation: Organisation, words: str) -> str:
    """The name of somebody of an organisation, or of whoever holds a post there, that stands in words; else nothing."""
    belongs = organisation.within("memberships__organisation") | organisation.within("posts__organisation")
    found = Person.objects.filter(belongs).annotate(
        said=Value(words, output_field=CharField()), length=Length("name")
    )
    return found.filter(length__gte=2, said__contains=F("name")).values_list("name", flat=True).first() or ""
