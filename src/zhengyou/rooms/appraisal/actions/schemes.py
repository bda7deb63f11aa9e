"""Laying down a scheme: drafted and tried on facts first, or issued at once; a changed one is a new version."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.rooms.appraisal.actions.sense import GRADES, Plan, contradictions
from zhengyou.rooms.appraisal.models import Clause, Criterion, Missing, Scheme, Tier
from zhengyou.rooms.appraisal.queries import groups_of_round, is_by_link, selections_of
from zhengyou.rooms.campaigns.models import Campaign


@action()
def issue_scheme(by: Any, campaign: Campaign, /, **laid_down: Any) -> Scheme:
    """印发考评办法 — lay down by which outcomes and ratings organisations are appraised; study gives no points.

    What is laid down: see :func:`_laid_down`.
    """
    scheme = _laid_down(by, campaign, **laid_down)
    return _issued(scheme)


@action()
def draft_scheme(
    by: Any, campaign: Campaign, /, *, instead_of: Scheme | None = None, **laid_down: Any
) -> Scheme:
    """起草考评办法 — write a scheme down that is not in force yet, so that it can be tried on the last period."""
    if instead_of is not None:
        drop_scheme(by, instead_of)
    return _laid_down(by, campaign, **laid_down)


@action()
def settle_scheme(by: Any, scheme: Scheme) -> Scheme:
    """印发考评草案 — a draft comes into force as it stands."""
    if scheme.issued_on:
        raise Refused("这个办法已经印发；要改请印发新的一版。")
    return _issued(scheme)


@action()
def drop_scheme(by: Any, scheme: Scheme) -> None:
    """撤下考评草案 — a draft is given up; what was issued stays."""
    if scheme.issued_on:
        raise Refused("这个办法已经印发，不能撤下；要改请印发新的一版。")
    scheme.delete()


def _issued(scheme: Scheme) -> Scheme:
    if is_by_link(scheme.round_id):  # a draft of before such rounds were refused
        raise Refused(f"“{scheme.round}”用公开链接，不能计分；请改草案，换一次凭码的测评。")
    scheme.issued_on = clock.today()
    scheme.save(update_fields=["issued_on"])
    return scheme


def _laid_down(
    by: Any,
    campaign: Campaign,
    *,
    name: str,
    criteria: Sequence[Mapping[str, Any]],
    starts_on: date,
    ends_on: date,
    advanced_from: Any = "85",
    middle_from: Any = "60",
    number: str = "",
    clauses: Sequence[Mapping[str, Any]] = (),
    most_bonus: Any = "0",
    grades: Mapping[str, int] | None = None,
    kinds: Sequence[str] = ("branch",),
    categories: Sequence[str] = (),
    round_id: int | None = None,
    missing: str = Missing.WHOLE,
    digits: int = 2,
    bands: Mapping[str, Sequence[Any]] | None = None,
    selects: str = "",
) -> Scheme:
    """Write a scheme down where nothing stands against it; else everything that does, in words.

    A criterion is ``{"number", "name", "full"}`` with ``"measure"`` (and ``"enough"`` for a plain sum), with
    ``"groups"`` of raters (and ``"weights"`` and ``"trim"``) or with ``"check": True`` for the points of an
    appraisal team; a heading has ``"children"`` instead. A clause is ``{"kind", "words", "most"}``, a veto has
    ``"at_most"`` instead of points. ``bands`` holds (middle, advanced) for a category judged apart.
    """
    worth = dict(grades or GRADES)
    plan = Plan(
        criteria, starts_on, ends_on, advanced_from, middle_from, clauses, most_bonus, worth, kinds,
        categories, bands or {}, selects, (campaign.starts_on, campaign.ends_on), groups_of_round(round_id),
        is_by_link(round_id), selections_of(campaign),
    )  # fmt: skip
    if problems := contradictions(plan):
        raise Refused("".join(problems))
    last = Scheme.objects.filter(campaign=campaign, organisation=campaign.organisation, name=name)
    scheme = Scheme.objects.create(
        organisation=campaign.organisation,
        entered_by=by,
        campaign=campaign,
        name=name,
        number=number,
        version=(last.aggregate(last=Max("version"))["last"] or 0) + 1,
        starts_on=starts_on,
        ends_on=ends_on,
        kinds=list(kinds),
        categories=list(categories),
        round_id=round_id,
        grades=worth,
        advanced_from=Decimal(advanced_from),
        middle_from=Decimal(middle_from),
        most_bonus=Decimal(most_bonus),
        missing=missing,
        digits=digits,
        bands={c: [str(middle), str(high)] for c, (middle, high) in (bands or {}).items()},
        selects=selects,
    )
    for given in criteria:
        _write_criterion(scheme, None, given)
    for place, given in enumerate(clauses, start=1):
        _write_clause(scheme, place, given)
    return scheme


def _write_criterion(scheme: Scheme, parent: Criterion | None, given: Mapping[str, Any]) -> Decimal:
    """Write a criterion and what lies below it; its full points."""
    below, weights = given.get("children", ()), given.get("weights") or {}
    made = Criterion.objects.create(
        scheme=scheme,
        parent=parent,
        place=scheme.criteria.count() + 1,
        number=given["number"],
        name=given["name"],
        by=_by(given),
        full=Decimal(str(given.get("full") or 0)),
        measure=given.get("measure", ""),
        enough=Decimal(str(given["enough"])) if given.get("enough") else None,
        groups=list(given.get("groups", ())),
        weights={g: str(w) for g, w in weights.items()},
        trim=Decimal(str(given.get("trim") or 0)),
    )
    if below:
        made.full = sum((_write_criterion(scheme, made, child) for child in below), Decimal(0))
        made.save()
    return made.full


def _by(given: Mapping[str, Any]) -> Criterion.By:
    if given.get("children"):
        return Criterion.By.HEADING
    if given.get("measure"):
        return Criterion.By.MEASURE
    return Criterion.By.CHECK if given.get("check") else Criterion.By.RATING


def _write_clause(scheme: Scheme, place: int, given: Mapping[str, Any]) -> None:
    kind = Clause.Kind(given["kind"])
    Clause.objects.create(
        scheme=scheme,
        place=place,
        kind=kind,
        words=given["words"],
        most=Decimal(str(given.get("most") or 0)),
        at_most=Tier(given["at_most"]) if kind == Clause.Kind.VETO else "",
    )
