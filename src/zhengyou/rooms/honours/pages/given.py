"""An honour that was given: its certificate on paper, and taking it back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from zhengyou.core.downloads import as_file
from zhengyou.core.language import in_writing
from zhengyou.core.papers import to_pdf_or_docx
from zhengyou.core.permissions import may
from zhengyou.rooms.honours.actions import end_exemplar, name_exemplar, revoke_honour
from zhengyou.rooms.honours.forms import ExemplarForm, SureForm, WhyForm
from zhengyou.rooms.honours.pages.deeds import answered
from zhengyou.rooms.honours.papers.certificate import file_of, honour_certificate
from zhengyou.rooms.honours.queries import honours_seen_by


def _found(request: HttpRequest, pk: int) -> Any:
    return get_object_or_404(honours_seen_by(request.user), pk=pk)


def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """荣誉证书 — as a file to print and seal: PDF where the machine can make one."""
    honour = _found(request, pk)
    if hasattr(honour, "revocation"):
        raise Http404
    address = request.build_absolute_uri(reverse("honours:honour", args=[honour.code]))
    with in_writing():
        content, ending = to_pdf_or_docx(honour_certificate(honour, address))
    return as_file(content, f"{file_of(honour)}.{ending}")


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """撤销荣誉 — with a reason that everybody may read."""
    honour = _found(request, pk)
    if not may(request.user, "revoke_honour", honour):
        raise Http404
    return answered(
        request,
        WhyForm(request.POST or None),
        lambda **told: revoke_honour(request.user, honour, **told),
        heading=_("撤销荣誉"),
        about=str(honour),
        back=reverse("honours:batch", args=[honour.seat.batch_id]),
        submit=_("撤销"),
        submit_kind="danger",
    )


def exemplar(request: HttpRequest, pk: int) -> HttpResponse:
    """树立典型 — what to learn; the deeds are told from facts."""
    honour = _found(request, pk)
    if not may(request.user, "name_exemplar", honour):
        raise Http404
    return answered(
        request,
        ExemplarForm(request.POST or None),
        lambda **told: name_exemplar(request.user, honour, **told),
        heading=_("树立典型"),
        about=str(honour),
        back=reverse("honours:batch", args=[honour.seat.batch_id]),
        submit=_("树为典型"),
    )


def no_exemplar(request: HttpRequest, pk: int) -> HttpResponse:
    """不再作为典型 — the honour stays."""
    honour = _found(request, pk)
    if not hasattr(honour, "exemplar") or not may(request.user, "end_exemplar", honour):
        raise Http404
    return answered(
        request,
        SureForm(request.POST or None),
        lambda: end_exemplar(request.user, honour.exemplar),
        heading=_("不再作为典型"),
        about=str(honour),
        back=reverse("honours:batch", args=[honour.seat.batch_id]),
        submit=_("不再作为典型"),
    )
