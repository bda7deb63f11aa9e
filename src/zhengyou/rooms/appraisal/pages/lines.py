"""得分打开 — the lines of a score as they are shown: criterion, source, sum, facts."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.measures import MEASURES
from zhengyou.core.pictures import fixed
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.appraisal.pages.facts import checks_under, facts_under
from zhengyou.rooms.appraisal.queries import Appraised, By, ClauseKind, Line, rounded, window_of


def opened_lines(appraised: Appraised, scheme: Any) -> list[dict[str, Any]]:
    """Every line of a score down to its facts, then the points added and taken off."""
    criteria = {c.number: c for c in scheme.criteria.all()}
    shown = [_line(line, criteria, appraised, scheme) for line in appraised.score.lines]
    if shown:
        shown[0]["open"] = True
    return shown + _mark_lines(appraised, scheme)


def _line(line: Line, criteria: Mapping[str, Any], appraised: Appraised, scheme: Any) -> dict[str, Any]:
    c = criteria[line.number]
    made: dict[str, Any] = {
        "name": f"{line.number} {line.name}",
        "full": Decimal(c.full),
        "points": None if line.points is None else rounded(line.points),
        "lost": rounded(line.lost),
        "source": _source(c, line, appraised),
        "sum": _sum(c, line, scheme),
        "children": [_line(child, criteria, appraised, scheme) for child in line.children],
    }
    if c.by == By.HEADING:
        return made | {"open": bool(line.lost)}
    if c.by == By.MEASURE and line.reached is not None:
        made["facts"] = facts_under(c.measure, appraised.organisation, window_of(scheme))
    if c.by == By.CHECK and line.of:
        made["facts"] = checks_under(line.of)
    return made


def _source(c: Any, line: Line, appraised: Appraised) -> str:
    if c.by == By.HEADING:
        return ""
    if c.by == By.MEASURE:
        return MEASURES[c.measure].title
    if c.by == By.CHECK:
        n = len(line.of or ())
        return ngettext("考核组 · %(n)d人", "考核组 · %(n)d人", n) % {"n": n}
    if line.of is None or appraised.results is None:
        return _("测评")
    votes = line.of.votes
    if appraised.results.pooled(c.groups) is None:
        return ngettext("测评 · 合并%(n)d票", "测评 · 合并%(n)d票", votes) % {"n": votes}
    return ngettext("测评 · %(n)d票", "测评 · %(n)d票", votes) % {"n": votes}


def _sum(c: Any, line: Line, scheme: Any) -> str:
    """How the points follow, in figures; or why there are none."""
    if c.by == By.HEADING:
        return ""
    if line.reached is None:
        return _why_not_judged(c, scheme)
    full = f"{c.full.normalize():f}"
    if c.by == By.CHECK:
        given = " + ".join(f"{k.points.normalize():f}" for k in line.of)
        mean = f"({given}) ÷ {len(line.of)}" if len(line.of) > 1 else given
        return mean + (_("，两头各去掉%(n)s%%") % {"n": f"{c.trim.normalize():f}"} if c.trim else "")
    if c.by == By.RATING:
        return f"{fixed(rounded(line.reached * 100, 1), 1)} × {full}%"
    part, whole = line.of.numerator, line.of.denominator or Fraction(c.enough or 1)
    ratio = MEASURES[c.measure].ratio
    unit = MEASURES[ratio.whole if ratio else c.measure].unit_of(whole)
    return f"{written(part)}/{written(whole)}{unit} × {full}"


def written(number: Fraction) -> str:
    """A number of points or facts as it stands in a sum."""
    return str(number.numerator) if number.denominator == 1 else fixed(rounded(number, 1), 1)


def _why_not_judged(c: Any, scheme: Any) -> str:
    if c.by == By.MEASURE:
        return _("还没有到期或评过的，暂不计入")
    if c.by == By.CHECK:
        return _("考核组还没有去看，暂不计入")
    if scheme.round and not hasattr(scheme.round, "closing"):
        return _("测评还没有开箱，暂不计入")
    return _("没有可以公布的票，不计入")


def _mark_lines(appraised: Appraised, scheme: Any) -> list[dict[str, Any]]:
    """Points added and taken off and tiers denied: one line each, told even where there is nothing."""
    score, kinds = appraised.score, ClauseKind
    foreseen = {c.kind for c in scheme.clauses.all()}
    marks = {k: [m for m in appraised.marks if m.clause.kind == k] for k in kinds}
    made = []
    if kinds.BONUS in foreseen:
        most = _("最多%(n)s分") % {"n": f"{scheme.most_bonus.normalize():f}"}
        made.append(_marked(kinds.BONUS, marks[kinds.BONUS], rounded(score.bonus), most))
    if kinds.DEDUCTION in foreseen:
        made.append(_marked(kinds.DEDUCTION, marks[kinds.DEDUCTION], -rounded(score.deduction), ""))
    if kinds.VETO in foreseen:
        made.append(_marked(kinds.VETO, marks[kinds.VETO], None, ""))
    return made


def _marked(kind: Any, marks: list[Any], points: Decimal | None, most: str) -> dict[str, Any]:
    standing = [m for m in marks if not hasattr(m, "retraction")]
    words = (
        _("情形均未出现")
        if not standing
        else ngettext("%(n)d条", "%(n)d条", len(standing)) % {"n": len(standing)}
    )
    return {
        "name": str(kind.label),
        "source": most,
        "sum": words,
        "points": points,
        "lost": -points if points and points < 0 else None,
        "open": bool(marks),
        "children": [_mark(m) for m in marks],
    }


def _mark(mark: Any) -> dict[str, Any]:
    retraction = getattr(mark, "retraction", None)
    clause, points = mark.clause, rounded(Fraction(mark.points))
    name = f"{zh_day(mark.on_day)} {mark.words}"
    if retraction:
        return {"name": name, "source": _("已撤销"), "sum": retraction.why, "points": None, "lost": None}
    if clause.kind == ClauseKind.VETO:
        left = _("至多定为%(tier)s") % {"tier": clause.get_at_most_display()}
        return {"name": name, "source": clause.words, "sum": left, "points": None, "lost": None}
    taken = clause.kind == ClauseKind.DEDUCTION
    return {
        "name": name,
        "source": clause.words,
        "sum": "",
        "points": -points if taken else points,
        "lost": points if taken else None,
    }


def total_line(appraised: Appraised) -> dict[str, Any]:
    """The last line: all points, and by how much they were scaled where something could not be judged."""
    score = appraised.score
    words = " + ".join(written(line.full) for line in score.lines) + f" = {written(score.full)}"
    if score.points is not None and score.judged != score.full:
        words = _("可评的%(judged)s分折算到%(full)s分") % {
            "judged": written(score.judged),
            "full": written(score.full),
        }
    lost = None if score.points is None else rounded(max(Fraction(0), score.full - score.points))
    points = None if score.points is None else rounded(score.points)
    return {"full": Decimal(written(score.full)), "points": points, "lost": lost, "sum": words}
