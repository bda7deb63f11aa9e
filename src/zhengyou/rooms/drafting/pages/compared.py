"""对照 — a plan of one's own beside the notice from above: covered, lowered, left out, added."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.rooms.drafting.pages.shown import reading_asked
from zhengyou.rooms.drafting.queries import compared, kind_called, notices_beside


def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the notice from above, and see what the plan makes of it."""
    own = reading_asked(request, pk)
    choices = notices_beside(request.user, own)
    asked = request.GET.get("above", "")
    context: dict[str, Any] = {
        "reading": own,
        "choices": [(key, name, key == asked) for key, (name, _notice) in choices.items()],
        "crumbs": [(_("文件与方案"), reverse("drafting:drafts")), (own.name, _address(own)), (_("对照"), "")],
    }
    if asked in choices:
        name, notice = choices[asked]
        context |= {"above": name} | _sides(own, notice)
    return render(request, "drafting/compare.html", context)


def _address(reading: Any) -> str:
    return reverse("drafting:reading", args=[reading.pk])


def _sides(own: Any, notice: Any) -> dict[str, Any]:
    found = compared(notice, own.notice)
    numbers = {line.start: line.number for line in own.lines.all()}
    told: dict[Any, str] = {
        "lowered": _("要求降低的"),
        "left_out": _("没有提到的"),
        "covered": _("已经覆盖的"),
    }
    columns = [
        (state, label, [_line(line, numbers) for line in found.of(state)]) for state, label in told.items()
    ]
    return {
        "columns": columns,
        "added": [_ours(p, numbers) for p in found.added],
        "theirs": [line.above.item.text for line in found.of("theirs")],
    }


def _line(line: Any, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "kind": kind_called(line.above.becomes),
        "words": line.above.item.text,
        "by": [_ours(p, numbers) for p in line.by],
        "why": line.why,
        "notes": line.notes,
    }


def _ours(proposal: Any, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "kind": kind_called(proposal.becomes),
        "words": proposal.item.text,
        "number": numbers.get(proposal.item.start),
    }
