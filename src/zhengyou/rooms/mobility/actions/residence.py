"""Double registration: by the member alone; what is done for the community is entered there, once."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author, leave_trail
from zhengyou.rooms.mobility.models import Residence, Service
from zhengyou.rooms.mobility.queries import may_register_with
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import home_of

A_DAY = 24 * 60


@action()
def register_residence(by: Any, person: Person, *, community: Organisation) -> Residence:
    """登记报到 — register oneself with the community where one lives; no address is asked for."""
    home = home_of(person)
    if home is None:
        raise Refused("眼下没有您的组织关系，先接上组织关系，再报到。")
    if home.pk == community.pk:
        raise Refused("这里就是您所在的支部，不必再报到。")
    if not may_register_with(community):
        raise Refused(f"{community.short_name}不是村、社区的党组织，请选居住地的村或社区。")
    if Residence.objects.filter(person=person, until=None).exists():
        raise Refused("您已经报到过；搬了家，先取消原来的，再报到。")
    return Residence.objects.create(
        organisation=community, entered_by=author(by), person=person, since=clock.today()
    )


@action()
def end_residence(by: Any, residence: Residence) -> Residence:
    """取消报到 — take one's registration back from today on; what was done stays."""
    if residence.until is not None:
        raise Refused("已经取消过了。")
    residence.until = clock.today()
    residence.save(update_fields=["until"])
    return residence


@action()
def record_service(
    by: Any, residence: Residence, *, what: str, minutes: int, on_day: date | None = None
) -> Service:
    """登记报到服务 — enter what a registered member did for the community; the home branch reads the same entry."""
    day = on_day or clock.today()
    last = min(residence.until or clock.today(), clock.today())
    if not residence.since <= day <= last:
        raise Refused(f"日期应在报到期间（{residence.since:%Y-%m-%d}到{last:%Y-%m-%d}），请改正。")
    if not what.strip():
        raise Refused("请写做了什么。")
    if not 1 <= minutes <= A_DAY:
        raise Refused("时长按分钟写，应在1分钟到1天之间。")
    if Service.objects.filter(residence=residence, on_day=day, what=what.strip()).exists():
        raise Refused("这一天的这件服务已经登记过，不必再登记。")
    service = Service.objects.create(
        organisation=residence.organisation,
        entered_by=author(by),
        residence=residence,
        person=residence.person,
        on_day=day,
        what=what.strip(),
        minutes=minutes,
    )
    if home := home_of(residence.person):
        leave_trail(by, "record_service", home, service, f"登记报到服务：{service}", {"minutes": minutes})
    return service
