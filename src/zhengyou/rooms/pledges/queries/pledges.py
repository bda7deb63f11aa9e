"""Promises and their steps, as far as a viewer may see them."""

from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from zhengyou.core import clock
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import grants_of, orgs_where
from zhengyou.rooms.orgs.models import LEADING, Membership, Person, Post
from zhengyou.rooms.orgs.queries import current, members_of
from zhengyou.rooms.pledges.models import Fulfilment, Pledge, Return, Review, Step

SOURCES, VERDICTS = Review.Source, Review.Verdict
BOOL = BooleanField()
STANDING = Q(published_on__isnull=False, withdrawn_on=None)


def _whole(pledges: QuerySet[Pledge]) -> QuerySet[Pledge]:
    """Promises with all that a page tells of them, in a fixed number of queries."""
    held = _leading_posts().filter(person=OuterRef("person"), organisation=OuterRef("organisation"))
    told: Any = pledges.annotate(office=Coalesce(Subquery(held.values("title")[:1]), Value("")))
    return told.select_related(
        "organisation", "person", "campaign", "post", "requirement", "counterpart"
    ).prefetch_related(
        "steps__fulfilment__meeting", "steps__fulfilment__finding", "reviews", "changes",
        "discussions__meeting", "returns", "signatures__organisation", "wishes",
    )  # fmt: skip


def _leading_posts() -> QuerySet[Post]:
    """The posts of the leading bodies that are held today."""
    leads = Q()
    for ending in LEADING:
        leads |= Q(title__endswith=ending)
    return Post.objects.filter(leads, current()).order_by("pk")


def promisers(organisation: Organisation) -> QuerySet[Person]:
    """Who may promise in an organisation: its members, and those of its leading body."""
    leaders = _leading_posts().filter(organisation=organisation).values("person")
    return Person.objects.filter(Q(pk__in=members_of(organisation).values("pk")) | Q(pk__in=leaders))


def places_to_promise(viewer: Any) -> QuerySet[Organisation]:
    """Where a viewer may promise for oneself: of a leading body that one belongs to, and of one's own branch."""
    person_id = getattr(viewer, "person_id", None)
    leads = _leading_posts().filter(person_id=person_id or 0).values("organisation")
    belongs = Membership.objects.filter(
        current(), person_id=person_id or 0, line=Membership.Line.PARTY
    ).values("organisation")
    return orgs_where(viewer, "draft_pledge").filter(Q(pk__in=leads) | Q(pk__in=belongs)).order_by("path")


def pledges_of(organisation: Organisation) -> QuerySet[Pledge]:
    """The published promises of an organisation and its members: its own first, withdrawn ones last."""
    found = Pledge.objects.filter(organisation=organisation, published_on__isnull=False)
    stands, own = Q(withdrawn_on=None), Q(person=None)
    ranked = found.annotate(stands=ExpressionWrapper(stands, BOOL), own=ExpressionWrapper(own, BOOL))
    whole: Any = _whole(ranked)
    return whole.order_by("-stands", "-own", "published_on", "pk")


def pledges_seen_by(viewer: Any) -> QuerySet[Pledge]:
    """Published promises in reach; drafts only where the viewer may publish them, and one's own."""
    published = Q(organisation__in=orgs_where(viewer, "see_pledges"), published_on__isnull=False)
    seen = published | Q(organisation__in=orgs_where(viewer, "publish_pledge"))
    seen |= Q(counterpart__in=orgs_where(viewer, "sign_letter"))
    if person_id := getattr(viewer, "person_id", None):
        seen |= Q(person_id=person_id)
    return _whole(Pledge.objects.filter(seen)).order_by("-pk")


def pledges_by(person_id: int | None) -> QuerySet[Pledge]:
    """A person's own promises, newest first."""
    return _whole(Pledge.objects.filter(person_id=person_id or 0)).order_by("-pk")


def organisations_with_pledges(viewer: Any) -> QuerySet[Organisation]:
    """The organisations whose promises a viewer may list."""
    return orgs_where(viewer, "see_pledges")


def steps_seen_by(viewer: Any) -> QuerySet[Step]:
    """The steps of the promises that a viewer may see."""
    seen = pledges_seen_by(viewer).values("pk")
    return Step.objects.filter(pledge__in=seen).select_related("pledge__organisation", "pledge__person")


def was_fulfilled(step: Step) -> bool:
    """Whether a step was entered as done; asked anew, since two people may enter it at once."""
    return Fulfilment.objects.filter(step=step).exists()


def due_steps(organisation: Organisation) -> QuerySet[Step]:
    """Steps of an organisation and its members whose day has come and of which nothing is said yet."""
    return open_steps(organisation, clock.today())


def open_steps(organisation: Organisation, until: date) -> QuerySet[Step]:
    """Steps due by a day of which nothing is said yet, the longest due first."""
    found = Step.objects.filter(pledge__organisation=organisation, due_on__lte=until, fulfilment=None)
    found = found.filter(pledge__published_on__isnull=False, pledge__withdrawn_on=None)
    return found.select_related("pledge__organisation", "pledge__person").order_by("due_on", "pk")


def steps_between(organisation: Organisation, since: date, until: date, campaign_id: int) -> QuerySet[Step]:
    """Steps that fell due from a day to a day at or below an organisation, untold ones first, then those told late."""
    found = Step.objects.filter(organisation.within("pledge__organisation"), due_on__range=(since, until))
    found = found.filter(pledge__campaign=campaign_id, pledge__published_on__isnull=False)
    found = found.filter(Q(pledge__withdrawn_on=None) | Q(due_on__lte=F("pledge__withdrawn_on")))
    late = Case(When(fulfilment=None, then=0), When(fulfilment__on_day__gt=F("due_on"), then=1), default=2)
    return found.select_related("pledge", "fulfilment").order_by(late, "due_on", "pk")


def judged_between(organisation: Organisation, since: date, until: date, campaign_id: int) -> list[Review]:
    """The latest judgement on each promise judged from a day to a day at or below an organisation, bad ones first."""
    found = Review.objects.filter(organisation.within("pledge__organisation"), on_day__range=(since, until))
    found = found.filter(pledge__campaign=campaign_id).select_related("pledge").order_by("on_day", "pk")
    latest = {review.pledge_id: review for review in found}
    worst = [Review.Verdict.NOT_KEPT, Review.Verdict.PARTLY, Review.Verdict.KEPT]
    return sorted(latest.values(), key=lambda r: worst.index(Review.Verdict(r.verdict)))


def due_steps_of(person_id: int | None) -> QuerySet[Step]:
    """A person's own steps of which nothing is said yet, the next due first."""
    found = Step.objects.filter(pledge__person_id=person_id or 0, fulfilment=None)
    found = found.filter(pledge__published_on__isnull=False, pledge__withdrawn_on=None)
    return found.select_related("pledge__organisation", "pledge__person").order_by("due_on", "pk")


def waiting_reviews(viewer: Any) -> QuerySet[Pledge]:
    """Promises that a viewer may judge: every step's day has come or is done, nobody has judged them yet."""
    ahead = Step.objects.filter(pledge=OuterRef("pk"), fulfilment=None, due_on__gt=clock.today())
    found = Pledge.objects.filter(STANDING, organisation__in=orgs_where(viewer, "review_pledge"))
    found = found.filter(~Exists(ahead), ~Exists(Review.objects.filter(pledge=OuterRef("pk"))))
    if person_id := getattr(viewer, "person_id", None):
        found = found.exclude(person_id=person_id)
    return _whole(found).order_by("organisation__path", "pk")


def waiting_drafts(viewer: Any) -> QuerySet[Pledge]:
    """Drafts that a viewer may publish, the oldest first."""
    where = orgs_where(viewer, "publish_pledge")
    back = Return.objects.filter(pledge=OuterRef("pk"), settled_on=None)
    found = Pledge.objects.filter(~Exists(back), organisation__in=where, published_on=None)
    return _whole(found.exclude(kind=Pledge.Kind.LETTER)).order_by("pk")


def returned(viewer: Any) -> QuerySet[Pledge]:
    """Promises that were sent back and that a viewer may word anew, the oldest first."""
    back = Return.objects.filter(pledge=OuterRef("pk"), settled_on=None)
    theirs = Q(organisation__in=orgs_where(viewer, "change_pledge"))
    if person_id := getattr(viewer, "person_id", None):
        theirs |= Q(person_id=person_id)
    return _whole(Pledge.objects.filter(theirs, Exists(back), withdrawn_on=None)).order_by("pk")


def members_without_pledge(organisation: Organisation, campaign_id: int | None = None) -> QuerySet[Person]:
    """The members of an organisation who have not published a promise, in one campaign or at all."""
    made = Pledge.objects.filter(STANDING, person=OuterRef("pk"))
    if campaign_id:
        made = made.filter(campaign_id=campaign_id)
    return members_of(organisation).filter(~Exists(made))


def may_send_back(viewer: Any, pledge: Pledge) -> bool:
    """Whether a promise is somebody else's to the viewer: of a member, of those below, or a letter of two sides."""
    if pledge.person_id:
        return pledge.person_id != getattr(viewer, "person_id", None)
    return pledge.kind == Pledge.Kind.LETTER or stands_above(viewer, pledge)


def stands_above(viewer: Any, pledge: Pledge) -> bool:
    """Whether one who may judge does so from above: a branch its members, only a higher level a branch."""
    if pledge.person_id:
        return True
    where = pledge.organisation
    held = [g.organisation for g in grants_of(viewer) if g.role in (Role.OFFICE, Role.LEADER)]
    return any(above.pk != where.pk and where.path.startswith(above.path) for above in held)
