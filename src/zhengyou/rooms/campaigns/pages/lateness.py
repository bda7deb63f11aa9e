"""宽限 — until when something may still be made good, and what was done in time, in words."""

from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core.templatetags.days import zh_day


def timely_in_words(timely: Any) -> str:
    """按期5，宽限期内2，以后1; a dash where nothing is told apart."""
    if timely is None:
        return "—"
    parts = [_("按期%(n)d") % {"n": timely.in_time}]
    parts += [_("宽限期内%(n)d") % {"n": timely.leniently}] if timely.leniently else []
    parts += [_("以后%(n)d") % {"n": timely.later}] if timely.later else []
    return _("，").join(parts)


def until_when(requirement: Any, written: Any = zh_day) -> str:
    """截止6月30日, and where there is a leniency, until when it may still be made good."""
    told = {"day": written(requirement.due_on), "last": written(requirement.open_until)}
    if requirement.open_until == requirement.due_on:
        return _("截止%(day)s") % told
    return _("截止%(day)s，宽限到%(last)s") % told


def due_shown(requirement: Any) -> dict[str, Any]:
    """When a line of a list is due; within the leniency it is not overdue, it may still be made good."""
    if not requirement.lenient:
        return {"due": requirement.due_on}
    told = {"last": zh_day(requirement.open_until)}
    return {"due": requirement.due_on, "when": _("宽限到%(last)s") % told}
