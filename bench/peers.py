"""The same figures as other systems work them out, on SQLite and on the snapshot alike.

What an organisation has itself (``own``) is the same hand-written query for all; they differ in how it goes
up the tree. The closure table is made beforehand and not timed: systems that have one keep it as they go.
"""

from collections.abc import Callable, Iterable
from typing import Any

from bench.ours import NEEDS, WINDOW, Row

Ask = Callable[[str], Iterable[Any]]

FACTS = f"""
    select * from f_attendance where on_day between '{WINDOW.since}' and '{WINDOW.until}'
"""  # noqa: S608 — our own days
STUDY = "case when studies and attended then minutes else 0 end"
TOGETHER = "case when studies and how = 'present' then minutes else 0 end"
EVERYONE = "select id from organisation"
HOURS = NEEDS["study_hours"] * 45
SHARE = NEEDS["collective_share"]
ROSTER = f"""
    select org_id, person_id from f_membership where kind = 'party'
    and since <= '{WINDOW.until}' and (until is null or until > '{WINDOW.until}')
"""  # noqa: S608
OWN = f"""
    facts as ({FACTS}),
    roster as ({ROSTER}),
    hours as (select org_id, sum({STUDY}) as study, sum({TOGETHER}) as together from facts group by org_id),
    people as (select person_id, sum({STUDY}) as study, sum({TOGETHER}) as together from facts group by person_id),
    judged as (
        select r.org_id, count(*) as members, sum(case when p.study >= {HOURS} and p.study > 0
            and p.together * {SHARE.denominator} >= p.study * {SHARE.numerator} then 1 else 0 end) as met
        from roster as r left join people as p on p.person_id = r.person_id group by r.org_id
    ),
    own as (
        select o.id, o.parent_id, coalesce(j.members, 0) as members, coalesce(h.study, 0) as study,
            coalesce(h.together, 0) as together, coalesce(j.members, 0) as due, coalesce(j.met, 0) as met
        from organisation as o left join hours as h on h.org_id = o.id left join judged as j on j.org_id = o.id
    )
"""  # noqa: S608
SUMS = "sum(members), sum(study), sum(together), sum(due), sum(met)"
BELOW = """
    below as (
        select id, id as top from organisation
        union all select o.id, b.top from organisation as o join below as b on o.parent_id = b.id
    )
"""
WHOLE_TREE = f"with recursive {OWN}, {BELOW} select b.top, {SUMS} from below as b join own on own.id = b.id group by b.top"  # noqa: S608
CLOSURE = f"with {OWN} select c.top, {SUMS} from closure as c join own on own.id = c.id group by c.top"  # noqa: S608
MAKE_CLOSURE = f"create temp table closure as with recursive {BELOW} select top, id from below"  # noqa: S608
ONE_SUBTREE = """
    below(id) as (
        select {top} union all
        select o.id from organisation as o join below as b on o.parent_id = b.id
    )
"""
OF_ONE = f"with recursive {ONE_SUBTREE} select {{top}}, {SUMS} from kept where id in (select id from below)"  # noqa: S608
STRAIGHT = f"""
    with recursive {ONE_SUBTREE}, facts as not materialized ({FACTS}), roster as not materialized ({ROSTER}),
    here as (select person_id from roster where org_id in (select id from below)),
    people as (
        select person_id, sum({STUDY}) as study, sum({TOGETHER}) as together from facts
        where person_id in (select person_id from here) group by person_id
    )
    select {{top}}, (select count(*) from here),
        (select coalesce(sum({STUDY}), 0) from facts where org_id in (select id from below)),
        (select coalesce(sum({TOGETHER}), 0) from facts where org_id in (select id from below)),
        (select count(*) from here),
        (select count(*) from people where study >= {HOURS} and study > 0
            and together * {SHARE.denominator} >= study * {SHARE.numerator})
"""  # noqa: S608


def whole_tree(ask: Ask) -> dict[int, Row]:
    """One recursive query over every pair of an organisation and one below it."""
    return by_id(ask(WHOLE_TREE))


def closure(ask: Ask) -> dict[int, Row]:
    """A join with the table of all such pairs."""
    return by_id(ask(CLOSURE))


def in_python(ask: Ask) -> dict[int, Row]:
    """What each organisation has itself, read in one query and added to its parent's in Python."""
    rows = list(ask(f"with {OWN} select id, parent_id, members, study, together, due, met from own"))  # noqa: S608
    sums = {row[0]: list(row[2:]) for row in rows}
    # A child is founded after its parent, so the largest number has nothing below it.
    for pk, parent, *_ in sorted(rows, reverse=True):
        if parent is not None:
            above, mine = sums[parent], sums[pk]
            for n in range(5):
                above[n] += mine[n]
    return {pk: (s[0], s[1], s[2], s[3], s[4]) for pk, s in sums.items()}


def one_by_one(ask: Ask) -> dict[int, Row]:
    """A recursive query for each organisation over sums kept in a table: what a summary page does."""
    ask(f"create temp table kept as with {OWN} select * from own")  # noqa: S608
    ask("create unique index kept_by_id on kept (id)")
    return by_id(row for (pk,) in ask(EVERYONE) for row in ask(OF_ONE.format(top=pk)))


def straight(ask: Ask) -> dict[int, Row]:
    """A recursive query for each organisation straight over the facts: what most systems do."""
    return by_id(row for (pk,) in ask(EVERYONE) for row in ask(STRAIGHT.format(top=pk)))


def by_id(rows: Iterable[Any]) -> dict[int, Row]:
    """Rows of whole numbers by organisation."""
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4]), int(row[5])) for row in rows}
