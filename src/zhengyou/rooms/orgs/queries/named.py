"""Organisations and people as somebody writes them in a field: found exactly, or said in words why not."""

from typing import Any

from django.db.models import Q

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries.people import current, people_seen_by


def organisation_named(text: str, beside: Organisation) -> Organisation:
    """The organisation of a name, short name or code in the same tree; ``Refused`` where it is none or several."""
    text = text.strip()
    root = Organisation.objects.filter(path=beside.path[:4]).get()
    here = Organisation.objects.filter(root.subtree, closed_on=None)
    for named in (Q(name=text), Q(code=text), Q(short_name=text)):
        found = list(here.filter(named)[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"有几个组织叫“{text}”，请写全称或编码。")
    raise Refused(f"没有叫“{text}”的组织；请写全称、简称或编码。")


def person_named(viewer: Any, text: str, organisation: Organisation | None = None) -> Person:
    """The person of a name among those whom a viewer may see; ``Refused`` where nobody or several are called so."""
    found = people_seen_by(viewer).filter(name=text.strip())
    if organisation is not None:
        held = current("memberships__until") & Q(memberships__organisation=organisation)
        posts = current("posts__until") & Q(posts__organisation=organisation)
        found = found.filter(held | posts)
    some = list(found.distinct()[:2])
    if not some:
        raise Refused(f"花名册上没有您可以看到的“{text}”，请核对姓名。")
    if len(some) > 1:
        raise Refused(f"有几个人叫“{text}”，请同时写明所在组织。")
    return some[0]
