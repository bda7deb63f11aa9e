"""Whether the parts of a settled pack go together: days in order, requirements within them, look-backs about them."""

from collections.abc import Iterator
from typing import Any

from zhengyou.packs.loading.lines import Place
from zhengyou.packs.loading.settling import Problem


def senseless(pack: dict[str, Any]) -> Iterator[Problem]:
    """What does not go together."""
    yield from _stages_in_order(pack)
    yield from _requirements_fit(pack)
    for n, stage in enumerate(pack["stages"]):
        yield from _look_back_fits(pack, stage, ("stages", n))
        yield from _gate_fits(stage, ("stages", n))
    least, most = (pack.get("supervision", {}).get(key) for key in ("focus_least", "focus_most"))
    if least and most and least > most:
        yield (
            ("supervision", "focus_least"),
            f"重点督促单位至少{least}个、至多{most}个，请把至少改得不大于至多",
        )
    due = pack.get("own_plans", {}).get("due_on", pack["starts_on"])
    if not pack["starts_on"] <= due <= pack["ends_on"]:
        yield ("own_plans", "due_on"), f"报送本单位方案的期限{due}不在活动期内，请改日期"


def _stages_in_order(pack: dict[str, Any]) -> Iterator[Problem]:
    if pack["starts_on"] > pack["ends_on"]:
        yield ("ends_on",), "活动结束早于开始，请核对日期"
    last = ""
    for n, stage in enumerate(pack["stages"]):
        place: Place = ("stages", n)
        if stage["starts_on"] > stage["ends_on"]:
            yield (*place, "ends_on"), f"{stage['name']}的结束早于开始，请核对日期"
        if stage["starts_on"] < pack["starts_on"]:
            yield (*place, "starts_on"), f"{stage['name']}早于活动开始{pack['starts_on']}，请核对日期"
        if last and stage["starts_on"] <= last:
            yield (*place, "starts_on"), f"{stage['name']}与上一阶段重叠，请把开始改在{last}之后"
        if stage["ends_on"] > pack["ends_on"]:
            yield (*place, "ends_on"), f"{stage['name']}晚于活动结束{pack['ends_on']}，请核对日期"
        last = stage["ends_on"]


def _requirements_fit(pack: dict[str, Any]) -> Iterator[Problem]:
    for n, asked in enumerate(pack.get("requirements", [])):
        place: Place = ("requirements", n)
        name = asked["name"]
        if not pack["starts_on"] <= asked["due_on"] <= pack["ends_on"]:
            yield (*place, "due_on"), f"{name}的截止{asked['due_on']}不在活动期内，请改日期"
        if asked.get("posts") and asked["grain"] != "person":
            yield (*place, "grain"), f"{name}只问某些职务的人，就要按人算：请写grain: person，或去掉posts"
        if asked.get("window") == "stage" and "stage" not in asked:
            yield (*place, "window"), f"{name}按阶段计，却没有写是哪个阶段，请写上stage"
        yield from _bounds_fit(asked, place)


def _bounds_fit(asked: dict[str, Any], place: Place) -> Iterator[Problem]:
    """Other numbers for a category: one that is asked at all, and measures that have a number for the rest."""
    for category, needs in asked.get("needs_by_category", {}).items():
        at: Place = (*place, "needs_by_category", category)
        if asked.get("categories") and category not in asked["categories"]:
            told = "、".join(asked["categories"])
            yield at, f"{asked['name']}不问{category}，只问{told}；请去掉这一类，或加进categories"
        for measure in needs:
            if measure not in asked.get("needs", {}):
                yield (*at, measure), f"{asked['name']}的needs里没有{measure}，请先写上其余各类的数"


def _look_back_fits(pack: dict[str, Any], stage: dict[str, Any], at: Place) -> Iterator[Problem]:
    codes = [asked["code"] for asked in pack.get("requirements", [])]
    seen: list[Any] = []
    for k, item in enumerate(stage.get("look_back", [])):
        place: Place = (*at, "look_back", k)
        said = {"words": item} if isinstance(item, str) else item
        asks = [said.get(key) for key in ("words", "requirement", "meeting")]
        if asks in seen:
            yield place, f"与第{seen.index(asks) + 1}项相同，请删去一项"
            continue
        seen.append(asks)
        if isinstance(item, str):
            continue
        if len({"words", "requirement", "meeting"} & set(item)) != 1:
            yield place, "请在words（要回答的问题）、requirement（自动打勾）、meeting（转段分析会）中写一样"
        elif "requirement" in item and item["requirement"] not in codes:
            known = "、".join(codes) or "还没有要求"
            yield (*place, "requirement"), f"没有代号为{item['requirement']}的要求；有：{known}"


def _gate_fits(stage: dict[str, Any], at: Place) -> Iterator[Problem]:
    said = [key for key in ("present", "application", "inspection") if key in stage]
    items = stage.get("look_back", [])
    if said and not items:
        yield (*at, said[0]), f"{stage['name']}没有回头看，不设关口：请写look_back，或删去{said[0]}"
    elif stage.get("present") and not any(isinstance(i, dict) and i.get("meeting") for i in items):
        yield (*at, "present"), "写了谁要到会，回头看里却没有转段分析会：请加一条meeting: true，或删去present"
    elif stage.get("inspection") and stage.get("application") is False:
        yield (*at, "inspection"), "没有申请就没有可检查的：请去掉application: false，或写inspection: false"
