"""A pack in words, for the terminal and for pages."""

from collections.abc import Iterator
from typing import Any

GRAINS = {"person": "每名党员", "organisation": "每个支部", "fact": "逐件"}


def look_backs(pack: dict[str, Any], stage: int) -> list[str]:
    """回头看 — the items of a stage (from 0) in words."""
    names = {asked["code"]: asked["name"] for asked in pack.get("requirements", [])}
    return [_look_back(item, names) for item in pack["stages"][stage].get("look_back", [])]


def _look_back(item: str | dict[str, Any], names: dict[str, str]) -> str:
    if isinstance(item, str):
        return item
    if "requirement" in item:
        return f"{names[item['requirement']]}（自动打勾）"
    return str(item.get("words") or "转段分析会")


def summary(pack: dict[str, Any]) -> str:
    """One line: code, name, days, how much it asks."""
    counts = f"{len(pack['stages'])}个阶段 {len(pack.get('requirements', []))}条要求"
    return f"{pack['code']}  {pack['name']}  {pack['starts_on']}至{pack['ends_on']}  {counts}"


def told(pack: dict[str, Any]) -> Iterator[str]:
    """The whole of a pack, line by line, each with the place it stands on."""
    yield summary(pack)
    if pack.get("about"):
        yield f"  {pack['about']}{_source(pack)}"
    yield "阶段"
    for n, stage in enumerate(pack["stages"]):
        yield f"  {n + 1} {stage['name']}  {stage['starts_on']}至{stage['ends_on']}{_source(stage)}"
        yield from (f"      回头看：{words}" for words in look_backs(pack, n))
    if pack.get("requirements"):
        yield "要求（由指标自动计）"
    for asked in pack.get("requirements", []):
        needs = "".join(f"  {measure}≥{value}" for measure, value in asked.get("needs", {}).items())
        whom = GRAINS[asked["grain"]]
        yield f"  {asked['name']}  {whom}  {asked['rule']}{needs}  截止{asked['due_on']}{_source(asked)}"
    for title, key in (("任务（由人落实）", "tasks"), ("标准", "criteria"), ("机制", "mechanisms")):
        if pack.get(key):
            yield title
        for line in pack.get(key, []):
            yield f"  {_line(line)}"


def _line(line: str | dict[str, Any]) -> str:
    if isinstance(line, str):
        return line
    who = f"{line['who']}：" if line.get("who") else ""
    due = f"  截止{line['due_on']}" if line.get("due_on") else ""
    return f"{who}{line['what']}{due}{_source(line)}"


def _source(part: dict[str, Any]) -> str:
    return f"  〔{part['source']}〕" if part.get("source") else ""
