"""接口 — where another installation delivers its bundle; the signature says who it is."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from zhengyou.core.errors import Refused
from zhengyou.rooms.federation.actions import receive_sums

CHINESE = {"ensure_ascii": False}


@csrf_exempt
@login_not_required
@require_POST
def deliver(request: HttpRequest) -> JsonResponse:
    """接收上报 — 201 with the number taken, or the reason in words; whoever is signed in here plays no part."""
    try:
        sent = request.body.decode(errors="replace")
        delivery = receive_sums(AnonymousUser(), sent)
    except RequestDataTooBig:
        return _refused(Refused("上报文件超过20MB，没有收。请减少指标或少报几级。"), 413)
    except Refused as refused:
        return _refused(refused, 422)
    taken = {"number": delivery.number, "sha256": delivery.sha256}
    return JsonResponse(taken, status=201, json_dumps_params=CHINESE)


def _refused(why: Refused, status: int) -> JsonResponse:
    return JsonResponse({"error": str(why)}, status=status, json_dumps_params=CHINESE)
