"""组合 — what every engine puts before a composed query: the numbered tree ``org`` and the facts ``f_…`` it uses."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlglot import exp

from zhengyou.core.models import Organisation

ORG_COLUMNS = ("id", "code", "name", "short_name", "kind", "category", "parent_id", "path", "path_end")


class Engine(Protocol):
    """Whatever can answer a composed query for a subtree."""

    def rows(self, query: exp.Select, under: Organisation) -> list[dict[str, Any]]:
        """Run a query over ``org`` and ``f_…`` narrowed to a subtree."""
        ...


def org_columns(prefix: str = "") -> list[str]:
    """The columns of an organisation that queries may use."""
    return [f"{prefix}{c}" for c in ORG_COLUMNS]


def in_subtree(nodes: exp.Select, under: Organisation) -> exp.Select:
    """Only the organisations at or below one: a range of paths."""
    path = exp.column("path")
    return nodes.where(path >= exp.Literal.string(under.path)).where(
        path < exp.Literal.string(under.path_end)
    )


def facts_used(query: exp.Select) -> list[str]:
    """The names of the facts that a query asks."""
    return sorted({t.name[2:] for t in query.find_all(exp.Table) if t.name.startswith("f_")})


def put_before(query: exp.Select, parts: Sequence[tuple[str, exp.Expr]]) -> exp.Select:
    """A copy of the query whose own steps come after the given ones."""
    copied = query.copy()
    kept = copied.args.pop("with_", None) or copied.args.pop("with", None)
    for name, part in parts:
        copied = copied.with_(name, part)
    for step in kept.expressions if kept else []:
        copied = copied.with_(step.alias, step.this)
    return copied
