"""How a robot of a chat group is spoken to; each house has its own shape of a text, its own signature and answer.

Sources: 企业微信 群机器人配置说明; 钉钉 自定义机器人接入 and 安全设置 (加签); 飞书 自定义机器人使用指南 (签名校验).
"""

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

HOSTS = {
    "wecom": ("qyapi.weixin.qq.com",),
    "dingtalk": ("oapi.dingtalk.com", "api.dingtalk.com"),
    "feishu": ("open.feishu.cn", "open.larksuite.com"),
}
PATIENCE = 10  # seconds


class NotSent(Exception):
    """没有发出 — the server said no, or was never reached: it may be tried again."""


class Unclear(Exception):
    """不知道 — everything had been told when the line broke: tried again, it might be said twice."""


class _Stays(HTTPRedirectHandler):
    """A robot's address leads nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def shaped(kind: str, address: str, secret: str, text: str, moment: float) -> tuple[str, dict[str, Any]]:
    """The address and the body that a house's robot takes."""
    if kind == "feishu":
        body: dict[str, Any] = {"msg_type": "text", "content": {"text": text}}
        if secret:
            at = str(int(moment))
            body |= {"timestamp": at, "sign": _signed(f"{at}\n{secret}", "")}
        return address, body
    if kind == "dingtalk" and secret:
        at = str(int(moment * 1000))
        sign = urlencode({"timestamp": at, "sign": _signed(secret, f"{at}\n{secret}")})
        address = f"{address}&{sign}" if "?" in address else f"{address}?{sign}"
    return address, {"msgtype": "text", "text": {"content": text}}


def _signed(key: str, text: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def post(kind: str, address: str, secret: str, text: str, moment: float) -> None:
    """Say a text in a group; ``NotSent`` where it certainly was not said, ``Unclear`` where nobody knows."""
    where, body = shaped(kind, address, secret, text, moment)
    sent = Request(  # noqa: S310 — hosts are those of the three houses, see link_robot
        where, json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": "application/json"}
    )
    try:
        with build_opener(_Stays).open(sent, timeout=PATIENCE) as answer:
            said = json.loads(answer.read(10_000))
    except HTTPError as error:
        raise NotSent(f"对方回答{error.code}") from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise Unclear("对方一直没有回答") from error
        raise NotSent(f"连不上：{error.reason}") from error
    except (OSError, ValueError) as error:
        raise Unclear("话说出去了，没有等到回答") from error
    code = said.get("errcode", said.get("code", said.get("StatusCode", 0)))
    if code != 0:
        raise NotSent(f"对方不收：{said.get('errmsg') or said.get('msg') or code}"[:200])
