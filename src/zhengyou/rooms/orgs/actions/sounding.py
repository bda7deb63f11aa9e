"""What names sound like, written with the names by whoever writes them."""

from collections.abc import Iterable, Sequence

from zhengyou.core.models import Organisation
from zhengyou.core.pouring import pour, rewrite
from zhengyou.rooms.orgs.models import OrganisationSound, Person, PersonSound, Sounds, callings_of, sounds_of

BATCH = 2000


def hear_people(people: Iterable[Person], *, new: bool = False) -> None:
    """Write how the names of people sound; ``new`` ones have no other readings to take back."""
    heard = [(person, sounds_of(person.name)) for person in people]
    if not new:
        _forget(PersonSound, "person__in", [person for person, _ in heard])
    rewrite(Person, ("sound", "initials"), [(s.whole, s.initials, person.pk) for person, s in heard])
    hear_others((person.pk, s) for person, s in heard)


def hear_others(heard: Iterable[tuple[int, Sounds]]) -> None:
    """What else the names of new people may be read as, by their keys."""
    pour(PersonSound, ("person", "text"), ((pk, text) for pk, sounds in heard for text in sounds.others))


def hear_organisations(organisations: Iterable[Organisation], *, new: bool = False) -> None:
    """The same for organisations: called once they have names, and again when a name changes."""
    heard = list(organisations)
    if not new:
        _forget(OrganisationSound, "organisation__in", heard)
    pour(
        OrganisationSound,
        ("organisation", "text"),
        ((o.pk, text) for o in heard for text in callings_of(o.name, o.short_name)),
    )


def _forget(kind: type[PersonSound] | type[OrganisationSound], field: str, things: Sequence[object]) -> None:
    for at in range(0, len(things), BATCH):
        kind.objects.filter(**{field: things[at : at + BATCH]}).delete()
