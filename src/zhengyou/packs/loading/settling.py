"""落定 — a pack with nothing left open: every stage and due day a date, every audience spelled out.

What is said in relation to something else (``days``, ``after``, a stage's code, an audience) is put in its place, so
that nobody who takes up a pack has to work it out again. A pack that is settled already stays as it is.
"""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from zhengyou.packs.loading.lines import Place

Problem = tuple[Place, str]
NUMBERS = ("points", "full", "share")
DATED = ("requirements", "tasks")
STAGED = ("requirements", "tasks", "documents")
ASKED = ("requirements", "tasks", "pledge_themes", "honours")


def settled(pack: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The pack settled, and what cannot be, with its place."""
    made: dict[str, Any] = as_words(deepcopy(pack))
    problems = list(_stages(made))
    if not problems:
        made.setdefault("ends_on", max(stage["ends_on"] for stage in made["stages"]))
        problems = [*_stage_numbers(made), *_audiences(made)]
    if not problems:
        problems = [problem for key in DATED for problem in _due_days(made, key)]
        problems += _own_plans(made)
    return made, problems


def as_words(part: Any, key: str = "") -> Any:
    """Numbers may be written 40; they are kept as the words that they stand on, as 2/3 is."""
    if isinstance(part, list):
        return [as_words(item) for item in part]
    if isinstance(part, dict):
        numbers = key == "needs" or key.startswith("needs_by_category.")
        below = "needs_by_category." if key == "needs_by_category" else ""
        return {
            k: str(v) if type(v) is int and (numbers or k in NUMBERS) else as_words(v, below + k)
            for k, v in part.items()
        }
    return part


def day_of(words: Any) -> date | None:
    """A day of the calendar, or nothing where the words are none."""
    try:
        return date.fromisoformat(str(words))
    except ValueError:
        return None


def _later(day: str, days: int) -> str:
    """The last of so many days, the first one counted."""
    return (date.fromisoformat(day) + timedelta(days=days - 1)).isoformat()


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _stages(pack: dict[str, Any]) -> Iterator[Problem]:
    """Stages said in days: each begins where the one before it ends, or the one that it names."""
    stages = pack["stages"]
    for n, stage in enumerate(stages):
        place: Place = ("stages", n)
        if problem := _said_twice(stage, ("starts_on", "after")) or _said_twice(stage, ("ends_on", "days")):
            yield (*place, problem[0]), problem[1]
            return
        before = n - 1
        if "after" in stage:
            found = number_of(pack, stage.pop("after"))
            if found is None or found > n:
                yield (
                    (*place, "after"),
                    f"{stage['name']}的after要写前面一个阶段的代号或名称；前面有：{_called(stages[:n])}",
                )
                return
            before = found - 1
        stage.setdefault("starts_on", _next(stages[before]["ends_on"]) if before >= 0 else pack["starts_on"])
        if "days" in stage:
            stage["ends_on"] = _later(stage["starts_on"], stage.pop("days"))
        elif "ends_on" not in stage:
            if n + 1 < len(stages) or "ends_on" not in pack:
                yield place, f"{stage['name']}没有写到哪天为止，请写ends_on，或写days（多少天）"
                return
            stage["ends_on"] = pack["ends_on"]


def _said_twice(part: dict[str, Any], keys: tuple[str, str]) -> tuple[str, str] | None:
    if keys[0] in part and keys[1] in part:
        return keys[1], f"{keys[0]}和{keys[1]}只能写一样，请删去一样"
    return None


def _called(parts: list[dict[str, Any]]) -> str:
    return "、".join(str(part.get("code") or part.get("name")) for part in parts) or "没有"


def number_of(pack: dict[str, Any], stage: Any) -> int | None:
    """The place of a stage from 1, called by its code, its name or its place."""
    if isinstance(stage, int):
        return stage if 1 <= stage <= len(pack["stages"]) else None
    found = (n for n, s in enumerate(pack["stages"], 1) if stage in (s.get("code"), s["name"]))
    return next(found, None)


def _stage_numbers(pack: dict[str, Any]) -> Iterator[Problem]:
    for key in STAGED:
        for n, part in enumerate(pack.get(key, [])):
            if "stage" not in part:
                continue
            found = number_of(pack, part["stage"])
            if found is None:
                yield (key, n, "stage"), _no_stage(pack, part)
            else:
                part["stage"] = found


def _no_stage(pack: dict[str, Any], part: dict[str, Any]) -> str:
    name = part.get("name") or part.get("what")
    if isinstance(part["stage"], int):
        return f"{name}说的第{part['stage']}阶段不存在，一共{len(pack['stages'])}个阶段"
    return f"{name}说的阶段{part['stage']}不存在；有：{_called(pack['stages'])}"


def _audiences(pack: dict[str, Any]) -> Iterator[Problem]:
    known = {audience["code"]: audience for audience in pack.get("audiences", [])}
    for key in ASKED:
        for n, part in enumerate(pack.get(key, [])):
            if "audience" not in part:
                continue
            found = known.get(part["audience"])
            if found is None:
                names = "、".join(known) or "还没有写audiences"
                yield (key, n, "audience"), f"没有代号为{part['audience']}的对象；有：{names}"
                continue
            for narrowed in ("kinds", "categories", "posts"):
                if narrowed in found:
                    part.setdefault(narrowed, found[narrowed])


def _due_days(pack: dict[str, Any], key: str) -> Iterator[Problem]:
    """Due days said in days count from the stage's first day, or the campaign's; said not at all, its last."""
    for n, part in enumerate(pack.get(key, [])):
        if problem := _said_twice(part, ("due_on", "days")):
            yield (key, n, problem[0]), problem[1]
            continue
        whole = pack["stages"][part["stage"] - 1] if "stage" in part else pack
        if "days" in part:
            part["due_on"] = _later(whole["starts_on"], part.pop("days"))
        elif key == "requirements":
            part.setdefault("due_on", whole["ends_on"])


def _own_plans(pack: dict[str, Any]) -> Iterator[Problem]:
    plans = pack.get("own_plans", {})
    if problem := _said_twice(plans, ("due_on", "days")):
        yield ("own_plans", problem[0]), problem[1]
    elif "days" in plans:
        plans["due_on"] = _later(pack["starts_on"], plans.pop("days"))
