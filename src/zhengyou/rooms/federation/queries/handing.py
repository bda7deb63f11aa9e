"""What goes upwards: sums of measures over organisations, with their definitions; no place for a person."""

import json
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Snapshot
from zhengyou.core.figures import sums_by_org
from zhengyou.core.measures import MEASURES, sums_of
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.queries import engine_for_trees
from zhengyou.rooms.federation.models import FORMAT


def told_measure(name: str) -> dict[str, Any]:
    """A measure as it travels: its words, and all that its number depends on."""
    m = MEASURES[name]
    return {
        "title": m.title,
        "unit": m.zh_unit,
        "meaning": m.told,
        "definition": m.definition,
        "of": m.of,
        "per": m.per,
    }


def bundle_of(under: Organisation, *, measures: list[str], levels: int, window: Window) -> dict[str, Any]:
    """The content of a bundle, its number apart; from the snapshot where there is one, else as of now."""
    engine, parts = engine_for_trees(), sums_of(measures)
    now = clock.now()
    taken_at = engine.taken_at if isinstance(engine, Snapshot) else now
    found = sums_by_org(engine, parts, under, window, levels)
    return {
        "format": FORMAT,
        "from": {"code": under.code, "name": under.name},
        "made_at": now.isoformat(),
        "taken_at": (taken_at or now).isoformat(),
        "window": {"since": window.since and window.since.isoformat(), "until": window.until.isoformat()},
        "measures": {name: told_measure(name) for name in parts},
        "sums": [
            {
                "organisation": o.code,
                "name": o.name,
                "depth": o.depth - under.depth,
                "measure": name,
                "value": found[o.pk][name],
            }
            for o in under.no_deeper_than(levels)
            if o.pk in found
            for name in parts
        ],
    }


def written(content: dict[str, Any]) -> str:
    """The one way to write a content: what is signed must be the same text wherever it is made."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
