"""New organisations in the tree."""

from datetime import date
from typing import Any

from zhengyou.core import clock, tree
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Category, Former, Organisation
from zhengyou.rooms.orgs.actions.sounding import hear_organisations
from zhengyou.rooms.orgs.actions.states import next_number, where_it_would_have_been

SUFFIXES = ("党支部", "支部委员会", "支部")


@action(tree=True)
def found_organisation(
    by: Any,
    parent: Organisation | None,
    *,
    name: str,
    kind: str,
    category: str = Category.OTHER,
    establishment: str = "",
    founded_on: date | None = None,
    short_name: str = "",
) -> Organisation:
    """建立组织 — enter a new organisation below another, or the root of a tree."""
    if Organisation.objects.filter(parent=parent, name=name).exists():
        raise Refused(f"“{name}”已经有了，不能重复建立。")
    made = placed(parent, next_number(parent), name=name, kind=kind, category=category, short_name=short_name)
    made.establishment, made.founded_on = establishment, founded_on
    if founded_on and founded_on > clock.today():
        raise Refused(f"成立时间{founded_on:%Y-%m-%d}还没有到；请到那一天再登记。")
    if parent and parent.closed_on:
        raise Refused(f"“{parent.name}”已在{parent.closed_on:%Y-%m-%d}撤销，下面不能再建立组织。")
    before = where_it_would_have_been(made)
    made.save(force_insert=True)
    Former.objects.bulk_create(before)
    hear_organisations([made], new=True)
    return made


def placed(
    parent: Organisation | None, number: int, *, name: str, short_name: str = "", **fields: Any
) -> Organisation:
    """An organisation at its place in the tree, not saved yet; its code is its place at birth and stays."""
    path = (parent.path if parent else "") + tree.step(number)
    code = f"{parent.code}.{number + 1}" if parent else str(number + 1)
    return Organisation(
        parent=parent,
        code=code,
        path=path,
        path_end=tree.path_end(path),
        name=name,
        short_name=short_name or short_of(name, parent),
        **fields,
    )


def short_of(name: str, parent: Organisation | None) -> str:
    """What people call it: 中共青禾市柳河镇委员会 → 柳河镇党委, 柳河镇石桥村党支部 → 石桥村."""
    stem = stem_of(name)
    for place in places_of(parent):
        stem = stem.removeprefix(place) or stem
    if name.endswith("委员会"):
        return f"{stem}委" if parent is None else f"{stem}党委"
    return stem


def places_of(organisation: Organisation | None) -> list[str]:
    """The places that an organisation's name stands for, from the root down: 青禾市, 柳河镇."""
    if organisation is None:
        return []
    above = places_of(organisation.parent)
    own = stem_of(organisation.name)
    for place in above:
        own = own.removeprefix(place) or own
    return [*above, own]


def stem_of(name: str) -> str:
    """The place or unit in an organisation's name."""
    stem = name.removeprefix("中共").removesuffix("委员会")
    for suffix in SUFFIXES:
        if stem.endswith(suffix) and len(stem) > len(suffix):
            return stem.removesuffix(suffix)
    return stem
