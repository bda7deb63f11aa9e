"""抽样 — what a sample is drawn from, and who was drawn, by name for those who may see them."""

from typing import Any

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.sampling import drawn
from zhengyou.rooms.gates.models import Application, InspectionSample
from zhengyou.rooms.orgs.queries import members_of, names_of


def frame_of(organisation: Organisation, of: str) -> list[int]:
    """Everybody or everything that may be drawn: members today, or the branches below."""
    if of == InspectionSample.Of.PEOPLE:
        return sorted(members_of(organisation).values_list("pk", flat=True))
    below = Organisation.objects.filter(organisation.subtree, Organisation.standing(), kind="branch")
    return sorted(below.exclude(pk=organisation.pk).values_list("pk", flat=True))


def samples_of(viewer: Any, application: Application) -> list[tuple[InspectionSample, list[str]]]:
    """The samples drawn for an application, each with the names of what was drawn as far as a viewer may see them."""
    seen = orgs_where(viewer, "see_people").filter(pk=application.organisation_id).exists()
    return [(sample, _names(sample, seen)) for sample in application.samples.all()]


def _names(sample: InspectionSample, seen: bool) -> list[str]:
    if sample.of == InspectionSample.Of.ORGANISATIONS:
        return list(Organisation.objects.filter(pk__in=sample.keys).values_list("short_name", flat=True))
    return [name for _pk, name in sorted(names_of(sample.keys).items())] if seen else []


def is_drawn_rightly(sample: InspectionSample, frame: list[int]) -> bool:
    """Whether a sample's seed draws the same again from what it was drawn from."""
    return sorted(drawn(frame, sample.size, sample.seed)) == sample.keys
