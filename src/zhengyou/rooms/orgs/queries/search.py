"""Looking up people and organisations: 张三, zhangsan, zs; a name, a short name, a path — within what the viewer may see.

Every look-up is a beginning within an index (``>= q``, ``< end of q``), never a part somewhere inside a text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain
from re import split
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.models import LONGEST, Membership, OrganisationSound, Person, PersonSound, typed
from zhengyou.rooms.orgs.queries.people import KINDS, LINE, current, fits_line, organisations_seen_by

MOST = 20  # shown of each; whether there are more is said
STEPS = 4  # of a path: 红星市/红星镇/东街村
FEW = 500  # organisations in reach up to which their members are gone through instead of the index of sounds
WAYS = 12  # in which one name may begin alike: a dozen at the most
LAST = "\U0010ffff"
SOUNDS = ("sound", "initials", "sounds__text")  # whole, by initials, read otherwise

Match = Callable[[str], Q]  # a condition, once the column is known
Find = Callable[[str, Match, QuerySet[Membership]], QuerySet[Any, int]]


@dataclass
class Found:
    """查到的 — people with where they belong, organisations, and whether there are more than are shown."""

    people: list[Membership] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    more_people: bool = False
    more_organisations: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.organisations)


def beginning(column: str, words: str) -> Q:
    """A condition that an index answers: the column begins with these words.

    Plain letters and digits sort alike everywhere, so that a range of them is walked in its order. Characters
    PostgreSQL sorts by the language of the cluster; its second index on a text goes by characters, and a pattern
    finds it. SQLite sorts by characters, and a pattern would not find its index.
    """
    if words.isascii():
        return Q(**{f"{column}__gte": words, f"{column}__lte": words + "z" * LONGEST})
    if connection.vendor == "postgresql":
        return Q(**{f"{column}__startswith": words})
    return Q(**{f"{column}__gte": words, f"{column}__lt": words + LAST})


def found_for(viewer: Any, words: str) -> Found:
    """What a viewer may see of what was looked for; the last step of a path is looked for beneath the others."""
    steps = _steps(words)
    if not steps:
        return Found()
    above = _above(steps[:-1])
    if above is None:
        return Found()
    people = _people(viewer, steps[-1], above.at)
    organisations = list(_organisations(organisations_seen_by(viewer).filter(above.beneath), steps[-1]))
    return Found(people[:MOST], organisations[:MOST], len(people) > MOST, len(organisations) > MOST)


def _steps(words: str) -> list[str]:
    """红星镇/东街村 → both, in order; what nobody could have meant is left out."""
    return [step.strip()[:40] for step in split("[/／>＞]", words) if step.strip()][-STEPS:]


@dataclass(frozen=True)
class _Above:
    """Where the steps of a path lead: ``at`` and beneath those organisations, or strictly ``beneath`` one of them."""

    at: Q = field(default_factory=Q)
    beneath: Q = field(default_factory=Q)


def _above(steps: Iterable[str]) -> _Above | None:
    """Follow the steps of a path from wherever the first begins; nothing where a step leads nowhere."""
    found = _Above()
    for step in steps:
        here = list(_organisations(Organisation.objects.filter(found.beneath), step))[:MOST]
        if not here:
            return None
        at, beneath = Q(), Q()
        for organisation in here:
            at |= organisation.subtree
            beneath |= Q(path__gt=organisation.path, path__lt=organisation.path_end)
        found = _Above(at, beneath)
    return found


def _organisations(among: QuerySet[Organisation], words: str) -> QuerySet[Organisation]:
    """Organisations that still exist by a beginning of a name, of what it sounds like, or by the code."""
    standing = among.filter(Organisation.standing())
    keys = list(dict.fromkeys(_heard(standing.order_by(), words)[: (MOST + 1) * WAYS]))
    match = Q(pk__in=keys[: MOST + 1]) | Q(code=words)
    if not keys and not words.isascii():
        # Entered before anybody wrote how it sounds: found by the beginning of its name all the same.
        match |= beginning("name", words) | beginning("short_name", words)
    return standing.filter(match).select_related("parent").order_by("path")[: MOST + 1]


def _heard(among: QuerySet[Organisation], words: str) -> QuerySet[Any, int]:
    """Keys of organisations called so: each asked where they are few, met in the index where they are many."""
    sound = _sound(words) if words.isascii() else words.lower()
    called = OrganisationSound.objects.filter(beginning("text", sound))
    few = list(among.values_list("pk", flat=True)[: FEW + 1])
    if len(few) <= FEW:
        called = called.filter(organisation__in=few)
    else:
        called = _each_in(called, among.filter(pk=OuterRef("organisation_id")))
    return _in_order(called, words, "text").values_list("organisation_id", flat=True)


def _each_in(met: QuerySet[Any, Any], among: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Of rows met in an index, those that are among others: each is asked for by itself, until there are enough.

    Written as a value and not as ``exists``, which a planner may turn into a join of all with all.
    """
    return met.annotate(found=Subquery(among.order_by().values("pk")[:1])).filter(found__isnull=False)


def _in_order(rows: QuerySet[Any, Any], words: str, column: str) -> QuerySet[Any, Any]:
    """In the order of the index where that is the order of the column; characters have none that all share."""
    return rows.order_by(column, "pk") if words.isascii() else rows.order_by()


def _people(viewer: Any, words: str, above: Q) -> list[Membership]:
    """One membership each of the people called so, the closest names first, one more than are shown."""
    reach = orgs_where(viewer, "see_people").filter(above).order_by()
    few = list(reach.values_list("pk", flat=True)[: FEW + 1])
    many = len(few) > FEW
    within: Any = reach.values("pk") if many else few
    held = Membership.objects.filter(current(), organisation__in=within)
    called = _called(words, held, _in_the_index if many else _among_members)
    first: dict[int, Membership] = {}
    for m in held.filter(person__in=called).select_related("person", "organisation").order_by("line", "pk"):
        first.setdefault(m.person_id, m)
    return [first[key] for key in called if key in first]


def _called(words: str, held: QuerySet[Membership], find: Find) -> list[int]:
    """Keys of the people called so among members: those called exactly so before those whose name only begins so."""
    ways = (MOST + 1) * WAYS
    if words.isascii():
        sound = _sound(words)
        found = (find(column, lambda c: beginning(c, sound), held)[:ways] for column in SOUNDS)
        return list(dict.fromkeys(chain.from_iterable(found)))[: MOST + 1]
    name = words.replace(" ", "")
    exactly = find("name", lambda column: Q(**{column: name}), held)
    begins = find("name", lambda column: beginning(column, name), held)
    return list(dict.fromkeys([*exactly[:ways], *begins[:ways]]))[: MOST + 1]


def _among_members(column: str, match: Match, held: QuerySet[Membership]) -> QuerySet[Any, int]:
    """From the members of a few organisations, whose names are then looked at."""
    called = held.filter(match(f"person__{column}"))
    return called.order_by(f"person__{column}", "person_id").values_list("person_id", flat=True)


def _in_the_index(column: str, match: Match, held: QuerySet[Membership]) -> QuerySet[Any, int]:
    """From the index of names, where so many belong within reach that most who are met do."""
    if column == "sounds__text":
        heard = _each_in(PersonSound.objects.filter(match("text")), held.filter(person=OuterRef("person_id")))
        return heard.order_by("text", "pk").values_list("person_id", flat=True)
    called = _each_in(Person.objects.filter(match(column)), held.filter(person=OuterRef("pk")))
    # Characters have no order that all databases share.
    return called.order_by(*(() if column == "name" else (column, "pk"))).values_list("pk", flat=True)


def _sound(words: str) -> str:
    """What was typed as sounds are written; what has no sound is nobody's name."""
    return typed(words) or "-"


def destinations_for(line: str, words: str, but: Organisation | None = None) -> list[Organisation]:
    """Where somebody may be handed over to: any organisation of the kind, whose names everybody may look up."""
    steps = _steps(words)
    above = _above(steps[:-1]) if steps else None
    if above is None:
        return []
    kinds = [kind.value for kind in KINDS[LINE(line)]]
    among = Organisation.objects.filter(above.beneath, kind__in=kinds)
    if but is not None:
        among = among.exclude(pk=but.pk)
    return [o for o in _organisations(among, steps[-1])[:MOST] if fits_line(o, line)]
