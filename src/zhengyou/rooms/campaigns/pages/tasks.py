"""任务 — one task in words: whose, by when, how often it comes back, what the facts tell of it."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhengyou.core.language import unit_for

EVERY = {
    "day": gettext_lazy("每天"),
    "week": gettext_lazy("每周"),
    "month": gettext_lazy("每月"),
    "quarter": gettext_lazy("每季度"),
    "half_year": gettext_lazy("每半年"),
    "year": gettext_lazy("每年"),
}
# Where a task is done, by the room that serves it.
PLACES = {
    "meetings": "meetings:meetings",
    "study": "study:works",
    "pledges": "pledges:branch",
    "ties": "ties:ties",
    "mobility": "mobility:mobile",
    "coverage": "coverage:coverage",
    "standards": "standards:debates",
}


def task_shown(task: Any) -> dict[str, Any]:
    """A task as a line of a list: its day as it is due, its owner, and how often its facts were entered."""
    words = [task.who] if task.who else []
    if task.every:
        words.append(str(EVERY[task.every]))
    return {
        "due": task.until,
        "title": task.what,
        "words": " · ".join(words),
        "acts": _acts(task),
        "aside": _told(task),
        "soft": task.done,
    }


def _acts(task: Any) -> list[dict[str, Any]]:
    if task.done or task.serves not in PLACES:
        return []
    try:
        return [{"label": _("去办"), "url": reverse(PLACES[task.serves])}]
    except NoReverseMatch:
        return []


def _told(task: Any) -> str:
    if task.measure is None:
        return _("办了就好，不用报")
    told = {"what": task.measure.title, "n": task.times, "unit": unit_for(task.measure.unit, task.times)}
    return (_("已有%(what)s%(n)d%(unit)s") if task.done else _("还没有%(what)s")) % told
