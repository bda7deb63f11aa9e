"""活动总结报告 — the words of those who led it, and the figures of the last day."""

from collections.abc import Iterator
from typing import Any

from zhengyou.core.papers import Block, Heading, Share, Signature, Table, date_zh, paper


@paper(kind="report")
def closing_report(campaign: Any, closing: Any, final: list[Any]) -> Iterator[Block | str]:
    """活动总结报告 — what came of a campaign: its words, and due and met of each requirement on the last day."""
    yield f"{campaign.name}总结"
    yield (
        f"{campaign.name}自{date_zh(campaign.starts_on)}开始，到{date_zh(campaign.ends_on)}结束。"
        "数据由事实汇总，截至活动最后一天，没有另行上报。"
    )
    yield Heading(1, "做了什么")
    yield from (line for line in (closing.words if closing else "还没有总结。").splitlines() if line.strip())
    yield Heading(1, "各项要求")
    rows = [[f.requirement.name, f.found.due, f.found.met, Share(f.found.met, f.found.due)] for f in final]
    yield Table(["要求", "应达到", "已达到", "占比"], rows, numbers=(1, 2, 3))
    if closing:
        yield Signature(campaign.organisation.name, closing.closed_on)
