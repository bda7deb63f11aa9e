"""One line of a scheme: whether it can be worked out, and from what it may give points."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from zhengyou.core.measures import MEASURES

SIDES = {"below": "党员测评", "peers": "同级互评", "above": "上级考评", "public": "群众评议", "self": "自评"}
WAYS = ("children", "measure", "groups", "check")
Given = Mapping[str, Any]


def leaves(criteria: Iterable[Given]) -> Iterator[Given]:
    """The lines that give points, under whatever headings."""
    for c in criteria:
        if c.get("children"):
            yield from leaves(c["children"])
        else:
            yield c


def line_problems(c: Given, asked: Sequence[str] | None, formal: Sequence[str]) -> Iterator[str]:
    """What stands against a line: it cannot be worked out, or would pay for study, presence or traces."""
    name = str(c["name"])
    ways = [way for way in WAYS if c.get(way)]
    if len(ways) != 1:
        yield f"“{name}”要么由下级指标合计，要么用一个指标，要么用测评，要么由考核组评分，只取一样。"
        return
    if ways == ["children"]:
        return
    if Decimal(str(c.get("full") or 0)) <= 0:
        yield f"“{name}”没有写满分，请写一个大于0的分数。"
    if not 0 <= Decimal(str(c.get("trim") or 0)) < 50:
        yield f"“{name}”两头各去掉{c['trim']}%，就没有剩下的了；请写小于50的数。"
    if ways == ["measure"]:
        yield from _measured(name, c)
    elif ways == ["groups"]:
        yield from _rated(name, c, asked)
    elif found := [w for w in formal if w in name]:
        yield f"“{name}”不能由考核组评分：{'、'.join(found)}是过程痕迹，不是结果；请写要看做成了什么。"


def _measured(name: str, c: Given) -> Iterator[str]:
    able = "、".join(m.title for m in MEASURES.values() if m.outcome)
    found = MEASURES.get(str(c["measure"]))
    if found is None:
        yield f"“{name}”所用的指标{c['measure']}不存在；能计分的有：{able}。"
    elif not found.outcome:
        yield f"“{name}”不能计分：{found.title}不是结果，学习、出勤和留痕只回看、不计分；能计分的有：{able}。"
    elif found.ratio is None and not c.get("enough"):
        yield f"“{name}”的{found.title}是个总数，请写明多少算满分。"
    elif found.ratio is not None and c.get("enough"):
        yield f"“{name}”的{found.title}是比率，全做到就是满分；请去掉“多少算满分”。"
    if c.get("trim"):
        yield f"“{name}”用指标计分，没有谁的分可以去掉；请去掉“两头各去掉”。"


def _rated(name: str, c: Given, asked: Sequence[str] | None) -> Iterator[str]:
    groups = list(c["groups"])
    if unknown := [g for g in groups if g not in SIDES]:
        yield f"“{name}”的测评来源{'、'.join(unknown)}不认识；有：{'、'.join(SIDES)}。"
    elif asked is None:
        yield f"“{name}”用测评计分，请说明用哪一次测评。"
    elif missing := [SIDES[g] for g in groups if g not in asked]:
        yield f"“{name}”要算{'、'.join(missing)}，可选的那次测评没有请他们评；请换一次测评，或去掉来源。"
    elif groups == ["self"]:
        yield f"“{name}”只凭自评计分，等于自己给自己打分；请加别的来源，自评分另列在旁边。"
    else:
        yield from _weights(name, groups, c.get("weights") or {})


def _weights(name: str, groups: Sequence[str], weights: Given) -> Iterator[str]:
    if not weights:
        if "self" in groups:
            yield f"“{name}”有自评，请给各来源写明权重，自评不与选票合在一起数。"
        return
    if set(weights) != set(groups):
        yield f"“{name}”有的来源没有写权重，或给没有选的来源写了权重；请每个来源写一个。"
    if any(Decimal(str(w)) <= 0 for w in weights.values()):
        yield f"“{name}”的权重要大于0；不算的来源请不要选。"
