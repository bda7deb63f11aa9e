"""Where promises are made: the organisations that everybody may look up, and the campaign that runs there."""

from django.db.models import Q, QuerySet

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.pledges.queries.pledges import pledges_of


def campaign_for(organisation: Organisation) -> Campaign | None:
    """The campaign within which an organisation promises: the latest that was issued to it."""
    paths = [organisation.path[:n] for n in range(WIDTH, len(organisation.path) + 1, WIDTH)]
    issued = Campaign.objects.filter(organisation__path__in=paths, issued_on__lte=clock.today())
    return issued.order_by("-starts_on", "-pk").first()


def organisations_called(words: str) -> QuerySet[Organisation]:
    """The organisations that everybody may look up: by a part of the name or by the code, higher ones first."""
    standing = Organisation.objects.filter(closed_on=None).select_related("parent")
    if not words:
        return standing.filter(Q(parent=None) | Q(parent__parent=None))
    return standing.filter(Q(name__icontains=words) | Q(short_name__icontains=words) | Q(code=words))


def above(organisation: Organisation) -> list[Organisation]:
    """The organisations above one, the root first."""
    paths = [organisation.path[:n] for n in range(WIDTH, len(organisation.path), WIDTH)]
    return list(Organisation.objects.filter(path__in=paths))


def consented_names(organisation: Organisation) -> set[int]:
    """The people of an organisation who stand by name on its public page."""
    found = pledges_of(organisation).filter(shown_by_name=True, person__isnull=False)
    return set(found.values_list("person_id", flat=True))
