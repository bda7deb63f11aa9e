"""/api/figures/ — figures for programs: the same questions and rows as on the command line, within the viewer's reach."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from zhengyou.core.asking import KNOWN, format_said, only_known, question
from zhengyou.core.errors import Refused
from zhengyou.core.tables import FORMATS, answer
from zhengyou.rooms.figures.queries import engine_for, organisation_asked


def interface(request: HttpRequest) -> HttpResponse:
    """``?measure=study_hours&under=1.1&level=1&format=csv``; what is wrong with a question comes back in words, as 400."""
    try:
        format_ = format_said(request.GET.get("format", ""))
        only_known(request.GET)
        under = organisation_asked(request.user, request.GET.get("under", ""))
        engine, taken_at = engine_for(under)
        said = {name: request.GET.get(name, "") for name in KNOWN}
        named = [n for text in request.GET.getlist("measure") for n in text.split(",") if n]
        rows = answer(engine, question(named, under, said))
    except Refused as refused:
        return JsonResponse({"error": str(refused)}, status=400, json_dumps_params={"ensure_ascii": False})
    kind, made = FORMATS[format_]
    found = HttpResponse(made(rows), content_type=kind)
    if taken_at:
        found["Last-Modified"] = taken_at.strftime("%a, %d %b %Y %H:%M:%S GMT")
        found["X-Snapshot-Taken"] = taken_at.isoformat()
    if format_ != "json":
        found["Content-Disposition"] = f"attachment; filename=figures.{format_}"
    return found
