"""A criterion as a line of an appraisal scheme: its points, from which side it is judged, or a clause beside the points."""

import re
from typing import Any

from zhengyou.packs.proposing.grounds import proposal
from zhengyou.packs.proposing.model import Proposal
from zhengyou.packs.proposing.words.serving import judged_by
from zhengyou.reading.model import Item, Quantity
from zhengyou.reading.script import plain

SIDES = {"self": "自评", "peers": "同级互评", "above": "上级考评", "public": "群众评议", "below": "下级测评"}
CLAUSES = {  # the clauses of a scheme that are no points of a line
    "veto": "一票否决|不得评为|不得参评|不能评为|取消[^,;。]{0,8}资格",
    "grade": r"(以上|以下|之间|[-至—]\d+分|分)(的|者)?[^,;。]{0,4}(为|定为|列为|认定为|评为)",
    "deduction": "^[^(]*(每|缺|少|迟|未)[^()]*扣",
    "bonus": "加[0-9.]+分",
}
FULL = re.compile(r"满分|总分(?!.{0,6}以[上下])|合计")


def criterion(item: Item, listed: bool) -> Proposal:
    """A criterion; ``listed`` says that others of its kind stand beside it."""
    text = plain(item.text)
    entry: dict[str, Any] = {"what": item.text}
    grounds = {"read": "是评价的一条标准，列入考评办法"}
    points = _points(item.quantity)
    clause = _clause(text, points)
    if points and FULL.search(text):
        entry["full"] = f"{points.value:g}"
        grounds["points"] = f"写明满分{points.value:g}分"
    elif clause:
        entry["clause"] = clause
        grounds["points"] = f"是{_CLAUSE_WORDS[clause]}"
    elif points:
        entry["points"] = f"{points.value:g}"
        grounds["points"] = f"写明{'权重' if points.unit == '%' else ''}{points.value:g}{points.unit}"
    if sides := judged_by(text):
        entry |= {"by": "rating", "groups": sides}
        grounds["source"] = f"由{'、'.join(SIDES[s] for s in sides)}来评"
    if listed:
        grounds["listed"] = "同一处列有别的标准"
    return proposal(item, "criterion", entry, grounds)


_CLAUSE_WORDS = {"veto": "否决条款", "grade": "等次的分数线", "deduction": "扣分条款", "bonus": "加分条款"}


def _points(quantities: tuple[Quantity, ...]) -> Quantity | None:
    """The points of a line, or its weight in per cent where it has no points."""
    exact = [q for q in quantities if q.bound == "exactly"]
    return next((q for unit in ("分", "%") for q in exact if plain(q.unit) == unit), None)


def _clause(text: str, points: Quantity | None) -> str:
    """Which clause a line is instead of points of its own."""
    if points is not None and re.search(r"[(（]?[0-9.一二三四五六七八九十]+分[)）]", text):
        return ""
    return next((kind for kind, words in CLAUSES.items() if re.search(words, text)), "")
