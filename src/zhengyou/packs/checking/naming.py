"""Whether what a pack calls by code is there, and only once."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from zhengyou.packs.loading.lines import Place
from zhengyou.packs.loading.settling import Problem

CODED = ("audiences", "stages", "requirements", "tasks", "criteria", "criteria_sets", "mechanisms", "pledge_themes", "topics",
         "readings", "honours", "documents")  # fmt: skip


def misnamed(pack: dict[str, Any]) -> Iterator[Problem]:
    """Codes given twice, and codes that nothing bears."""
    for key in CODED:
        yield from _once(pack.get(key, []), (key,))
    for n, stage in enumerate(pack["stages"]):
        yield from _once(stage.get("look_back", []), ("stages", n, "look_back"))
    for n, topic in enumerate(pack.get("topics", [])):
        yield from _there(pack, topic.get("reads", []), "readings", ("topics", n, "reads"), "读物")
    for n, honour in enumerate(pack.get("honours", [])):
        yield from _there(pack, honour.get("met", []), "requirements", ("honours", n, "met"), "要求")


def _once(parts: list[Any], at: Place) -> Iterator[Problem]:
    codes: set[str] = set()
    for n, part in enumerate(parts):
        code = part.get("code") if isinstance(part, dict) else None
        if code in codes:
            yield (
                (*at, n, "code"),
                f"{part.get('name') or part.get('what') or part.get('words')}的代号{code}重复，请改名",
            )
        codes |= {code} if code else set()


def _there(pack: dict[str, Any], codes: list[str], key: str, at: Place, what: str) -> Iterator[Problem]:
    known = [part["code"] for part in pack.get(key, [])]
    for n, code in enumerate(codes):
        if code not in known:
            near = get_close_matches(code, known, n=1)
            meant = f"是不是{near[0]}？" if near else f"有：{'、'.join(known) or f'还没有写{key}'}"
            yield (*at, n), f"没有代号为{code}的{what}，{meant}"
