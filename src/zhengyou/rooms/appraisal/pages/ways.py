"""为什么不是更高 — what was lost where, and what an organisation can do about it by itself."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.language import strung
from zhengyou.core.pictures import Bar, fixed
from zhengyou.rooms.appraisal.pages.facts import untold_steps
from zhengyou.rooms.appraisal.queries import Appraised, By, ClauseKind, Line, rounded, window_of

MENDED = ("pledges_kept", "steps_kept")  # where saying what was done wins points back


def losses(appraised: Appraised, scheme: Any) -> list[Bar]:
    """What was lost where, the greatest first; what the organisation can win back itself is marked ours."""
    criteria = {c.number: c for c in scheme.criteria.all()}
    score = appraised.score
    found = [
        (score.lost(leaf), f"{leaf.number} {leaf.name}", _whose(criteria[leaf.number], leaf))
        for leaf in score.leaves
        if score.lost(leaf)
    ]
    if score.deduction:
        found.append((score.deduction, str(ClauseKind.DEDUCTION.label), "theirs"))
    return [Bar(name, rounded(lost), whose) for lost, name, whose in sorted(found, reverse=True)]


def _whose(c: Any, line: Line) -> str:
    return "ours" if c.measure in MENDED and line.lost else "theirs"


def ways(appraised: Appraised, scheme: Any, url: str) -> list[dict[str, Any]]:
    """What can be done about it: what the organisation can mend by itself, in words; nothing about votes."""
    criteria = {c.number: c for c in scheme.criteria.all()}
    made, voted = [], Fraction(0)
    for leaf in appraised.score.leaves:
        c, lost = criteria[leaf.number], appraised.score.lost(leaf)
        if c.by == By.RATING:
            voted += lost
        elif lost and c.by == By.CHECK:
            made.append(_what_was_seen(leaf, lost))
        elif lost and c.measure in MENDED:
            made.append(_way_to_mend(appraised, scheme, lost, url))
    if voted:
        made.append(
            {
                "title": _("测评失%(n)s分") % {"n": fixed(rounded(voted))},
                "words": _("由评议人决定，不列“怎样提高”。"),
            }
        )
    return made


def _what_was_seen(leaf: Line, lost: Fraction) -> dict[str, Any]:
    """What the appraisal team saw, in its own words: that is what can be mended, or disputed."""
    return {
        "title": _("%(line)s失%(n)s分，考核组看到：") % {"line": leaf.name, "n": fixed(rounded(lost))},
        "words": strung(k.words for k in leaf.of),
    }


def _way_to_mend(appraised: Appraised, scheme: Any, lost: Fraction, url: str) -> dict[str, Any]:
    steps = untold_steps(appraised.organisation, window_of(scheme))
    title = ngettext(
        "把%(n)d个到期步骤交代清楚，最多可回%(lost)s分",
        "把%(n)d个到期步骤交代清楚，最多可回%(lost)s分",
        len(steps),
    )
    named = strung(f"{s.pledge.what} · {s.what}" for s in steps[:3])
    return {
        "title": title % {"n": len(steps), "lost": fixed(rounded(lost))},
        "words": _("%(steps)s。做了就写一句，没做就写何时做；没做仍不计分。") % {"steps": named},
        "url": url,
    }
