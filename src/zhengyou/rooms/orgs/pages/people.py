"""What is shown about organisations and people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from zhengyou.core.language import listed
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.orgs.queries import organisation_of, organisations_seen_by, people_listed, posts_of


def people(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """组织与人员 — an organisation, those directly below it, and its members where the viewer may read the roster."""
    reach = organisations_seen_by(request.user)
    own = organisation_of(request.user)
    organisation = get_object_or_404(reach, pk=pk or (own.pk if own else None))
    may_read = orgs_where(request.user, "see_people").filter(pk=organisation.pk).exists()
    rows = [
        {
            "cells": [
                {"words": person.name, "tag": _("流动") if mobile else "", "small": listed(titles)},
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
        "below_columns": [{"label": label} for label in (_("下级组织"), _("组织类型"), _("类别"))],
    }
    return render(request, "orgs/people.html", context)
