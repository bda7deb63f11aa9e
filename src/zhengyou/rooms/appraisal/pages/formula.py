"""得分怎样算 — the formula of a scheme in words: what is multiplied, added, left out, rounded, and where it stops."""

from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core.language import listed
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Category
from zhengyou.rooms.appraisal.queries import TIER_WORDS, By, ClauseKind
from zhengyou.rooms.ratings.queries import GROUP_WORDS


def how(c: Any) -> str:
    """How a line's points follow, in words."""
    if c.by == By.HEADING:
        return _("下面各项之和")
    trimmed = _("，两头各去掉%(n)s%%再平均") % {"n": _plain(c.trim)} if c.trim else ""
    if c.by == By.CHECK:
        return _("考核组各人所给分的平均%(trimmed)s") % {"trimmed": trimmed}
    if c.by == By.RATING:
        return _rated(c) + trimmed
    measure = MEASURES[c.measure]
    if measure.ratio:
        return _("%(measure)s × 满分") % {"measure": measure.title}
    enough = f"{_plain(c.enough)}{measure.zh_unit}" if c.enough else ""
    return _("%(measure)s ÷ %(enough)s × 满分，够数即满分") % {"measure": measure.title, "enough": enough}


def _rated(c: Any) -> str:
    if c.weights:
        sides = listed(f"{GROUP_WORDS[g]} {_plain_text(c.weights[g])}" for g in c.groups)
        return _("测评折分按权重平均 × 满分；来源和权重：%(sides)s，缺的权重归其余来源") % {"sides": sides}
    return _("测评折分 × 满分；来源：%(sides)s") % {"sides": listed(GROUP_WORDS[g] for g in c.groups)}


def formula_of(scheme: Any) -> list[str]:
    """The whole sum in sentences, in the order in which it is done."""
    tops = [c for c in scheme.criteria.all() if c.parent_id is None]
    kinds = {c.kind for c in scheme.clauses.all()}
    made = [
        _("得分 = %(lines)s%(bonus)s%(deduction)s。")
        % {
            "lines": " + ".join(c.name for c in tops),
            "bonus": _(" + 加分（最多%(n)s分）") % {"n": _plain(scheme.most_bonus)}
            if ClauseKind.BONUS in kinds
            else "",
            "deduction": _(" − 扣分") if ClauseKind.DEDUCTION in kinds else "",
        },
        _("还没有到期、还没有开箱、还没有核查、票少到不能公布的，不当作零分：%(rule)s。")
        % {"rule": scheme.get_missing_display()},
        _("下级的数先加起来再相除，不把各处的比率再平均。"),
        _("中间一律用分数精确计算，只在最后四舍五入一次，保留%(n)d位小数。") % {"n": scheme.digits},
        _tiers("", scheme.middle_from, scheme.advanced_from),
        *(_tiers(str(Category(c).label), *scheme.bands[c]) for c in scheme.bands),
    ]
    if ClauseKind.VETO in kinds:
        made.append(_("出现一票否决的情形，分数不变，档次最高到办法写明的一档。"))
    return made


def _tiers(who: str, middle: Any, advanced: Any) -> str:
    words = {"high": _plain_text(advanced), "low": _plain_text(middle), "who": who} | {
        tier: str(label) for tier, label in TIER_WORDS.items()
    }
    if who:
        return (
            _("%(who)s单独分档：%(high)s分起为%(advanced)s，%(low)s分起为%(middle)s，以下为%(lagging)s。")
            % words
        )
    return _("%(high)s分起为%(advanced)s，%(low)s分起为%(middle)s，以下为%(lagging)s。") % words


def _plain(number: Any) -> str:
    return f"{number.normalize():f}"


def _plain_text(number: Any) -> str:
    """A number that may be kept as text, without the zeros behind its point."""
    text = str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
