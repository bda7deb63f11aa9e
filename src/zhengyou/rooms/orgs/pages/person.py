"""One person's page, for whoever may read the roster of the person's organisation; for nobody else is there one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhengyou.core.permissions import may
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.mobility.queries import contacts_with, services_seen_by, transfers_of
from zhengyou.rooms.orgs.actions import see_identity
from zhengyou.rooms.orgs.queries import (
    corrections_seen_by,
    home_within,
    memberships_of,
    offices_of,
    people_open_to,
)

A_FEW = 20


@never_cache
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """人员 — what is held about one person: memberships, offices, hand-overs, with numbers masked."""
    found = get_object_or_404(people_open_to(request.user), pk=pk)
    return render(request, "orgs/person.html", _shown(request, found))


@never_cache
@require_POST
def identity(request: HttpRequest, pk: int) -> HttpResponse:
    """查看身份证号 — the whole number once, and a deed in the trail."""
    found = get_object_or_404(people_open_to(request.user), pk=pk)
    home = home_within(found, request.user, "see_identity")
    if home is None:
        raise PermissionDenied
    number = see_identity(request.user, home, person=found)
    return render(request, "orgs/person.html", _shown(request, found) | {"identity": number})


def _shown(request: HttpRequest, found: Any) -> dict[str, Any]:
    viewer = request.user
    memberships = list(memberships_of(found))
    homes = [m for m in memberships if m.until is None]
    return {
        "person": found,
        "homes": homes,
        "memberships": [_membership(viewer, m) for m in memberships],
        "membership_columns": _heads(_("组织"), _("类别"), _("起止"), _("流动"), ""),
        "offices": [_office(viewer, p) for p in offices_of(found)],
        "office_columns": _heads(_("职务"), _("组织"), _("起止"), ""),
        "transfers": [_transfer(t) for t in transfers_of(viewer, found)[:A_FEW]],
        "transfer_columns": _heads(_("转接"), _("转出"), _("期限"), _("结果")),
        "contacts": [_contact(c) for c in contacts_with(viewer, found)[:A_FEW]],
        "contact_columns": _heads(_("日期"), _("方式"), _("联系人"), _("结果")),
        "services": [_service(s) for s in services_seen_by(viewer).filter(person=found)[:A_FEW]],
        "service_columns": _heads(_("日期"), _("做了什么"), _("社区"), _("分钟")),
        "asked": corrections_seen_by(viewer).filter(person=found, answered_on=None),
        "may_see_identity": found.identity_sealed and home_within(found, viewer, "see_identity"),
        "acts": _acts(viewer, found, homes),
    }


def _heads(*labels: str) -> list[dict[str, Any]]:
    return [{"label": label, "num": label == _("分钟")} for label in labels]


def _lasts(thing: Any) -> str:
    return _("%(since)s起") % {"since": zh_date(thing.since)} if thing.until is None else _between(thing)


def _between(thing: Any) -> str:
    return _("%(since)s—%(until)s") % {"since": zh_date(thing.since), "until": zh_date(thing.until)}


def _membership(viewer: Any, held: Any) -> dict[str, Any]:
    open_ = held.until is None
    mobile: Any = held.away or _("流动") if held.mobile and open_ else "—"
    if open_ and may(viewer, "mark_mobile", held):
        mobile = {
            "words": _("登记流动") if mobile == "—" else mobile,
            "url": reverse("orgs:mobile", args=[held.pk]),
        }
    last: Any = held.get_ending_display() if held.ending else ""
    if open_ and may(viewer, "end_membership", held):
        last = {"words": _("结束"), "url": reverse("orgs:end", args=[held.pk])}
    return {"cells": [held.organisation.name, held.get_line_display(), _lasts(held), mobile, last]}


def _office(viewer: Any, post: Any) -> dict[str, Any]:
    title = {"words": post.title, "tag": _("班子成员") if post.leading and post.until is None else ""}
    last: Any = _("已免") if post.until else ""
    if post.until is None and may(viewer, "relieve_post", post):
        last = {"words": _("免职"), "url": reverse("orgs:relieve", args=[post.pk])}
    return {"cells": [title, post.organisation.name, _lasts(post), last]}


def _transfer(transfer: Any) -> dict[str, Any]:
    words = f"{transfer.organisation.short_name}→{transfer.where}"
    outcome = transfer.get_outcome_display() if transfer.outcome else _("在途")
    url = reverse("mobility:transfer", args=[transfer.pk])
    return {
        "cells": [
            {"words": words, "url": url},
            zh_date(transfer.given_on),
            zh_date(transfer.due_on),
            outcome,
        ]
    }


def _contact(contact: Any) -> dict[str, Any]:
    reached = (
        {"kind": "met", "words": _("联系上了")}
        if contact.reached
        else {"kind": "lack", "words": _("没联系上")}
    )
    who = contact.who.name if contact.who else "—"
    return {"cells": [zh_date(contact.on_day), contact.get_how_display(), who, reached]}


def _service(service: Any) -> dict[str, Any]:
    return {
        "cells": [zh_date(service.on_day), service.what, service.organisation.short_name, service.minutes]
    }


def _acts(viewer: Any, found: Any, homes: list[Any]) -> list[dict[str, Any]]:
    """What the viewer may do about the person, in the order in which it is done most."""
    acts = []
    if home_within(found, viewer, "correct_person"):
        acts.append(
            {"label": _("更正信息"), "url": reverse("orgs:correct", args=[found.pk]), "icon": "pencil"}
        )
    acts += [
        {
            "label": _("转出%(line)s关系") % {"line": m.get_line_display()} if len(homes) > 1 else _("转出"),
            "url": reverse("mobility:start", args=[m.pk]),
            "icon": "arrow-right",
        }
        for m in homes
        if may(viewer, "start_transfer", m)
    ]
    acts += [
        {"label": _("登记联系"), "url": reverse("mobility:contact", args=[m.pk]), "icon": "message"}
        for m in homes
        if m.mobile and m.line == "party" and may(viewer, "record_contact", m)
    ]
    if home_within(found, viewer, "appoint_post"):
        acts.append({"label": _("登记任职"), "url": reverse("orgs:appoint", args=[found.pk]), "icon": "plus"})
    return acts
