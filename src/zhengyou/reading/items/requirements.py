"""要求 — clauses that somebody can be asked to show: sentence by sentence, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengyou.reading import actors, acts, deadlines, mood
from zhengyou.reading.actors import Who
from zhengyou.reading.clauses import Clause, Sentence
from zhengyou.reading.items.made import requirement
from zhengyou.reading.model import Deadline, Item
from zhengyou.reading.source import Source

_SOMEBODY_IN_CONDITION = re.compile(
    r"的(?P<who>[^,。;的]{0,8}?(?:单位|支部|党员|党组织|部门|干部|人员|村|企业))$"
)
_STANDING_RULE = re.compile(r"按照“(?P<rule>[^“”]{10,60})”的(?:要求|标准)")
_ITSELF = re.compile(r"决定[^,。;]{0,40}开展[^,。;]{0,20}(?:创先争优|先进性教育|科学发展观)[^,。;]{0,6}活动")


@dataclass
class _Found:
    """A clause, or several that ask one thing."""

    start: int
    end: int
    who: Who | None
    due: Deadline | None
    core: int = 0


@dataclass
class _Memory:
    """What an earlier clause of the sentence or paragraph said that still holds."""

    who: Who | None = None
    due: deadlines.Found | None = None
    paragraph: int = -1
    asked: bool = False


def requirements(source: Source) -> list[Item]:
    """要求 — every requirement in the order of the text; said twice, only the first time."""
    memory = _Memory()
    found: list[_Found] = []
    for sentence in source.sentences:
        if sentence.paragraph != memory.paragraph:
            memory = _Memory(paragraph=sentence.paragraph)
        here = _in_sentence(source, sentence, memory)
        memory.asked = bool(here)
        found.extend(here)
    return _once([requirement(source, f.start, f.end, f.who, f.due) for f in found])


def _once(items: list[Item]) -> list[Item]:
    seen: set[str] = set()
    kept = []
    for item in items:
        words = re.sub(r"[^\w]", "", item.text)
        if words not in seen:
            seen.add(words)
            kept.append(item)
    return kept


def _in_sentence(source: Source, sentence: Sentence, memory: _Memory) -> list[_Found]:
    rule = _STANDING_RULE.search(source.plain, sentence.start, sentence.end)
    told = _told(sentence)
    if told:
        memory.who = None
        return [_Found(rule.start("rule"), rule.end("rule"), None, None)] if rule else []
    if mood.idle(sentence.path) and not re.search(r"\d|不得|必须", sentence.text):
        memory.who = None
        return []
    return _Walk(source, sentence, memory).found()


def _told(sentence: Sentence) -> bool:
    """A sentence is told when it reports and nowhere obliges."""
    text = sentence.text
    if not mood.tells(text):
        return False
    return not any(mood.asks(clause.text) and not mood.tells(clause.text) for clause in sentence.clauses)


class _Walk:
    """Goes through the clauses of one sentence, joining what belongs together."""

    def __init__(self, source: Source, sentence: Sentence, memory: _Memory) -> None:
        self.source, self.sentence, self.memory = source, sentence, memory
        self.clauses = self._joined(sentence.clauses)
        self.out: list[_Found] = []
        self.who: Who | None = None
        self.named_here = False
        self.lead: Clause | None = None
        self.due: deadlines.Found | None = None

    def found(self) -> list[_Found]:
        for clause in self.clauses:
            self._clause(clause)
        if self.named_here:
            self.memory.who = self.who
        elif not self.out:
            self.memory.who = None
        return self.out

    def _joined(self, clauses: list[Clause]) -> list[Clause]:
        """建立深入基层、深入群众,倾听群众呼声的工作机制 is one clause with a comma inside."""
        joined: list[Clause] = []
        i = 0
        while i < len(clauses):
            clause = clauses[i]
            if acts.waits(clause.text) and clause.stop == ",":
                for j in range(i + 1, min(i + 4, len(clauses))):
                    if acts.arrives(clauses[j].text) and not acts.leaves_trace(clause.text):
                        end = clauses[j].end
                        clause = Clause(
                            clause.start, end, self.source.plain[clause.start : end], clauses[j].stop
                        )
                        i = j
                        break
                    if clauses[j].stop != "," or mood.asks(clauses[j].text):
                        break
            joined.append(clause)
            i += 1
        return joined

    def _clause(self, clause: Clause) -> None:
        text = clause.text
        if actors.standing_alone(text) and clause.stop == ",":
            self.who, self.named_here = Who(clause.start, clause.end), True
            self.lead, self.due = clause, None
            return
        subject = actors.subject(text, clause.start) or actors.by(text, clause.start)
        if subject is not None:
            self.who, self.named_here = subject, True
        if self._asked(clause, subject):
            self._take(clause, subject)
        elif self.out and self.lead is None and acts.continues(text) and self._near(clause):
            self.out[-1].end = clause.end
        elif mood.conditions(text) and clause.stop == ",":
            self._remember(clause)
        else:
            self.lead = None

    def _remember(self, clause: Clause) -> None:
        """A condition or a time at the head belongs to what follows."""
        event = deadlines.find(
            self.source.plain, clause.start, clause.end, self.source.text, self.source.year
        )
        self.due = event
        self.lead = clause if self.lead is None or self.lead.end < clause.start - 2 else self.lead
        group = _SOMEBODY_IN_CONDITION.search(clause.text)
        if group and not clause.text.startswith(("对", "把", "将", "在", "通过")):
            self.who = Who(clause.start, clause.end)

    def _asked(self, clause: Clause, subject: Who | None) -> bool:
        text = clause.text
        if len(text) < 4 or mood.allows(text) or _ITSELF.search(text):
            return False
        obliged = mood.asks(text)
        if not obliged and (mood.explains(text) or mood.tells(text)):
            return False
        if (mood.strives(text) or mood.hopes(text)) and not obliged:
            return acts.counted(text) and not mood.tells(text)
        return acts.leaves_trace(text)

    def _near(self, clause: Clause) -> bool:
        return clause.start - self.out[-1].end <= 2

    def _take(self, clause: Clause, subject: Who | None) -> None:
        start = self._start(clause)
        own = deadlines.find(self.source.plain, clause.start, clause.end, self.source.text, self.source.year)
        due = self.due.deadline if self.due and own is None else None
        who = subject or self.who or (self.memory.who if self.memory.asked else None)
        if self.out and self._same_thing(clause, subject):
            self.out[-1].end = clause.end
        else:
            self.out.append(_Found(start, clause.end, who, due))
        self.lead = None

    def _start(self, clause: Clause) -> int:
        """The words in front stay if they are not longer than what is asked."""
        if self.lead is None or clause.start - self.lead.end > 2:
            return clause.start
        return (
            self.lead.start
            if self.lead.end - self.lead.start <= clause.end - clause.start + 6
            else clause.start
        )

    def _same_thing(self, clause: Clause, subject: Who | None) -> bool:
        if subject is not None or self.lead is not None or not self._near(clause):
            return False
        return acts.continues(clause.text) and not acts.counted(clause.text)
