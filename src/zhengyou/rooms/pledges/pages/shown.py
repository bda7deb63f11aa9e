"""How a promise is shown: its words, its dated steps with a verdict each, and what others say of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core import clock
from zhengyou.core.language import english, strung
from zhengyou.core.pictures import Part
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.pledges.queries import VERDICTS, Remark

FEWEST_VOTES = 5  # a vote of fewer is told by its outcome alone
NUMERALS = "一二三四五六七八九十"
SHADES = {"kept": "s4", "partly": "s2", "not_kept": "s0"}


def promises(pledges: Iterable[Any]) -> list[dict[str, Any]]:
    """Promises numbered as the public reads them."""
    return [shown(p, numeral(n)) for n, p in enumerate(pledges, start=1)]


def numeral(n: int) -> str:
    """The number before a promise: 一 to 十, further ones and English ones in digits."""
    return NUMERALS[n - 1] if n <= len(NUMERALS) and not english() else str(n)


def shown(pledge: Any, number: str = "") -> dict[str, Any]:
    """One promise, for the part ``ui/promise.html``; nobody is named without consent."""
    found = {
        "id": f"pledge-{pledge.pk}",
        "number": number,
        "words": pledge.what,
        "steps": steps_shown(pledge),
        "note": strung(_notes(pledge)),
    }
    vote = next((r for r in reversed(pledge.reviews.all()) if r.source == "public" and r.votes), None)
    total = sum(vote.votes.values()) if vote else 0
    if vote and total >= FEWEST_VOTES:
        found["votes"] = [Part(str(VERDICTS(v).label), vote.votes[v], SHADES[v]) for v in SHADES]
        found["vote_total"] = total
    return found


def _notes(pledge: Any) -> list[str]:
    """Beside a promise: whose it is, where it comes from, how one sees it, how it was judged, what it said before."""
    notes = [pledge.who_in_public] if pledge.person_id else []
    notes += list(_origin(pledge))
    if pledge.how_seen:
        notes.append(_("怎样算做到：%(how)s") % {"how": pledge.how_seen})
    notes += [_judged(r) for r in pledge.reviews.all()]
    for change in pledge.changes.all():
        words = {"day": zh_day(change.on_day), "before": change.before, "why": change.why}
        notes.append(_("%(day)s改过，原为“%(before)s”，因为：%(why)s") % words)
    if pledge.withdrawn_on:
        notes.append(_("%(day)s撤回") % {"day": zh_day(pledge.withdrawn_on)})
    return notes


def _origin(pledge: Any) -> Iterable[str]:
    """What a promise is tied to and takes up; a wish itself is told only with its answer."""
    if pledge.counterpart_id:
        yield _("与%(other)s签订的责任书") % {"other": pledge.counterpart.short_name}
    if pledge.post_id:
        yield _("岗位：%(post)s") % {"post": pledge.post.name}
    if pledge.requirement_id:
        yield _("来自任务：%(task)s") % {"task": pledge.requirement.name}
    if count := len(pledge.wishes.all()):
        yield ngettext("采纳%(n)d条心愿", "采纳%(n)d条心愿", count) % {"n": count}
    if pledge.cost is not None:
        yield _("花费%(cost)d元") % {"cost": pledge.cost}


def _judged(review: Any) -> str:
    words = {
        "day": zh_day(review.on_day),
        "who": review.get_source_display(),
        "verdict": review.get_verdict_display(),
    }
    total = sum((review.votes or {}).values())
    if total >= FEWEST_VOTES:
        counted = {name: review.votes.get(name, 0) for name in SHADES}
        said = _("做到了%(kept)d票、做了一半%(partly)d票、没做到%(not_kept)d票") % counted
        return _("%(day)s%(who)s评：%(verdict)s（%(words)s）") % {**words, "words": said}
    if not review.words:
        return _("%(day)s%(who)s评：%(verdict)s") % words
    return _("%(day)s%(who)s评：%(verdict)s（%(words)s）") % {**words, "words": review.words}


def steps_shown(pledge: Any) -> list[dict[str, Any]]:
    """The steps of a promise in the order of their days; the next one is marked."""
    found = [_step(s, pledge) for s in pledge.steps.all()]
    for step in found:
        if step["state"] == "":
            step["state"] = "now"
            break
    return found


def _step(step: Any, pledge: Any) -> dict[str, Any]:
    done = getattr(step, "fulfilment", None)
    state, kind, told = _done(step, done) if done else _open(step, pledge, clock.today())
    words = _("%(told)s：%(words)s") % {"told": told, "words": done.words} if done else told
    proof = _proof(done) if done else ""
    if proof:
        words = _("%(words)s（依据：%(proof)s）") % {"words": words, "proof": proof}
    return {
        "on": step.due_on,
        "name": step.what,
        "state": state,
        "kind": kind,
        "words": words,
        "verdict": told,
        "said": done.words if done else "",
        "proof": proof,
        "pk": step.pk,
        "open": done is None,
    }


def _proof(done: Any) -> str:
    """The fact behind a step: a meeting with its day, a finding put right, a paper."""
    found = []
    if done.meeting_id:
        found.append(f"{zh_day(done.meeting.held_on)}{done.meeting.title}")
    if done.finding_id:
        found.append(_("整改：%(what)s") % {"what": done.finding.what})
    if done.paper:
        found.append(done.paper)
    return strung(found)


def remarks_told(remarks: Iterable[Remark]) -> list[str]:
    """Remarks on a promise's words, as its author reads them."""
    said = {
        "vague": _("“%(found)s”听着好，做没做到说不清：写出几户、几次、几公里，或者看得见的样子。"),
        "unseen": _("没有写怎样算做到：别人拿什么来看？"),
        "undated": _("没有日期：至少写一步做什么、哪天前做到。"),
        "repeats": _("和岗位职责一样：“%(found)s”。本来要做的不用承诺，写多做的一件。"),
    }
    return [said[r.sort] % {"found": r.found} for r in remarks]


def _done(step: Any, done: Any) -> tuple[str, str, str]:
    late = (done.on_day - step.due_on).days
    if late > 0:
        day = {"day": zh_day(done.on_day), "n": late}
        return "done", "late", ngettext("%(day)s做到，迟%(n)d天", "%(day)s做到，迟%(n)d天", late) % day
    entered = timezone.localtime(done.entered_at).date()
    if entered > step.due_on:
        return "done", "late", _("按期做到，%(day)s补记") % {"day": zh_day(entered)}
    return "done", "met", _("按期做到")


def _open(step: Any, pledge: Any, today: date) -> tuple[str, str, str]:
    left = (step.due_on - today).days
    if pledge.withdrawn_on and step.due_on > pledge.withdrawn_on:
        return "miss", "na", _("已撤回")
    if left < 0:
        return (
            "miss",
            "lack",
            ngettext("过期%(n)d天，还没有说明", "过期%(n)d天，还没有说明", -left) % {"n": -left},
        )
    if left == 0:
        return "", "wait", _("今天到期")
    return "", "wait", ngettext("余%(n)d天", "余%(n)d天", left) % {"n": left}
