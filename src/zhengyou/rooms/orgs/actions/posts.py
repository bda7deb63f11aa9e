"""Who holds which office where; one person may hold several, in several organisations."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation, Role
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.actions.granted import withdraw
from zhengyou.rooms.orgs.models import Membership, Person, Post

SECRETARY = "书记"


@action()
def appoint_post(
    by: Any, organisation: Organisation, *, person: Person, title: str, since: date | None = None
) -> Post:
    """登记任职 — enter that somebody holds an office here from a day on, beside those held elsewhere."""
    day, words = since or clock.today(), title.strip()
    if not words:
        raise Refused("请写担任什么职务。")
    if day > clock.today():
        raise Refused("任职日期在今天以后，请到那天再登记。")
    if organisation.closed_on and organisation.closed_on <= day:
        raise Refused(f"{organisation.short_name}已经撤销，不能再任职。")
    if not Membership.objects.filter(person=person, until=None).exists():
        raise Refused(f"{person}眼下不在任何组织的名册上，请先登记组织关系。")
    if Post.objects.filter(person=person, organisation=organisation, title=words, until=None).exists():
        raise Refused(f"{person}已经担任{organisation.short_name}{words}，不必再登记。")
    return Post.objects.create(
        person=person, organisation=organisation, title=words, since=day, entered_by=author(by)
    )


@action()
def relieve_post(by: Any, post: Post, *, on_day: date | None = None) -> Post:
    """登记免职 — enter from which day on somebody no longer holds an office; a secretary's account keeps the role no longer."""
    day = on_day or clock.today()
    if post.until is not None:
        raise Refused("这项职务已经免去，不必再登记。")
    if not post.since <= day <= clock.today():
        raise Refused(f"日期应在{post.since:%Y-%m-%d}到今天之间，请改正。")
    post.until = day
    post.save(update_fields=["until"])
    others = Post.objects.filter(person=post.person, organisation=post.organisation, until=None)
    if not others.filter(title__contains=SECRETARY).exists():
        withdraw(post.person_id, post.organisation, day, Role.SECRETARY)
    return post
