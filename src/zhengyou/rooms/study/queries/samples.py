"""Samples drawn, and what they say about all that they were drawn from."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q, QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rules import number
from zhengyou.core.sampling import Between, digest_of, drawn, failing_between
from zhengyou.rooms.study.models import Sample, SampleItem, Work


def works_to_sample(organisation: Organisation, kind: str, since: date, until: date) -> QuerySet[Work]:
    """What was written at or below an organisation in a span of days."""
    return Work.objects.filter(organisation.within(), kind=kind, written_on__range=(since, until))


def samples_seen_by(viewer: Any) -> QuerySet[Sample]:
    """The samples that were drawn where a viewer supervises, newest first, with how many were and are looked at."""
    found = Sample.objects.filter(organisation__in=orgs_where(viewer, "see_samples"))
    counted = found.annotate(
        size=Count("items"),
        looked=Count("items", filter=Q(items__fails__isnull=False)),
        failed=Count("items", filter=Q(items__fails=True)),
    )
    return counted.select_related("organisation").order_by("-drawn_on", "-pk")


def items_seen_by(viewer: Any) -> QuerySet[SampleItem]:
    """What was drawn, without any text: title, author and length say which it is."""
    found = SampleItem.objects.filter(sample__organisation__in=orgs_where(viewer, "see_samples"))
    return found.select_related("sample__organisation", "work__person", "work__organisation").defer(
        "work__text"
    )


@dataclass(frozen=True)
class Found:
    """抽查结果 — so many of those drawn fail, and between how many and how many of all."""

    size: int
    failed: int
    population: int
    between: Between
    sureness: Fraction


def found_by(sample: Sample) -> Found | None:
    """What a concluded sample says about all; nothing before."""
    if not sample.concluded_on:
        return None
    size, failed = sample.items.count(), sample.items.filter(fails=True).count()
    sureness = Fraction(sample.sureness) / 100
    between = failing_between(sample.population, size, failed, sureness)
    return Found(size, failed, sample.population, between, sureness)


def finding_words(sample: Sample, found: Found) -> str:
    """What a sample's result says as a finding: how many of those drawn fail, and between which numbers all lie."""
    what = f"{sample.get_kind_display()}抽查（{sample.drawn_on:%Y-%m-%d}抽取，第{sample.pk}号）"
    if found.size == found.population:
        return f"{what}：全部{found.population}篇都看了，{found.failed}篇不合要求。"
    return (
        f"{what}：看了{found.size}篇，{found.failed}篇不合要求；推断全部{found.population}篇中有"
        f"{found.between.low}到{found.between.high}篇不合要求（{number(found.sureness * 100)}%的把握）。"
    )


def draws_the_same(sample: Sample) -> bool:
    """Whether its seed draws the same again from what is there now; not if anything was registered since."""
    keys = list(
        works_to_sample(sample.organisation, sample.kind, sample.since, sample.until).values_list(
            "pk", flat=True
        )
    )
    kept = list(sample.items.values_list("work_id", flat=True))
    return digest_of(keys) == sample.of and drawn(keys, len(kept), sample.seed) == kept
