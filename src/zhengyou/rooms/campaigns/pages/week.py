"""本支部本周 — a secretary's Monday: what the branch owes, what is coming, what was done for it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.language import strung, unit_for
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.campaigns.actions import adopt_plan
from zhengyou.rooms.campaigns.pages.elsewhere import elsewhere
from zhengyou.rooms.campaigns.pages.lateness import due_shown, until_when
from zhengyou.rooms.campaigns.pages.overview import stages_shown
from zhengyou.rooms.campaigns.pages.tasks import task_shown
from zhengyou.rooms.campaigns.pages.timeline import lately_changed
from zhengyou.rooms.campaigns.queries import (
    OPEN,
    RETURNED,
    campaigns_seen_by,
    counted_in,
    exempted_at,
    own_plans_due,
    people_lacking,
    plan_of,
    progress_of,
    reminded,
    requirements_of,
    taken_up,
    tasks_of_organisation,
    words_of,
)
from zhengyou.rooms.meetings.queries import coming, lists_left_open, owed_by
from zhengyou.rooms.mobility.queries import transfers_held_at
from zhengyou.rooms.orgs.queries import members_of, names_of, organisation_of, secretary_of
from zhengyou.rooms.pledges.queries import due_steps
from zhengyou.rooms.supervision.queries import findings_to_answer

SHOWN = 8  # of a kind; the rest is on its own page


def week(request: HttpRequest, code: str, pk: int | None = None) -> HttpResponse:
    """本周 — live from the database, so that a list ticked a minute ago is in it."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    own = organisation_of(request.user)
    organisation = get_object_or_404(
        orgs_where(request.user, "see_progress"), pk=pk or (own.pk if own else None)
    )
    plan = plan_of(campaign, organisation)
    asked = requirements_of(campaign, organisation)
    found = progress_of(campaign, organisation, Live())[organisation.pk] if asked else {}
    lacking = [] if campaign.over else [r for r in asked if found[r.pk].lacking > 0]
    context = {
        "organisation": organisation,
        "today": clock.today(),
        "members": members_of(organisation).count(),
        "secretary": secretary_of(organisation),
        "stages": stages_shown(campaign, clock.today(), plan),
        "lacking": len(lacking),
        "shares": [
            {
                "name": r.name,
                "met": found[r.pk].met,
                "due": found[r.pk].due,
                "unit": counted_in(r, found[r.pk].due),
            }
            for r in asked
        ],
        "due": sorted(
            [
                *_due(organisation, lacking, found),
                *_handed_over(request.user, organisation),
                *_plan_due(campaign, organisation),
                *_to_put_right(request.user, organisation),
                *elsewhere(request.user, organisation),
            ],
            key=lambda i: i["due"],
        ),
        "owed": _owed(organisation),
        "owed_columns": [{"label": label} for label in (_("党员"), _("缺的是"), _("日期"))],
        "events": [_event(m, may(request.user, "record_list", organisation)) for m in coming(organisation)],
        "plan": plan,
        "tasks": [task_shown(t) for t in tasks_of_organisation(campaign, organisation)],
        "words": words_of(campaign),
        "may_adopt": not campaign.over
        and own_plans_due(campaign) is None
        and may(request.user, "adopt_plan", organisation),
        "adopt_url": reverse("campaigns:adopt", args=[code, organisation.pk]),
        "running": campaign,
        "plan_url": reverse("campaigns:plan", args=[code, organisation.pk]),
        "changes": lately_changed(campaign, organisation),
        "timeline_url": reverse("campaigns:timeline", args=[code]),
        "exempted": exempted_at(organisation, campaign),
        "exemptions_url": _if(
            may(request.user, "see_exemptions", organisation), "campaigns:exemptions", code, organisation.pk
        ),
        "reminders_url": _if(reminded(request.user), "campaigns:reminders"),
        "requirements": [(r.name, until_when(r)) for r in asked],
        "done_for_you": [
            {"words": _("学时、缺课、补课：点一次名，都算好了，不必再报。")},
            {"words": _("台账、通报、进展表：由事实生成，上级直接看得到。")},
        ],
    }
    return render(request, "campaigns/week.html", context)


def _if(allowed: bool, name: str, *args: Any) -> str:
    """An address for whoever may open it."""
    return reverse(name, args=args) if allowed else ""


def _due(organisation: Organisation, lacking: list[Any], found: Any) -> list[dict[str, Any]]:
    items = [
        {
            "due": step.due_on,
            "title": step.what,
            "words": _("承诺步骤 · %(who)s") % {"who": step.pledge.person or organisation.short_name},
            "acts": _acts((_("说做到哪一步"), "pledges:branch", [])),
        }
        for step in due_steps(organisation)[:SHOWN]
    ]
    items += [
        {
            **due_shown(r),
            "title": _("%(what)s还差%(n)d%(unit)s")
            % {"what": r.name, "n": (n := found[r.pk].lacking), "unit": counted_in(r, n)},
            "words": _who_lacks(r, organisation) or r.asks,
        }
        for r in lacking
    ]
    items += [
        {
            "due": meeting.held_on,
            "title": _("“%(title)s”还没有结束点名") % {"title": meeting.title},
            "words": _("结束点名后，没到的会列入应补课人员。"),
            "acts": _acts((_("点名"), "meetings:door", [meeting.pk])),
        }
        for meeting in lists_left_open(organisation)
    ]
    return items


def _handed_over(viewer: Any, organisation: Organisation) -> list[dict[str, Any]]:
    """Hand-overs of members that wait for this organisation: until received, the person belongs where they were."""
    return [
        {
            "due": transfer.due_on,
            "title": _("%(who)s的组织关系等着接收") % {"who": transfer.person.name},
            "words": _("从%(where)s转来") % {"where": transfer.organisation.short_name},
            "acts": _acts((_("办理"), "mobility:transfer", [transfer.pk])),
        }
        for transfer in transfers_held_at(viewer, organisation)[:SHOWN]
        if transfer.to_id == organisation.pk
    ]


def _plan_due(campaign: Any, organisation: Organisation) -> list[dict[str, Any]]:
    """A plan of one's own, where the programme asks for one and none stands or waits for an answer."""
    due = own_plans_due(campaign)
    if due is None or campaign.over or organisation == campaign.organisation:
        return []
    [taken] = taken_up(campaign, [organisation])
    if taken.state not in (OPEN, RETURNED):
        return []
    words = (
        taken.filed.answer.words
        if taken.state == RETURNED and taken.filed
        else _("这项活动要求各单位有自己的方案")
    )
    url = reverse("campaigns:plan", args=[campaign.code, organisation.pk])
    acts = [{"label": _("写方案"), "url": url}]
    return [{"due": due, "title": _("报备本单位方案"), "words": words, "acts": acts}]


def _to_put_right(viewer: Any, organisation: Organisation) -> list[dict[str, Any]]:
    """What a supervision group found and the next word about which is the branch's."""
    if not may(viewer, "see_findings", organisation):
        return []
    return [
        {
            "due": finding.limit,
            "title": finding.what,
            "words": _("督导发现 · %(who)s整改") % {"who": finding.whose},
            "acts": _acts((_("答复"), "supervision:finding", [finding.pk])),
        }
        for finding in findings_to_answer(organisation)[:SHOWN]
    ]


def _acts(*links: tuple[str, str, list[Any]]) -> list[dict[str, Any]]:
    made = []
    for label, name, args in links:
        try:
            made.append({"label": label, "url": reverse(name, args=args)})
        except NoReverseMatch:
            continue
    return made


def _who_lacks(requirement: Any, organisation: Organisation) -> str:
    """Who lacks what, the first three by name."""
    found = people_lacking(requirement, organisation)
    names = names_of(list(found)[:3])
    told = strung(
        _("%(who)s：%(what)s") % {"who": names[p], "what": _("，").join(words)}
        for p, words in list(found.items())[:3]
    )
    return _("%(told)s；等%(n)d人") % {"told": told, "n": len(found)} if len(found) > 3 else told


def _owed(organisation: Organisation) -> list[dict[str, Any]]:
    return [
        {"cells": [missed.person.name, missed.meeting.title, zh_day(missed.meeting.held_on)]}
        for missed in owed_by(organisation)[:12]
    ]


def _event(meeting: Any, may_record: bool) -> dict[str, Any]:
    links = [(_("手机点名单"), reverse("meetings:door", args=[meeting.pk]))] if may_record else []
    hours = round(meeting.class_hours, 1)
    words = [
        meeting.get_kind_display(),
        meeting.place or _("地点待定"),
        f"{hours:g}{unit_for('学时', hours)}",
    ]
    return {"on": meeting.held_on, "title": meeting.title, "words": " · ".join(words), "links": links}


@require_POST
def adopt(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """照此执行 — take the campaign up as it stands, with one click."""
    campaign = get_object_or_404(campaigns_seen_by(request.user), code=code)
    organisation = get_object_or_404(orgs_where(request.user, "see_progress"), pk=pk)
    adopt_plan(request.user, organisation, campaign=campaign)
    return redirect("campaigns:week_of", code, pk)
