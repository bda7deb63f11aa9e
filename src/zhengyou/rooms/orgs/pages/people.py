"""What is shown about organisations and people."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.language import listed
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.mobility.queries import transfers_held_at
from zhengyou.rooms.orgs.queries import (
    corrections_seen_by,
    organisation_of,
    organisations_seen_by,
    people_listed,
    posts_of,
)

A_FEW = 12


def people(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """组织与人员 — an organisation, those directly below it, and its members where the viewer may read the roster."""
    reach = organisations_seen_by(request.user)
    own = organisation_of(request.user)
    organisation = get_object_or_404(reach, pk=pk or (own.pk if own else None))
    may_read = orgs_where(request.user, "see_people").filter(pk=organisation.pk).exists()
    rows = [
        {
            "cells": [
                {
                    "words": person.name,
                    "url": reverse("orgs:person", args=[person.pk]),
                    "tag": _("流动") if mobile else "",
                    "small": listed(titles),
                },
                person.get_sex_display(),
                person.occupation,
                person.education,
                person.phone_masked,
            ]
        }
        for person, mobile, titles in (people_listed(organisation) if may_read else [])
    ]
    below = [
        {
            "cells": [
                {"words": o.name, "url": f"/organisations/{o.pk}/"},
                o.get_kind_display(),
                o.get_category_display(),
            ]
        }
        for o in reach.filter(parent=organisation, closed_on=None)
    ]
    heads = [{"label": label} for label in (_("姓名"), _("性别"), _("人员类别"), _("学历"), _("手机号码"))]
    context = {
        "organisation": organisation,
        "posts": posts_of(organisation) if may_read else [],
        "columns": heads,
        "rows": rows,
        "below": below,
        "today": clock.today(),
        "held": [_held(t, organisation) for t in transfers_held_at(request.user, organisation)[:A_FEW]],
        "asked": [_asked(c) for c in _waiting(request, organisation)[:A_FEW]],
        "may_read": may_read,
        "may_admit": may(request.user, "admit_member", organisation),
        "below_columns": [{"label": label} for label in (_("下级组织"), _("组织类型"), _("类别"))],
    }
    return render(request, "orgs/people.html", context)


def _held(transfer: Any, organisation: Any) -> dict[str, Any]:
    """A hand-over under way from or to here: who holds it now, and how long there is left."""
    here = transfer.to_id == organisation.pk
    way = f"{transfer.organisation.short_name}→{transfer.where}"
    return {
        "due": transfer.due_on,
        "title": _("%(who)s：%(what)s") % {"who": transfer.person.name, "what": way},
        "url": reverse("mobility:transfer", args=[transfer.pk]),
        "words": _("等本组织接收") if here else _waits_for(transfer),
    }


def _waits_for(transfer: Any) -> str:
    return _("等%(who)s接收") % {"who": transfer.where} if transfer.to_id else _("等回执，收到后由本组织办结")


def _waiting(request: HttpRequest, organisation: Any) -> Any:
    """What members asked to have put right and nobody has answered."""
    if not may(request.user, "answer_correction", organisation):
        return corrections_seen_by(request.user).none()
    return corrections_seen_by(request.user).filter(organisation=organisation, answered_on=None)


def _asked(correction: Any) -> dict[str, Any]:
    act = {"label": _("答复"), "url": reverse("orgs:answer_correction", args=[correction.pk])}
    return {"title": correction.person.name, "words": correction.words, "acts": [act]}
