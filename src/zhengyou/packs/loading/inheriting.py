"""继承 — a pack that says only what differs from the one it extends, put together with it.

A mapping is merged key by key. In a list whose entries bear codes an entry of the same code is merged and any other
added; every other list takes the place of the one above. ``remove`` names what does not stand here. The parts keep
their files and lines, so that what is wrong in the whole is still named where it is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from zhengyou.packs.loading.lines import PackError, Part

# The lists that are merged by code; a stage may be called by its name, a look-back by its requirement.
BY_CODE = {
    "stages": ("code", "name"),
    "look_back": ("code", "requirement"),
    **dict.fromkeys(
        ("audiences", "requirements", "tasks", "criteria", "criteria_sets", "items", "checks", "mechanisms", "pledge_themes",
         "topics", "readings", "honours", "conditions", "documents"),
        ("code",),
    ),
}  # fmt: skip
# What cannot stand beside what an entry now says: days are given in one way only, and so are people.
INSTEAD = {
    "days": {"ends_on", "due_on"},
    "ends_on": {"days"},
    "due_on": {"days"},
    "after": {"starts_on"},
    "starts_on": {"after"},
    "audience": {"kinds", "categories", "posts"},
}
Finder = Callable[[str], Part]


def inherited(own: Part, parent: Finder, chain: tuple[str, ...] = ()) -> Part:
    """The whole of a pack: what it takes from the packs above, and what it says itself."""
    said = own.value if isinstance(own.value, dict) else {}
    if "extends" not in said:
        _nothing_to_remove(own)
        return own
    code, above = str(_word(own, "code")), str(_word(own, "extends"))
    chain = (*chain, code)
    if above in chain:
        raise _error(
            said["extends"], f"继承绕回了自己（{' → '.join((*chain, above))}），请去掉其中一处extends"
        )
    try:
        found = inherited(parent(above), parent, chain)
    except UnknownPack as unknown:
        raise _error(said["extends"], str(unknown)) from unknown
    if _word(found, "code") == code:
        raise _error(said["code"], f"代号{code}与所继承的方案包相同，请另起一个")
    return _merged(_begun(found, own), _without(own, "extends"), "")


class UnknownPack(Exception):
    """没有这个方案包 — says which there are."""


def _error(part: Part, words: str) -> PackError:
    return PackError([f"{part.file}第{part.line}行：{words}"])


def _word(part: Part, key: str) -> Any:
    held = part.value.get(key) if isinstance(part.value, dict) else None
    return held.value if held is not None else None


def _without(part: Part, *keys: str) -> Part:
    return replace(part, value={k: v for k, v in part.value.items() if k not in keys})


def _nothing_to_remove(part: Part) -> None:
    if isinstance(part.value, dict):
        if "remove" in part.value:
            raise _error(
                part.value["remove"], "这里没有继承的内容，没有可去掉的；请删去remove，或在开头写extends"
            )
        for inner in part.value.values():
            _nothing_to_remove(inner)
    elif isinstance(part.value, list):
        for inner in part.value:
            _nothing_to_remove(inner)


def _begun(above: Part, own: Part) -> Part:
    """The pack above as it would begin on the first day of this one, and its stages called by name, not by place."""
    first, ours = _day(_word(above, "starts_on")), _day(_word(own, "starts_on"))
    moved = (ours - first).days if first and ours else 0
    stages = above.value.get("stages")
    names = [_key(s, BY_CODE["stages"]) for s in stages.value] if stages else []
    return _each(above, lambda key, value: _carried(key, value, moved, names))


def _carried(key: str, value: Any, moved: int, names: list[str | None]) -> Any:
    if moved and key.endswith("_on") and (day := _day(value)):
        return date.fromordinal(day.toordinal() + moved).isoformat()
    if key in ("stage", "after") and isinstance(value, int) and 1 <= value <= len(names):
        return names[value - 1] or value
    return value


def _day(words: Any) -> date | None:
    try:
        return date.fromisoformat(str(words))
    except ValueError:
        return None


def _each(part: Part, change: Callable[[str, Any], Any], key: str = "") -> Part:
    if isinstance(part.value, dict):
        return replace(part, value={k: _each(v, change, k) for k, v in part.value.items()})
    if isinstance(part.value, list):
        return replace(part, value=[_each(v, change) for v in part.value])
    return replace(part, value=change(key, part.value))


def _merged(above: Part, own: Part, key: str) -> Part:
    if isinstance(above.value, dict) and isinstance(own.value, dict):
        return replace(own, value=dict(_mappings(above, own)))
    if key in BY_CODE and isinstance(above.value, list) and isinstance(own.value, list):
        return replace(own, value=_lists(above.value, own.value, BY_CODE[key], key))
    return own


def _mappings(above: Part, own: Part) -> Iterator[tuple[str, Part]]:
    removed = _removed(above, own)
    gone = {other for key in own.value for other in INSTEAD.get(key, ())} - set(own.value)
    said = {k: v for k, v in own.value.items() if k != "remove"}
    for key, part in above.value.items():
        if key in gone:
            continue
        kept = removed.get(key, part)
        yield key, _merged(kept, said[key], key) if key in said else kept
    for key, part in said.items():
        if key not in above.value:
            _nothing_to_remove(part)
            yield key, part


def _lists(above: list[Part], own: list[Part], keys: tuple[str, ...], of: str) -> list[Part]:
    made = list(above)
    for part in own:
        called = _names(part, keys)
        place = next((n for n, held in enumerate(made) if called & _names(held, keys)), None)
        if place is not None:
            made[place] = _merged(made[place], part, "")
            continue
        _nothing_to_remove(part)
        after = _word(part, "after") if of == "stages" else None
        behind = [n for n, held in enumerate(made, 1) if after and after in _names(held, keys)]
        made.insert(behind[0] if behind else len(made), part)
    return made


def _names(part: Part, keys: tuple[str, ...]) -> set[str]:
    """What an entry may be called by: for most its code; a plain line of text by nothing."""
    return {str(found) for key in keys if (found := _word(part, key))}


def _key(part: Part, keys: tuple[str, ...]) -> str | None:
    return next((str(found) for key in keys if (found := _word(part, key))), None)


def _removed(above: Part, own: Part) -> dict[str, Part]:
    """The lists of the pack above without what this one removes; what is not there cannot be removed."""
    made: dict[str, Part] = {}
    wanted = own.value.get("remove")
    for key, codes in (wanted.value if wanted is not None else {}).items():
        held = above.value.get(key)
        if key not in BY_CODE or held is None:
            known = "、".join(k for k in above.value if k in BY_CODE)
            raise _error(codes, f"上面的方案没有{key}可去掉；可以从{known}中去掉")
        left = list(held.value)
        for code in codes.value:
            here = [part for part in left if str(code.value) in _names(part, BY_CODE[key])]
            if not here:
                raise _error(code, _no_such(str(code.value), key, held))
            left = [part for part in left if part not in here]
        made[key] = replace(held, value=left)
    return made


def _no_such(code: str, key: str, held: Part) -> str:
    known = [name for part in held.value if (name := _key(part, BY_CODE[key]))]
    near = get_close_matches(code, known, n=1)
    meant = f"是不是{near[0]}？" if near else f"有：{'、'.join(known) or '都没有代号，不能去掉'}。"
    return f"上面的方案里{key}没有代号为{code}的，{meant}不需要就删去这一行"
