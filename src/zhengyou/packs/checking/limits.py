"""What no pack may ask for, whoever writes it (the limits of the house)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from zhengyou.packs.loading.lines import Place
from zhengyou.packs.loading.settling import Problem
from zhengyou.packs.refusals import refusal_of, refusal_of_points

# Where a pack puts words that ask something of somebody.
ASKING = {
    "requirements": ("name", "asks"),
    "tasks": ("what",),
    "pledge_themes": ("name", "about"),
    "documents": ("name", "template"),
}


def beyond_limits(pack: dict[str, Any]) -> Iterator[Problem]:
    """What would have to be refused: reports, traces and watching asked for, points for study, plans made a duty."""
    for key, words in ASKING.items():
        for n, part in enumerate(pack.get(key, [])):
            yield from _refused(part, words, (key, n))
    for n, stage in enumerate(pack["stages"]):
        for k, item in enumerate(stage.get("look_back", [])):
            yield from _refused(item, ("words",), ("stages", n, "look_back", k))
    for n, line in enumerate(pack.get("supervision", {}).get("checks", [])):
        yield from _refused(line, ("what",), ("supervision", "checks", n))
    yield from _honours(pack)
    yield from _points(pack)
    yield from _own_plans(pack)


def _refused(part: Any, keys: tuple[str, ...], at: Place) -> Iterator[Problem]:
    if isinstance(part, str):
        part, keys = {"": part}, ("",)
    for key in keys:
        if words := refusal_of(part.get(key, "")):
            yield (*at, key) if key else at, words


def _honours(pack: dict[str, Any]) -> Iterator[Problem]:
    for n, honour in enumerate(pack.get("honours", [])):
        for k, line in enumerate(honour.get("conditions", [])):
            yield from _refused(line, ("what",), ("honours", n, "conditions", k))
        if Fraction(honour.get("quota", {}).get("share", 0)) > 1:
            share = honour["quota"]["share"]
            yield ("honours", n, "quota", "share"), f"名额占比{share}超过了全部，请写1/5或0.2这样的数"


def _points(pack: dict[str, Any]) -> Iterator[Problem]:
    """Lines with points: only what measures results may give them."""
    sets = [(("criteria_sets", n, "items"), s["items"]) for n, s in enumerate(pack.get("criteria_sets", []))]
    places: list[tuple[Place, list[Any]]] = [(("criteria",), pack.get("criteria", [])), *sets]
    for at, lines in places:
        for n, line in enumerate(lines):
            if isinstance(line, dict) and "points" in line:
                if words := _no_points(line):
                    yield (*at, n, "points"), words
            elif (
                isinstance(line, dict) and "measure" in line and (words := _unknown_measure(line["measure"]))
            ):
                yield (*at, n, "measure"), words


def _no_points(line: dict[str, Any]) -> str:
    from zhengyou.core.measures import (
        MEASURES,
    )  # known where the house is open; a file alone is checked by words

    measure = line.get("measure", "")
    if not measure or not MEASURES:
        return refusal_of_points(line["what"])
    if measure not in MEASURES:
        return _unknown_measure(measure)
    found = MEASURES[measure]
    good = "、".join(sorted(m.name for m in MEASURES.values() if m.outcome))
    return "" if found.outcome else f"指标{found.title}（{measure}）只回头看、不计分；看结果的有：{good}"


def _unknown_measure(measure: str) -> str:
    from zhengyou.core.measures import MEASURES

    return f"没有名为{measure}的指标；见docs/measures.md" if MEASURES and measure not in MEASURES else ""


def _own_plans(pack: dict[str, Any]) -> Iterator[Problem]:
    plans = pack.get("own_plans")
    if plans is None:
        return
    if not pack.get("historical"):
        yield (
            ("own_plans",),
            "照此执行就是有效的方案，不能要求各单位报送自己的方案；只有照文件复原的历史活动（historical: true）可以写",
        )
    elif not plans.get("source"):
        yield ("own_plans",), "请写source：历史上的哪个文件要求报送本单位方案"
