"""Days that do not exist, stages out of order, deadlines out of their time."""

from zhengyou.packs.proposing.clashes.stages import Found, Placed, becoming
from zhengyou.packs.proposing.days import is_day, misdated
from zhengyou.packs.proposing.model import Contradiction


def no_day(placed: Placed) -> Found:
    """31 June, until the office has given a day instead."""
    for n, p in becoming(placed, "stage", "requirement", "task"):
        keys = ("starts_on", "ends_on") if p.becomes == "stage" else ("due_on",)
        if misdated(p.item.deadline) and not all(is_day(p.entry.get(key) or "") for key in keys):
            words = p.item.deadline.text.strip() if p.item.deadline else ""
            yield Contradiction((n,), f"“{words}”里有日历上没有的一天，请改正日期。")


def backwards(placed: Placed) -> Found:
    """A stage that ends before it begins."""
    for n, p in becoming(placed, "stage"):
        if (p.entry.get("starts_on") or "") > (p.entry.get("ends_on") or "9999"):
            yield Contradiction((n,), f"{p.entry['name']}的结束早于开始，请核对日期。")


def overlapping(stages: Placed) -> Found:
    """A stage that begins before the one above it has ended, or that lies before it altogether."""
    if not stages:
        return
    last = stages[0]
    for n, p in stages[1:]:
        before, after = last[1].entry, p.entry
        if after["ends_on"] < before["starts_on"]:
            words = f"{after['name']}写在{before['name']}之后，日期却在其前，请核对两个阶段的日期。"
            yield Contradiction((last[0], n), words)
        elif after["starts_on"] <= before["ends_on"]:
            words = f"{after['name']}与{before['name']}重叠，请把{after['name']}的开始改在{before['ends_on']}之后。"
            yield Contradiction((last[0], n), words)
        last = max(last, (n, p), key=lambda s: s[1].entry["ends_on"])


def out_of_stage(placed: Placed, stages: Placed) -> Found:
    """A day outside the stage that it is said of, or a requirement due outside the whole campaign."""
    by_name = {p.entry["name"]: (n, p.entry) for n, p in stages}
    first = min((p.entry["starts_on"] for _, p in stages), default="")
    last = max((p.entry["ends_on"] for _, p in stages), default="")
    for n, p in becoming(placed, "requirement", "task"):
        due = p.entry.get("due_on") or ""
        if not is_day(due) or not stages:
            continue
        m, stage = by_name.get(p.entry.get("stage") or "", (None, {}))
        if m is not None and not stage["starts_on"] <= due <= stage["ends_on"]:
            window = f"{stage['name']}（{stage['starts_on']}至{stage['ends_on']}）"
            yield Contradiction((m, n), f"截止{due}不在{window}之内，请改截止日期，或改归别的阶段。")
        elif m is None and p.becomes == "requirement" and not first <= due <= last:
            yield Contradiction(
                (n,), f"截止{due}不在活动期（{first}至{last}）之内，请改截止日期，或延长阶段。"
            )


def before_the_notice(placed: Placed, date: str) -> Found:
    """Something due before the notice was written."""
    for n, p in becoming(placed, "requirement", "task"):
        due = p.entry.get("due_on") or ""
        if date and is_day(due) and due < date:
            yield Contradiction((n,), f"截止{due}早于文件日期{date}，请核对年份和日期。")
