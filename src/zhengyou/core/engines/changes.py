"""变动 — what has to be read anew since an entry of the trail.

Every write is a deed, and a deed tells its organisation: facts change only where, and in the room in which,
something was done. So the trail says which organisations' rows of which facts may have changed, whether they
were entered, corrected or taken back.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from django.apps import apps
from sqlglot import exp

from zhengyou.core.actions import ACTIONS
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.models import Deed, Organisation

TREE = "core"  # the tables of the tree and the grants; actions that change the tree say so


@dataclass
class Changes:
    """变动 — by fact, the organisations whose rows may differ; nothing said means all of them."""

    tree: bool = False
    facts: dict[str, set[int] | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.tree or bool(self.facts)


def changes_since(number: int, digest: str, until: int) -> Changes | None:
    """What changed after an entry of the trail, up to another; nothing where that entry is not in this trail."""
    if number and not Deed.objects.filter(number=number, digest=digest).exists():
        return None
    deeds = Deed.objects.filter(number__gt=number, number__lte=until)
    done = deeds.order_by().values_list("did", "organisation_id").distinct()
    by_room: dict[str, set[int | None]] = defaultdict(set)
    tree = False
    for did, organisation in done:
        known = ACTIONS.get(did)
        if known is None:
            return None
        tree |= known.tree
        by_room[known.room].add(organisation)
    found = Changes(tree)
    reach = _Reach((organisation for places in by_room.values() for organisation in places), moved=tree)
    for name in FACT_TABLES:
        rooms = rooms_of(name)
        places = {p for room, ps in by_room.items() if room in rooms for p in ps}
        if (tree and TREE in rooms) or None in places:
            found.facts[name] = None
        elif places:
            found.facts[name] = reach.at_or_below({p for p in places if p is not None})
    return found


@cache
def rooms_of(fact: str) -> frozenset[str]:
    """The rooms whose tables a fact is read from."""
    tables = {model._meta.db_table: model._meta.app_label for model in apps.get_models()}
    return frozenset(tables[t.name] for t in FACT_TABLES[fact].sql.find_all(exp.Table) if t.name in tables)


class _Reach:
    """Which organisations lie at or below those where something was done; not known where some have moved since."""

    def __init__(self, places: Iterable[int | None], *, moved: bool) -> None:
        self._moved = moved
        wanted = {p for p in places if p is not None}
        rows = Organisation.objects.filter(pk__in=wanted) if len(wanted) < 500 else Organisation.objects.all()
        self._ranges = {
            pk: (path, end) for pk, path, end in rows.values_list("pk", "path", "path_end") if pk in wanted
        }
        leaves = Organisation.objects.filter(children=None)
        narrowed = leaves.filter(pk__in=wanted) if len(wanted) < 500 else leaves
        self._leaves = set(narrowed.values_list("pk", flat=True)) & wanted

    def at_or_below(self, places: set[int]) -> set[int] | None:
        if self._moved and not places <= self._leaves:
            return None
        found: set[int] = set()
        for pk in places:
            if pk in self._leaves:
                found.add(pk)
            elif pk in self._ranges:
                first, end = self._ranges[pk]
                below = Organisation.objects.filter(path__gte=first, path__lt=end)
                found.update(below.values_list("pk", flat=True))
        return found
