"""Two packs beside each other: what was added, dropped, moved and raised, in words."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from zhengyou.packs.telling.vocabulary import CATEGORIES, KINDS, WORDS, title

Pack = dict[str, Any]
PARTS = {
    "audiences": "对象",
    "stages": "阶段",
    "requirements": "要求",
    "tasks": "任务",
    "criteria": "标准",
    "criteria_sets": "标准",
    "mechanisms": "机制",
    "pledge_themes": "承诺主题",
    "topics": "学习专题",
    "readings": "读物",
    "honours": "表彰",
    "documents": "文书",
}
SAID = {
    "name": "名称",
    "name_en": "英文名称",
    "about": "说明",
    "theme": "主题",
    "number": "文号",
    "historical": "历史活动",
    "starts_on": "开始",
    "ends_on": "结束",
    "due_on": "截止",
    "asks": "内容",
    "what": "内容",
    "means": "含义",
    "who": "责任人",
    "every": "周期",
    "rule": "规则",
    "grain": "按什么算",
    "stage": "所属阶段",
    "window": "从何时计",
    "late_days": "迟录宽限天数",
    "minutes": "每次分钟数",
    "times": "次数",
    "kinds": "组织类型",
    "categories": "类别",
    "posts": "职务",
    "present": "到会的人",
    "application": "要申请",
    "inspection": "要检查",
    "points": "分值",
    "full": "满分",
    "clause": "怎样算",
    "groups": "谁来评",
    "accepted_by": "审定",
    "required": "必读",
    "quota": "名额",
    "share": "占比",
    "at_most": "最多",
    "of": "基数",
    "public_notice_days": "公示天数",
    "own_plans": "报送本单位方案",
    "focus_least": "重点单位至少",
    "focus_most": "重点单位至多",
    "audience": "对象",
    "for": "给谁",
    "by": "出具",
    "template": "样式",
    "own": "自定",
    "reads": "读物",
    "met": "要达到的要求",
    "class_hours": "学时",
    "measure": "指标",
    "serves": "所落实的工作",
    "dated": "日期",
    "cadence": "频次",
}
UNTOLD = {"format", "source", "quote", "start", "end", "code", "extends"}


def differences(old: Pack, new: Pack) -> list[str]:
    """What a new pack says otherwise than an old one; nothing where they ask the same."""
    old, new = _by_name(old), _by_name(new)
    return [*_said(old, new, "活动"), *(line for key in PARTS for line in _parts(old, new, key))]


def _by_name(pack: Pack) -> Pack:
    """The pack with its audiences called by name, as they are told."""
    names = {audience["code"]: audience["name"] for audience in pack.get("audiences", [])}

    def called(part: Any) -> Any:
        known = isinstance(part, dict) and part.get("audience") in names
        return part | {"audience": names[part["audience"]]} if known else part

    return {
        key: [called(p) for p in value] if isinstance(value, list) else value for key, value in pack.items()
    }


def _said(old: Pack, new: Pack, where: str) -> Iterator[str]:
    """The lines of one thing that are not the same, except for its lists."""
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before == after or key in UNTOLD or key in PARTS or key in ("items", "conditions"):
            continue
        if key in APART:
            yield from APART[key](before or {}, after or {}, where)
        else:
            yield _one(where, key, before, after)


def _one(where: str, key: str, before: Any, after: Any) -> str:
    label = SAID.get(key, key)
    if before is None:
        return f"{where}：写上了{label}：{_value(after)}"
    if after is None:
        return f"{where}：去掉了{label}（原为{_value(before)}）"
    return f"{where}：{label}由{_value(before)}改为{_value(after)}{_moved(before, after)}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(KINDS.get(str(v)) or CATEGORIES.get(str(v)) or _title(v) for v in value) or "没有"
    if isinstance(value, dict):
        return "，".join(f"{SAID.get(k, k)}{_value(v)}" for k, v in value.items())
    return str(value)


def _moved(before: Any, after: Any) -> str:
    """How many days a day was moved."""
    try:
        days = (date.fromisoformat(str(after)) - date.fromisoformat(str(before))).days
    except ValueError:
        return ""
    return f"（推迟{days}天）" if days > 0 else f"（提前{-days}天）"


def _bounds(before: dict[str, str], after: dict[str, str], where: str) -> Iterator[str]:
    for measure in dict.fromkeys((*before, *after)):
        what = title(measure)
        old, new = before.get(measure), after.get(measure)
        if old is None:
            yield f"{where}：增加{what}不少于{new}"
        elif new is None:
            yield f"{where}：不再要求{what}（原不少于{old}）"
        elif Fraction(old) != Fraction(new):
            how = "提高" if Fraction(new) > Fraction(old) else "降低"
            yield f"{where}：{what}由{old}{how}到{new}"


def _bounds_by_category(before: dict[str, Any], after: dict[str, Any], where: str) -> Iterator[str]:
    for category in dict.fromkeys((*before, *after)):
        place = f"{where}（{CATEGORIES[category]}）"
        yield from _bounds(before.get(category, {}), after.get(category, {}), place)


def _words(before: dict[str, str], after: dict[str, str], where: str) -> Iterator[str]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            old, new = (said.get(key) or WORDS[key][0] for said in (before, after))
            yield f"用词：“{old}”改称“{new}”"


def _parts(old: Pack, new: Pack, key: str) -> Iterator[str]:
    """The entries of a list, one beside the other by code: those that came, went, and say something else."""
    before, after = (_called(pack.get(key, [])) for pack in (old, new))
    for name, part in before.items():
        where = f"{PARTS[key]}“{_title(part)}”"
        if name not in after:
            yield f"取消{where}"
        elif isinstance(part, dict) and isinstance(after[name], dict):
            yield from _said(part, after[name], where)
            for inner in ("items", "conditions"):
                yield from _lines(part.get(inner, []), after[name].get(inner, []), where)
    for name, part in after.items():
        if name not in before:
            yield f"增加{PARTS[key]}“{_title(part)}”"


def _lines(before: list[Any], after: list[Any], where: str) -> Iterator[str]:
    old, new = _called(before), _called(after)
    yield from (f"{where}：取消“{_title(line)}”" for name, line in old.items() if name not in new)
    yield from (f"{where}：增加“{_title(line)}”" for name, line in new.items() if name not in old)
    for name, line in old.items():
        if isinstance(line, dict) and isinstance(new.get(name), dict):
            yield from _said(line, new[name], f"{where}“{_title(line)}”")


def _called(parts: list[Any]) -> dict[tuple[str, int], Any]:
    """Entries by what they are known by: the code, else what they say, and the how many-th of that it is."""
    made: dict[tuple[str, int], Any] = {}
    for part in parts:
        name = str(part.get("code") or _title(part)) if isinstance(part, dict) else str(part)
        made[name, sum(called == name for called, _ in made)] = part
    return made


def _title(part: Any) -> str:
    if not isinstance(part, dict):
        return str(part)
    said = (part.get(key) for key in ("name", "what", "words", "requirement"))
    return str(next(filter(None, said), "转段分析会" if part.get("meeting") else ""))


def _supervision(before: Pack, after: Pack, where: str) -> Iterator[str]:
    yield from _said(before, after, "督导")


def _look_back(before: list[Any], after: list[Any], where: str) -> Iterator[str]:
    yield from _lines(list(before), list(after), f"{where}的回头看")


def _checks(before: list[Any], after: list[Any], where: str) -> Iterator[str]:
    yield from _lines(list(before), list(after), f"{where}清单")


# What is told part by part and not as one value.
APART: dict[str, Callable[[Any, Any, str], Iterator[str]]] = {
    "needs": _bounds,
    "needs_by_category": _bounds_by_category,
    "look_back": _look_back,
    "supervision": _supervision,
    "checks": _checks,
    "vocabulary": _words,
    "vocabulary_en": _words,
}
