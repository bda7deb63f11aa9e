"""The packs that come with the house, and a pack taken for a campaign of one's own."""

from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from zhengyou.packs.loading.files import PROGRAMMES, load
from zhengyou.packs.loading.lines import PackError


@cache
def _loaded() -> dict[str, dict[str, Any]]:
    packs = [load(file) for file in sorted(PROGRAMMES.glob("*.yaml"))]
    return {pack["code"]: pack for pack in packs}


def shipped_packs() -> list[dict[str, Any]]:
    """现成的方案包 — every pack that is shipped, by code."""
    return [deepcopy(pack) for pack in _loaded().values()]


def shipped_pack(code: str) -> dict[str, Any]:
    """One of them; ``PackError`` in words where there is none of that name."""
    if code not in _loaded():
        raise PackError([f"没有名为{code}的方案包；有：{'、'.join(_loaded())}"])
    return deepcopy(_loaded()[code])


def shipped_file(code: str) -> Path:
    """The file of a shipped pack, to read and to copy."""
    return PROGRAMMES / f"{shipped_pack(code)['code']}.yaml"


def taken(
    pack: dict[str, Any], *, code: str = "", name: str = "", starts_on: date | None = None
) -> dict[str, Any]:
    """A pack under another code or name, with every day moved so that it begins on the given one."""
    moved = starts_on - date.fromisoformat(pack["starts_on"]) if starts_on else timedelta()
    found: dict[str, Any] = _moved(pack, moved)
    return found | ({"code": code} if code else {}) | ({"name": name} if name else {})


def _moved(part: Any, by: timedelta) -> Any:
    if isinstance(part, list):
        return [_moved(item, by) for item in part]
    if not isinstance(part, dict):
        return part
    return {key: _day(value, by) if key.endswith("_on") else _moved(value, by) for key, value in part.items()}


def _day(value: str, by: timedelta) -> str:
    """A task may name no day, or say it in words; those stay."""
    try:
        return (date.fromisoformat(value) + by).isoformat()
    except (ValueError, OverflowError):
        return value
