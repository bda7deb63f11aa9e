"""A comparison in words for the eye, and as data for another program."""

import json
from collections.abc import Iterator
from typing import Any

from zhengyou.packs.comparing.model import Comparison, Line, State
from zhengyou.packs.proposing import Proposal

HEADS: dict[State, str] = {
    "lowered": "要求降低的",
    "left_out": "没有提到的",
    "covered": "已经覆盖的",
    "theirs": "上级自己办的",
}
ADDED = "本级增加的"


def to_table(found: Comparison) -> str:
    """What an office must look at first stands first: what asks less, then what is left out."""
    counts = [f"{head}{len(found.of(state))}条" for state, head in HEADS.items()]
    blocks = ["，".join([*counts, f"{ADDED}{len(found.added)}条"])]
    for state, head in HEADS.items():
        if lines := found.of(state):
            blocks.append("\n".join([f"【{head}】", *(words for line in lines for words in _told(line))]))
    if found.added:
        blocks.append("\n".join([f"【{ADDED}】", *(f"  {p.item.text}" for p in found.added)]))
    return "\n\n".join(blocks) + "\n"


def to_json(found: Comparison) -> str:
    """Every line with its places in both texts."""
    data = {
        "counts": {state: len(found.of(state)) for state in HEADS} | {"added": len(found.added)},
        "lines": [_line(line) for line in found.lines],
        "added": [_part(p) for p in found.added],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _told(line: Line) -> Iterator[str]:
    yield f"  {line.above.item.text}"
    yield from (f"    本级：{p.item.text}" for p in line.by)
    yield from (f"    ↓ {words}" for words in line.why)
    yield from (f"    · {words}" for words in line.notes)


def _line(line: Line) -> dict[str, Any]:
    return {
        "state": line.state,
        "above": _part(line.above),
        "by": [_part(p) for p in line.by],
        "why": list(line.why),
        "notes": list(line.notes),
    }


def _part(p: Proposal) -> dict[str, Any]:
    return {"text": p.item.text, "start": p.item.start, "end": p.item.end, "becomes": p.becomes}
