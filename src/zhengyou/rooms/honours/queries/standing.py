"""Where things stand: a nomination on its way up, a posting and its objections, an honour on a day. Computed, never stored."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.tree import WIDTH
from zhengyou.rooms.honours.models import Honour, Nomination, Objection


class Standing(models.TextChoices):
    """荣誉状态 — how an honour stands on a day."""

    VALID = "valid", _("有效")
    EXPIRED = "expired", _("已到期")
    REVOKED = "revoked", _("已撤销")


class Step(models.TextChoices):
    """推荐进展 — where a nomination is."""

    CONSENT = "consent", _("等本人同意")
    ABOVE = "above", _("等上级意见")
    RETURNED = "returned", _("上级没有上报")
    READY = "ready", _("可以公示")
    POSTED = "posted", _("公示中")
    OBJECTED = "objected", _("有异议，等查核")
    UPHELD = "upheld", _("异议成立")
    DECIDABLE = "decidable", _("公示期满，等决定")
    GIVEN = "given", _("已授予")
    NOT_GIVEN = "not_given", _("没有授予")


def standing_on(since: date, until: date | None, revoked_on: date | None, day: date) -> Standing:
    """How an honour stands on a day: what was taken back is that first, whether it had expired or not."""
    if revoked_on is not None and revoked_on <= day:
        return Standing.REVOKED
    return Standing.EXPIRED if until is not None and day >= until else Standing.VALID


def standing_of(honour: Honour) -> Standing:
    """How an honour stands today."""
    revocation = getattr(honour, "revocation", None)
    return standing_on(
        honour.since, honour.until, revocation.revoked_on if revocation else None, clock.today()
    )


def levels_between(nomination: Nomination) -> list[Organisation]:
    """The organisations between the one that nominates and the one that gives, from below."""
    low, high = nomination.organisation.path, nomination.batch.organisation.path
    paths = [low[:n] for n in range(len(low) - WIDTH, len(high), -WIDTH)]
    found = {o.path: o for o in Organisation.objects.filter(path__in=paths)}
    return [found[p] for p in paths if p in found]


def has_consented(nomination: Nomination) -> bool:
    """Whether the person named agreed, by the last word; a unit is not asked."""
    if not nomination.of_person:
        return True
    said = list(nomination.consents.all())
    return bool(said) and said[-1].agreed


def unanswered(objections: Any) -> list[Objection]:
    """The objections that nobody has looked into yet."""
    return [o for o in objections if getattr(o, "answer", None) is None]


@dataclass(frozen=True)
class Way:
    """推荐进展 — where a nomination is, and whose turn it is where a level above has to speak."""

    step: Step
    at: Organisation | None = None
    levels: list[Organisation] = field(default_factory=list)


def way_of(nomination: Nomination) -> Way:
    """Where a nomination is on its way."""
    decision = getattr(nomination, "decision", None)
    if decision is not None:
        return Way(Step.GIVEN if decision.given else Step.NOT_GIVEN)
    if posted := getattr(nomination, "posted", None):
        return Way(_posted(posted))
    if not has_consented(nomination):
        return Way(Step.CONSENT)
    levels = levels_between(nomination)
    said = {r.organisation_id: r.recommended for r in nomination.recommendations.all()}
    if False in said.values():
        return Way(Step.RETURNED, None, levels)
    waits = next((o for o in levels if o.pk not in said), None)
    return Way(Step.ABOVE if waits else Step.READY, waits, levels)


def _posted(posted: Any) -> Step:
    objections = list(posted.objections.all())
    if unanswered(objections):
        return Step.OBJECTED
    if any(o.answer.upheld for o in objections):
        return Step.UPHELD
    return Step.POSTED if clock.today() <= posted.posting.last_day else Step.DECIDABLE
