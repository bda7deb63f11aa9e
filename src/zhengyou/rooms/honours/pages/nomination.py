"""推荐 — one of them: conditions in words, deeds from facts, the way up, and what the viewer may do."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.honours.actions import (
    consent_on_paper,
    give_consent,
    judge_condition,
    recommend_nomination,
)
from zhengyou.rooms.honours.forms import JudgeForm, RecommendForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.pages.shown import step_cell
from zhengyou.rooms.honours.queries import (
    Step,
    conditions_of,
    deeds_of,
    has_consented,
    nominations_seen_by,
    waiting_for,
    way_of,
)

EARLY = (Step.CONSENT, Step.ABOVE, Step.READY)


def _own(request: HttpRequest, found: Any) -> bool:
    return found.of_person and found.person_id == getattr(request.user, "person_id", None)


def _found(request: HttpRequest, pk: int) -> Any:
    seen = nominations_seen_by(request.user).filter(pk=pk).first()
    if seen is None:  # a level on the way up sees it while its word is waited for
        seen = next((n for n, _level in waiting_for(request.user) if n.pk == pk), None)
    if seen is None:
        raise Http404
    return seen


def nomination(request: HttpRequest, pk: int) -> HttpResponse:
    """推荐 — the same page for who nominates, who passes on, and the one named."""
    found = _found(request, pk)
    way, own = way_of(found), _own(request, found)
    judges = way.step in EARLY and may(request.user, "judge_condition", found)
    context = {
        "nomination": found,
        "frame": "phone.html" if own else "office.html",
        "step": step_cell(found),
        "conditions": [_condition(c, pk, judges) for c in conditions_of(found)],
        "deeds": deeds_of(found),
        "steps": _steps(found),
        "own": own,
        "consented": has_consented(found),
        "may_consent": way.step not in (Step.GIVEN, Step.NOT_GIVEN)
        and found.of_person
        and (own or may(request.user, "consent_on_paper", found)),
        "may_recommend": way.at is not None
        and orgs_where(request.user, "recommend_nomination").filter(pk=way.at.pk).exists(),
    }
    return render(request, "honours/nomination.html", context)


def _condition(condition: Any, pk: int, judges: bool) -> dict[str, Any]:
    url = reverse("honours:judge", args=[pk, condition.number]) if judges and condition.number else ""
    return {"one": condition, "url": url}


def _steps(found: Any) -> list[dict[str, Any]]:
    """What happened, in its order."""
    steps = [
        {
            "on": found.nominated_on,
            "name": _("%(org)s推荐") % {"org": found.organisation.short_name},
            "state": "done",
        }
    ]
    steps += [
        {"on": c.on_day, "name": _("本人同意") if c.agreed else _("本人不同意"), "state": _state(c.agreed)}
        for c in found.consents.all()
    ]
    steps += [
        {"on": r.on_day, "name": _recommended(r), "said": r.words, "state": _state(r.recommended)}
        for r in found.recommendations.all()
    ]
    if posted := getattr(found, "posted", None):
        steps.append({"on": posted.posting.first_day, "name": _("公示"), "state": "done"})
        steps += [_objected(o) for o in posted.objections.all()]
    if decision := getattr(found, "decision", None):
        name = _("决定授予") if decision.given else _("决定不授予")
        said = " · ".join(filter(None, (decision.meeting, decision.words)))
        steps.append({"on": decision.decided_on, "name": name, "said": said, "state": _state(decision.given)})
    return steps


def _recommended(said: Any) -> str:
    org = {"org": said.organisation.short_name}
    return _("%(org)s同意上报") % org if said.recommended else _("%(org)s没有上报") % org


def _state(good: bool) -> str:
    return "done" if good else "miss"


def _objected(objection: Any) -> dict[str, Any]:
    answer = getattr(objection, "answer", None)
    if answer is None:
        return {"on": objection.on_day, "name": _("收到一条异议"), "state": "now"}
    name = _("异议成立") if answer.upheld else _("异议不成立")
    return {"on": answer.on_day, "name": name, "said": answer.words, "state": _state(not answer.upheld)}


def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    """逐级推荐 — the word of the level whose turn it is."""
    found, level = next(((n, o) for n, o in waiting_for(request.user) if n.pk == pk), (None, None))
    if found is None or level is None:
        raise Http404
    return answered(
        request,
        RecommendForm(request.POST or None),
        lambda **told: recommend_nomination(request.user, level, nomination=found, **told),
        heading=_("%(org)s的意见") % {"org": level.short_name},
        about=str(found),
        back=reverse("honours:honours"),
        submit=_("提交意见"),
        words_shown=found.words,
    )


def judge(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """核实条件 — one that no figure tells."""
    found = _found(request, pk)
    condition = next((c for c in conditions_of(found) if c.number == number), None)
    if condition is None or not may(request.user, "judge_condition", found):
        raise Http404
    return answered(
        request,
        JudgeForm(request.POST or None),
        lambda **told: judge_condition(request.user, found, number=number, **told),
        heading=_("核实条件"),
        about=condition.words,
        back=reverse("honours:nomination", args=[pk]),
        submit=_("记下"),
    )


@require_POST
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """本人意见 — by the one named, or from paper."""
    found = _found(request, pk)
    agreed = request.POST.get("agreed") == "1"
    if _own(request, found):
        give_consent(request.user, found, agreed=agreed)
    else:
        consent_on_paper(request.user, found, agreed=agreed)
    return redirect("honours:nomination", pk)
