"""实时 — figures worked out on the installation's own database, narrowed to a subtree."""

from django.db import connection
from sqlglot import exp, parse_one, select

from zhengyou.core.engines.composing import (
    Columns,
    Engine,
    facts_seen,
    in_subtree,
    org_columns,
    put_before,
    text_of,
)
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Organisation


class Live(Engine):
    """实时 — the installation's own database, SQLite or PostgreSQL, narrowed to a subtree."""

    @property
    def dialect(self) -> str:
        """The dialect of the connected database."""
        return {"sqlite": "sqlite", "postgresql": "postgres"}[connection.vendor]

    def columns(self, query: exp.Select, under: Organisation) -> Columns:
        """Run a query now; see :class:`Engine`."""
        dialect = self.dialect
        whole = under.parent_id is None
        text = text_of(
            query, f"{dialect} {whole}", lambda: self._whole(query, narrow=not whole).sql(dialect), under
        )
        with connection.cursor() as cursor:
            cursor.execute(text)
            names = [c[0] for c in cursor.description]
            found = list(zip(*cursor.fetchall(), strict=True))
        return dict(zip(names, map(list, found), strict=True)) if found else {name: [] for name in names}

    def _whole(self, query: exp.Select, *, narrow: bool) -> exp.Select:
        """Put the numbered tree and the facts used before the query.

        A node opens at its path and closes at ``path_end``. Openings are counted in that order: at its
        own opening a node reads its number, at its closing its last descendant's. Facts are narrowed to the
        subtree unless it is the whole tree, where looking at each would only cost.
        """
        nodes = in_subtree(select(*org_columns()).from_("core_organisation"))
        events = parse_one(
            "select id, path as at, 1 as opens from nodes union all select id, path_end, 0 as opens from nodes"
        )
        counted = parse_one(
            "select id, opens, sum(opens) over (order by at, opens rows unbounded preceding) as n from events"
        )
        numbered = (
            select(*org_columns("o."), "s.n as first", "e.n as last")
            .from_("nodes as o")
            .join("counted as s", on="s.id = o.id and s.opens = 1")
            .join("counted as e", on="e.id = o.id and e.opens = 0")
        )
        parts: list[tuple[str, exp.Expr]] = [("nodes", nodes), ("events", events), ("counted", counted)]
        parts += [("org", numbered)]
        parts += facts_seen(query, lambda name: FACT_TABLES[name].sql.copy(), whole=not narrow)
        return put_before(query, parts)
