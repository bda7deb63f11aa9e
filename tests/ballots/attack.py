"""Somebody who holds the whole database and wants to know who wrote which ballot.

The attacker knows every code and to whom it went, in which order codes were given out, in which order people
were seen to rate, and the key with which ballots are sealed. What is read of every table: all its columns, and
what a database keeps behind them (SQLite's row numbers; PostgreSQL's place, transactions and commands).

Two ways are tried, with every column there is: to sort the ballots by it and lay them beside the raters in an
order that is known; and to find ballots by a value that also stands in a row which names a rater.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from django.db import connection

from zhengyou.rooms.ratings.actions.boxes import unsealed

Row = dict[str, Any]
HIDDEN = {
    "sqlite": "rowid as _rowid",
    "postgresql": "xmin::text::bigint as _xmin, xmax::text::bigint as _xmax, "
    "cmin::text::bigint as _cmin, cmax::text::bigint as _cmax, ctid::text as _ctid",
}


def all_tables() -> list[str]:
    """Every table of the database, SQLite's own ledger of row numbers among them."""
    with connection.cursor() as cursor:
        own = ["sqlite_sequence"] if connection.vendor == "sqlite" else []
        return connection.introspection.table_names(cursor) + own


def rows_of(table: str) -> list[Row]:
    """Everything in a table in the order in which it lies there."""
    with connection.cursor() as cursor:
        cursor.execute(f'select {HIDDEN[connection.vendor]}, * from "{table}"')
        names = [c[0] for c in cursor.description]
        found = [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]
    return [row | {"_place": n} for n, row in enumerate(found)]


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def content(ballot: Row) -> tuple[str, ...]:
    """What a ballot says; the key opens it."""
    if ballot["sealed"] is not None:
        return tuple(unsealed(ballot["box_id"], ballot["sealed"]))
    answers = ballot["answers"]
    return tuple(json.loads(answers) if isinstance(answers, str) else answers)


def sorted_by(rows: Sequence[Row], column: str) -> list[Row]:
    """Rows sorted by a column; by their place where it says nothing."""
    return sorted(
        rows, key=lambda r: (r[column] is None, r[column] if r[column] is not None else 0, r["_place"])
    )


@dataclass
class Gains:
    """What a way of guessing gained over many trials: ballots named rightly, and pairs put in the right order."""

    hits: int = 0
    order: float = 0.0  # Kendall's tau, added up


@dataclass
class Attacker:
    """Tries every way in every trial and keeps the account of each."""

    raters: int
    trials: int = 0
    gains: dict[tuple[str, ...], Gains] = field(default_factory=lambda: defaultdict(Gains))

    def try_all(
        self,
        ballots: Sequence[Row],
        truth: Mapping[tuple[str, ...], int],
        orders: Mapping[str, Sequence[int]],
        names: Mapping[Any, int],
        tables: Mapping[str, Sequence[Row]],
    ) -> None:
        """One trial: ``truth`` tells whose a content is, ``names`` which values stand for which rater."""
        assert len(ballots) == self.raters
        self.trials += 1
        self._by_sorting(ballots, truth, orders)
        self._by_joining(ballots, truth, names, tables)

    def _by_sorting(self, ballots, truth, orders):
        for column in ballots[0]:
            found = [truth[content(b)] for b in sorted_by(ballots, column)]
            for name, order in orders.items():
                for way, known in (("up", list(order)), ("down", list(reversed(order)))):
                    gain = self.gains["sort", column, name, way]
                    gain.hits += sum(a == b for a, b in zip(found, known, strict=True))
                    gain.order += _tau(found, known)

    def _by_joining(self, ballots, truth, names, tables):
        for table, rows in tables.items():
            naming = [(r, {names[v] for v in r.values() if _hashable(v) and v in names}) for r in rows]
            naming = [(r, who.pop()) for r, who in naming if len(who) == 1]
            for column in ballots[0]:
                only = _unique(ballots, column)
                for other in rows[0] if naming else ():
                    guesses = [(only[r[other]], who) for r, who in naming if r[other] in only]
                    hits = sum(truth[content(ballot)] == who for ballot, who in guesses)
                    self.gains["join", column, table, other].hits += hits

    def successes(self) -> dict[tuple[str, ...], Gains]:
        """The ways that did better than chance explains, at one false alarm in a million runs of all ways.

        A random permutation has on average one fixed point, in many trials as many as trials, distributed
        as Poisson's; its Kendall tau is nought on average with variance 2(2n+5)/9n(n-1), near normal in sum.
        """
        level = 1e-6 / max(1, 2 * len(self.gains))
        hits = next(k for k in range(10**6) if _poisson_tail(self.trials, k) < level)
        spread = math.sqrt(2 * (2 * self.raters + 5) / (9 * self.raters * (self.raters - 1)) * self.trials)
        return {
            way: gain
            for way, gain in self.gains.items()
            if gain.hits >= hits or math.erfc(abs(gain.order) / spread / math.sqrt(2)) < level
        }


def _unique(rows: Sequence[Row], column: str) -> dict[Any, Row]:
    counts = Counter(r[column] for r in rows if _hashable(r[column]))
    return {
        r[column]: r
        for r in rows
        if _hashable(r[column]) and counts[r[column]] == 1 and r[column] is not None
    }


def _hashable(value: Any) -> bool:
    return not isinstance(value, (list, dict))


def _tau(found: Sequence[int], known: Sequence[int]) -> float:
    place = {rater: n for n, rater in enumerate(known)}
    pairs = [1 if place[a] < place[b] else -1 for a, b in combinations(found, 2)]
    return sum(pairs) / len(pairs)


def _poisson_tail(mean: float, least: int) -> float:
    term = math.exp(-mean + least * math.log(mean) - math.lgamma(least + 1))
    total, k = 0.0, least
    while term > total * 1e-17:
        total, k = total + term, k + 1
        term *= mean / k
    return min(1.0, total)
