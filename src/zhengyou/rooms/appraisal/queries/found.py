"""What an appraisal team found and what an organisation says of itself, by organisation."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.models import Check, Claim, Criterion, DutyReport, Scheme


def checks_by_organisation(
    scheme: Scheme, organisations: Iterable[Organisation]
) -> dict[int, dict[int, list[Check]]]:
    """The last check of everyone of the team, by organisation and criterion."""
    asked = Check.objects.filter(criterion__scheme=scheme, organisation__in=[o.pk for o in organisations])
    last = {
        (k.organisation_id, k.criterion_id, k.entered_by_id): k for k in asked.select_related("entered_by")
    }
    found: dict[int, dict[int, list[Check]]] = defaultdict(lambda: defaultdict(list))
    for (organisation, criterion, _), check in last.items():
        found[organisation][criterion].append(check)
    return found


def checks_of(criterion: Criterion, organisation: Organisation) -> list[Check]:
    """The checks of one criterion that count for an organisation."""
    return checks_by_organisation(criterion.scheme, [organisation])[organisation.pk][criterion.pk]


def claims_of(scheme: Scheme, organisation: Organisation) -> list[Claim]:
    """What an organisation gives itself, the last for each line."""
    found = Claim.objects.filter(scheme=scheme, organisation=organisation).select_related(
        "criterion", "clause"
    )
    return list({(c.criterion_id, c.clause_id): c for c in found}.values())


def duty_report_of(scheme: Scheme, organisation: Organisation) -> DutyReport | None:
    """The last words of who answers for an organisation."""
    found: QuerySet[DutyReport] = DutyReport.objects.filter(scheme=scheme, organisation=organisation)
    return found.select_related("entered_by").first()


def criteria_to_check(scheme: Scheme) -> QuerySet[Criterion, Any]:
    """The criteria of a scheme for which an appraisal team gives points."""
    return scheme.criteria.filter(by=Criterion.By.CHECK)
