"""Venues: what an organisation has, what it shares with others, what it gives up."""

from datetime import date
from typing import Any

from django.db.models import Q

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.models import Place, PlaceUse, Tenure
from zhengyou.rooms.orgs.models.places import OTHER, WRITTEN
from zhengyou.rooms.orgs.queries.places import lasting

LARGEST = 100_000  # square metres; more is a slip of the keyboard


@action()
def register_place(
    by: Any,
    organisation: Organisation,
    *,
    name: str,
    area: int | None = None,
    tenure: str = "",
    unsafe: bool = False,
    since: date | None = None,
) -> Place:
    """登记阵地 — enter a venue of an organisation with its area and tenure."""
    since = _begun(since)
    if lasting(Place.objects.filter(organisation=organisation, name=name)).exists():
        raise Refused(f"“{name}”已经登记过；面积、产权变了请在它那一行改。")
    _sensible(name, area)
    return Place.objects.create(
        organisation=organisation,
        entered_by=author(by),
        name=name.strip(),
        area=area,
        tenure=_written(tenure),
        unsafe=unsafe,
        since=since,
    )


@action()
def change_place(
    by: Any, place: Place, *, name: str, area: int | None = None, tenure: str = "", unsafe: bool = False
) -> Place:
    """更正阵地 — put right what is entered about a venue; the trail keeps what was said."""
    _sensible(name, area)
    place.name, place.area, place.tenure, place.unsafe = name.strip(), area, _written(tenure), unsafe
    place.save(update_fields=["name", "area", "tenure", "unsafe"])
    return place


@action()
def close_place(by: Any, place: Place, *, until: date | None = None) -> Place:
    """停用阵地 — a venue is given up from a day on; refused while others still use it."""
    if place.until is not None:
        raise Refused(f"{place}已于{place.until:%Y-%m-%d}停用。")
    until = until or clock.today()
    if until < place.since:
        raise Refused(f"{place}从{place.since:%Y-%m-%d}起才有，不能更早停用。")
    using = place.uses.filter(Q(until=None) | Q(until__gt=until)).select_related("organisation")
    if users := [use.organisation.short_name for use in using]:
        raise Refused(f"{'、'.join(users)}还在共用，请先解除共用再停用。")
    place.until = until
    place.save(update_fields=["until"])
    return place


@action()
def share_place(by: Any, organisation: Organisation, *, place: Place, since: date | None = None) -> PlaceUse:
    """共用阵地 — enter that an organisation uses another's venue too; area and venue stay counted once."""
    since = _begun(since)
    if place.organisation_id == organisation.pk:
        raise Refused(f"{place}就是本组织的，不用登记共用。")
    if place.until is not None:
        raise Refused(f"{place}已停用，请另选一处。")
    if since < place.since:
        raise Refused(f"{place}从{place.since:%Y-%m-%d}起才有，共用不能更早。")
    if lasting(PlaceUse.objects.filter(organisation=organisation, place=place)).exists():
        raise Refused(f"已经登记共用{place}。")
    return PlaceUse.objects.create(organisation=organisation, place=place, since=since, entered_by=author(by))


@action()
def leave_place(by: Any, use: PlaceUse, *, until: date | None = None) -> PlaceUse:
    """解除共用 — an organisation no longer uses another's venue from a day on."""
    if use.until is not None:
        raise Refused(f"已于{use.until:%Y-%m-%d}解除共用。")
    until = until or clock.today()
    if until < use.since:
        raise Refused(f"从{use.since:%Y-%m-%d}起才共用，不能更早解除。")
    use.until = until
    use.save(update_fields=["until"])
    return use


def _begun(since: date | None) -> date:
    if since is not None and since > clock.today():
        raise Refused(f"{since:%Y-%m-%d}还没有到，请到那天再登记。")
    return since or clock.today()


def _sensible(name: str, area: int | None) -> None:
    if not name.strip():
        raise Refused("请写阵地的名称，例如“村党群服务中心”。")
    if area is not None and not 0 < area <= LARGEST:
        raise Refused(f"面积应在1到{LARGEST}平方米之间，请核对是不是多写了几位。")


def _written(tenure: str) -> str:
    """The word under which a kind of tenure is kept, the same whatever language is read; other text as it is."""
    if tenure not in Tenure.values:
        return tenure.strip()
    return WRITTEN.get(Tenure(tenure), (OTHER,))[0]
