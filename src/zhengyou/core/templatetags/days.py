"""日子 — dates as they are said: `{% load days %}`. Chinese by default, English where it is chosen."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhengyou.core.language import english, own_words

register = template.Library()

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = {
    "zh": "周一 周二 周三 周四 周五 周六 周日".split(),
    "en": "Mon Tue Wed Thu Fri Sat Sun".split(),
}


def _local(day: date | datetime) -> date | datetime:
    """Return an aware moment in the zone of the installation; a date as it is."""
    return timezone.localtime(day) if isinstance(day, datetime) and timezone.is_aware(day) else day


@register.filter
def zh_date(day: date | datetime | None) -> str:
    """日期 — 2010年9月14日; in English 14 Sep 2010."""
    if not day:
        return "—"
    day = _local(day)
    if english():
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


@register.filter
def zh_day(day: date | datetime | None) -> str:
    """月日 — 9月14日; in English 14 Sep."""
    if not day:
        return "—"
    day = _local(day)
    return f"{day.day} {MONTHS[day.month - 1]}" if english() else f"{day.month}月{day.day}日"


@register.filter
def zh_month(day: date | datetime | None) -> str:
    """年月 — 2010年9月; in English Sep 2010."""
    if not day:
        return "—"
    day = _local(day)
    return f"{MONTHS[day.month - 1]} {day.year}" if english() else f"{day.year}年{day.month}月"


@register.filter
def zh_moment(moment: datetime | None) -> str:
    """时刻 — 9月14日10:12; in English 14 Sep 10:12."""
    if not moment:
        return "—"
    local = _local(moment)
    return f"{zh_day(local)}{' ' if english() else ''}{local:%H:%M}"


@register.filter
def zh_full_moment(moment: datetime | None) -> str:
    """年月日时刻 — 2010年9月14日10:12."""
    if not moment:
        return "—"
    local = _local(moment)
    return f"{zh_date(local)}{' ' if english() else ''}{local:%H:%M}"


@register.filter
def weekday(day: date | datetime | None) -> str:
    """星期 — 周二; in English Tue."""
    return own_words(WEEKDAYS["en" if english() else "zh"][_local(day).weekday()]) if day else ""


@register.simple_tag
def span(first: date | None, last: date | None, by: str = "") -> str:
    """起止 — 5月10日—6月30日; the year is said where it changes or the span has no end; `by` "day" or "month"."""
    said = {"day": zh_day, "month": zh_month}.get(by, zh_date)
    if not first or not last:
        return said(first or last)
    if first.year == last.year and not by:
        said = zh_day
    return f"{said(first)}{' – ' if english() else '—'}{said(last)}"


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
def ago(moment: datetime, now: datetime) -> str:
    """多久以前 — 刚刚, 5小时前, 3天前: how old something is, seen from now."""
    hours = int((now - moment).total_seconds() // 3600)
    if hours >= 24:
        return ngettext("%(n)d天前", "%(n)d天前", hours // 24) % {"n": hours // 24}
    if hours >= 1:
        return ngettext("%(n)d小时前", "%(n)d小时前", hours) % {"n": hours}
    return _("刚刚")


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
