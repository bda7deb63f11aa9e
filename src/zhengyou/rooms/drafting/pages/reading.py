"""文件与草稿 — the notice on the left, what was read in it on the right."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhengyou.packs import write_yaml
from zhengyou.rooms.drafting.forms import FORMS
from zhengyou.rooms.drafting.pages.shown import page_of, reading_asked
from zhengyou.rooms.drafting.queries import TAKEN_UP, lines_of, pack_of_reading, stages_in


def reading(request: HttpRequest, pk: int, form: Any = None, number: int = 0) -> HttpResponse:
    """读稿 — every item in its place, decided line by line."""
    found = reading_asked(request, pk)
    asked = request.GET.get("edit", "")
    more: dict[str, Any] = {"editing": number, "form": form}
    if form is None and asked.isdigit():
        line = line_asked(found, int(asked))
        more = {"editing": line.number, **form_of(request, line)}
    context = page_of(request, found, **more)
    return render(request, "drafting/reading.html", context, status=422 if form else 200)


def line_asked(found: Any, number: int) -> Any:
    """A line of a reading by its number."""
    line = found.lines.filter(number=number).first()
    if line is None:
        raise Http404
    line.reading = found
    return line


def form_of(request: HttpRequest, line: Any) -> dict[str, Any]:
    """The form of a line, as what it is to become or as what the address turns it into."""
    turned = (request.POST if request.method == "POST" else request.GET).get("as", "")
    becomes = turned if turned in ("task", "criterion", "mechanism") else line.now
    becomes = becomes if becomes in TAKEN_UP else "task"
    entry = line.content if becomes == line.now else turned_entry(line, becomes)
    data = request.POST if request.method == "POST" else None
    stages = stages_in(lines_of(line.reading))
    return {
        "form": FORMS[becomes](entry, stages, data),
        "becomes": becomes,
        "others": [kind for kind in ("task", "criterion", "mechanism") if kind != becomes],
    }


def turned_entry(line: Any, becomes: str) -> dict[str, Any]:
    """What a line says as something else: its own words, who is asked, by when."""
    if becomes == line.becomes:
        return dict(line.entry)
    entry = {"what": line.content.get("what") or line.reading.notice.text[line.start : line.end]}
    if becomes != "task":
        return entry
    deadline = line.fields.get("deadline") or {}
    told = {"who": line.fields.get("who"), "due_on": line.content.get("due_on") or deadline.get("end")}
    return entry | {key: value for key, value in told.items() if value}


def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """存为方案包 — what is accepted as a file, to keep, to change, to take for another campaign."""
    found = reading_asked(request, pk)
    made = pack_of_reading(found, lines_of(found))
    file = HttpResponse(write_yaml(made), content_type="application/yaml; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="{found.code}.yaml"'
    return file
