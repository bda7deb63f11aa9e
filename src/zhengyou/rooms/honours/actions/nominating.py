"""Nominating below, consent of the person named, what people judge, and the word of every level on the way up."""

from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.honours.models import (
    HonourBatch,
    HonourKind,
    Judgement,
    Nomination,
    NominationConsent,
    Recommendation,
)
from zhengyou.rooms.honours.queries import (
    Step,
    conditions_of,
    home_for,
    is_open,
    nomination_now,
    units_for,
    way_of,
)
from zhengyou.rooms.orgs.models import Person


@action()
def nominate(
    by: Any,
    organisation: Organisation,
    *,
    batch: HonourBatch,
    unit: Organisation | None = None,
    person: Person | None = None,
    county_rank: bool = False,
    words: str = "",
) -> Nomination:
    """推荐表彰 — name one's own for an honour: a unit, or somebody, who is then asked."""
    if not organisation.path.startswith(batch.organisation.path):
        raise Refused(f"“{batch}”由{batch.organisation}授予，{organisation}不在它以下，不能推荐。")
    if not is_open(batch):
        raise Refused(f"“{batch}”的推荐到{batch.nominate_by}截止，今天不收。")
    if not words.strip():
        raise Refused("请写主要事迹：做了什么、结果怎样，几句话就够。")
    home = _home(batch.kind, organisation, unit, person)
    named = {"unit": unit} if unit else {"person": person}
    if before := Nomination.objects.filter(batch=batch, **named).first():
        raise Refused(f"{before.who}在这一批里已由{before.organisation}推荐，不用再推荐。")
    return Nomination.objects.create(
        organisation=organisation,
        entered_by=author(by),
        batch=batch,
        home=home,
        county_rank=bool(county_rank and person),
        words=words.strip(),
        nominated_on=clock.today(),
        **named,
    )


def _home(
    kind: HonourKind, organisation: Organisation, unit: Organisation | None, person: Person | None
) -> Organisation:
    """Where the one named stands; refused where the kind is not for them or they are not one's own."""
    if kind.holder == HonourKind.Holder.ORGANISATION:
        if unit is None or not units_for(kind, organisation).filter(pk=unit.pk).exists():
            raise Refused(f"“{kind}”授予组织，请从{organisation}及下级里选一个符合范围的。")
        return unit
    home = home_for(person, kind, organisation) if person else None
    if home is None:
        raise Refused(f"“{kind}”授予个人，请从{organisation}及下级的在册人员里选一名符合范围的。")
    return home


@action()
def give_consent(by: Any, nomination: Nomination, *, agreed: bool) -> NominationConsent:
    """本人同意推荐 — the person named agrees to be proposed and named in public, or takes it back."""
    return _consent(by, nomination, agreed, on_paper=False)


@action()
def consent_on_paper(by: Any, nomination: Nomination, *, agreed: bool) -> NominationConsent:
    """登记本人意见 — enter what the person named signed on paper."""
    return _consent(by, nomination, agreed, on_paper=True)


def _consent(by: Any, nomination: Nomination, agreed: bool, on_paper: bool) -> NominationConsent:
    if not nomination.of_person:
        raise Refused("推荐的是组织，不用本人同意。")
    return NominationConsent.objects.create(
        organisation=nomination.organisation,
        entered_by=author(by),
        nomination=nomination,
        agreed=agreed,
        on_paper=on_paper,
        on_day=clock.today(),
    )


@action()
def judge_condition(by: Any, nomination: Nomination, *, number: int, holds: bool, words: str) -> Judgement:
    """核实条件 — say of a condition that no figure tells whether it holds, and how one knows."""
    if not words.strip():
        raise Refused("请写怎样核实的，如查了台账、问了群众。")
    step = way_of(nomination_now(nomination)).step
    if step not in (Step.CONSENT, Step.ABOVE, Step.READY):
        raise Refused(f"这项推荐现在是“{step.label}”，条件不再改。")
    asked = {c.number for c in conditions_of(nomination_now(nomination)) if c.number}
    if number not in asked:
        raise Refused("没有这一条要由人核实的条件。")
    made, _ = Judgement.objects.update_or_create(
        nomination=nomination,
        number=number,
        defaults={
            "organisation": nomination.batch.organisation,
            "entered_by": author(by),
            "holds": holds,
            "words": words.strip(),
            "on_day": clock.today(),
        },
    )
    return made


@action()
def recommend_nomination(
    by: Any, organisation: Organisation, *, nomination: Nomination, recommended: bool, words: str = ""
) -> Recommendation:
    """逐级推荐 — a level between nominator and giver passes a nomination on, or does not and says why."""
    way = way_of(nomination_now(nomination))
    if way.step is Step.CONSENT:
        raise Refused(f"{nomination.who}还没有同意，请先征求本人意见。")
    if way.step is not Step.ABOVE or way.at is None:
        raise Refused(f"这项推荐现在是“{way.step.label}”，不用再写意见。")
    if way.at.pk != organisation.pk:
        raise Refused(f"这项推荐正等{way.at}的意见，逐级上报，不越级。")
    if not recommended and not words.strip():
        raise Refused("不上报的，请写理由，推荐的单位看得到。")
    return Recommendation.objects.create(
        organisation=organisation,
        entered_by=author(by),
        nomination=nomination,
        recommended=recommended,
        words=words.strip(),
        on_day=clock.today(),
    )
