"""Findings as they stand: their limit, what was answered last, whether a recheck found them put right."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.supervision.models import Finding, FindingAnswer, Recheck, SupervisionGroup


class Standing(models.TextChoices):
    """处理情况 — how a finding stands; computed, never stored."""

    OPEN = "open", _("等整改")
    ANSWERED = "answered", _("已答复，等复查")
    PUT_RIGHT = "put_right", _("整改到位")


def _whole(findings: QuerySet[Finding]) -> Any:
    """Findings with the limit that stands, the day on which they were found right, and what came last."""
    rechecks = Recheck.objects.filter(finding=OuterRef("pk")).order_by("-pk")
    answers = FindingAnswer.objects.filter(finding=OuterRef("pk")).order_by("-pk")
    return findings.select_related("organisation", "visit__group__campaign", "item").annotate(
        limit=Coalesce(Subquery(rechecks.filter(holds=False).values("due_on")[:1]), F("due_on")),
        right_on=Subquery(rechecks.filter(holds=True).values("on_day")[:1]),
        rechecked_at=Subquery(rechecks.values("entered_at")[:1]),
        answered_at=Subquery(answers.values("entered_at")[:1]),
    )


def findings_seen_by(viewer: Any) -> Any:
    """The findings that a viewer may look at, open ones by their limit first, then those put right."""
    found = _whole(Finding.objects.filter(organisation__in=orgs_where(viewer, "see_findings")))
    return found.order_by(F("right_on").asc(nulls_first=True), "limit", "pk")


def finding_now(finding: Finding) -> Any:
    """One finding as it stands now; asked anew, since both sides write about it."""
    return _whole(Finding.objects.filter(pk=finding.pk)).get()


def standing_of(finding: Any) -> Standing:
    """Whose turn it is: the organisation's, the group's, or nobody's any more."""
    if finding.right_on is not None:
        return Standing.PUT_RIGHT
    waits = finding.answered_at and (
        finding.rechecked_at is None or finding.answered_at > finding.rechecked_at
    )
    return Standing.ANSWERED if waits else Standing.OPEN


def is_overdue(finding: Any) -> bool:
    """Whether a finding's limit has passed and no recheck found it right."""
    return finding.right_on is None and finding.limit < clock.today()


def open_findings(organisation: Organisation) -> list[Any]:
    """What an organisation itself still has to put right, by its limit."""
    found = _whole(Finding.objects.filter(organisation=organisation)).filter(right_on=None)
    return list(found.order_by("limit", "pk"))


def findings_to_answer(organisation: Organisation) -> list[Any]:
    """Those of them on which the next word is the organisation's."""
    return [f for f in open_findings(organisation) if standing_of(f) is Standing.OPEN]


def findings_of_groups(groups: Collection[SupervisionGroup]) -> list[Any]:
    """What groups found and what is not put right yet, answered ones first: there the next deed is the group's."""
    found = _whole(Finding.objects.filter(visit__group__in=groups)).filter(right_on=None)
    return sorted(found, key=lambda f: (standing_of(f) is not Standing.ANSWERED, f.limit, f.pk))


def findings_of_campaign(campaign: Campaign, top: Organisation) -> list[Any]:
    """What was found at or below an organisation in a campaign, with how it stands, in the tree's order."""
    found = _whole(Finding.objects.filter(top.within(), visit__group__campaign=campaign))
    return list(found.order_by("organisation__path", "pk"))


def history_of(finding: Finding) -> list[FindingAnswer | Recheck]:
    """What both sides said about a finding, in the order in which it was entered."""
    told: list[FindingAnswer | Recheck] = [
        *finding.answers.select_related("entered_by"),
        *finding.rechecks.select_related("entered_by"),
    ]
    return sorted(told, key=lambda fact: (fact.entered_at, fact.pk))


def last_answer(finding: Finding) -> FindingAnswer | None:
    """What the organisation said last."""
    return finding.answers.order_by("pk").last()


def open_and_overdue(organisations: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many findings of each organisation are not put right, and how many of these are past their limit."""
    found: dict[int, tuple[int, int]] = {}
    for f in _whole(Finding.objects.filter(organisation__in=organisations)).filter(right_on=None):
        n, late = found.get(f.organisation_id, (0, 0))
        found[f.organisation_id] = (n + 1, late + is_overdue(f))
    return found
