"""Rounds, who may see them, and how far they are."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from zhengyou.core import clock
from zhengyou.core.models import Kind, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.queries import home_of
from zhengyou.rooms.ratings.models import (
    Access,
    Box,
    Closing,
    Drawing,
    Group,
    Issue,
    Round,
    Subject,
    Token,
    digest_of,
    read_code,
)

MOST_AT_ONCE = 2000  # codes that are made at once, and slips that are printed


@dataclass(frozen=True)
class BoxState:
    """票箱情况 — a box with how many codes are out and how many of them were used."""

    box: Box
    out: int
    used: int


def is_open(round: Round) -> bool:
    """Whether ballots may be cast today, as far as the calendar says."""
    return round.opens_on <= clock.today() <= round.closes_on


def is_closed(round: Round) -> bool:
    """Whether the boxes were opened."""
    return Closing.objects.filter(round=round).exists()


def rounds_held_by(viewer: Any) -> QuerySet[Round]:
    """The rounds that a viewer holds: gives out codes for and closes."""
    held = Round.objects.filter(organisation__in=orgs_where(viewer, "open_round"))
    return held.select_related("organisation", "campaign", "closing").annotate(size=Count("subjects"))


def rounds_to_reckon_with(viewer: Any, campaign: Any) -> QuerySet[Round]:
    """The rounds of a campaign that a viewer holds and whose votes may count: by code, never by an open link."""
    return rounds_held_by(viewer).filter(campaign=campaign, access=Access.CODE)


def subjects_seen_by(viewer: Any) -> QuerySet[Subject]:
    """The organisations rated whose results a viewer may read once they are counted."""
    seen = Q(organisation__in=orgs_where(viewer, "see_results"))
    seen |= Q(round__organisation__in=orgs_where(viewer, "open_round"))
    found = Subject.objects.filter(seen).select_related(
        "round__organisation", "round__closing", "organisation"
    )
    return found.order_by("-round__opens_on", "-round_id", "organisation__path")


def boxes_of(round: Round) -> list[BoxState]:
    """The boxes of a round with codes out and used; used ones are not kept, so they are those out but not left."""
    boxes = Box.objects.filter(subject__round=round).select_related("subject__organisation", "subject__round")
    out = dict(Issue.objects.filter(box__in=boxes).values_list("box").annotate(Sum("number")))
    drawn = dict(Drawing.objects.filter(box__in=boxes).values_list("box").annotate(Count("pk")))
    left = dict(Token.objects.filter(box__in=boxes).values_list("box").annotate(Count("pk")))
    cast = dict(Box.objects.filter(subject__round=round).values_list("pk").annotate(Count("ballots")))
    closed = is_closed(round)
    found = []
    for box in boxes.order_by("subject__organisation__path", "pk"):
        given = out.get(box.pk, 0) + drawn.get(box.pk, 0)
        found.append(BoxState(box, given, cast[box.pk] if closed else given - left.get(box.pk, 0)))
    return found


def codes_given(subject: Subject) -> dict[str, int]:
    """How many codes each side was given for one organisation, on paper and on members' own pages."""
    printed = dict(
        Issue.objects.filter(box__subject=subject).values_list("box__group").annotate(Sum("number"))
    )
    drawn = Drawing.objects.filter(box__subject=subject).values_list("box__group").annotate(Count("pk"))
    return {g: printed.get(g, 0) + dict(drawn).get(g, 0) for g in subject.round.groups}


def codes_out(round: Round) -> int:
    """How many codes were given out for a round."""
    printed = Issue.objects.filter(box__subject__round=round).aggregate(n=Sum("number"))["n"] or 0
    return printed + Drawing.objects.filter(box__subject__round=round).count()


def codes_left(round: Round) -> int:
    """How many codes may still be used."""
    return Token.objects.filter(box__subject__round=round).count()


def box_of(code: str) -> Box | None:
    """The box for which a code may be used now; nothing for one that is unknown or used."""
    read = read_code(code)
    if read is None:
        return None
    found = Token.objects.filter(digest=digest_of(read)).select_related(
        "box__subject__round__organisation", "box__subject__organisation"
    )
    token = found.first()
    return token.box if token else None


def live_codes() -> int:
    """How many codes of all rounds may still be used."""
    return Token.objects.count()


def box_by_link(pk: int) -> Box | None:
    """The box of an open link; nothing where its round goes by codes."""
    found = Box.objects.filter(pk=pk, subject__round__access=Access.LINK)
    return found.select_related("subject__round__organisation", "subject__organisation").first()


def open_to_public(organisation: Organisation) -> bool:
    """Whether everybody with a code may rate an organisation today."""
    day = clock.today()
    return Box.objects.filter(
        group=Group.PUBLIC,
        subject__round__access=Access.CODE,
        subject__organisation=organisation,
        subject__round__opens_on__lte=day,
        subject__round__closes_on__gte=day,
        subject__round__closing=None,
    ).exists()


def subjects_to_draw(viewer: Any) -> QuerySet[Subject]:
    """The ratings of one's own branch for which a member may still draw a code."""
    person = getattr(viewer, "person", None)
    home = home_of(person) if person else None
    day = clock.today()
    found = Subject.objects.filter(organisation=home, boxes__group=Group.BELOW, round__closing=None)
    found = found.filter(round__opens_on__lte=day, round__closes_on__gte=day)
    drawn = Drawing.objects.filter(box__subject=OuterRef("pk"), person=person)
    return found.filter(~Exists(drawn)).select_related("round", "organisation")


def organisations_to_rate(organisation: Organisation, which: str) -> list[Organisation]:
    """Whom a round may be about: all branches beneath, what lies directly beneath, or the organisation itself."""
    if which == "own":
        return [organisation]
    beneath = Organisation.objects.filter(organisation.subtree, closed_on=None).exclude(pk=organisation.pk)
    narrowed = {"children": Q(parent=organisation), "branches": Q(kind=Kind.BRANCH)}[which]
    return list(beneath.filter(narrowed))


def boxes_to_fill(round: Round, group: str) -> list[Box]:
    """The boxes of one side, one for each organisation rated."""
    found = Box.objects.filter(subject__round=round, group=group)
    found = found.select_related("subject__organisation", "subject__round__organisation")
    return list(found.order_by("subject__organisation__path"))


def asked_of_themselves(viewer: Any) -> list[Subject]:
    """The organisations that a viewer may still let answer about themselves."""
    found = Subject.objects.filter(organisation__in=orgs_where(viewer, "rate_self"), round__closing=None)
    found = found.select_related("round__organisation", "organisation", "self_rating")
    return [s for s in found.order_by("-round__opens_on", "pk") if Group.SELF in s.round.groups]
