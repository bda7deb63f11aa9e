"""The ground that the play stands on: units and who covers them, ties, members who are away, hand-overs."""

import csv
from datetime import date, timedelta
from io import StringIO
from random import Random

from zhengyou.core.models import Organisation
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.coverage.actions import cover_unit, found_for_unit, import_units, set_deadline
from zhengyou.rooms.coverage.imports import read_units
from zhengyou.rooms.coverage.models import Unit
from zhengyou.rooms.mobility.actions import receive_transfer, record_contact, start_transfer
from zhengyou.rooms.orgs.actions import mark_mobile
from zhengyou.rooms.orgs.models import Membership, Post
from zhengyou.rooms.ties.actions import found_body, make_tie

TRADES = ("食品厂", "机械厂", "服装厂", "物流公司", "建材公司", "农资公司")
SOCIAL = ("果农协会", "老年协会", "商会")
LINES = ("union", "youth", "women")
UNION = 25  # people from whom on a union is due


def cover(city: Organisation, office: User, seed: int) -> Life:
    """The office takes in the register of enterprises and associations, and works off what lacks an organisation."""
    chance = Random(f"{seed} units")  # noqa: S311 — a play
    yield date(2010, 5, 12), 15
    import_units(office, city, register=read_units(_register(city, chance), "单位名册.csv"))
    yield date(2010, 5, 13), 10
    for line in ("party", "union"):
        set_deadline(office, city, line=line, due_on=date(2010, 12, 31))
    units = list(Unit.objects.order_by("pk"))
    for n, unit in enumerate(chance.sample(units, len(units) * 2 // 3)):
        yield date(2010, 5, 20) + timedelta(days=3 * n), 10
        _worked_off(unit, office, n)


def _worked_off(unit: Unit, office: User, n: int) -> None:
    """One more unit covered: mostly by the town's own mass organisations, now and then by a union of its own."""
    workers = unit.headcounts.get(until=None).workers or 0
    for line in LINES:
        if line == "union" and n % 3 == 0 and workers >= UNION:
            found_for_unit(office, unit, line=line, name=f"{unit.name}工会")
        elif beside := Organisation.objects.filter(
            parent=unit.organisation, kind=line, name__startswith=_town(unit)
        ):
            cover_unit(office, unit, line=line, covered_by=beside[0], how="attached")
    organs = Organisation.objects.filter(
        parent=unit.organisation, kind="branch", category="government"
    ).first()
    if organs and n % 2:
        cover_unit(office, unit, line="party", covered_by=organs, how="attached")


def _town(unit: Unit) -> str:
    return str(unit.organisation.short_name.removesuffix("党委"))


def _register(city: Organisation, chance: Random) -> bytes:
    """The register as an office keeps it."""
    out = StringIO()
    sheet = csv.writer(out)
    sheet.writerow(["名称", "类别", "所在组织", "从业人数", "党员数", "青年数", "妇女数"])
    for town in city.children.filter(kind="committee").order_by("path"):
        place = town.short_name.removesuffix("党委")
        for trade in chance.sample(TRADES, 4):
            workers = chance.randrange(8, 160)
            sheet.writerow(
                [f"{place}{trade}", "非公企业", town.name, workers, workers // 20, workers // 4, workers // 3]
            )
        for kind in chance.sample(SOCIAL, 2):
            sheet.writerow(
                [f"{place}{kind}", "社会组织", town.name, chance.randrange(5, 40), chance.randrange(5), 2, 6]
            )
    return out.getvalue().encode()


def tie(played: list[Branch], city: Organisation, office: User) -> Life:
    """Mass organisations stand beside the committees, neighbours pair, and the city names model points."""
    yield date(2010, 5, 6), 14
    for town in [city, *city.children.filter(kind="committee")]:
        beside = list(town.children.filter(kind__in=LINES))
        for mass in beside:
            make_tie(office, town, kind="beside", partner=mass)
        if town != city:
            found_body(
                office,
                town,
                name=f"{town.short_name}党工青妇联席会议",
                members=beside,
                purpose="每季一次，通气、议事",
            )
    yield date(2010, 6, 10), 9
    villages = [b.organisation for b in played if b.organisation.category == "village"]
    others = [b.organisation for b in played if b.organisation.category not in ("village", "community")]
    for village, other in zip(villages, others, strict=False):
        make_tie(office, village, kind="pairing", partner=other, purpose="一个机关或单位帮一个村")
    for village in villages[:3]:
        make_tie(office, village, kind="model", partner=city, level="city", purpose="创先争优示范点")


def keep_in_touch(branch: Branch) -> Life:
    """Twice in the play whoever lives elsewhere is called; at the spring festival some are met."""
    for day, how in ((date(2010, 8, 2), "phone"), (date(2010, 12, 20), "phone")):
        yield day + timedelta(days=branch.number % 9), 19
        for away in Membership.objects.filter(
            organisation=branch.organisation, mobile_since__isnull=False, until=None
        ):
            if branch.chance.random() < branch.presence:
                record_contact(branch.secretary, away, how=how)


def goes_away(branch: Branch) -> Life:
    """One member goes to work elsewhere, and is called."""
    yield date(2010, 9, 1), 9
    held = Membership.objects.filter(organisation=branch.organisation, until=None, line="party").order_by(
        "-pk"
    )
    away = held.filter(mobile_since=None).exclude(
        person__in=Post.objects.filter(until=None).values("person")
    )[0]
    mark_mobile(branch.secretary, away, mobile=True, away="广东省东莞市")
    yield date(2010, 10, 3), 19
    record_contact(branch.secretary, away, how="phone")


def hand_over(branch: Branch, to: Branch, days: tuple[date, date | None]) -> Life:
    """One member goes from a branch to another: given out, and received where the second day is named."""
    yield days[0], 9
    held = Post.objects.filter(until=None).values("person")
    staying = {branch.secretary.person_id}
    leaving = (
        Membership.objects.filter(organisation=branch.organisation, until=None, line="party")
        .exclude(person__in=held)
        .exclude(person__in=staying)
        .order_by("-pk")
        .first()
    )
    if leaving is None:
        return
    transfer = start_transfer(branch.secretary, leaving, why="工作调动", to=to.organisation)
    if days[1]:
        yield days[1], 15
        receive_transfer(to.secretary, to.organisation, transfer=transfer)
