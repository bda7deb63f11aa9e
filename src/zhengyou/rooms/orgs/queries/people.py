"""Everything that can be asked about organisations and people."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from zhengyou.core import clock
from zhengyou.core.models import Kind, Organisation, Role
from zhengyou.core.permissions import grants_of, orgs_where
from zhengyou.rooms.orgs.models import Correction, Membership, Person, Post

LINE = Membership.Line
KINDS = {
    LINE.PARTY: {Kind.COMMITTEE, Kind.GENERAL_BRANCH, Kind.BRANCH, Kind.GROUP, Kind.OTHER},
    LINE.UNION: {Kind.UNION, Kind.OTHER},
    LINE.YOUTH: {Kind.YOUTH, Kind.OTHER},
    LINE.WOMEN: {Kind.WOMEN, Kind.OTHER},
}


def organisations_seen_by(viewer: Any) -> QuerySet[Organisation]:
    """The organisations whose pages a viewer may open."""
    return orgs_where(viewer, "see_organisation")


def people_seen_by(viewer: Any) -> QuerySet[Person]:
    """The people whose entries a viewer may see: those of reachable organisations, and oneself."""
    seen = Q(memberships__organisation__in=orgs_where(viewer, "see_people"))
    if getattr(viewer, "person_id", None):
        seen |= Q(pk=viewer.person_id)
    return Person.objects.filter(seen).distinct()


def people_open_to(viewer: Any) -> QuerySet[Person]:
    """The people whose pages a viewer may open: those who belong within reach today, and oneself.

    Somebody who belongs nowhere any more is found where one belonged before.
    """
    reach = orgs_where(viewer, "see_people")
    held = Membership.objects.filter(person=OuterRef("pk"))
    now = held.filter(current())
    seen = Q(Exists(now.filter(organisation__in=reach)))
    seen |= Q(~Exists(now)) & Q(Exists(held.filter(organisation__in=reach)))
    return Person.objects.filter(seen | Q(pk=getattr(viewer, "person_id", None) or 0))


def current(until: str = "until") -> Q:
    """A condition on dated rows: those that last today."""
    day = clock.today()
    since = until.replace("until", "since")
    return Q(**{f"{since}__lte": day}) & (Q(**{until: None}) | Q(**{f"{until}__gt": day}))


def members_of(organisation: Organisation) -> QuerySet[Person]:
    """The party members of one organisation today, secretaries first, then by name."""
    held = Membership.objects.filter(current(), organisation=organisation, line=Membership.Line.PARTY)
    return Person.objects.filter(pk__in=held.values("person")).order_by("pk")


def posts_of(organisation: Organisation) -> QuerySet[Post]:
    """The posts held in an organisation today."""
    return Post.objects.filter(current(), organisation=organisation).select_related("person").order_by("pk")


def secretary_of(organisation: Organisation) -> Person | None:
    """The secretary of an organisation today, or nobody."""
    post = posts_of(organisation).filter(title="书记").first()
    return post.person if post else None


def home_of(person: Person) -> Organisation | None:
    """The organisation where a person is a party member today."""
    held = Membership.objects.filter(current(), person=person, line=Membership.Line.PARTY).select_related(
        "organisation"
    )
    found = held.first()
    return found.organisation if found else None


def organisation_of(viewer: Any) -> Organisation | None:
    """The organisation that a viewer acts for first: of the widest role held, else where one is a member."""
    order = [Role.OFFICE, Role.LEADER, Role.SUPERVISOR, Role.SECRETARY, Role.MEMBER, Role.ADMINISTRATOR]
    held = sorted(grants_of(viewer), key=lambda g: (order.index(Role(g.role)), g.organisation.path))
    return held[0].organisation if held else None


def organisation_asked(viewer: Any, seen: QuerySet[Organisation], asked: str) -> Organisation:
    """The organisation of a key among those seen, one's own where none is named; 404 where it is not among them."""
    own = organisation_of(viewer)
    found = seen.filter(pk=asked if asked.isdigit() else own.pk if own else 0).first()
    if found is None:
        raise Http404
    return found


def people_listed(organisation: Organisation) -> list[tuple[Person, bool, list[str]]]:
    """The members of an organisation today with whether they are mobile and the posts they hold there."""
    held = Membership.objects.filter(current(), organisation=organisation, line=Membership.Line.PARTY)
    posts: dict[int, list[str]] = {}
    for post in posts_of(organisation):
        posts.setdefault(post.person_id, []).append(post.title)
    rows = [
        (m.person, m.mobile, posts.get(m.person_id, []))
        for m in held.select_related("person").order_by("person_id")
    ]
    return sorted(rows, key=lambda row: (not row[2], row[0].pk))


def names_of(people: list[int]) -> dict[int, str]:
    """Names by key."""
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))


def person_of(viewer: Any) -> Person | None:
    """The person of the roster whose account is looking, or nobody."""
    return Person.objects.filter(account=viewer.pk).first() if getattr(viewer, "pk", None) else None


def fits_line(organisation: Organisation, line: str) -> bool:
    """Whether an organisation of this kind has members of this kind: a union its own, a branch the party's."""
    return Kind(organisation.kind) in KINDS[LINE(line)]


def belongs_to(person: Person, organisation: Organisation) -> bool:
    """Whether somebody belongs to an organisation today, or belonged to it last and nowhere since."""
    held = Membership.objects.filter(person=person)
    return (
        held.filter(current(), organisation=organisation).exists()
        or not held.filter(current()).exists()
        and held.filter(organisation=organisation).exists()
    )


def memberships_of(person: Person) -> QuerySet[Membership]:
    """Everything somebody ever belonged to, today's first."""
    found = Membership.objects.filter(person=person).select_related("organisation", "person")
    return found.order_by(F("until").desc(nulls_first=True), "-since", "-pk")


def offices_of(person: Person) -> QuerySet[Post]:
    """Every office somebody holds or held, today's first, in whichever organisation."""
    found = Post.objects.filter(person=person).select_related("organisation", "person")
    return found.order_by(F("until").desc(nulls_first=True), "-since", "-pk")


def membership_seen_by(viewer: Any) -> QuerySet[Membership]:
    """The memberships within reach of whoever may read the roster."""
    seen = Membership.objects.filter(organisation__in=orgs_where(viewer, "see_people"))
    return seen.select_related("organisation", "person")


def offices_seen_by(viewer: Any) -> QuerySet[Post]:
    """The offices of organisations in which a viewer may enter them."""
    seen = Post.objects.filter(organisation__in=orgs_where(viewer, "relieve_post"))
    return seen.select_related("organisation", "person")


def home_within(person: Person, viewer: Any, deed: str) -> Organisation | None:
    """The organisation of a person in whose name a viewer may do something about the person, or none."""
    held = Membership.objects.filter(person=person, organisation__in=orgs_where(viewer, deed))
    found = held.filter(current()).select_related("organisation").order_by("line", "pk").first()
    if found is None and not Membership.objects.filter(current(), person=person).exists():
        found = held.select_related("organisation").order_by("-until", "-pk").first()
    return found.organisation if found else None


def corrections_seen_by(viewer: Any) -> QuerySet[Correction]:
    """What people asked to have put right: where one may answer it, and one's own."""
    seen = Q(organisation__in=orgs_where(viewer, "answer_correction"))
    seen |= Q(person=getattr(viewer, "person_id", None) or 0)
    return Correction.objects.filter(seen).select_related("person", "organisation")
