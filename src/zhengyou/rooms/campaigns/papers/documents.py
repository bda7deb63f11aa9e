"""文书样式 — a paper that a pack names, laid out with what it has to hold, to be written on."""

import re
from collections.abc import Iterator
from typing import Any

from zhengyou.core.papers import Block, Heading, paper


@paper(kind="notice")
def document_template(campaign: Any, document: dict[str, Any]) -> Iterator[Block | str]:
    """文书样式 — what a paper that a stage calls for has to hold, as headings to write beneath."""
    yield f"{campaign.name}{document['name']}"
    for part in parts_of(document):
        yield Heading(1, part)
        yield "（在这里写）"
    yield f"由{document['by']}印发。" if document.get("by") else "（落款和日期）"


def parts_of(document: dict[str, Any]) -> list[str]:
    """What it has to hold, one after the other: 做了什么、回头看结果、督导组评价."""
    return [part for part in re.split(r"[、；;,，\n]", document.get("template", "")) if part.strip()]
