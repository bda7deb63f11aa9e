"""The tree reshaped: organisations renamed, moved, merged, split and closed, each from a day on.

What was before stays as it was: figures as of an earlier day do not change (M70).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Grant, Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.actions.founding import found_organisation, short_of
from zhengyou.rooms.orgs.actions.granted import end_grants, take_along
from zhengyou.rooms.orgs.actions.sounding import hear_organisations
from zhengyou.rooms.orgs.actions.states import agreed_day, remember, replant, standing
from zhengyou.rooms.orgs.models import Membership, Person, Post, Succession


@action(tree=True)
def rename_organisation(
    by: Any, organisation: Organisation, *, name: str, short_name: str = "", on: date | None = None
) -> Organisation:
    """组织更名 — call an organisation by another name from a day on."""
    name = name.strip()
    if not name:
        raise Refused("请写上新的名称。")
    _one_of_its_name(organisation.parent, name, organisation)
    return _changed(
        organisation, on, name=name, short_name=short_name.strip() or short_of(name, organisation.parent)
    )


@action(tree=True)
def describe_organisation(
    by: Any,
    organisation: Organisation,
    *,
    kind: str,
    category: str,
    establishment: str,
    on: date | None = None,
) -> Organisation:
    """变更组织类型 — let an organisation be of another kind, field or set-up from a day on (支部升格为总支)."""
    return _changed(organisation, on, kind=kind, category=category, establishment=establishment)


@action(tree=True)
def move_organisation(
    by: Any, organisation: Organisation, *, to: Organisation, on: date | None = None
) -> Organisation:
    """划转组织 — put an organisation with all below it under another from a day on."""
    if organisation.parent_id is None:
        raise Refused(f"“{organisation.name}”是最上级组织，不能划转。")
    if to.pk == organisation.parent_id:
        raise Refused(f"“{organisation.name}”已经在“{to.name}”之下了。")
    _may_take_part(by, "found_organisation", to)
    day = agreed_day(on, [organisation, to])
    standing(organisation, day)
    standing(to, day)
    _one_of_its_name(to, organisation.name, organisation)
    replant(organisation, to, day)
    return organisation


@action(tree=True)
def merge_organisations(
    by: Any, organisation: Organisation, *, merged: list[Organisation], on: date | None = None
) -> Organisation:
    """合并组织 — let others go into this one: people and what lies below them come here, and they are closed that day."""
    if not merged or organisation in merged:
        raise Refused("请选择要并入的其他组织。")
    day = agreed_day(on, [organisation])
    standing(organisation, day)
    for other in merged:
        if organisation.path.startswith(other.path):
            raise Refused(f"“{organisation.name}”在“{other.name}”之下，不能由它并入；请反过来合并。")
        _may_take_part(by, "close_organisation", other)
        standing(other, agreed_day(day, [other]))
        for child in other.children.filter(closed_on=None).order_by("path"):
            _one_of_its_name(organisation, child.name, child)
            replant(child, organisation, day)
        _settle(by, Membership.objects.filter(organisation=other, until=None), organisation, day)
        _close(other, day)
        Succession.objects.create(
            organisation=other,
            became=organisation,
            how=Succession.How.MERGED,
            on_day=day,
            entered_by=author(by),
        )
    return organisation


@action(tree=True)
def split_organisation(
    by: Any, organisation: Organisation, *, name: str, people: Iterable[Person], on: date | None = None
) -> Organisation:
    """分设组织 — set up a second organisation beside this one, of its kind, with some of its people."""
    day = agreed_day(on, [organisation])
    standing(organisation, day)
    if organisation.parent is None:
        raise Refused(f"“{organisation.name}”是最上级组织，不能分设。")
    wanted = {person.pk for person in people}
    held = Membership.objects.filter(organisation=organisation, until=None, person__in=wanted)
    if not wanted or set(held.values_list("person_id", flat=True)) != wanted:
        raise Refused("请从这个组织现有的人员中选择要分出去的人。")
    made = found_organisation(
        by, organisation.parent, name=name.strip(), kind=organisation.kind, category=organisation.category,
        establishment=organisation.establishment, founded_on=day,
    )  # fmt: skip
    _relieve(Post.objects.filter(organisation=organisation, person__in=wanted), day)
    _settle(by, held, made, day)
    Succession.objects.create(
        organisation=organisation, became=made, how=Succession.How.SPLIT, on_day=day, entered_by=author(by)
    )
    return made


@action(tree=True)
def close_organisation(by: Any, organisation: Organisation, *, on: date | None = None) -> Organisation:
    """撤销组织 — end an organisation that has nobody left and nothing below it."""
    day = agreed_day(on, [organisation])
    standing(organisation, day)
    if people := Membership.objects.filter(organisation=organisation, until=None).count():
        raise Refused(f"“{organisation.name}”还有{people}人，请先转走或并入别的组织，再撤销。")
    if below := organisation.children.filter(closed_on=None).count():
        raise Refused(f"“{organisation.name}”下面还有{below}个组织，请先划转、合并或撤销它们。")
    _close(organisation, day)
    return organisation


def _changed(organisation: Organisation, on: date | None, **fields: str) -> Organisation:
    day = agreed_day(on, [organisation])
    standing(organisation, day)
    if all(getattr(organisation, name) == value for name, value in fields.items()):
        raise Refused(f"“{organisation.name}”本来就是这样，没有变动。")
    remember(Organisation.objects.filter(pk=organisation.pk), day)
    for name, value in fields.items():
        setattr(organisation, name, value)
    organisation.unchanged_since = day
    organisation.full_clean(exclude=["path", "code"], validate_unique=False, validate_constraints=False)
    organisation.save(update_fields=[*fields, "unchanged_since"])
    if "name" in fields:
        hear_organisations([organisation])
    return organisation


def _close(organisation: Organisation, day: date) -> None:
    """With an organisation end the posts in it and what accounts may do there."""
    _relieve(Post.objects.filter(organisation=organisation), day)
    end_grants(Grant.objects.filter(organisation=organisation), day)
    organisation.closed_on = day
    organisation.save(update_fields=["closed_on"])


def _one_of_its_name(parent: Organisation | None, name: str, itself: Organisation) -> None:
    if Organisation.objects.filter(parent=parent, name=name).exclude(pk=itself.pk).exists():
        where = f"“{parent.name}”之下" if parent else "最上级"
        raise Refused(f"{where}已经有一个“{name}”，请换一个名称。")


def _may_take_part(by: Any, name: str, other: Organisation) -> None:
    """Whoever changes two organisations must be allowed to at both."""
    if not orgs_where(by, name).filter(pk=other.pk).exists():
        raise Refused(f"“{other.name}”不归您管理，请由共同的上级来办。")


def _settle(by: Any, memberships: QuerySet[Membership], where: Organisation, day: date) -> None:
    """End memberships on a day and begin them elsewhere on the same."""
    moving = list(memberships.select_for_update())
    if late := next((m for m in moving if m.since > day), None):
        raise Refused(
            f"{late.person.name}在{late.since:%Y-%m-%d}才来到“{late.organisation.name}”，日期不能早于这一天。"
        )
    if moving:
        take_along({m.person_id for m in moving}, moving[0].organisation, where, day)
    memberships.filter(pk__in=[m.pk for m in moving]).update(until=day)
    Membership.objects.bulk_create(
        [
            Membership(
                person_id=m.person_id, organisation=where, line=m.line, mobile_since=day if m.mobile else None, away=m.away, since=day,
                entered_by=author(by), entered_at=clock.now(),
            )
            for m in moving
        ],
        batch_size=500,
    )  # fmt: skip


def _relieve(posts: QuerySet[Post], day: date) -> None:
    for post in posts.filter(until=None):
        post.until = max(day, post.since)
        post.save(update_fields=["until"])
