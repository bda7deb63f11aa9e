"""日子 — dates as they are said: `{% load days %}`. Chinese by default, English where it is chosen."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

register = template.Library()

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = {
    "zh": "周一 周二 周三 周四 周五 周六 周日".split(),
    "en": "Mon Tue Wed Thu Fri Sat Sun".split(),
}


def _local(day: date | datetime) -> date | datetime:
    """Return an aware moment in the zone of the installation; a date as it is."""
    return timezone.localtime(day) if isinstance(day, datetime) and timezone.is_aware(day) else day


def _english() -> bool:
    return (get_language() or "zh").startswith("en")


@register.filter
def zh_date(day: date | datetime | None) -> str:
    """日期 — 2010年9月14日; in English 14 September 2010."""
    if not day:
        return "—"
    day = _local(day)
    if _english():
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


@register.filter
def zh_day(day: date | datetime | None) -> str:
    """月日 — 9月14日; in English 14 September."""
    if not day:
        return "—"
    day = _local(day)
    return f"{day.day} {MONTHS[day.month - 1]}" if _english() else f"{day.month}月{day.day}日"


@register.filter
def zh_month(day: date | datetime | None) -> str:
    """年月 — 2010年9月; in English September 2010."""
    if not day:
        return "—"
    day = _local(day)
    return f"{MONTHS[day.month - 1]} {day.year}" if _english() else f"{day.year}年{day.month}月"


@register.filter
def zh_moment(moment: datetime | None) -> str:
    """时刻 — 9月14日10:12; in English 14 September 10:12."""
    if not moment:
        return "—"
    local = _local(moment)
    return f"{zh_day(local)}{' ' if _english() else ''}{local:%H:%M}"


@register.filter
def zh_full_moment(moment: datetime | None) -> str:
    """年月日时刻 — 2010年9月14日10:12."""
    if not moment:
        return "—"
    local = _local(moment)
    return f"{zh_date(local)}{' ' if _english() else ''}{local:%H:%M}"


@register.filter
def weekday(day: date | datetime | None) -> str:
    """星期 — 周二; in English Tue."""
    return WEEKDAYS["en" if _english() else "zh"][_local(day).weekday()] if day else ""


@register.simple_tag
def span(first: date | None, last: date | None) -> str:
    """起止 — 5月10日—6月30日; the year is said where it changes or the span has no end."""
    if not first or not last:
        return zh_date(first or last)
    if first.year == last.year:
        return f"{zh_day(first)}—{zh_day(last)}"
    return f"{zh_date(first)}—{zh_date(last)}"


@register.simple_tag
def days_left(due: date, today: date) -> str:
    """余几天 — 余6天, 今天, 已过2天, seen from today."""
    left = (due - today).days
    if left > 0:
        return ngettext("余%(n)d天", "余%(n)d天", left) % {"n": left}
    if left == 0:
        return _("今天")
    return ngettext("已过%(n)d天", "已过%(n)d天", -left) % {"n": -left}


@register.simple_tag
def due_words(due: date, today: date) -> str:
    """何时 — 9月15日，明天; 9月20日，周一: a day as one tells it to somebody."""
    left = (due - today).days
    told = {0: _("今天"), 1: _("明天"), 2: _("后天")}.get(left, weekday(due))
    return _("%(day)s，%(told)s") % {"day": zh_day(due), "told": told}


@register.filter
def past(due: date | None, today: date) -> bool:
    """已过 — `due|past:today`: whether a day lies behind us."""
    return bool(due and due < today)
