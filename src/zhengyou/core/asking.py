"""提问 — a question about figures as people and programs write it: days, festivals, levels, sorts, in words or an address."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from zhengyou.core import clock
from zhengyou.core.comparing import Around
from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Category, Kind, Organisation
from zhengyou.core.rollup import Scope, Window
from zhengyou.core.tables import COMPARED, FORMATS, PERIODS, SORTS, Question

LAST_YEAR = "last-year"
KNOWN = (
    "measure", "level", "since", "until", "festival", "group", "by", "against", "only", "kind", "category", "post",
)  # fmt: skip


def format_said(text: str) -> str:
    """The format asked for, JSON where none is named."""
    return _one_of(text or "json", tuple(FORMATS), "format")


def only_known(names: Iterable[str]) -> None:
    """Refuse names that mean nothing here, so that a misspelt one is not taken for an answer to another question."""
    if unknown := set(names) - {*KNOWN, "under", "format"}:
        raise Refused(f"不认得{'、'.join(sorted(unknown))}；可以写{'、'.join(KNOWN)}、under、format。")


def question(
    measures: Iterable[str], under: Organisation, said: Mapping[str, str], campaign_id: int | None = None
) -> Question:
    """A question from words by name (see ``KNOWN``); ``Refused`` names what cannot be understood and what can."""
    named = tuple(dict.fromkeys(measures))
    if not named:
        raise Refused(f"请写明看哪个指标（measure）；有：{'、'.join(sorted(MEASURES))}")
    if unknown := [m for m in named if m not in MEASURES]:
        raise Refused(f"没有指标 {'、'.join(unknown)}；有：{'、'.join(sorted(MEASURES))}")
    around = Around.read(said["festival"]) if said.get("festival") else None
    return Question(
        named,
        under,
        _window(said, around, campaign_id),
        level=_level(said.get("level", "")),
        group=_one_of(said.get("group", ""), tuple(SORTS), "group"),
        by=_one_of(said.get("by", ""), PERIODS, "by"),
        around=around,
        only=_bound(said.get("only", "")),
        compared=bool(_one_of(said.get("against", ""), (LAST_YEAR,), "against")),
    )


def _window(said: Mapping[str, str], around: Around | None, campaign_id: int | None) -> Window:
    until, since = day_said(said.get("until", ""), "until"), day_said(said.get("since", ""), "since")
    scope = Scope(
        _several(said.get("kind", ""), Kind.values, "kind"),
        _several(said.get("category", ""), Category.values, "category"),
        tuple(filter(None, said.get("post", "").split(","))),
    )
    last = until or clock.today()
    if around:
        if since:
            raise Refused("写了节日（festival）就不用再写从哪天起（since）；年份取截止日（until）的。")
        days = around.window(last.year)
        return Window(days.until, days.since, campaign_id, scope)
    if since and since > last:
        raise Refused(f"从{since}起、到{last}止，前后颠倒，请改正。")
    return Window(last, since, campaign_id, scope)


def day_said(text: str, name: str) -> date | None:
    """A day written 2010-06-30; nothing where nothing is written."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"{name}要写成 2010-06-30 这样的日期，不认得“{text}”。") from None


def _level(text: str) -> int | None:
    if text and not text.isdigit():
        raise Refused(f"level是往下第几级：0是本组织，1是直接下级；不认得“{text}”。")
    return int(text) if text else None


def _bound(text: str) -> tuple[str, Fraction] | None:
    """``<0.85``, ``>=2/3``: a comparison with an exact number."""
    if not text:
        return None
    sign = next((s for s in COMPARED if text.startswith(s)), "")
    try:
        if sign:
            return sign, Fraction(text[len(sign) :])
    except (ValueError, ZeroDivisionError):
        pass
    raise Refused(f"only要写成 <0.85 或 >=2/3 这样，不认得“{text}”。")


def _one_of(text: str, known: tuple[str, ...], name: str) -> str:
    if text and text not in known:
        raise Refused(f"{name}只有{'、'.join(known)}，不认得“{text}”。")
    return text


def _several(text: str, known: Iterable[str], name: str) -> tuple[str, ...]:
    found = tuple(filter(None, text.split(",")))
    if unknown := set(found) - set(known):
        raise Refused(f"{name}不认得“{'、'.join(sorted(unknown))}”；有：{'、'.join(known)}。")
    return found
