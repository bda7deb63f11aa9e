"""Supervision by sample: drawn and recorded first, looked at then, concluded with what it says about all."""

import secrets
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.sampling import digest_of, drawn, size_to_find
from zhengyou.core.trail import author
from zhengyou.rooms.study.models import Sample, SampleItem, Work
from zhengyou.rooms.study.queries.samples import works_to_sample


@action()
def draw_sample(
    by: Any,
    organisation: Organisation,
    *,
    kind: str,
    since: date,
    until: date,
    rate: Decimal,
    sureness: Decimal,
    seed: str = "",
) -> Sample:
    """抽取样本 — draw as many as it takes to find out a failure rate above one, with a probability.

    Seed, what was drawn from and what was drawn stand in the database before anybody looks.
    """
    if kind not in Work.Kind.values:
        raise Refused("抽查的种类是读书笔记或者心得体会。")
    if until < since:
        raise Refused("结束日期在开始日期之前，请核对。")
    if not 0 <= rate < 100 or not 0 < sureness < 100:
        raise Refused("不合格率应在0到100之间，把握应小于100%：要100%的把握只能全部看。")
    keys = list(works_to_sample(organisation, kind, since, until).values_list("pk", flat=True))
    if not keys:
        raise Refused("这段时间没有登记过这一种，没有可以抽的。")
    sample = Sample.objects.create(
        organisation=organisation,
        kind=kind,
        since=since,
        until=until,
        rate=rate,
        sureness=sureness,
        population=len(keys),
        of=digest_of(keys),
        seed=seed.strip() or secrets.token_hex(8),
        drawn_on=clock.today(),
        entered_by=author(by),
    )
    size = size_to_find(len(keys), Fraction(rate) / 100, Fraction(sureness) / 100)
    SampleItem.objects.bulk_create(
        SampleItem(sample=sample, work_id=key, number=n)
        for n, key in enumerate(drawn(keys, size, sample.seed), start=1)
    )
    return sample


@action()
def judge_sampled(by: Any, item: SampleItem, *, fails: bool, remark: str = "") -> SampleItem:
    """登记抽查结果 — one that was drawn has been looked at: it holds, or it does not and why."""
    if item.sample.concluded_on:
        raise Refused("这次抽查已经办结，不能再改。")
    if fails and not remark.strip():
        raise Refused("不合要求的请写一句为什么。")
    item.fails, item.remark = fails, remark.strip()
    item.save(update_fields=["fails", "remark"])
    return item


@action()
def conclude_sample(by: Any, sample: Sample) -> Sample:
    """办结抽查 — all that were drawn have been looked at; what they say about all stands from now on."""
    if sample.concluded_on:
        raise Refused(f"已于{sample.concluded_on:%Y-%m-%d}办结。")
    if left := sample.items.filter(fails=None).count():
        raise Refused(f"还有{left}篇没有看；抽中的都要看，不能换，也不能少。")
    sample.concluded_on = clock.today()
    sample.save(update_fields=["concluded_on"])
    return sample
