"""A draft as the rows and fields that it was written in."""

from typing import Any

from zhengyou.rooms.appraisal.forms.schemes import CHECK, HEADING, RATING
from zhengyou.rooms.appraisal.queries import By

WAYS = {By.HEADING: HEADING, By.RATING: RATING, By.CHECK: CHECK}


def filled_in(scheme: Any) -> dict[str, Any]:
    """What the forms of a scheme begin with."""
    head = (
        "name", "number", "starts_on", "ends_on", "kinds", "categories", "round", "advanced_from", "middle_from",
        "most_bonus", "missing", "digits", "selects",
    )  # fmt: skip
    return {
        "form": {key: getattr(scheme, key) for key in head},
        "criteria": [_line(c) for c in scheme.criteria.all()],
        "clauses": [
            {"kind": c.kind, "words": c.words, "most": c.most or None, "at_most": c.at_most}
            for c in scheme.clauses.all()
        ],
        "bands": [
            {"category": c, "middle": middle, "advanced": high} for c, (middle, high) in scheme.bands.items()
        ],
    }


def _line(c: Any) -> dict[str, Any]:
    return {
        "number": c.number,
        "name": c.name,
        "way": WAYS.get(c.by, c.measure),
        "full": None if c.by == By.HEADING else c.full,
        "enough": c.enough,
        "groups": c.groups,
        "weights": ":".join(c.weights[g] for g in c.groups) if c.weights else "",
        "trim": c.trim or None,
    }
