"""抽查结果登记为督导发现 — what a sample says becomes something to be put right, in the words of the sample."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.pages import answered
from zhengyou.core.permissions import may
from zhengyou.rooms.study.forms import SampleFindingForm
from zhengyou.rooms.study.queries import finding_words, found_by, samples_seen_by
from zhengyou.rooms.supervision.actions import record_finding
from zhengyou.rooms.supervision.queries import findings_seen_by, groups_of, open_visits_of


def may_become_finding(viewer: Any, sample: Any) -> bool:
    """Whether there is something to put right, a visit of the viewer's group at which to enter it, and no finding yet."""
    return bool(_visits(viewer, sample)) and recorded(viewer, sample) is None


def recorded(viewer: Any, sample: Any) -> Any:
    """The finding that was made of a sample, if the viewer may see it."""
    result = found_by(sample)
    if result is None:
        return None
    words = finding_words(sample, result)
    return findings_seen_by(viewer).filter(organisation=sample.organisation_id, what=words).first()


def _visits(viewer: Any, sample: Any) -> list[Any]:
    """The visits at the sample's organisation that are not finished, of the groups a viewer goes out for."""
    result = found_by(sample)
    if result is None or not result.failed or not may(viewer, "record_finding", sample):
        return []
    found = open_visits_of(groups_of(viewer))
    return [visit for visit in found if visit.organisation_id == sample.organisation_id]


def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """登记为督导发现 — which visit, whose, by when."""
    sample: Any = get_object_or_404(samples_seen_by(request.user), pk=pk)
    visits, result = _visits(request.user, sample), found_by(sample)
    if not visits or result is None or recorded(request.user, sample) is not None:
        raise Http404
    words = finding_words(sample, result)
    return answered(
        request,
        SampleFindingForm(request.POST or None, visits=visits),
        lambda visit, **said: record_finding(request.user, visit, what=words, **said),
        template="study/deed.html",
        heading=_("登记为督导发现"),
        about=words,
        back=reverse("study:sample", args=[pk]),
    )
