"""What members wrote: registered by title and length, reviewed on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import require
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.study.models import Work


@action(hidden=("text",))
def register_work(
    by: Any,
    organisation: Organisation,
    *,
    person: Person,
    kind: str,
    title: str,
    written_on: date,
    characters: int | None = None,
    text: str = "",
    campaign: Campaign | None = None,
) -> Work:
    """登记笔记 — register a note or an essay by its title and length, one's own or from paper that of a member.

    The text is not asked for; where it is put in, the length is counted from it and not declared.
    """
    if person.pk != getattr(by, "person_id", None):
        require(by, "register_works_of_others", organisation)
    if not members_of(organisation).filter(pk=person.pk).exists():
        raise Refused(f"{person}不是{organisation.short_name}的党员，请到其所在组织登记。")
    if kind not in Work.Kind.values:
        raise Refused(f"没有“{kind}”这一种；读书笔记写note，心得体会写essay。")
    if not title.strip():
        raise Refused("请写题目。")
    if written_on > clock.today():
        raise Refused(f"写成的日子是{written_on:%Y-%m-%d}，还没有到，请核对。")
    return Work.objects.create(
        organisation=organisation,
        person=person,
        kind=kind,
        title=title.strip(),
        characters=_length(text, characters),
        text=text,
        written_on=written_on,
        campaign=campaign,
        entered_by=author(by),
    )


def _length(text: str, declared: int | None) -> int:
    """The number of characters: counted without blanks where the text is there, else as declared."""
    counted = len("".join(text.split()))
    if counted and declared not in (None, counted):
        raise Refused(f"正文有{counted}字，填的是{declared}字；填了正文就不用再填字数。")
    if not (length := counted or declared or 0) > 0:
        raise Refused("请填字数，或者填正文由系统数。")
    return length


@action(hidden=("remark",))
def review_work(by: Any, work: Work, *, remark: str = "", on_day: date | None = None) -> Work:
    """批阅笔记 — the reviewer has read it, perhaps with a remark for its author."""
    day = on_day or clock.today()
    _to_review(by, work, day)
    return _reviewed(by, work, remark, day)


@action(hidden=("remark",))
def review_works(
    by: Any,
    organisation: Organisation,
    *,
    works: Iterable[Work],
    remark: str = "",
    on_day: date | None = None,
) -> list[Work]:
    """批量批阅 — one sitting over a pile of notes of one organisation: all of them are reviewed, or none."""
    pile, day = list(works), on_day or clock.today()
    if not pile:
        raise Refused("请先选要批阅的笔记。")
    if any(work.organisation_id != organisation.pk for work in pile):
        raise Refused(f"选的笔记里有不是{organisation.short_name}的，请分开批阅。")
    for work in pile:
        _to_review(by, work, day)
    return [_reviewed(by, work, remark, day) for work in pile]


def _to_review(by: Any, work: Work, day: date) -> None:
    if work.reviewed_on:
        raise Refused(f"{work}已于{work.reviewed_on:%Y-%m-%d}批阅，不用再批。")
    if getattr(by, "person_id", None) == work.person_id:
        raise Refused(f"{work}是您自己写的，请由别人批阅。")
    if not work.written_on <= day <= clock.today():
        raise Refused(f"{work}是{work.written_on:%Y-%m-%d}写的，批阅的日子应在那以后、今天以前。")


def _reviewed(by: Any, work: Work, remark: str, day: date) -> Work:
    work.reviewed_on, work.reviewed_by, work.remark = day, author(by), remark.strip()
    work.save(update_fields=["reviewed_on", "reviewed_by", "remark"])
    return work
