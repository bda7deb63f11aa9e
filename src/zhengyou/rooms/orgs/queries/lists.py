"""Lists of people: an organisation's own or those of everything beneath it, all of them, page by page or as a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.models import LEADING, Membership, Post
from zhengyou.rooms.orgs.queries.people import current

CHUNK = 1000
ANY_LEADING, SECRETARIES, CONCURRENT = "leading", "secretary", "concurrent"
SECRETARY, DEPUTY = "书记", "副书记"


class Row(NamedTuple):
    """人员名单一行 — the columns that an import takes, in the order in which a roster has them."""

    person: str
    sex: str
    born: date | None
    identity: str
    education: str
    joined: date | None
    organisation: str
    occupation: str
    post: str
    phone: str
    mobile: str


@dataclass(frozen=True)
class Listed:
    """人员名单 — whom a list holds: of which organisation, with those beneath or not, of which kind."""

    organisation: Organisation
    line: str = "party"
    beneath: bool = True
    mobile: bool = False
    post: str = ""
    reach: QuerySet[Organisation] | None = None

    def within(self, reach: QuerySet[Organisation]) -> "Listed":
        """The same list, of organisations within reach only."""
        return replace(self, reach=reach)

    @property
    def memberships(self) -> QuerySet[Membership]:
        """Today's memberships that are on the list, in the tree's order; nobody where no reach was named."""
        where = self.organisation.within() if self.beneath else Q(organisation=self.organisation)
        reach = Organisation.objects.none() if self.reach is None else self.reach
        found = Membership.objects.filter(current(), where, line=self.line, organisation__in=reach)
        if self.mobile:
            found = found.filter(mobile_since__isnull=False)
        if self.post:
            found = found.filter(_holds(self.post))
        return found.select_related("person", "organisation").order_by(
            "organisation__path", "person_id", "pk"
        )


def _holds(post: str) -> Q:
    """A condition on memberships: the member holds such an office today."""
    held = Post.objects.filter(current(), person=OuterRef("person_id"))
    if post == CONCURRENT:
        several = held.values("person_id").annotate(n=Count("organisation_id", distinct=True)).filter(n__gt=1)
        return Q(Exists(several))
    here = held.filter(organisation=OuterRef("organisation_id"))
    if post == ANY_LEADING:
        endings = Q()
        for title in LEADING:
            endings |= Q(title__endswith=title)
        return Q(Exists(here.filter(endings)))
    if post == SECRETARIES:
        return Q(Exists(here.filter(title__endswith=SECRETARY).exclude(title__endswith=DEPUTY)))
    return Q(Exists(here.filter(title=post)))


def list_seen_by(viewer: Any, organisation: Organisation, **asked: Any) -> Listed:
    """A list as a viewer may read it."""
    return Listed(organisation, **asked).within(orgs_where(viewer, "see_people"))


def rows_of(listed: Listed, *, whole: bool = False) -> Iterator[Row]:
    """Every row of a list, read in pieces; identity and telephone numbers masked unless they are asked for whole."""
    memberships = listed.memberships.iterator(chunk_size=CHUNK)
    while piece := list(islice(memberships, CHUNK)):
        titles = titles_of(piece)
        for m in piece:
            yield _row(m, "、".join(titles.get((m.person_id, m.organisation_id), [])), whole)


def _row(membership: Membership, titles: str, whole: bool) -> Row:
    p = membership.person
    return Row(
        person=p.name,
        sex=p.sex,
        born=p.born_on,
        identity=unseal(p.identity_sealed) if whole else p.identity_masked,
        education=p.education,
        joined=p.joined_on,
        organisation=membership.organisation.name,
        occupation=p.occupation,
        post=titles,
        phone=unseal(p.phone_sealed) if whole else p.phone_masked,
        mobile="是" if membership.mobile else "",
    )


def titles_of(memberships: Iterable[Membership]) -> dict[tuple[int, int], list[str]]:
    """The offices held today by members in their own organisation, by person and organisation, in one query."""
    pairs = {(m.person_id, m.organisation_id) for m in memberships}
    held = Post.objects.filter(current(), person__in={p for p, _ in pairs}).order_by("pk")
    found: dict[tuple[int, int], list[str]] = {}
    for person, organisation, title in held.values_list("person_id", "organisation_id", "title"):
        if (person, organisation) in pairs:
            found.setdefault((person, organisation), []).append(title)
    return found
