"""实时 — figures worked out on the installation's own database, narrowed to a subtree."""

from datetime import date

from django.db import connection
from sqlglot import exp, select

from zhengyou.core import clock
from zhengyou.core.engines.composing import (
    ORG_COLUMNS,
    Columns,
    Engine,
    as_of_a_day,
    facts_seen,
    in_subtree,
    numbered,
    put_before,
    text_of,
)
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Former, Organisation

FORMER = (
    select(
        "f.organisation_id as id",
        "o.code",
        "f.name",
        "f.short_name",
        "f.kind",
        "f.category",
        "f.parent_id",
        "f.path",
    )
    .select("f.path_end", "o.founded_on", "o.closed_on", "f.since", "f.until")
    .from_("core_former as f")
    .join("core_organisation as o", on="o.id = f.organisation_id")
)


class Live(Engine):
    """实时 — the installation's own database, SQLite or PostgreSQL, narrowed to a subtree."""

    @property
    def dialect(self) -> str:
        """The dialect of the connected database."""
        return {"sqlite": "sqlite", "postgresql": "postgres"}[connection.vendor]

    def columns(self, query: exp.Select, under: Organisation, on: date | None = None) -> Columns:
        """Run a query now; see :class:`Engine`."""
        dialect = self.dialect
        whole = under.parent_id is None
        then = on if self._differs(on) else None

        def compose() -> str:
            return self._whole(query, narrow=not whole, past=then is not None).sql(dialect)

        text = text_of(query, f"{dialect} {whole} {then is not None}", compose, under.range_on(then), then)
        with connection.cursor() as cursor:
            cursor.execute(text)
            names = [c[0] for c in cursor.description]
            found = list(zip(*cursor.fetchall(), strict=True))
        return dict(zip(names, map(list, found), strict=True)) if found else {name: [] for name in names}

    def _differs(self, on: date | None) -> bool:
        """Whether the tree of a day may be another than that of today."""
        return on is not None and on < clock.today() and Former.objects.filter(until__gt=on).exists()

    def _whole(self, query: exp.Select, *, narrow: bool, past: bool) -> exp.Select:
        """Put the numbered tree and the facts used before the query.

        Facts are narrowed to the subtree unless it is the whole tree, where looking at each would only cost.
        """
        now = "core_organisation"
        nodes = as_of_a_day(now, FORMER.copy()) if past else select(*ORG_COLUMNS).from_(now)
        facts = facts_seen(query, lambda name: FACT_TABLES[name].sql.copy(), whole=not narrow)
        return put_before(query, [*numbered(in_subtree(nodes)), *facts])
