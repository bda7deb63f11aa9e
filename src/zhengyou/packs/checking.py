"""A pack held against its schema and against good sense, with the place of what is wrong."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from zhengyou.packs.lines import PackError, Place, Written, read_written
from zhengyou.packs.remedies import remedies

HERE = Path(__file__).parent
MOST = 20  # problems told at once
Problem = tuple[Place, str]
Knows = Callable[[dict[str, Any]], list[str]]


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((HERE / "pack.schema.json").read_text(encoding="utf-8")))


def load(file: Path, unknown_in: Knows | None = None) -> dict[str, Any]:
    """Read and check a pack; ``PackError`` names every problem with its line."""
    return load_bytes(file.read_bytes(), file.name, unknown_in)


def load_bytes(raw: bytes, name: str, unknown_in: Knows | None = None) -> dict[str, Any]:
    """The same for a file as it was sent: UTF-8, or GB 18030 as older editors save."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return load_text(raw.decode(encoding), name, unknown_in)
        except UnicodeDecodeError:
            continue
    raise PackError([f"{name}：不是文字文件，请另存为UTF-8文本"])


def load_text(text: str, name: str = "方案包", unknown_in: Knows | None = None) -> dict[str, Any]:
    """The same for a text in hand. ``unknown_in`` says which rules and measures of a requirement nobody knows."""
    written = read_written(text, name)
    pack = _numbers_as_words(written.pack)
    if found := list(problems_of(pack)) or _unknown(pack, unknown_in):
        found.sort(key=lambda problem: written.line(problem[0]))
        raise PackError([_told(written, *problem) for problem in found[:MOST]])
    return dict(pack)


def check(pack: Any) -> list[str]:
    """Everything that is wrong with a pack, in words; an empty list if nothing is."""
    return [f"{_place(place)}：{words}" for place, words in problems_of(pack)][:MOST]


def problems_of(pack: Any) -> Iterator[Problem]:
    """What is wrong and where: the form first, and only where that is right, the sense."""
    errors = sorted(
        _schema().iter_errors(pack), key=lambda e: [(isinstance(p, str), p) for p in e.absolute_path]
    )
    found = [problem for error in errors for problem in remedies(error)] or list(_no_such_days(pack, ()))
    yield from found or [*_stages_in_order(pack), *_requirements_fit(pack), *_look_backs_fit(pack)]


def _told(written: Written, place: Place, words: str) -> str:
    about = f"（{_place(place)}）" if place else ""
    return f"{written.name}第{written.line(place)}行{about}：{words}"


def _place(place: Place) -> str:
    return " → ".join(f"第{p + 1}项" if isinstance(p, int) else p for p in place) or "开头"


def _unknown(pack: dict[str, Any], unknown_in: Knows | None) -> list[Problem]:
    asked = pack.get("requirements", []) if unknown_in else []
    return [
        (("requirements", n, "rule"), words) for n, a in enumerate(asked) for words in (unknown_in or list)(a)
    ]


def _numbers_as_words(part: Any) -> Any:
    """A need may be written 40; it is kept as the words that it stands on, as 2/3 is."""
    if isinstance(part, list):
        return [_numbers_as_words(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: {m: str(v) if type(v) is int else v for m, v in value.items()}
        if key == "needs" and isinstance(value, dict)
        else _numbers_as_words(value)
        for key, value in part.items()
    }


def _no_such_days(part: Any, place: Place) -> Iterator[Problem]:
    """2010-02-30 is written like a day and is none. A task's day is a note and may be any words."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key.endswith("_on") and place[:1] != ("tasks",) and not _is_day(value):
                yield (*place, key), f"{value}不是日历上的一天，请改正"
            else:
                yield from _no_such_days(value, (*place, key))
    if isinstance(part, list):
        for n, value in enumerate(part):
            yield from _no_such_days(value, (*place, n))


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


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
    codes: set[str] = set()
    for n, asked in enumerate(pack.get("requirements", [])):
        place: Place = ("requirements", n)
        name = asked["name"]
        if asked["code"] in codes:
            yield (*place, "code"), f"{name}的代号{asked['code']}重复，请改名"
        codes.add(asked["code"])
        if not 1 <= asked.get("stage", 1) <= len(pack["stages"]):
            yield (
                (*place, "stage"),
                f"{name}说的第{asked['stage']}阶段不存在，一共{len(pack['stages'])}个阶段",
            )
        if not pack["starts_on"] <= asked["due_on"] <= pack["ends_on"]:
            yield (*place, "due_on"), f"{name}的截止{asked['due_on']}不在活动期内，请改日期"


def _look_backs_fit(pack: dict[str, Any]) -> Iterator[Problem]:
    codes = [asked["code"] for asked in pack.get("requirements", [])]
    for n, stage in enumerate(pack["stages"]):
        for k, item in enumerate(stage.get("look_back", [])):
            place: Place = ("stages", n, "look_back", k)
            if isinstance(item, str):
                continue
            if len({"words", "requirement", "meeting"} & set(item)) != 1:
                yield (
                    place,
                    "请在words（要回答的问题）、requirement（自动打勾）、meeting（转段分析会）中写一样",
                )
            elif item.get("requirement", codes and codes[0]) not in codes:
                known = "、".join(codes) or "还没有要求"
                yield (*place, "requirement"), f"没有代号为{item['requirement']}的要求；有：{known}"
