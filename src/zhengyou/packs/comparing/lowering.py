"""降低 — where the lower plan asks less than the plan above: smaller numbers, later days, rarer, of fewer people."""

import re
from collections.abc import Iterator
from fractions import Fraction

from zhengyou.packs.proposing import Proposal
from zhengyou.packs.proposing.days import day_of
from zhengyou.reading.model import Item, Quantity
from zhengyou.reading.script import plain

A_YEAR = {"daily": 365, "weekly": 52, "biweekly": 26, "monthly": 12, "bimonthly": 6, "quarterly": 4, "half_yearly": 2, "yearly": 1}  # fmt: skip
OFTEN = {365: "每天", 52: "每周", 26: "每两周", 12: "每月", 6: "每两月", 4: "每季度", 2: "每半年", 1: "每年"}
TIMES = {"次", "遍", "期", "场", "回", "堂", "节"}
ALIKE_UNITS = [
    TIMES,
    {"项", "条", "个", "件", "家", "处", "所"},
    {"名", "人", "位"},
    {"天", "日"},
    {"学时", "课时"},
    {"月", "个月"},
    {"分", "分值"},
]
FLOOR, CEILING = ("at_least", "exactly"), ("at_most",)
NARROW = re.compile(r"部分|骨干|代表|积极分子|干部|领导|书记|委员|有条件")
PEOPLE = re.compile(r"(?:员|师|工|生|者|人|干部|书记|医务人员)$")
EVERY = re.compile(r"^(?:全体|所有|每[一个名位]*|各|全部|广大)")


def lowered(above: Proposal, own: Proposal) -> list[str]:
    """In words what the one asks less than the other; nothing where it asks as much or more."""
    if above.becomes == "stage":
        return list(_later(above.entry.get("ends_on", ""), own.entry.get("ends_on", ""), "结束"))
    one, other = above.item, own.item
    return [*_less(one, other), *_rarer(one, other), *_due_later(one, other), *_fewer(above, own)]


def unsaid(above: Proposal, own: Proposal) -> list[str]:
    """What the lower plan does not repeat, and so still stands above it: a deadline."""
    due = above.item.deadline
    if above.becomes == "stage" or due is None or own.item.deadline is not None:
        return []
    return [f"没有写时限，上级要求“{due.text.strip()}”"]


def _less(one: Item, other: Item) -> Iterator[str]:
    """Each number of the one beside the number of the other that counts the same."""
    left = list(other.quantity)
    rhythm = _rate(one) is not None and _rate(other) is not None
    for asked in one.quantity:
        if rhythm and plain(asked.unit) in TIMES:
            continue
        given = next((q for q in left if _comparable(asked, q)), None)
        if given is None:
            if not _once(asked):
                yield f"没有写明{_told(asked)}"
            continue
        left.remove(given)
        if asked.bound in FLOOR and given.value < asked.value - 0.01:
            yield f"{_told(asked)}降为{_told(given)}"
        if asked.bound in CEILING and given.value > asked.value + 0.01:
            yield f"{_told(asked)}放宽为{_told(given)}"


def _once(q: Quantity) -> bool:
    """One time or one thing is what a sentence without a number says too."""
    return q.value == 1 and q.bound == "exactly"


def _comparable(one: Quantity, other: Quantity) -> bool:
    a, b = (plain(q.unit).removeprefix("个") or "个" for q in (one, other))
    same = a == b or any(a in units and b in units for units in ALIKE_UNITS)
    bounds = (one.bound, other.bound)
    return same and (all(x in FLOOR for x in bounds) or all(x in (*CEILING, "exactly") for x in bounds))


def _told(q: Quantity) -> str:
    return f"“{q.value:g}{plain(q.unit)}”"


def _rate(item: Item) -> Fraction | None:
    """How often a year: 每月2次 is 24."""
    if item.cadence is None or item.cadence.every not in A_YEAR:
        return None
    times = next((q.value for q in item.quantity if plain(q.unit) in TIMES), 1)
    return A_YEAR[item.cadence.every] * Fraction(str(times))


def _rarer(one: Item, other: Item) -> Iterator[str]:
    asked, given = _rate(one), _rate(other)
    if asked is None or one.cadence is None or one.cadence.every == "yearly":
        return
    if given is None and other.cadence is None:
        yield f"没有写明“{one.cadence.text}”的频次"
    elif given is None and other.cadence is not None and other.cadence.every == "regular":
        yield f"“{one.cadence.text}”改为“{other.cadence.text}”"
    elif given is not None and given < asked and other.cadence is not None:
        yield f"{_often(one)}改为{_often(other)}"


def _often(item: Item) -> str:
    times = next((_told(q).strip("“”") for q in item.quantity if plain(q.unit) in TIMES), "")
    return f"“{item.cadence.text if item.cadence else ''}{times}”"


def _due_later(one: Item, other: Item) -> Iterator[str]:
    if one.deadline and other.deadline:
        yield from _later(day_of(one.deadline.end), day_of(other.deadline.end), "时限")


def _later(asked: str, given: str, what: str) -> Iterator[str]:
    if asked and given and given > asked:
        yield f"{what}由{asked}推迟到{given}"


def _fewer(above: Proposal, own: Proposal) -> Iterator[str]:
    """Everybody there, only some here."""
    everybody = plain(above.item.coverage or above.item.who or "")
    whom = plain(own.item.who or "")
    name = EVERY.sub("", everybody)
    if len(EVERY.sub("", whom)) < 2 or len(name) < 2 or not PEOPLE.search(name):
        return
    text = plain(own.item.text)
    narrowed = NARROW.search(whom) and (NARROW.search(text) or name[-2:] not in text)
    if (narrowed and not NARROW.search(everybody)) or not _shares(name, whom + text):
        yield f"对象由“{everybody}”改为“{whom}”"


def _shares(name: str, text: str) -> bool:
    return any(name[n : n + 2] in text for n in range(max(1, len(name) - 1)))
