"""Who may see what about honours, inside the house."""

from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.honours.models import Honour, HonourBatch, HonourKind, Nomination, Objection
from zhengyou.rooms.honours.queries.standing import Step, way_of

WHOLE = (
    "batch__kind__campaign",
    "batch__organisation",
    "organisation",
    "home__parent",
    "unit",
    "person",
    "decision__honour__revocation",
    "posted__posting",
)


def kinds_seen_by(viewer: Any) -> QuerySet[HonourKind]:
    """The kinds of honour of organisations whose batches a viewer may look at."""
    found = HonourKind.objects.filter(organisation__in=orgs_where(viewer, "see_batches"))
    return found.select_related("organisation", "campaign").order_by("-pk")


def batches_seen_by(viewer: Any) -> QuerySet[HonourBatch]:
    """The batches that a viewer may look at, the newest first."""
    found = HonourBatch.objects.filter(organisation__in=orgs_where(viewer, "see_batches"))
    return found.select_related("kind__campaign", "organisation").order_by("-opened_on", "-pk")


def whole(nominations: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Nominations with all that tells where they stand."""
    return nominations.select_related(*WHOLE).prefetch_related(
        "consents", "recommendations__organisation", "judgements", "posted__objections__answer"
    )


def nominations_seen_by(viewer: Any) -> QuerySet[Nomination]:
    """The nominations that a viewer may look at: those made within reach, those of oneself."""
    seen = Q(organisation__in=orgs_where(viewer, "see_nominations"))
    if person := getattr(viewer, "person_id", None):
        seen |= Q(person=person)
    return whole(Nomination.objects.filter(seen)).order_by("home__path", "pk")


def nominations_in(batch: HonourBatch, viewer: Any) -> list[Nomination]:
    """Those of a batch that a viewer may look at, in the tree's order."""
    return list(nominations_seen_by(viewer).filter(batch=batch))


def all_nominated(batch: HonourBatch) -> list[Nomination]:
    """Everybody nominated in a batch, for a deed that is about all of them."""
    return list(whole(Nomination.objects.filter(batch=batch)).order_by("home__path", "pk"))


def nomination_now(nomination: Nomination) -> Nomination:
    """One nomination as it stands now, asked anew."""
    return whole(Nomination.objects.filter(pk=nomination.pk)).get()


def waiting_for(viewer: Any) -> list[tuple[Nomination, Organisation]]:
    """The nominations on which a level of the viewer's has to speak, with the level."""
    mine = {o.pk: o for o in orgs_where(viewer, "recommend_nomination")}
    above_those = [o.path for o in mine.values()]
    below = Q(pk__in=())
    for path in above_those:
        below |= Q(organisation__path__startswith=path)
    open_ = whole(Nomination.objects.filter(below, decision=None, posted=None)).order_by("pk")
    found = []
    for nomination in open_:
        way = way_of(nomination)
        if way.step is Step.ABOVE and way.at is not None and way.at.pk in mine:
            found.append((nomination, way.at))
    return found


def consents_asked_of(viewer: Any) -> list[Nomination]:
    """The nominations that wait for the viewer's own consent."""
    if not (person := getattr(viewer, "person_id", None)):
        return []
    found = whole(Nomination.objects.filter(person=person, decision=None))
    return [n for n in found if way_of(n).step is Step.CONSENT]


def is_nominated(viewer: Any) -> bool:
    """Whether a viewer was ever named for an honour, and so has something to consent to or to show."""
    person = getattr(viewer, "person_id", None)
    return person is not None and Nomination.objects.filter(person=person).exists()


def objections_seen_by(viewer: Any) -> QuerySet[Objection]:
    """The objections that a viewer may look into, unanswered ones first."""
    found = Objection.objects.filter(organisation__in=orgs_where(viewer, "answer_objection"))
    return found.select_related(
        "organisation", "answer", "posted__posting__batch__kind",
        "posted__nomination__unit", "posted__nomination__person", "posted__nomination__batch__kind",
    ).order_by("-answer__pk", "pk")  # fmt: skip


def honours_seen_by(viewer: Any) -> QuerySet[Honour]:
    """The honours given where a viewer decides or sees batches: with names, and with what may be done about them."""
    found = Honour.objects.filter(organisation__in=orgs_where(viewer, "see_batches"))
    return with_all(found)


def with_all(honours: QuerySet[Honour]) -> QuerySet[Honour]:
    """Honours with all that a certificate and the register tell."""
    return honours.select_related(
        "organisation",
        "seat__batch",
        "revocation",
        "exemplar",
        "decision__nomination__batch__kind__campaign",
        "decision__nomination__batch__organisation",
        "decision__nomination__home__parent",
        "decision__nomination__unit",
        "decision__nomination__person",
    ).prefetch_related("decision__nomination__consents")


def is_open(batch: HonourBatch) -> bool:
    """Whether nominations are taken today."""
    return batch.opened_on <= clock.today() <= batch.nominate_by


def paths_above(organisation: Organisation) -> list[str]:
    """The paths of all organisations above one."""
    return [organisation.path[:n] for n in range(WIDTH, len(organisation.path), WIDTH)]
