"""A part of the tree put elsewhere: what moves should cost, and nothing that stays.

Twice: a county of the same size in ever larger nations, and ever larger counties. Others keep a table of all
pairs of above and below, or the two numbers of nested sets; both are moved as their manuals show it.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import F, Func, IntegerField

from bench.sizes import SIZES, Size
from bench.timing import Answer, Comparison, Way
from bench.town import connect, empty, found
from zhengyou.core import tree
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.orgs.actions import move_organisation

SMALL = 500  # organisations of the county that is the same in every nation
PAIRS = """
    create table closure as with recursive below as (
        select id as top, id from core_organisation
        union all select b.top, o.id from below as b join core_organisation as o on o.parent_id = b.id
    ) select top, id from below
"""
LEAVE = """
    delete from closure where id in (select id from closure where top = :county)
    and top in (select top from closure where id = :county and top <> :county)
"""
ENTER = """
    insert into closure select u.top, d.id from closure as u join closure as d
    where u.id = :city and d.top = :county
"""
NESTED = """
    create table nested as with events as (
        select id, path as spot, 0 as closes from core_organisation union all select id, path_end, -1 from core_organisation
    ), counted as (select id, closes, row_number() over (order by spot, closes) as n from events)
    select o.id, o.n as lft, c.n as rgt from counted as o join counted as c on c.id = o.id and c.closes = -1 where o.closes = 0
"""


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The same county in a larger nation, then a larger county."""
    file = home / f"tree-{size.organisations}.sqlite3"
    if not file.exists():
        _tree(file, home, size)
    connect(file)
    whole = SIZES[size.name]
    of = whole.organisations // size.organisations
    # Eight lie below each, so that a county has eight times as many as one a level lower.
    small, large = _county(SMALL), _county(whole.organisations // 8 // 8 ** whole.parts[::-1].index(of))
    for name, county in (("the same county, larger nations", small), ("larger counties", large)):
        amount = size.organisations if county == small else county[2]
        yield Comparison(name, amount, "organisations", _ways(file, county))


def _tree(file: Path, home: Path, size: Size) -> None:
    """The organisations, and beside them what others keep of the same tree."""
    shutil.copy(empty(home), file)
    with closing(sqlite3.connect(file)) as db:
        found(db, size)
        for line in (
            PAIRS, "create unique index pairs on closure (top, id)", "create index pairs_up on closure (id, top)",
            NESTED, "create unique index nested_by_id on nested (id)", "create index nested_left on nested (lft)",
            "create index nested_right on nested (rgt)", "analyze",
        ):  # fmt: skip
            db.execute(line)
        db.commit()


def _county(about: int) -> tuple[int, int, int]:
    """The organisation with about so many below it, another city to put it under, and how many move."""
    weighed = Organisation.objects.annotate(weight=_beneath()).exclude(parent=None)
    county = min(weighed, key=lambda o: (abs(o.weight - about), o.pk))
    cities = Organisation.objects.filter(parent__parent=None).exclude(pk=county.parent_id)
    city = next(o for o in cities if not county.path.startswith(o.path) and o.pk != county.pk)
    return county.pk, city.pk, county.weight


def _beneath() -> Any:
    return Func(
        F("path"), F("path_end"), output_field=IntegerField(),
        template="(select count(*) from core_organisation as b where b.path >= core_organisation.path "
        "and b.path < core_organisation.path_end)",
    )  # fmt: skip


def _ways(file: Path, county: tuple[int, int, int]) -> list[Way]:
    def way(name: str, move: Callable[..., None], told: Callable[..., Answer], ours: bool = False) -> Way:
        return Way(name, partial(_ready, file, move, told, county), ours, lambda found: found())

    return [
        way("ours: move_organisation, past kept", _ours, _by_paths, ours=True),
        way("closure table", _closure, _by_pairs),
        way("nested sets", _nested, _by_numbers),
    ]


def _ready(
    file: Path, move: Callable[..., None], told: Callable[..., Answer], county: tuple[int, int, int]
) -> Callable[[], Callable[[], Answer]]:
    """A copy of its own, connected; what is timed ends when the change is durable."""
    own = file.with_suffix(".own.sqlite3")
    for left in own.parent.glob(own.name + "*"):
        left.unlink()
    shutil.copy(file, own)
    connect(own)
    connection.ensure_connection()

    def run() -> Callable[[], Answer]:
        move(county[0], county[1])
        return told

    return run


def _ours(county: int, city: int) -> None:
    there = Organisation.objects.get(pk=city)
    move_organisation(OPERATOR, Organisation.objects.get(pk=county), to=there)


def _closure(county: int, city: int) -> None:
    with closing(_raw()) as db:
        for line in (LEAVE, ENTER):
            db.execute(line, {"county": county, "city": city})
        db.execute("update core_organisation set parent_id = ? where id = ?", [city, county])
        db.commit()


def _nested(county: int, city: int) -> None:
    """Out of the line and in again at the end of the city: everything between is renumbered."""
    with closing(_raw()) as db:
        left, right = db.execute("select lft, rgt from nested where id = ?", [county]).fetchone()
        (goal,) = db.execute("select rgt from nested where id = ?", [city]).fetchone()
        width = right - left + 1
        by, low, high = (goal - right - 1, left, goal - 1) if goal > right else (goal - left, goal, right)
        others = -width if goal > right else width
        for column in ("lft", "rgt"):
            db.execute(
                f"update nested set {column} = {column} + case when {column} between ? and ? then ? else ? end "  # noqa: S608
                f"where {column} between ? and ?",
                [left, right, by, others, low, high],
            )
        db.execute("update core_organisation set parent_id = ? where id = ?", [city, county])
        db.commit()


def _raw() -> sqlite3.Connection:
    return sqlite3.connect(str(connection.settings_dict["NAME"]))


def _by_paths() -> Answer:
    """How many organisations lie at or below every one that is not a leaf."""
    tops = Organisation.objects.exclude(children=None).annotate(weight=_beneath())
    assert all(o.path_end == tree.path_end(o.path) for o in tops)  # noqa: S101
    return {o.pk: o.weight for o in tops}


def _by_pairs() -> Answer:
    with closing(_raw()) as db:
        return dict(db.execute("select top, count(*) as n from closure group by top having n > 1").fetchall())


def _by_numbers() -> Answer:
    with closing(_raw()) as db:
        return dict(db.execute("select id, (rgt - lft + 1) / 2 as n from nested where n > 1").fetchall())
