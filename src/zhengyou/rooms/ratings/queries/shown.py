"""测评票，按来源 — the rows of the table of ballots: what each side said, folded where a group is small."""

from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core.pictures import Part
from zhengyou.rooms.ratings.queries.folding import SMALLEST_GROUP
from zhengyou.rooms.ratings.queries.results import GRADE_WORDS, Results, Tally, Weights
from zhengyou.rooms.ratings.queries.rounds import codes_given

SHADES = {"good": "s4", "fairly_good": "s3", "fair": "s1", "poor": "s0"}


def ballots_shown(found: Results, weights: Weights | None = None) -> list[dict[str, Any]]:
    """Rows for ``ui/ballots.html``, with points where a scheme says what a grade is worth (to be rounded once)."""
    given = codes_given(found.subject)
    rows = []
    for group in found.groups:
        row = {"source": group.title, "group": "", "sent": given.get(group.group, 0)}
        rows.append(row | (_counted(group.tally, weights) if group.tally else _folded()))
    if found.together:
        row = {"source": _("以上合并"), "group": "", "sent": ""}
        rows.append(row | _counted(found.together, weights))
    return rows


def _folded() -> dict[str, Any]:
    words = _("不足%(n)d票或与之合并，不单独公布") % {"n": SMALLEST_GROUP}
    return {"back": "", "folded": True, "words": words}


def _counted(tally: Tally, weights: Weights | None) -> dict[str, Any]:
    parts = [Part(str(GRADE_WORDS[g]), sum(c[g] for c in tally.counts), SHADES[g]) for g in GRADE_WORDS]
    return {"back": tally.votes, "parts": parts, "points": tally.score(weights) if weights else None}
