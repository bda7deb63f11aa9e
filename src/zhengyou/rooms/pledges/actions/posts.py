"""Setting up duty posts, and saying who holds them."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.pledges.actions.promising import fit_for_all
from zhengyou.rooms.pledges.models import DutyHolder, DutyPost
from zhengyou.rooms.pledges.queries import duty_posts_of, holders_of, promisers


@action()
def set_duty_post(by: Any, organisation: Organisation, *, name: str, duties: str) -> DutyPost:
    """设岗 — set up a duty post from today on: its name and what its holder does for others."""
    if not name.strip() or not duties.strip():
        raise Refused("岗位名称和职责都要写。")
    if duty_posts_of(organisation).filter(name=name.strip()).exists():
        raise Refused(f"已经有“{name.strip()}”这个岗位，换个名称，或在原来的岗位上认岗。")
    return DutyPost.objects.create(
        organisation=organisation,
        entered_by=by,
        name=fit_for_all(name),
        duties=fit_for_all(duties),
        since=clock.today(),
    )


@action()
def take_duty_post(by: Any, post: DutyPost, *, person: Person, since: date | None = None) -> DutyHolder:
    """认岗定责 — a member holds a duty post from a day on."""
    if not promisers(post.organisation).filter(pk=person.pk).exists():
        raise Refused(f"{person}不是{post.organisation.short_name}的党员，请到其所在组织认岗。")
    if any(h.person_id == person.pk for h in holders_of([post])[post.pk]):
        raise Refused(f"{person}已经认了这个岗。")
    day = since or clock.today()
    if day < post.since:
        raise Refused("认岗的日子在设岗以前，请改日期。")
    return DutyHolder.objects.create(
        organisation=post.organisation, entered_by=by, post=post, person=person, since=day
    )


@action()
def leave_duty_post(by: Any, holder: DutyHolder) -> DutyHolder:
    """离岗 — a member no longer holds a duty post, from today on; promises made stay."""
    if holder.until and holder.until <= clock.today():
        raise Refused("已经离岗，不必再登记。")
    holder.until = clock.today()
    holder.save(update_fields=["until"])
    return holder


@action()
def close_duty_post(by: Any, post: DutyPost) -> DutyPost:
    """撤岗 — a duty post is no more from today on; whoever holds it leaves it."""
    if post.until and post.until <= clock.today():
        raise Refused("这个岗位已经撤了。")
    for holder in post.holders.filter(until=None):
        holder.until = clock.today()
        holder.save(update_fields=["until"])
    post.until = clock.today()
    post.save(update_fields=["until"])
    return post
