"""What names sound like, written with the names by whoever writes them."""

from collections.abc import Iterable, Sequence

from zhengyou.core.models import Organisation
from zhengyou.core.pouring import pour
from zhengyou.rooms.orgs.models import OrganisationSound, Person, PersonSound, callings_of, sounds_of

BATCH = 2000


def hear_people(people: Iterable[Person], *, new: bool = False) -> None:
    """Write how the names of people sound; ``new`` ones have no sounds to take back."""
    heard = list(people)
    if not new:
        _forget(PersonSound, "person__in", heard)
    hear_names((person.pk, person.name) for person in heard)


def hear_names(named: Iterable[tuple[int, str]]) -> None:
    """The same by keys and names of new people, however many they are."""
    pour(PersonSound, ("person", "text"), ((pk, text) for pk, name in named for text in sounds_of(name)))


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
