"""引语 — what stands before the thing asked: a condition, a time, a ground, a subject on its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengyou.reading import actors, acts, mood
from zhengyou.reading.actors import Who
from zhengyou.reading.clauses import Clause
from zhengyou.reading.words import words

_RULES = {name: re.compile(pattern) for name, pattern in words("leads").items()}

# 要在6月底前开通…: the day inside does not make the clause one that only leads up to another.
_BY_A_DAY = re.compile(r"^(要|应|须|必须)?在[^,。;]{2,12}前(?=[^,。;]{4})")
_OBLIGED_BY = re.compile(r"(?:应当?|要|须|必须)(?:于|在)[^,。;]{2,16}(?:内|后|[日月号底旬末会节期束]前)$")
_LONG_CASE = 30
_COUNTS = re.compile(r"[一两二三四五六七八九十\d]+(?:次|遍|回|场|期|篇)")


@dataclass(frozen=True)
class Lead:
    """引语 — the place of the words in front."""

    start: int
    end: int


def leads(clause: Clause, subject: Who | None, following: Clause | None) -> bool:
    """引语 — whether the clause only leads up to the next."""
    if clause.stop != "," or following is None:
        return False
    text = clause.text
    if _OBLIGED_BY.search(text):
        return True
    if subject is not None and subject.start <= clause.start + 4:
        text = clause.text[subject.end - clause.start :]
    text = _BY_A_DAY.sub(r"\1", text)
    if any(_RULES[name].search(text) for name in ("case", "occasion", "manner")):
        return True
    if _RULES["failing"].search(text) and not mood.asks(text):
        return True
    if _RULES["ground"].search(text):
        return _RULES["cited"].match(text) is not None or not acts.leaves_trace(text)
    if _RULES["means"].search(text):
        return mood.hopes(following.text)
    return bool(_RULES["time"].search(text)) and not mood.asks(text) and not _COUNTS.search(text)


def group(clause: Clause) -> Who | None:
    """满意率低于90%的单位,…: a group in the condition is who is asked."""
    match = _RULES["group"].search(clause.text)
    if (
        match is None
        or "评为" in clause.text
        or clause.text.startswith(("对", "把", "将", "在", "通过", "围绕", "按", "根据"))
    ):
        return None
    return Who(clause.start, clause.end)


def extended(lead: Lead | None, clause: Clause) -> Lead:
    """引语 — several in a row are one."""
    if lead is not None and clause.start - lead.end <= 2:
        return Lead(lead.start, clause.end)
    return Lead(clause.start, clause.end)


def start(plain: str, lead: Lead | None, clause: Clause) -> int:
    """起处 — a condition always belongs to what is asked; a ground only if it is not the longer part."""
    if lead is None or clause.start - lead.end > 2:
        return clause.start
    if _OBLIGED_BY.search(plain[lead.start : lead.end]):
        return lead.start  # 各会应于会后一个月内,自行办理…: who is obliged stands in front
    before, asked = lead.end - lead.start, clause.end - clause.start
    first = plain[lead.start : lead.end].split(",")[0]
    case = _RULES["case"].search(first) or _RULES["failing"].search(first)
    most = max(2 * asked + 10, _LONG_CASE) if case else asked
    return lead.start if before <= most else clause.start


def joined(plain: str, clauses: list[Clause]) -> list[Clause]:
    """建立深入基层、深入群众,倾听群众呼声的工作机制 is one clause with a comma inside."""
    out: list[Clause] = []
    i = 0
    while i < len(clauses):
        last = _object_of(clauses, i)
        first, end = clauses[i], clauses[last]
        # For the patterns the comma inside is a pause, not a stop.
        words_ = first.text if last == i else plain[first.start : end.end].replace(",", "、")
        out.append(Clause(first.start, end.end, words_, end.stop))
        i = last + 1
    return out


def _object_of(clauses: list[Clause], i: int) -> int:
    """The clause that brings the object which this one still waits for."""
    if not acts.waits(clauses[i].text):
        return i
    for j in range(i + 1, min(i + 4, len(clauses))):
        other = actors.subject(clauses[j].text, 0) is not None
        if other or clauses[j - 1].stop != "," or mood.asks(clauses[j].text) or acts.waits(clauses[j].text):
            return i
        if acts.arrives(clauses[j].text):
            return j
    return i
