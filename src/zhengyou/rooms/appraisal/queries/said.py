"""What was said about organisations under a scheme: marks, disputes and who has to answer them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.appraisal.models import Criterion, Dispute, Mark, Retraction, Scheme
from zhengyou.rooms.appraisal.queries.found import checks_of
from zhengyou.rooms.pledges.queries import judged_between

JUDGED = ("judged_kept_share", "pledges_judged_kept")  # measures of what others judged


def marks_by_organisation(scheme: Scheme, organisations: Iterable[Organisation]) -> dict[int, list[Mark]]:
    """All marks under a scheme by organisation, retracted ones too, in the order of their days."""
    found: dict[int, list[Mark]] = defaultdict(list)
    marks = Mark.objects.filter(clause__scheme=scheme, organisation__in=[o.pk for o in organisations])
    for mark in marks.select_related("clause", "retraction").filter(on_day__lte=clock.today()):
        found[mark.organisation_id].append(mark)
    return found


def stands(mark: Mark) -> bool:
    """Whether a mark was not taken back; asked anew, since two people may do it at once."""
    return not Retraction.objects.filter(mark=mark).exists()


def may_be_disputed(
    organisation: Organisation, scheme: Scheme, criterion: Criterion | None, mark: Mark | None
) -> bool:
    """Whether exactly one thing is named, and it stands on this organisation's score."""
    if (criterion is None) == (mark is None):
        return False
    if criterion is not None:
        return criterion.scheme_id == scheme.pk
    return bool(
        mark
        and mark.clause.scheme_id == scheme.pk
        and mark.organisation_id == organisation.pk
        and stands(mark)
    )


def disputes_of(scheme: Scheme, organisation: Organisation) -> QuerySet[Dispute]:
    """Disputes of an organisation under a scheme with their replies, the newest first."""
    found = Dispute.objects.filter(scheme=scheme, organisation=organisation)
    return found.select_related("criterion", "mark__clause", "reply")


def unanswered_disputes(scheme: Scheme) -> int:
    """How many disputes under a scheme nobody has answered yet."""
    return Dispute.objects.filter(scheme=scheme, reply=None).count()


def disputes_waiting_for(viewer: Any) -> list[Dispute]:
    """Disputes that a viewer has to answer, the longest waiting first.

    An office answers for all below it; others only for what they entered themselves.
    """
    where = orgs_where(viewer, "reply_to_dispute").values("pk")
    found = Dispute.objects.filter(organisation__in=where, reply=None)
    found = found.select_related("organisation", "scheme__round__organisation", "criterion__scheme", "mark")
    waiting = list(found.order_by("on_day", "pk"))
    everything = set(
        orgs_where(viewer, "give_mark")
        .filter(pk__in={d.organisation_id for d in waiting})
        .values_list("pk", flat=True)
    )
    return [d for d in waiting if d.organisation_id in everything or viewer in owners_of(d)]


def answers_for_all(viewer: Any, organisation: Organisation) -> bool:
    """Whether a viewer answers every dispute of an organisation, as the office above it does."""
    return may(viewer, "give_mark", organisation)


def owners_of(dispute: Dispute) -> list[Any]:
    """Who entered what is disputed: whoever gave the points or judged the promises; nobody for votes and one's own facts."""
    if dispute.mark:
        return [dispute.mark.entered_by]
    if dispute.criterion and dispute.criterion.by == Criterion.By.CHECK:
        return [k.entered_by for k in checks_of(dispute.criterion, dispute.organisation)]
    if dispute.criterion and dispute.criterion.measure in JUDGED:
        return _who_judged(dispute)
    return []


def _who_judged(dispute: Dispute) -> list[Any]:
    """Who judged the promises that a measure adds up; what an organisation itself entered it puts right itself."""
    scheme = dispute.scheme
    until = min(clock.today(), scheme.ends_on)
    reviews = judged_between(dispute.organisation, scheme.starts_on, until, scheme.campaign_id)
    found = {r.entered_by_id: r.entered_by for r in reviews if r.entered_by_id}
    return list(found.values())


def disputes_seen_by(viewer: Any) -> QuerySet[Dispute]:
    """Disputes about scores that a viewer may see."""
    return Dispute.objects.filter(organisation__in=orgs_where(viewer, "see_scores").values("pk"))


def marks_seen_by(viewer: Any) -> QuerySet[Mark]:
    """Marks on scores that a viewer may see."""
    found = Mark.objects.filter(organisation__in=orgs_where(viewer, "see_scores").values("pk"))
    return found.select_related("clause__scheme", "organisation")
