"""What the schema finds, in words with the remedy."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from zhengyou.packs.lines import Place

TYPES = {"object": "“项: 内容”", "array": "逐条列出（每条以“- ”开头）", "string": "文字", "integer": "整数"}


def remedies(error: Any) -> Iterator[tuple[Place, str]]:
    """One or more remedies for a schema error, each with the part that it is about."""
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        for extra in sorted(set(map(str, error.instance)) - set(known)):
            yield (*place, extra), _unknown(extra, known)
    else:
        yield place, _remedy(error, str(place[-1]) if place else "")


def _unknown(extra: str, known: list[str]) -> str:
    near = get_close_matches(extra, known, n=1)
    meant = f"是不是{near[0]}？" if near else f"这里可以写{'、'.join(known)}。"
    return f"不认识{extra}，{meant}不需要就删去"


def _remedy(error: Any, last: str) -> str:
    found, wanted = error.instance, error.validator_value
    in_words: dict[str, Callable[[], str]] = {
        "required": lambda: f"缺少{error.message.split(chr(39))[1]}，请补上",
        "enum": lambda: f"只能写{'、'.join(map(str, wanted))}之一，现为{found}",
        "const": lambda: f"只能写{str(wanted).lower()}，不需要就删去",
        "pattern": lambda: f"{found}写法不对；{_form(last, error.schema)}",
        "type": lambda: _type(found, wanted if isinstance(wanted, list) else [wanted]),
        "minLength": lambda: "没有内容，请写上",
        "minItems": lambda: "没有内容，请写上",
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
