"""荣誉册 — what everybody may read: honours with their standing, postings, and the answer to one's own objection."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.secrets import keyed_digest
from zhengyou.rooms.honours.models import Honour, HonourPosting, Nomination, Objection
from zhengyou.rooms.honours.queries.seen import with_all
from zhengyou.rooms.honours.queries.standing import Standing, has_consented


def register(words: str = "", standing: str = "") -> QuerySet[Honour]:
    """All honours ever given, the newest first; by words of their name, giver or holder, and by how they stand."""
    found = with_all(Honour.objects.all()).order_by("-since", "-pk")
    if words:
        found = found.filter(_named(words)).distinct()
    today = clock.today()
    gone, over = Q(revocation__revoked_on__lte=today), Q(until__lte=today)
    if standing == Standing.REVOKED:
        found = found.filter(gone)
    elif standing == Standing.EXPIRED:
        found = found.filter(over).exclude(gone)
    elif standing == Standing.VALID:
        found = found.exclude(gone).exclude(over)
    return found


def _named(words: str) -> Q:
    """People are found by their name only while they consent to be named; see :func:`in_public`."""
    named = Q(decision__nomination__batch__kind__name__icontains=words) | Q(
        organisation__name__icontains=words
    )
    named |= Q(decision__nomination__home__name__icontains=words)
    return named | Q(decision__nomination__person__name=words, pk__in=_consenting(words))


def _consenting(name: str) -> list[int]:
    found = with_all(Honour.objects.filter(decision__nomination__person__name=name))
    return [h.pk for h in found if has_consented(h.nomination)]


def in_public(nomination: Nomination) -> str:
    """How everybody reads whom it is about: a unit by its name, a person while they consent."""
    if nomination.of_person and not has_consented(nomination):
        return _("一名党员")
    return nomination.who


def honour_called(code: str) -> Honour | None:
    """The honour of a code that stands on a certificate."""
    return with_all(Honour.objects.filter(code=code)).first()


def revoked_numbers() -> tuple[list[int], int]:
    """The numbers of honours that are revoked by today, and the greatest number there is."""
    gone = Honour.objects.filter(revocation__revoked_on__lte=clock.today()).values_list("pk", flat=True)
    last = Honour.objects.order_by("-pk").values_list("pk", flat=True).first()
    return sorted(gone), last or 0


def postings_shown() -> QuerySet[HonourPosting]:
    """The postings that everybody may read, the newest first."""
    found = HonourPosting.objects.filter(first_day__lte=clock.today())
    return found.select_related("batch__kind", "organisation").prefetch_related(
        "posted__nomination__unit",
        "posted__nomination__person",
        "posted__nomination__home__parent",
        "posted__nomination__consents",
        "posted__nomination__decision",
        "posted__objections__answer",
    )


def objection_called(receipt: str) -> Objection | None:
    """One's own objection, by the receipt that only its author was told."""
    if not receipt.strip():
        return None
    found = Objection.objects.filter(receipt=keyed_digest(receipt.strip().upper()))
    return found.select_related("answer", "posted__posting__batch__kind", "posted__nomination__unit").first()


def top_of_tree() -> Organisation | None:
    """Whose portal it is."""
    return Organisation.objects.filter(parent=None).order_by("path").first()


def honours_of(organisation: Organisation) -> Any:
    """The honours that an organisation and its members hold today."""
    return register(standing=Standing.VALID).filter(decision__nomination__home=organisation)
