"""What promises are prepared from, and what they are tied to: wishes, calls, duty posts, letters to be signed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.secrets import unseal
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.orgs.queries import current
from zhengyou.rooms.pledges.models import (
    KEPT_FOR,
    DutyHolder,
    DutyPost,
    OpenCall,
    Pledge,
    Return,
    Signature,
    Wish,
    WishAnswer,
)

ORIGINS, ANSWERS = Wish.Origin, WishAnswer.Verdict


def call_for(organisation: Organisation) -> OpenCall | None:
    """The call that is open today for an organisation: its own, else that of the closest above."""
    today = clock.today()
    paths = [organisation.path[:n] for n in range(WIDTH, len(organisation.path) + 1, WIDTH)]
    found = OpenCall.objects.filter(organisation__path__in=paths, opens_on__lte=today, closes_on__gte=today)
    return found.select_related("campaign", "organisation").order_by("-organisation__path", "-pk").first()


def wishes_seen_by(viewer: Any) -> QuerySet[Wish]:
    """The wishes of the organisations in reach and one's own, those without an answer first, the oldest first."""
    seen = Q(organisation__in=orgs_where(viewer, "see_wishes"))
    if person_id := getattr(viewer, "person_id", None):
        seen |= Q(person_id=person_id)
    answered = WishAnswer.objects.filter(wish=OuterRef("pk"))
    found = Wish.objects.filter(seen).annotate(answered=Exists(answered))
    return found.select_related("organisation", "person", "answer", "campaign").order_by(
        "answered", "on_day", "pk"
    )


def wishes_for(organisation: Organisation, campaign_id: int | None = None) -> QuerySet[Wish]:
    """What is hoped for in an organisation: to be taken up into its promises."""
    found = Wish.objects.filter(organisation=organisation).select_related("answer")
    return found.filter(campaign_id=campaign_id) if campaign_id else found


def wishes_shown(organisation: Organisation) -> QuerySet[Wish]:
    """The wishes that everybody may read: answered, and found fit to be shown with the answer; the latest first."""
    found = Wish.objects.filter(organisation=organisation, answer__shown=True).select_related("answer")
    return found.order_by("-answer__on_day", "-pk")


def wish_of(number: str) -> Wish | None:
    """A wish by the number that its author was given."""
    found = Wish.objects.filter(number=number.strip().upper()).select_related("organisation", "answer")
    return found.prefetch_related("pledges").first()


def was_answered(wish: Wish) -> bool:
    """Whether a wish has its answer; asked anew, since two may answer at once."""
    return WishAnswer.objects.filter(wish=wish).exists()


def suggested_today(organisation: Organisation) -> int:
    """How many wishes the public sent today to an organisation."""
    return Wish.objects.filter(organisation=organisation, origin=ORIGINS.PUBLIC, on_day=clock.today()).count()


def contact_of(wish: Wish) -> str:
    """How to reach whoever had a wish; nothing from the day on which it is to be forgotten, deleted or not."""
    answer = getattr(wish, "answer", None)
    return "" if answer and clock.today() >= answer.forgets_on else unseal(wish.contact)


def contacts_to_forget() -> QuerySet[Wish]:
    """Wishes answered so long ago that contact data is to be removed."""
    return Wish.objects.exclude(contact="").filter(answer__on_day__lte=clock.today() - KEPT_FOR)


def duty_posts_of(organisation: Organisation) -> QuerySet[DutyPost]:
    """The duty posts of an organisation that stand today."""
    return DutyPost.objects.filter(current(), organisation=organisation).order_by("pk")


def duty_posts_open_to(viewer: Any) -> QuerySet[DutyPost]:
    """The duty posts that a viewer may fill and close."""
    where = orgs_where(viewer, "take_duty_post")
    return DutyPost.objects.filter(current(), organisation__in=where).select_related("organisation")


def holders_of(posts: Iterable[DutyPost]) -> dict[int, list[DutyHolder]]:
    """Who holds each of some duty posts today."""
    found: dict[int, list[DutyHolder]] = defaultdict(list)
    for holder in DutyHolder.objects.filter(current(), post__in=list(posts)).select_related(
        "person", "organisation"
    ):
        found[holder.post_id].append(holder)
    return found


def holdings_open_to(viewer: Any) -> QuerySet[DutyHolder]:
    """Who holds a duty post where the viewer says who does."""
    where = orgs_where(viewer, "take_duty_post")
    return DutyHolder.objects.filter(current(), organisation__in=where).select_related(
        "post", "person", "organisation"
    )


def duties_of(person_id: int | None, organisation: Organisation) -> list[str]:
    """What somebody's duty posts in an organisation lay down."""
    held = DutyHolder.objects.filter(current(), person_id=person_id or 0, post__organisation=organisation)
    return list(held.filter(current("post__until")).values_list("post__duties", flat=True))


def letters_to_sign(viewer: Any) -> QuerySet[Pledge]:
    """The responsibility letters that wait for the signature of an organisation for which a viewer signs."""
    sides = orgs_where(viewer, "sign_letter")
    letters = Pledge.objects.filter(kind=Pledge.Kind.LETTER, published_on=None)
    back = Return.objects.filter(pledge=OuterRef("pk"), settled_on=None)
    signed = Signature.objects.filter(pledge=OuterRef("pk"))
    below = Q(organisation__in=sides) & ~Exists(signed.filter(organisation=OuterRef("organisation")))
    above = Q(counterpart__in=sides) & ~Exists(signed.filter(organisation=OuterRef("counterpart")))
    return (
        letters.filter(below | above, ~Exists(back))
        .select_related("organisation", "counterpart")
        .order_by("pk")
    )


def side_for(viewer: Any, letter: Pledge) -> Organisation | None:
    """The side for which a viewer is yet to sign a letter."""
    done = set(Signature.objects.filter(pledge=letter).values_list("organisation_id", flat=True))
    open_sides = {pk for pk in (letter.organisation_id, letter.counterpart_id) if pk} - done
    return orgs_where(viewer, "sign_letter").filter(pk__in=open_sides).first()
