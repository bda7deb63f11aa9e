"""印发前的检查 — what keeps a campaign from being issued: it contradicts itself, or asks what is already known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.figures import needs_of
from zhengyou.core.language import strung
from zhengyou.core.measures import MEASURES, Measure
from zhengyou.core.models import Organisation
from zhengyou.core.rules import number
from zhengyou.core.sorts import sorts_in
from zhengyou.core.templatetags.days import zh_month
from zhengyou.rooms.campaigns.models import Approval, Campaign, Requirement
from zhengyou.rooms.campaigns.queries.burden import Burden, Peak, burden_of, peak_of
from zhengyou.rooms.campaigns.queries.colliding import (
    Collision,
    asked_twice,
    heavy_weeks,
    others_running,
    overlap,
)
from zhengyou.rooms.campaigns.queries.entries import BUDGET

# Words that ask somebody to report, and what people call a figure beside its name.
REPORT = re.compile(r"上报|报送|填报|填写|报表|统计表|汇总表|登记表|报告.{0,8}(数|率|情况)|逐级报")
ALSO_CALLED = {
    "members": ("党员总数", "党员数", "党员花名册", "党员名册", "党员基本情况"),
    "branches": ("支部总数", "支部花名册"),
    "mobile_members": ("流动党员数", "流动党员名册"),
    "study_hours": ("学习时间", "学习时数", "学习情况", "参学情况"),
    "people_studying": ("到会人数", "参学率", "出勤情况", "签到"),
    "made_up_lessons": ("补课情况",),
    "pledges_published": ("承诺情况", "承诺汇总"),
    "pledges_kept": ("践诺情况", "履诺情况", "兑现情况"),
    "coverage_share": ("组织覆盖情况",),
}


@dataclass(frozen=True)
class Preview:
    """印发前看一看 — the burden of a campaign, what it meets, and what keeps it from being issued."""

    burden: Burden
    peak: Peak | None
    wrong: list[str]
    twice: list[Collision]
    weeks: list[str]

    @property
    def minutes(self) -> int:
        """Minutes of entering in the heaviest month of one organisation."""
        return self.peak.minutes if self.peak else 0

    @property
    def why_approval(self) -> str:
        """Why a leader has to let it be issued, in words: over the budget, or asking what another campaign asks."""
        why = []
        if self.peak and self.peak.over:
            told = {"month": zh_month(self.peak.month), "n": self.minutes, "most": BUDGET}
            why.append(_("%(month)s每个组织要录入%(n)d分钟，超过%(most)d分钟") % told)
        why += [c.words for c in self.twice]
        return strung(why)

    def waits_for(self, approval: Approval | None) -> bool:
        """Whether a leader has still to let it be issued: none has, or only for less than it costs."""
        over = self.peak is not None and self.peak.over
        return bool(self.why_approval) and (approval is None or (over and approval.minutes < self.minutes))


def preview_of(campaign: Campaign, engine: Engine, to: Organisation | None = None) -> Preview:
    """What a campaign would ask, worked out before anybody is asked; ``to`` is the part of the tree that it goes to."""
    campaign = (
        Campaign.objects.select_related("organisation")
        .prefetch_related("stages", "requirements__stage")
        .get(pk=campaign.pk)
    )
    campaign.organisation = to or campaign.organisation
    sorts = sorts_in(campaign.organisation, engine, clock.today())
    burden = burden_of(campaign, sorts)
    others = others_running(campaign)
    beside = [burden_of(other, sorts) for other in others]
    return Preview(
        burden,
        peak_of(burden, beside),
        [*contradictions(campaign), *already_known(campaign.pack)],
        list(asked_twice(campaign, others)),
        heavy_weeks(burden, beside),
    )


def contradictions(campaign: Campaign) -> Iterator[str]:
    """What in a campaign cannot all be done, in words with the remedy."""
    asked = list(campaign.requirements.all())
    if not asked:
        yield _("方案里还没有一条可以检查的要求，请先采用或填写。")
    if campaign.ends_on < clock.today():
        yield _("活动%(day)s就结束了，请改日期再印发。") % {"day": campaign.ends_on}
    for r in asked:
        yield from _impossible(r, campaign)
    for one, other in combinations(asked, 2):
        if one.rule == other.rule and _same_audience(one, other) and one.needs != other.needs:
            told = {"one": one.name, "other": other.name}
            yield _("“%(one)s”和“%(other)s”对同一些组织给了两个数，请留一条，或按类别分开。") % told


def _impossible(r: Requirement, campaign: Campaign) -> Iterator[str]:
    if not campaign.starts_on <= r.due_on <= campaign.ends_on:
        yield _("“%(name)s”的截止%(day)s不在活动期内，请改日期。") % {"name": r.name, "day": r.due_on}
    if r.stage and r.due_on < r.stage.starts_on:
        told = {"name": r.name, "stage": r.stage.name}
        yield _("“%(name)s”在“%(stage)s”开始之前就截止了，请改日期或阶段。") % told
    for name, value in needs_of(r.needs).items():
        if name in MEASURES and MEASURES[name].ratio and value > 1:
            share = {"name": r.name, "what": MEASURES[name].title, "n": number(value * 100)}
            yield _("“%(name)s”要%(what)s%(n)s%%，比全部还多，请改成不超过1的数。") % share


def _same_audience(one: Requirement, other: Requirement) -> bool:
    return (
        one.grain == other.grain
        and one.stage_id == other.stage_id
        and one.posts == other.posts  # holders of posts may be asked for more than everybody
        and overlap(one.kinds, other.kinds)
        and overlap(one.categories, other.categories)
    )


def already_known(pack: dict[str, Any]) -> list[str]:
    """Tasks and questions that ask to report what a measure knows, each naming the measure."""
    tasks = [task["what"] for task in pack.get("tasks", [])]
    asked = [i for stage in pack.get("stages", []) for i in stage.get("look_back", [])]
    questions = [i if isinstance(i, str) else i.get("words", "") for i in asked]
    return [
        _("“%(words)s”要的是系统里已有的%(what)s（%(name)s），不再向下要；请删去这一条，从“数据”里看。")
        % {"words": words, "what": m.title, "name": m.name}
        for words in (*tasks, *questions)
        if (m := known_in(words))
    ]


def known_in(words: str) -> Measure | None:
    """The measure that a text asks to have reported; nothing where it asks for no report, or for what nobody knows."""
    if not REPORT.search(words):
        return None
    return next((m for m in MEASURES.values() if any(name in words for name in _names(m))), None)


def _names(m: Measure) -> tuple[str, ...]:
    zh = m.meaning.partition(" — ")[0].strip()
    return (zh, *ALSO_CALLED.get(m.name, ()))
