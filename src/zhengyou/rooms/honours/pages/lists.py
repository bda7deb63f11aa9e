"""表彰 — what waits for the viewer, the batches that run, and what may be given; for a member, one's own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.permissions import may, orgs_where
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.queries import own_word, running_campaign
from zhengyou.rooms.honours.actions import lay_down_honour
from zhengyou.rooms.honours.forms import KindForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.queries import (
    Step,
    batches_seen_by,
    honours_seen_by,
    is_open,
    kinds_of_pack,
    kinds_seen_by,
    levels_of,
    nominations_seen_by,
    objections_seen_by,
    standing_of,
    waiting_for,
    way_of,
)
from zhengyou.rooms.orgs.queries import person_of


def honours(request: HttpRequest) -> HttpResponse:
    """表彰 — first what waits, then what runs, then what may be given."""
    if not orgs_where(request.user, "see_batches").exists():
        raise Http404
    mine = orgs_where(request.user, "lay_down_honour").first()
    batches = list(batches_seen_by(request.user)[:100])
    context = {
        "honour_word": own_word(running_campaign(request.user), "honour", _("表彰")),
        "waiting": _waiting(request.user),
        "columns": [{"label": w} for w in (_("批次"), _("授予单位"), _("推荐截止"), _("名额"))],
        "rows": [_batch(b) for b in batches],
        "kinds": [_kind(k, request.user) for k in kinds_seen_by(request.user)[:100]],
        "may_lay_down": mine is not None,
        "offered": _offered(request.user) if mine else [],
    }
    return render(request, "honours/honours.html", context)


def _waiting(viewer: Any) -> list[dict[str, Any]]:
    """What the viewer has to do: a word on the way up, an objection to look into, a decision."""
    found = [_to_recommend(n, level) for n, level in waiting_for(viewer)]
    open_ = objections_seen_by(viewer).filter(answer=None).count()
    if open_:
        words = ngettext("%(n)d条，答复以后才能决定", "%(n)d条，答复以后才能决定", open_) % {"n": open_}
        act = {"label": _("去查核"), "url": reverse("honours:objections"), "kind": "main"}
        found.append({"title": _("公示的异议"), "words": words, "acts": [act]})
    for batch in batches_seen_by(viewer)[:100]:
        if may(viewer, "decide_honour", batch) and (n := _decidable(batch, viewer)):
            words = ngettext("%(n)d个公示期满", "%(n)d个公示期满", n) % {"n": n}
            act = {
                "label": _("去决定"),
                "url": reverse("honours:decide", args=[batch.pk]),
                "kind": "main",
            }
            found.append({"title": str(batch), "words": words, "acts": [act]})
    return found


def _to_recommend(nomination: Any, level: Any) -> dict[str, Any]:
    words = _("%(org)s推荐，等%(level)s的意见") % {
        "org": nomination.organisation.short_name,
        "level": level.short_name,
    }
    act = {
        "label": _("写意见"),
        "url": reverse("honours:recommend", args=[nomination.pk]),
        "kind": "main",
    }
    return {"title": str(nomination), "words": words, "acts": [act]}


def _decidable(batch: Any, viewer: Any) -> int:
    open_ = nominations_seen_by(viewer).filter(batch=batch, decision=None, posted__isnull=False)
    return sum(way_of(n).step in (Step.DECIDABLE, Step.UPHELD) for n in open_)


def _batch(batch: Any) -> dict[str, Any]:
    url = reverse("honours:batch", args=[batch.pk])
    until: Any = zh_date(batch.nominate_by)
    if not is_open(batch):
        until = {"kind": "na", "words": _("%(day)s已截止") % {"day": until}}
    who = {"words": str(batch), "url": url}
    return {"cells": [who, batch.organisation.short_name, until, batch.seats.count()]}


def _kind(kind: Any, viewer: Any) -> dict[str, Any]:
    told = [str(kind.organisation.short_name), kind.get_holder_display(), kind.get_sort_display()]
    if kind.approval:
        told.append(kind.approval)
    may_open = may(viewer, "open_batch", kind)
    return {
        "kind": kind,
        "words": " · ".join(map(str, told)),
        "url": reverse("honours:open", args=[kind.pk]) if may_open else "",
    }


def _offered(viewer: Any) -> list[dict[str, Any]]:
    """What the programme names and is not laid down yet."""
    campaign, mine = running_campaign(viewer), orgs_where(viewer, "lay_down_honour").first()
    if campaign is None or mine is None:
        return []
    known = set(kinds_seen_by(viewer).filter(organisation=mine).values_list("name", flat=True))
    return [
        {"name": k["name"], "url": f"{reverse('honours:new')}?pack={k['code']}"}
        for k in kinds_of_pack(campaign)
        if k["name"] not in known
    ]


def new(request: HttpRequest) -> HttpResponse:
    """设立荣誉种类 — from the programme, or made here."""
    mine = orgs_where(request.user, "lay_down_honour").first()
    if mine is None:
        raise Http404
    campaign = running_campaign(request.user)
    packed = kinds_of_pack(campaign) if campaign else []
    given = next((k for k in packed if k["code"] == request.GET.get("pack")), {})
    levels = levels_of(mine.kind, mine.name)
    initial = {**given, "conditions": "\n".join(given.get("conditions", []))}
    initial["level"] = levels[0].value if len(levels) == 1 else "county"
    form = KindForm(request.POST or None, initial=initial, levels=levels)
    kept = {n: given[n] for n in ("code", "name_en", "met") if n in given}
    return answered(
        request,
        form,
        lambda **told: lay_down_honour(
            request.user, mine, campaign=campaign if given else None, **kept, **told
        ),
        heading=_("设立荣誉种类"),
        about=_("由%(org)s授予") % {"org": mine},
        back=reverse("honours:honours"),
        submit=_("设立"),
        wide=True,
    )


def mine(request: HttpRequest) -> HttpResponse:
    """我的荣誉 — where one is named, and what one holds."""
    person = person_of(request.user)
    if person is None:
        raise Http404
    found = nominations_seen_by(request.user).filter(person=person)
    given = honours_seen_by(request.user).filter(decision__nomination__person=person)
    context = {
        "nominations": [{"one": n, "way": way_of(n)} for n in found],
        "honours": [{"one": h, "standing": standing_of(h)} for h in given],
    }
    return render(request, "honours/mine.html", context)
