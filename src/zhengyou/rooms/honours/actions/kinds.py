"""Laying down what may be given, on which ground; opening a batch for so many."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.honours.models import HonourBatch, HonourKind, Level, Seat
from zhengyou.rooms.honours.queries import Ground, lacking_authority, levels_of, places_for, same_above

FEWEST_DAYS = 5  # that a list is posted: the least that is usual, and never nothing
MOST_SEATS = 1000
Sort = HonourKind.Sort


@action()
def lay_down_honour(
    by: Any,
    organisation: Organisation,
    *,
    name: str,
    holder: str,
    sort: str,
    level: str,
    campaign: Campaign | None = None,
    code: str = "",
    name_en: str = "",
    kinds: Sequence[str] = (),
    categories: Sequence[str] = (),
    most: int | None = None,
    share: str = "",
    conditions: Sequence[str] = (),
    met: Sequence[str] = (),
    notice_days: int = FEWEST_DAYS,
    years: int | None = None,
    approval: str = "",
    approved_by: str = "",
    approved_level: str = "",
    source: str = "",
) -> HonourKind:
    """设立荣誉种类 — say what may be given, to whom, on which conditions; refused without authority for it."""
    if not name.strip():
        raise Refused("请写荣誉的名称。")
    _sound(holder, sort, level, share, notice_days)
    if HonourKind.objects.filter(organisation=organisation, name=name.strip()).exists():
        raise Refused(f"{organisation}已设立“{name.strip()}”，直接开始一批即可。")
    _authority(organisation, Ground(sort, level, approval.strip(), approved_by, approved_level, name))
    return HonourKind.objects.create(
        organisation=organisation,
        entered_by=author(by),
        campaign=campaign,
        code=code,
        name=name.strip(),
        name_en=name_en.strip(),
        holder=holder,
        kinds=list(kinds),
        categories=list(categories),
        most=most,
        share=share.strip(),
        conditions=[line.strip() for line in conditions if line.strip()],
        met=list(met),
        notice_days=notice_days,
        years=years,
        sort=sort,
        level=level,
        approval=approval.strip(),
        approved_by=approved_by,
        approved_level=approved_level,
        source=source.strip(),
    )


def _sound(holder: str, sort: str, level: str, share: str, notice_days: int) -> None:
    if holder not in HonourKind.Holder.values or sort not in Sort.values or level not in Level.values:
        raise Refused("请选授予组织还是个人、是哪种性质、由哪一级授予。")
    if notice_days < FEWEST_DAYS:
        raise Refused(f"公示不少于{FEWEST_DAYS}天，请改天数。")
    try:
        found = Fraction(share.strip()) if share.strip() else Fraction(1)
    except (ValueError, ZeroDivisionError):
        raise Refused(f"名额占比要写成1/5或0.2这样的数，不认得“{share}”。") from None
    if not 0 < found <= 1:
        raise Refused("名额占比应大于0、不超过1，如1/5。")


def _authority(organisation: Organisation, ground: Ground) -> None:
    offered = levels_of(organisation.kind, organisation.name)
    if ground.level not in offered:
        told = "、".join(str(level.label) for level in offered)
        raise Refused(f"{organisation}是{told}，请照实选授予层级。")
    if words := lacking_authority(ground):
        raise Refused(words)
    above = same_above(organisation, ground.name.strip())
    if above is not None and ground.sort != Sort.APPRAISAL:
        raise Refused(f"{above.organisation}已设立“{above}”，下级不得层层配套；请推荐到上级的这一项。")


@action()
def open_batch(
    by: Any, kind: HonourKind, *, name: str, nominate_by: date, places: int | None = None
) -> HonourBatch:
    """开始一批表彰 — let those below nominate until a day, for so many places, no more than the quota."""
    if not name.strip():
        raise Refused("请写这一批叫什么，如2010年“七一”表彰。")
    if nominate_by < clock.today():
        raise Refused("推荐截止不能早于今天，请改日期。")
    if HonourBatch.objects.filter(kind=kind, name=name.strip()).exists():
        raise Refused(f"“{name.strip()}”这一批已经开始了。")
    batch = HonourBatch.objects.create(
        organisation=kind.organisation,
        entered_by=author(by),
        kind=kind,
        name=name.strip(),
        opened_on=clock.today(),
        nominate_by=nominate_by,
    )
    Seat.objects.bulk_create(Seat(batch=batch, number=n + 1) for n in range(_places(kind, places)))
    return batch


def _places(kind: HonourKind, places: int | None) -> int:
    """How many places a batch has: what is asked for, within the quota; all of it where nothing is."""
    quota = places_for(kind)
    if quota is not None and quota < 1:
        raise Refused("按现有组织和人员，名额不足1个，不能开始；请先看看设立时的名额占比。")
    wanted = places or quota
    if wanted is None or wanted < 1:
        raise Refused("没有规定名额的，请写这一批有几个名额。")
    if quota is not None and wanted > quota:
        raise Refused(f"“{kind}”的名额是{quota}个，不能开{wanted}个。")
    if wanted > MOST_SEATS:
        raise Refused(f"一批不超过{MOST_SEATS}个名额。")
    return wanted
