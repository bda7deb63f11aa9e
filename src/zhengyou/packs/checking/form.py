"""What the schema finds, in words with the remedy."""

import json
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from zhengyou.packs.loading.lines import Place
from zhengyou.packs.loading.settling import Problem, day_of

HERE = Path(__file__).parents[1]
NEWEST = 2  # the format that this house reads and writes
TYPES = {"object": "“项: 内容”", "array": "逐条列出（每条以“- ”开头）", "string": "文字", "integer": "整数"}
TYPES |= {"boolean": "true或false"}
# What files of format 1 have; a file that says format: 1 keeps to it, so that an older house reads it.
FIRST_FORMAT = {
    "": "format code name about source theme number starts_on ends_on stages requirements tasks criteria mechanisms scheme",
    "stages": "name starts_on ends_on look_back quote source",
    "look_back": "words requirement meeting source",
    "requirements": "code name asks rule needs grain kinds categories stage due_on quote source reason",
    "tasks": "what who due_on cadence source start end",
    "criteria": "what source",
    "mechanisms": "what source",
}


@cache
def schema() -> Draft202012Validator:
    """The published schema, ready to check with."""
    return Draft202012Validator(json.loads((HERE / "pack.schema.json").read_text(encoding="utf-8")))


def form_problems(pack: Any) -> list[Problem]:
    """What is wrong with the form, in the order of places."""
    said = pack.get("format", NEWEST) if isinstance(pack, dict) else NEWEST
    if type(said) is int and said > NEWEST:
        return [
            (
                ("format",),
                f"这个方案包按第{said}版格式写成，本系统读到第{NEWEST}版；请升级本系统，或按第{NEWEST}版改写",
            )
        ]
    errors = sorted(
        schema().iter_errors(pack), key=lambda e: [(isinstance(p, str), p) for p in e.absolute_path]
    )
    found = [problem for error in errors for problem in remedies(error)]
    return found or (list(_too_new(pack, ())) if said == 1 else [])


def _too_new(part: Any, place: Place) -> Iterator[Problem]:
    if isinstance(part, list):
        for n, item in enumerate(part):
            yield from _too_new(item, (*place, n))
    if not isinstance(part, dict):
        return
    of = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    for key, value in part.items():
        if of in FIRST_FORMAT and key not in FIRST_FORMAT[of].split():
            yield (*place, key), f"第1版格式里没有{key}；请在开头写format: 2，或删去"
        elif not place or of in FIRST_FORMAT:
            yield from _too_new(value, (*place, key))


def no_such_days(part: Any, place: Place = ()) -> Iterator[Problem]:
    """2010-02-30 is written like a day and is none. A task's day is a note and may be any words."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key.endswith("_on") and place[:1] != ("tasks",) and day_of(value) is None:
                yield (*place, key), f"{value}不是日历上的一天，请改正"
            else:
                yield from no_such_days(value, (*place, key))
    if isinstance(part, list):
        for n, value in enumerate(part):
            yield from no_such_days(value, (*place, n))


def remedies(error: Any) -> Iterator[tuple[Place, str]]:
    """One or more remedies for a schema error, each with the part that it is about."""
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        for extra in sorted(set(map(str, error.instance)) - set(known)):
            yield (*place, extra), _unknown(extra, known)
    elif "propertyNames" in error.absolute_schema_path:
        yield (*place, str(error.instance)), _unknown(str(error.instance), error.validator_value)
    else:
        yield place, _remedy(error, str(place[-1]) if place else "")


def _unknown(extra: str, known: list[Any]) -> str:
    near = get_close_matches(extra, known, n=1)
    meant = f"是不是{near[0]}？" if near else f"这里可以写{'、'.join(known)}。"
    return f"不认识{extra}，{meant}不需要就删去"


def _remedy(error: Any, last: str) -> str:
    found, wanted = error.instance, error.validator_value
    in_words: dict[str, Callable[[], str]] = {
        "required": lambda: f"缺少{error.message.split(chr(39))[1]}，请补上",
        "enum": lambda: f"只能写{'、'.join(map(str, wanted))}之一，现为{found}",
        "const": lambda: f"只能写{str(wanted).lower()}，不需要就删去",
        "pattern": lambda: f"{found or '空着'}写法不对；{_form(last, error.schema)}",
        "type": lambda: _type(found, wanted if isinstance(wanted, list) else [wanted]),
        "minLength": lambda: "没有内容，请写上",
        "minItems": lambda: "没有内容，请写上",
        "maximum": lambda: f"最多为{wanted}，现为{found}",
        "maxLength": lambda: f"最多{wanted}字，现有{len(found)}字，请改短",
        "minimum": lambda: f"至少为{wanted}，现为{found}",
    }
    told = in_words.get(error.validator)
    return told() if told else str(error.message)


def _form(last: str, schema: Any) -> str:
    if last.endswith("_on"):
        return "日期请写作2010-05-10"
    if schema["pattern"].startswith("^[a-z]"):
        return "请用小写字母、数字和下划线，以字母开头"
    return "数请写作40、2/3或0.5"


def _type(found: Any, wanted: list[str]) -> str:
    if found is None:
        return "没有内容，请写上或删去这一行"
    asked = "或".join(TYPES.get(t, t) for t in wanted)
    if "string" in wanted and isinstance(found, bool | int):
        return f'要写文字，请加引号："{str(found).lower()}"'
    return f"要写{asked}，请对照文档改正"
