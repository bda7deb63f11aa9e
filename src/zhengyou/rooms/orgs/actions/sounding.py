"""What names sound like, written with the names by whoever writes them."""

from collections.abc import Iterable, Sequence

from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import OrganisationSound, Person, PersonSound, callings_of, sounds_of

BATCH = 2000


def hear_people(people: Iterable[Person], *, new: bool = False) -> None:
    """Write how the names of people sound, in a few statements; ``new`` ones have no sounds to take back."""
    heard = list(people)
    if not new:
        _forget(PersonSound, "person__in", heard)
    PersonSound.objects.bulk_create(
        (PersonSound(person=person, text=text) for person in heard for text in sounds_of(person.name)),
        batch_size=BATCH,
    )


def hear_organisations(organisations: Iterable[Organisation], *, new: bool = False) -> None:
    """The same for organisations: called once they have names, and again when a name changes."""
    heard = list(organisations)
    if not new:
        _forget(OrganisationSound, "organisation__in", heard)
    OrganisationSound.objects.bulk_create(
        (
            OrganisationSound(organisation=organisation, text=text)
            for organisation in heard
            for text in callings_of(organisation.name, organisation.short_name)
        ),
        batch_size=BATCH,
    )


def _forget(kind: type[PersonSound] | type[OrganisationSound], field: str, things: Sequence[object]) -> None:
    for at in range(0, len(things), BATCH):
        kind.objects.filter(**{field: things[at : at + BATCH]}).delete()
