"""How the branches differ: most diligent, some late, 南湾镇 lagging, 渔港村 judged badly."""

from dataclasses import dataclass
from random import Random
from typing import Any

from zhengyou.core.models import Organisation


@dataclass
class Branch:
    """A branch of the play: how many come, how diligently promises are made and kept, its own chance."""

    organisation: Organisation
    number: int
    chance: Random
    presence: float
    pledging: float
    keeping: float
    late_weeks: int = 0
    secretary: Any = None

    @property
    def name(self) -> str:
        """Its short name, which is one of a kind in the city for those that the play singles out."""
        return self.organisation.short_name


def cast(city: Organisation, seed: int) -> list[Branch]:
    """Every branch with its manner."""
    found = Organisation.objects.filter(city.subtree, kind="branch").select_related("parent")
    return [_manner(n, o, Random(f"{seed} {o.code}")) for n, o in enumerate(found)]  # noqa: S311 — a play


def _manner(n: int, o: Organisation, chance: Random) -> Branch:
    place = o.parent.short_name if o.parent else ""
    if place.startswith("南湾"):
        keeping = 0.35 if o.short_name == "渔港村" else 0.7
        presence, pledging = chance.uniform(0.78, 0.9), chance.uniform(0.45, 0.8)
        return Branch(o, n, chance, presence, pledging, keeping, late_weeks=3)
    if chance.random() < 0.2:
        presence, pledging = chance.uniform(0.86, 0.93), chance.uniform(0.85, 0.97)
        return Branch(o, n, chance, presence, pledging, 0.85, late_weeks=2)
    return Branch(o, n, chance, chance.uniform(0.94, 0.99), chance.uniform(0.95, 1.0), 0.95)
