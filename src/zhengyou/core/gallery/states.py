"""样例状态 — every named part in every state a page can bring it to, each under its name.

Seven states: nothing to show, little, much, gone wrong, the network down, not for this reader, words longer than anybody
planned for. A part that stands for itself shows the last three with `ui/instead.html`, so that they look alike everywhere.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .crowds import CROWDS
from .extremes import EXTREMES
from .people import TODAY

STATES = {
    "empty": "空",
    "little": "少",
    "much": "多",
    "wrong": "出错",
    "offline": "断网",
    "shut": "无权",
    "long": "字太长",
}
PARTS = {
    "number": "数",
    "share": "占比",
    "verdict": "判定",
    "due list": "到期清单",
    "ledger": "台账",
    "timeline": "时间线",
    "matrix": "要求矩阵",
    "tree map": "一棵树",
    "gate board": "转段看板",
    "opened score": "得分打开",
    "form": "表单",
    "empty": "空白",
    "trail": "留痕",
    "progress": "长活",
    "explain": "解释这个数",
}


class Shown(NamedTuple):
    """样 — one part in one state, as it looks."""

    state: str
    words: str
    html: SafeString


def states() -> list[tuple[str, str, list[Shown]]]:
    """Every part with its states: its name, its Chinese, and the looks."""
    return [
        (part, zh, [Shown(state, words, _look(part, zh, state)) for state, words in STATES.items()])
        for part, zh in PARTS.items()
    ]


def _look(part: str, zh: str, state: str) -> SafeString:
    given = (EXTREMES | CROWDS)[part]().get(state)
    template, context = given or ("ui/instead.html", {"why": state, "what": zh, **_kept(state)})
    return render_to_string(template, {"today": TODAY, **context})


def _kept(state: str) -> dict[str, Any]:
    """What is still there, and the way on."""
    return {
        "wrong": {"kept": "昨天08:00的快照还可以看。", "acts": [{"label": "看昨天的", "url": "#"}]},
        "offline": {"kept": "显示的是10:12取到的。", "acts": [{"label": "再试一次", "url": "#"}]},
        "shut": {},
    }[state]
