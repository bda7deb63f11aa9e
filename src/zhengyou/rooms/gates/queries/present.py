"""到会 — which transition meetings count at a gate: those at which everybody was who has to be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from zhengyou.rooms.gates.models import Gate, Party
from zhengyou.rooms.meetings.queries import came_to, transitions_held, well_attended
from zhengyou.rooms.orgs.models import Post
from zhengyou.rooms.supervision.queries import presences_in

FROM_ABOVE = (Party.SUPERVISION_GROUP, Party.LEADING_GROUP, Party.OFFICE)


@dataclass(frozen=True)
class Held:
    """开过的会 — an organisation's transition meeting, and who of those that have to be there was not."""

    meeting: Any
    on: date
    missing: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether everybody was there who has to be."""
        return not self.missing


def meetings_held(gate: Gate, under: Any) -> dict[int, Held]:
    """The transition meeting of each organisation at or below one: the latest that counts, else the latest."""
    meetings = transitions_held(gate.stage).filter(under.within())
    there = {party: _there(Party(party), meetings) for party in gate.present}
    found: dict[int, Held] = {}
    for meeting in meetings.select_related("organisation"):
        missing = tuple(str(Party(p).label) for p in gate.present if meeting.pk not in there[p])
        held = found.get(meeting.organisation_id)
        if held is None or not missing or not held.counts:
            found[meeting.organisation_id] = Held(meeting, meeting.held_on, missing)
    return found


def _there(party: Party, meetings: QuerySet[Any]) -> set[int]:
    """The meetings at which a party was."""
    if party in FROM_ABOVE:
        return presences_in(meetings, party)
    return OWN[party](meetings)


def _secretaries(meetings: QuerySet[Any]) -> set[int]:
    """Somebody who was the secretary on the day."""
    first = Q(title__endswith="书记") & ~Q(title__endswith="副书记")
    posts: dict[int, list[Post]] = {}
    for post in Post.objects.filter(first, organisation__in=meetings.order_by().values("organisation")):
        posts.setdefault(post.organisation_id, []).append(post)
    came = came_to(meetings, {p.person_id for held in posts.values() for p in held})
    return {
        m.pk
        for m in meetings
        for post in posts.get(m.organisation_id, [])
        if _on(post, m.held_on) and (m.pk, post.person_id) in came
    }


def _on(post: Post, day: date) -> bool:
    return post.since <= day and (post.until is None or post.until > day)


def _guests(meetings: QuerySet[Any]) -> set[int]:
    """Guests, who are counted and not named."""
    return {m.pk for m in meetings if m.guests}


OWN: dict[Party, Callable[[QuerySet[Any]], set[int]]] = {
    Party.MEMBERS: well_attended,
    Party.SECRETARY: _secretaries,
    Party.PUBLIC: _guests,
}
