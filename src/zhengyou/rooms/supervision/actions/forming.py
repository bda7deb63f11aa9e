"""Forming groups: who is in them, where they go, what they look at, which units they follow closely."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import may
from zhengyou.core.trail import author
from zhengyou.packs.refusals import refusal_of
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.supervision.models import Assignment, CheckLine, FocusUnit, GroupMember, SupervisionGroup
from zhengyou.rooms.supervision.queries import (
    assignments_of,
    checks_laid_down,
    focus_of,
    groups_for,
    is_member,
    members_on,
    rivals,
    supervisors_in,
)


@action()
def form_group(
    by: Any,
    organisation: Organisation,
    *,
    campaign: Campaign,
    name: str,
    starts_on: date | None = None,
    ends_on: date | None = None,
    checks: Sequence[str] | None = None,
) -> SupervisionGroup:
    """组建督导组 — send a group out for a campaign; its check-list and the number of its focus units come from the pack."""
    first, last = starts_on or max(clock.today(), campaign.starts_on), ends_on or campaign.ends_on
    _sensible_term(campaign, first, last)
    if not name.strip():
        raise Refused("请写督导组的名称，如“第一督导组”。")
    if SupervisionGroup.objects.filter(campaign=campaign, organisation=organisation, name=name).exists():
        raise Refused(f"“{campaign}”已有“{name}”，请换一个名称。")
    said = campaign.pack.get("supervision", {})
    group = SupervisionGroup.objects.create(
        organisation=organisation,
        entered_by=author(by),
        campaign=campaign,
        name=name.strip(),
        starts_on=first,
        ends_on=last,
        focus_least=said.get("focus_least", 2),
        focus_most=said.get("focus_most", 3),
    )
    for words in checks_laid_down(campaign) if checks is None else checks:
        _add_check(group, words)
    return group


def _sensible_term(campaign: Campaign, first: date, last: date) -> None:
    if campaign.issued_on is None:
        raise Refused(f"“{campaign}”还没有印发，印发后再派督导组。")
    if last < first:
        raise Refused("督导组的结束日期不能早于开始日期。")
    if last > campaign.ends_on:
        raise Refused(f"“{campaign}”{campaign.ends_on}结束，督导组不能到那以后。")


@action()
def list_check(by: Any, group: SupervisionGroup, *, words: str) -> CheckLine:
    """增加督查清单 — one more line to look at on the spot; what the house knows, or may not ask, is refused."""
    if not is_member(by, group, clock.today()) and not may(by, "form_group", group):
        raise Refused(f"您不是“{group}”的成员，不能改它的督查清单。")
    return _add_check(group, words)


def _add_check(group: SupervisionGroup, words: str) -> CheckLine:
    words = words.strip()
    if not words:
        raise Refused("请写看什么。")
    if told := refusal_of(words):
        raise Refused(f"督查清单不能写这一条：{told}。")
    if group.checks.filter(words=words).exists():
        raise Refused(f"督查清单里已有“{words}”。")
    return CheckLine.objects.create(group=group, number=group.checks.count() + 1, words=words)


@action()
def join_group(by: Any, group: SupervisionGroup, *, user: Any, leads: bool = False) -> GroupMember:
    """增加督导组成员 — let an account go out for a group; refused where its grants do not reach."""
    if is_member(user, group, clock.today()):
        raise Refused(f"{user}已在“{group}”。")
    for held in assignments_of(group):
        _reaches(user, held.organisation)
    if not assignments_of(group) and not _supervises(user, group):
        raise Refused(f"{user}没有督导的授权；请先授权“督导组”角色，再列入“{group}”。")
    since = max(clock.today(), group.starts_on)
    return GroupMember.objects.create(group=group, user=user, leads=leads, since=since)


def _supervises(user: Any, group: SupervisionGroup) -> bool:
    return bool(supervisors_in(group.organisation).filter(pk=user.pk).exists())


def _reaches(user: Any, organisation: Organisation) -> None:
    if not may(user, "start_visit", organisation):
        raise Refused(
            f"{user}没有在{organisation}督导的授权；请先在{organisation}或它的上级授权“督导组”角色。"
        )


@action()
def leave_group(by: Any, member: GroupMember) -> GroupMember:
    """退出督导组 — from today on somebody goes out for a group no more; what was recorded stays."""
    if member.until is not None:
        raise Refused(f"{member}已退出“{member.group}”。")
    member.until = max(clock.today(), member.since)
    member.save(update_fields=["until"])
    return member


@action()
def assign_group(
    by: Any,
    group: SupervisionGroup,
    *,
    organisation: Organisation,
    since: date | None = None,
    until: date | None = None,
) -> Assignment:
    """分工督导 — an organisation and all below it are a group's to see; each has one group of a level."""
    first = since or max(clock.today(), group.starts_on)
    _assignable(group, organisation, first, until)
    for held in members_on(group):
        _reaches(held.user, organisation)
    return Assignment.objects.create(
        organisation=organisation, entered_by=author(by), group=group, since=first, until=until
    )


def _assignable(group: SupervisionGroup, organisation: Organisation, first: date, until: date | None) -> None:
    where = group.organisation
    if not organisation.path.startswith(where.path):
        raise Refused(f"{organisation}不在{where}以下，“{group}”不能督导。")
    if first < group.starts_on or first > group.ends_on or (until and until <= first):
        raise Refused(f"分工应在“{group}”的任期内（{group.starts_on}至{group.ends_on}），结束晚于开始。")
    if group in groups_for(organisation, first, group.campaign):
        raise Refused(f"{organisation}已由“{group}”督导，不用再分。")
    if taken := rivals(group, organisation, first).first():
        raise Refused(
            f"{taken.organisation}已由“{taken.group}”督导，一个单位由一个组督导；要换组，请先结束原来的分工。"
        )


@action()
def end_assignment(by: Any, assignment: Assignment) -> Assignment:
    """结束督导分工 — from today on an organisation is not a group's to see; what was found stays."""
    if assignment.until is not None and assignment.until <= clock.today():
        raise Refused(f"{assignment}的分工已于{assignment.until}结束。")
    assignment.until = max(clock.today(), assignment.since)
    assignment.save(update_fields=["until"])
    return assignment


@action()
def choose_focus(by: Any, organisation: Organisation, *, group: SupervisionGroup, why: str) -> FocusUnit:
    """选定重点单位 — a group follows one of its units closely: no more of them than the programme says."""
    goes_there(by, group, organisation, clock.today())
    chosen = focus_of(group)
    if organisation in [f.organisation for f in chosen]:
        raise Refused(f"{organisation}已是“{group}”的重点单位。")
    if len(chosen) >= group.focus_most:
        names = "、".join(f.organisation.short_name for f in chosen)
        raise Refused(
            f"“{group}”已选{len(chosen)}个重点单位（{names}），至多{group.focus_most}个；先换下一个。"
        )
    if not why.strip():
        raise Refused("请写为什么选这个单位，如基础较好、工作扎实。")
    return FocusUnit.objects.create(
        organisation=organisation,
        entered_by=author(by),
        group=group,
        since=clock.today(),
        why=why.strip(),
    )


@action()
def give_up_focus(by: Any, focus: FocusUnit) -> FocusUnit:
    """换下重点单位 — a unit is followed as all others are from today on."""
    if focus.until is not None:
        raise Refused(f"{focus.organisation}已不是重点单位。")
    focus.until = clock.today()
    focus.save(update_fields=["until"])
    return focus


def goes_there(by: Any, group: SupervisionGroup, organisation: Organisation, day: date) -> None:
    """Refuse whoever is not of the group that an organisation is assigned to on a day."""
    if not is_member(by, group, day):
        raise Refused(f"{by}{day}不是“{group}”的成员，不能代它登记。")
    if group not in groups_for(organisation, day, group.campaign):
        theirs = "、".join(str(g) for g in groups_for(organisation, day, group.campaign)) or "还没有组"
        raise Refused(f"{organisation}{day}不归“{group}”督导（现由：{theirs}）；请办公室先分工。")
