"""A pack held against its schema and against good sense, with the place of what is wrong."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

HERE = Path(__file__).parent


class PackError(Exception):
    """方案包有误 — every line says where and what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((HERE / "pack.schema.json").read_text(encoding="utf-8")))


def load(file: Path) -> dict[str, Any]:
    """Read and check a pack; ``PackError`` names every problem."""
    return load_text(file.read_text(encoding="utf-8"), file.name)


def load_text(text: str, name: str = "方案包") -> dict[str, Any]:
    """The same for a text in hand."""
    try:
        pack = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise PackError([f"{name}{where}：不是合法的YAML，请检查缩进和冒号"]) from error
    pack = _dates_as_text(pack)
    if problems := check(pack):
        raise PackError([f"{name}：{p}" for p in problems])
    return dict(pack)


def _dates_as_text(value: Any) -> Any:
    """YAML reads 2010-05-10 as a date; a pack holds it as text, as JSON does."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {k: _dates_as_text(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(v) for v in value]
    return value


def check(pack: Any) -> list[str]:
    """Everything that is wrong with a pack, in words; an empty list if nothing is."""
    errors = sorted(_schema().iter_errors(pack), key=lambda e: [str(p) for p in e.absolute_path])
    if errors:
        return [f"{_place(e.absolute_path)}：{_remedy(e)}" for e in errors[:20]]
    return _stages_in_order(pack) + _requirements_fit(pack)


def _place(path: Any) -> str:
    return " → ".join(f"第{p + 1}项" if isinstance(p, int) else str(p) for p in path) or "开头"


def _remedy(error: Any) -> str:
    match error.validator:
        case "required":
            return f"缺少{error.message.split(chr(39))[1]}"
        case "additionalProperties":
            return f"有不认识的项，请删去或改名（{error.message.split('(')[-1].rstrip(')')}）"
        case "enum":
            return f"只能写{'、'.join(map(str, error.validator_value))}之一，现为{error.instance!r}"
        case "pattern":
            return f"{error.instance!r}写法不对；日期请写作2010-05-10，代号用小写字母、数字和下划线"
        case _:
            return str(error.message)


def _stages_in_order(pack: dict[str, Any]) -> list[str]:
    found, last = [], pack["starts_on"]
    for n, stage in enumerate(pack["stages"], 1):
        if stage["starts_on"] > stage["ends_on"]:
            found.append(f"stages → 第{n}项：{stage['name']}的结束早于开始，请核对日期")
        if n > 1 and stage["starts_on"] <= last:
            found.append(f"stages → 第{n}项：{stage['name']}与上一阶段重叠，请把开始改在{last}之后")
        if stage["ends_on"] > pack["ends_on"]:
            found.append(f"stages → 第{n}项：{stage['name']}晚于活动结束{pack['ends_on']}")
        last = stage["ends_on"]
    return found


def _requirements_fit(pack: dict[str, Any]) -> list[str]:
    found = []
    codes: set[str] = set()
    for n, asked in enumerate(pack.get("requirements", []), 1):
        place = f"requirements → 第{n}项：{asked['name']}"
        if asked["code"] in codes:
            found.append(f"{place}的代号{asked['code']}重复，请改名")
        codes.add(asked["code"])
        if not 1 <= asked.get("stage", 1) <= len(pack["stages"]):
            found.append(f"{place}说的第{asked['stage']}阶段不存在")
        if not pack["starts_on"] <= asked["due_on"] <= pack["ends_on"]:
            found.append(f"{place}的截止{asked['due_on']}不在活动期内")
    return found
