"""The look-back: what ticks itself, what was answered, which meeting was held, and what is lacking in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from zhengyou.core.engines import Engine, Live
from zhengyou.core.figures import DueMet, lacking_by_org, lacking_by_person, progress_by_org
from zhengyou.core.language import listed, strung
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.rules import RULES
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.campaigns.queries import asked
from zhengyou.rooms.gates.models import Answer, Decision, Gate, LookBackItem
from zhengyou.rooms.gates.queries.present import meetings_held
from zhengyou.rooms.gates.queries.seen import organisations_at
from zhengyou.rooms.orgs.models import Person

Judge = Callable[[LookBackItem, int], "Tick"]


@dataclass(frozen=True)
class Tick:
    """打勾 — one item as it stands for one organisation: whether it holds, and what is missing in words."""

    item: LookBackItem
    holds: bool
    words: str
    progress: DueMet | None = None
    answer: Answer | None = None


def asks_for_own_plan(requirement: Requirement) -> bool:
    """Whether a requirement wants an adapted plan, which no gate may (BOUNDARIES: inherit by default)."""
    names = RULES[requirement.rule].measures if requirement.rule in RULES else []
    return any(MEASURES[n].of == "plan" and "adapted" in MEASURES[n].definition for n in names)


def look_backs(
    gate: Gate, under: Organisation | None = None, engine: Engine | None = None
) -> dict[int, list[Tick]]:
    """The look-back of every organisation asked at or below one, by as many queries as there are items."""
    under, engine = under or gate.organisation, engine or Live()
    concerned = organisations_at(gate).filter(under.subtree).values_list("pk", flat=True)
    items = list(
        gate.items.select_related("requirement__campaign", "requirement__organisation")
        .prefetch_related("requirement__amendments")
        .order_by("number")
    )
    judges = _judges(gate, items, under, engine)
    return {pk: [judges[item.by](item, pk) for item in items] for pk in concerned}


def look_back_of(organisation: Organisation, gate: Gate) -> list[Tick]:
    """The look-back of one organisation."""
    return look_backs(gate, organisation).get(organisation.pk, [])


def lacking_by_organisation(
    gate: Gate, under: Organisation | None = None, engine: Engine | None = None
) -> dict[int, list[str]]:
    """What each organisation at or below one still lacks for a gate, in words."""
    found = look_backs(gate, under, engine)
    behind = _behind(gate, found)
    return {pk: behind.get(pk, []) + [t.words for t in ticks if not t.holds] for pk, ticks in found.items()}


def lacking_for_gate(organisation: Organisation, gate: Gate) -> list[str]:
    """What one organisation still lacks for a gate, in words; an empty list means that it may apply."""
    return lacking_by_organisation(gate, organisation).get(organisation.pk, [])


def _behind(gate: Gate, organisations: Iterable[int]) -> dict[int, list[str]]:
    """The earlier gates that an organisation has not passed yet: no stage is skipped."""
    earlier = Gate.objects.filter(
        campaign=gate.campaign_id, kind=gate.kind, stage__number__lt=gate.stage.number
    ).select_related("stage")
    passed = set(
        Decision.objects.filter(application__gate__in=earlier, how=Decision.How.PASS).values_list(
            "application__gate_id", "organisation_id"
        )
    )
    return {
        pk: [
            _("上一阶段“%(stage)s”还没有转段") % {"stage": g.stage}
            for g in earlier
            if (g.pk, pk) not in passed
        ]
        for pk in organisations
    }


def _judges(gate: Gate, items: list[LookBackItem], under: Organisation, engine: Engine) -> dict[str, Judge]:
    """For each way in which items are judged, a function that judges one for one organisation."""
    redone = _redone(gate, under)
    return {
        LookBackItem.By.REQUIREMENT: _by_requirement(items, under, engine),
        LookBackItem.By.ASKED: _by_answer(gate, under, redone),
        LookBackItem.By.MEETING: _by_meeting(gate, under, redone),
    }


def _redone(gate: Gate, under: Organisation) -> dict[int, datetime]:
    """When each organisation was told to redo the stage: what was said before counts no more."""
    told = Decision.objects.filter(under.within(), application__gate=gate, how=Decision.How.REDO)
    return dict(told.values_list("organisation").annotate(at=Max("entered_at")).order_by())


def _by_requirement(items: list[LookBackItem], under: Organisation, engine: Engine) -> Judge:
    wanted = [i.requirement for i in items if i.requirement is not None]
    judged = {r.pk: asked(r) for r in wanted}
    progress = progress_by_org(engine, list(judged.values()), under)
    one_by_one = [r for r in wanted if r.grain == Requirement.Grain.ORGANISATION]
    in_words = {r.pk: lacking_by_org(engine, judged[r.pk], under) for r in one_by_one}

    def judge(item: LookBackItem, pk: int) -> Tick:
        requirement = item.requirement
        assert requirement is not None  # noqa: S101 — the database holds that it is there
        has = progress.get(pk, {}).get(requirement.pk, DueMet(0, 0))
        words = _lacking(requirement, has, in_words.get(requirement.pk, {}).get(pk, []))
        return Tick(item, has.lacking <= 0, words, has)

    return judge


def _lacking(requirement: Requirement, has: DueMet, in_words: list[str]) -> str:
    what = {"what": requirement}
    if has.lacking <= 0:
        return _("%(what)s已达到") % what if has.due else _("%(what)s：本组织没有这一项") % what
    if requirement.grain == Requirement.Grain.ORGANISATION:
        return strung(in_words) or _("%(what)s还没有达到") % what
    told = {"gap": _counted(requirement, has.lacking), "due": _counted(requirement, has.due)}
    return _("%(what)s差%(gap)s（应%(due)s）") % {**what, **told}


def _counted(requirement: Requirement, n: int) -> str:
    """A number of what a requirement counts: people, or the facts of its rule."""
    each = RULES[requirement.rule].each
    if requirement.grain == Requirement.Grain.PERSON:
        return f"{n}{npgettext('unit', '人', '人', n)}"
    return f"{n}{each.due.unit_of(n) if each else npgettext('unit', '件', '件', n)}"


def _by_answer(gate: Gate, under: Organisation, redone: dict[int, datetime]) -> Judge:
    given: dict[tuple[int, int], Answer] = {}
    for answer in Answer.objects.filter(under.within(), item__gate=gate).order_by("pk"):
        told = redone.get(answer.organisation_id)
        if told is None or answer.entered_at > told:
            given[answer.item_id, answer.organisation_id] = answer

    def judge(item: LookBackItem, pk: int) -> Tick:
        answer = given.get((item.pk, pk))
        if answer is None:
            return Tick(item, False, _("“%(what)s”还没有回答") % {"what": item.words})
        said = _("“%(what)s”：是") if answer.yes else _("“%(what)s”：否")
        told = _("，").join(filter(None, [said % {"what": item.words}, answer.words]))
        return Tick(item, True, told, answer=answer)

    return judge


def people_lacking(viewer: Any, organisation: Organisation, gate: Gate) -> dict[int, list[tuple[str, str]]]:
    """Who lacks what for each item that asks every member: for viewers who may see the people there."""
    if not orgs_where(viewer, "see_people").filter(pk=organisation.pk).exists():
        return {}
    found: dict[int, dict[int, list[str]]] = {}
    for item in gate.items.filter(requirement__grain="person").select_related(
        "requirement__campaign", "requirement__organisation"
    ):
        assert item.requirement is not None  # noqa: S101 — filtered by it
        lacking = lacking_by_person(Live(), asked(item.requirement), organisation)
        found[item.pk] = {pk: words for pk, words in lacking.items() if words}
    people = Person.objects.in_bulk({pk for lacking in found.values() for pk in lacking})
    return {
        item: [(str(people[pk]), strung(words)) for pk, words in lacking.items()]
        for item, lacking in found.items()
    }


def _by_meeting(gate: Gate, under: Organisation, redone: dict[int, datetime]) -> Judge:
    found = meetings_held(gate, under)
    needed = {"who": listed(gate.parties)}
    none = _("转段分析会还没有开（要有%(who)s到会，并已结束点名）")
    if not gate.present:
        none = _("转段分析会还没有开，或还没有结束点名")

    def judge(item: LookBackItem, pk: int) -> Tick:
        held = found.get(pk)
        if held is None:
            return Tick(item, False, none % needed)
        if pk in redone and held.on <= redone[pk].date():
            return Tick(item, False, _("返工后还没有重开转段分析会"))
        day = {"day": zh_day(held.on)}
        if held.missing:
            told = day | {"who": listed(held.missing)}
            return Tick(item, False, _("%(day)s的转段分析会没有%(who)s到会：请登记到会，或重开") % told)
        words = (
            _("转段分析会已于%(day)s召开，%(who)s到会") if gate.present else _("转段分析会已于%(day)s召开")
        )
        return Tick(item, True, words % (day | needed))

    return judge
