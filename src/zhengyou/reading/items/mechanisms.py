"""机制 — names of schemes with rules of their own, each at its first mention."""

from __future__ import annotations

import re

from zhengyou.reading.items.made import item
from zhengyou.reading.model import Item
from zhengyou.reading.source import Source

_QUOTED = re.compile(
    r"“[^“”,。;]{2,14}”(?:主题实践活动|活动|工作法|工程|制度|机制|制|公示|行动|模式)|“(?:回头看|[^“”]{1,8}制|[一二三四五六七八九十双][^“”]{2,8})”"
)
_SET_UP = re.compile(
    r"(?:建立健全|建立|健全|完善|实行|推行|推广|落实|执行|坚持|严格|施行|实施)(?:和[建健完落]\S)?了?"
    r"(?P<name>[^,。;:“”的]{2,20}?(?:责任制度|联系点制度|制度|责任制|承诺制|公示制|问责制|联系制|考勤制|联席会议|工作法|联系卡|考核办法))"
    r"(?=[,。;、)]|$|和|等)",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"(?:首问责任制|限时办结制|服务承诺制|转段分析会|三级公示|三榜定案|四议两公开|民主议政日|党建联席会议)"
)
_NOT = re.compile(
    r"创先争优|先进性教育|科学发展观|长效机制|各项|规章制度|工作责任制$|^相关|^有关|讲话|精神|通知|意见"
)


def mechanisms(source: Source) -> list[Item]:
    """机制 — every named scheme once."""
    spans = [m.span() for m in _QUOTED.finditer(source.plain)]
    spans += [m.span("name") for m in _SET_UP.finditer(source.plain)]
    spans += [m.span() for m in _NAMED.finditer(source.plain)]
    found: list[Item] = []
    seen: set[str] = set()
    for start, end in sorted(spans):
        name = re.sub(r"[^\w]|活动$|制度$", "", source.plain[start:end])
        if name in seen or _NOT.search(source.plain[start:end]) or (found and start < found[-1].end):
            continue
        seen.add(name)
        found.append(item(source, "mechanism", start, end))
    return found
