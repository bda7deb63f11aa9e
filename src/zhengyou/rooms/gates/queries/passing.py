"""Where an organisation stands on its way through a gate: worked out from its newest application."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Organisation
from zhengyou.rooms.gates.models import Application, Decision, Gate, Inspection


class Place(models.TextChoices):
    """所处环节 — a step on the way through a gate; computed, never stored."""

    PREPARING = "preparing", _("准备中")
    APPLIED = "applied", _("已申请")
    INSPECTED = "inspected", _("已检查")
    MAKE_UP = "make_up", _("补课")
    PASSED = "passed", _("已转段")


@dataclass(frozen=True)
class Passing:
    """走到哪 — an organisation's place at a gate, since when, and the papers that put it there."""

    place: Place
    since: date
    application: Application | None = None
    inspection: Inspection | None = None
    decision: Decision | None = None

    @property
    def may_apply(self) -> bool:
        """Whether the next step is the organisation's own application."""
        return self.place in (Place.PREPARING, Place.MAKE_UP)


def passings(gate: Gate, organisations: Collection[int]) -> dict[int, Passing]:
    """Where each of the named organisations stands at a gate."""
    found = {pk: Passing(Place.PREPARING, gate.opened_on) for pk in organisations}
    papers = Application.objects.filter(gate=gate, organisation__in=organisations)
    for application in papers.select_related("decision").prefetch_related("inspections"):
        found[application.organisation_id] = _passing(application)  # the newest comes last
    return found


def _passing(application: Application) -> Passing:
    inspection = max(application.inspections.all(), key=lambda i: i.pk, default=None)
    decision: Decision | None = getattr(application, "decision", None)
    if decision is not None:
        place = Place.PASSED if decision.how == Decision.How.PASS else Place.MAKE_UP
        return Passing(place, decision.decided_on, application, inspection, decision)
    if inspection is not None:
        return Passing(Place.INSPECTED, inspection.inspected_on, application, inspection)
    return Passing(Place.APPLIED, application.applied_on, application)


def passing_of(organisation: Organisation, gate: Gate) -> Passing:
    """Where one organisation stands at a gate."""
    return passings(gate, [organisation.pk])[organisation.pk]


def has_passed(organisation: Organisation, gate: Gate) -> bool:
    """Whether an organisation was let through a gate."""
    return passing_of(organisation, gate).place is Place.PASSED
