"""What names sound like, written with the names by whoever writes them."""

from collections.abc import Iterable, Sequence

from zhengyou.core.models import Organisation
from zhengyou.core.pouring import pour
from zhengyou.rooms.orgs.models import OrganisationSound, Person, PersonSound, callings_of, sounds_of

BATCH = 2000


def hear_people(people: Iterable[Person]) -> None:
    """Write how the names of people sound; called once they have names, and again when a name changes."""
    hear_names([(person.pk, person.name) for person in people])


def hear_names(named: Sequence[tuple[int, str]], *, new: bool = False) -> None:
    """The same of people by key and name, in a few statements; ``new`` ones have no sounds to take back."""
    if not new:
        _forget(PersonSound, "person__in", [pk for pk, _ in named])
    pour(PersonSound, ("person", "text"), ((pk, text) for pk, name in named for text in sounds_of(name)))


def hear_organisations(organisations: Iterable[Organisation], *, new: bool = False) -> None:
    """The same for organisations, by what they are called."""
    heard = list(organisations)
    if not new:
        _forget(OrganisationSound, "organisation__in", [o.pk for o in heard])
    pour(
        OrganisationSound,
        ("organisation", "text"),
        ((o.pk, text) for o in heard for text in callings_of(o.name, o.short_name)),
    )


def _forget(kind: type[PersonSound] | type[OrganisationSound], field: str, keys: Sequence[int]) -> None:
    for at in range(0, len(keys), BATCH):
        kind.objects.filter(**{field: keys[at : at + BATCH]}).delete()
