"""要求 — clauses that somebody can be asked to show: sentence by sentence, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengyou.reading import actors, acts, deadlines, mood
from zhengyou.reading.actors import Who
from zhengyou.reading.clauses import Clause, Sentence
from zhengyou.reading.items import leads
from zhengyou.reading.items.made import requirement
from zhengyou.reading.items.repeats import shared, without_repeats
from zhengyou.reading.model import Deadline, Item
from zhengyou.reading.source import Source

_STANDING_RULE = re.compile(r"按照[^,。“”]{0,14}“(?P<rule>[^“”]{10,60})”的(?:要求|标准)")
_CAMPAIGN_ITSELF = re.compile(
    r"(?:决定|开展)[^,。;]{0,40}(?:创先争优|先进性教育|科学发展观)[^,。;]{0,6}活动$"
)
_GOES_ON = re.compile(
    r"(?:还|同时|并)?要(?!求|以)|不得|不准|严禁|必须|从[^,。;]{1,6}起$|通过|重点|每[月周季年半]|集中学习"
)
_BY_THEN = re.compile(
    r"(?:前|底)(?:要|应|须)?(?:全部|全面|基本|如期|按期)?(?:完成|建成|办结|竣工|到位|交付|结束|投入|销号|实现|出列|启动)"
)
_DECIDED = re.compile(r"(?:决定|定于|拟于|将于),?(?:从[^,。;]{2,12}起,?)?(?P<what>.{4,})")
_LIST_FOLLOWS = re.compile(r"(?:下列|以下)[^,。;:]{0,12}(?:情形|情况|行为|条件|标准|之一)")
_SAME_CAMPAIGN = 0.5
_BY_WHOM = re.compile(
    r"^由[^,。;]{2,24}(?:负责|牵头|组织|实施|承办|落实|具体负责)(?:实施|落实|办理|组织|执行)?$"
)
_IN_CHARGE = re.compile(
    r" ?\([^()]{0,40}(?:(?:责任|牵头|承办|负责)(?:单位|部门|人|科室)|牵头|负责|承办)[^()]{0,60}\)$"
)
_FINISHED = re.compile(r"竣工|出列|交付|投入使用|销号|完成|建成|到位|办结|解决|达到|实现|结束|启动|做好|落实")
_A_DAY = r"(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|底|末|初|[上中下]旬)?(?:之|以)?前"
# 开展一次演练,6月20日前完成: the day of the thing just asked.
_DONE_BY = re.compile(
    rf"^(?:(?:并|须|要|应)?(?:于|在)?){_A_DAY}(?:全部|全面|必须|务必|基本)?(?:完成|办结|到位|结束|建成|落实)$"
)
# 5月底前完成清标,6月10日前进场施工: behind what was asked a day asks the next.
_THEN_BY = re.compile(rf"^(?:于|在)?{_A_DAY}[\u4e00-\u9fff]{{3,}}")
_TARGET_YEAR = re.compile(r"^(?:力争)?(?:到|至)(?:20\d\d|[一二三四五六七八九十○〇]{2,4})年(?:底|末)?$")
_SHORT_HEADING = 6


@dataclass
class _Found:
    """A clause, or several that ask one thing."""

    start: int
    end: int
    who: Who | None
    due: Deadline | None


@dataclass
class _Memory:
    """What an earlier sentence of the paragraph said that may still hold."""

    who: Who | None = None
    paragraph: int = -1
    series: Who | None = None


def requirements(source: Source) -> list[Item]:
    """要求 — every requirement in the order of the text; said twice, only the first time."""
    memory = _Memory()
    found: list[_Found] = []
    for sentence in source.sentences:
        if sentence.paragraph != memory.paragraph:
            memory = _Memory(paragraph=sentence.paragraph)
        here = _in_sentence(source, sentence, memory)
        found.extend(here)
    return without_repeats(source, [requirement(source, f.start, f.end, f.who, f.due) for f in found])


def _in_sentence(source: Source, sentence: Sentence, memory: _Memory) -> list[_Found]:
    rule = _STANDING_RULE.search(source.plain, sentence.start, sentence.end)
    if rule and acts.leaves_trace(rule["rule"]):
        memory.who = None
        return [_Found(rule.start("rule"), rule.end("rule"), None, None)]
    idle = mood.idle(sentence.path) and not (mood.asks(sentence.text) and re.search(r"\d", sentence.text))
    reported = (mood.reports(sentence.path) or mood.lists(sentence.path)) and not mood.asks(sentence.text)
    if idle or reported or _told(sentence) or _heads_a_report(source, sentence):
        memory.who = None
        return []
    return _Walk(source, sentence, memory).found()


def _asked_of(clause: Clause) -> Who | None:
    """理事长由会议推选: who does it, not whom it is done to."""
    subject = actors.subject(clause.text, clause.start)
    if subject is not None and clause.text.startswith("由", subject.end - clause.start):
        return actors.by(clause.text, clause.start) or subject
    return subject or actors.by(clause.text, clause.start)


def _told(sentence: Sentence) -> bool:
    """A sentence is told when it reports and nowhere obliges."""
    if not mood.tells(sentence.text):
        return False
    return not any(mood.asks(clause.text) and not mood.tells(clause.text) for clause in sentence.clauses)


def _heads_a_report(source: Source, sentence: Sentence) -> bool:
    """A heading over nothing but told sentences, or too short to ask for anything, asks for nothing."""
    heading = next((h for h in sentence.heads if h.start == sentence.start), None)
    if heading is None:
        return False
    if sum(len(clause.text) for clause in sentence.clauses) <= _SHORT_HEADING:
        return True
    below = source.sentences_under(heading)
    told = [s for s in below if mood.tells(s.text)]
    return len(told) * 2 > len(below) and not any(mood.asks(s.text) for s in below)


class _Walk:
    """Goes through the clauses of one sentence, joining what belongs together."""

    def __init__(self, source: Source, sentence: Sentence, memory: _Memory) -> None:
        self.source, self.memory, self.sentence = source, memory, sentence
        self.clauses = leads.joined(source.plain, sentence.clauses)
        self.out: list[_Found] = []
        self.who: Who | None = None
        self.named_here = False
        self.by_another = False
        self.allowed = False
        self.lead: leads.Lead | None = None
        self.due: deadlines.Found | None = None

    def found(self) -> list[_Found]:
        for i, clause in enumerate(self.clauses):
            following = self.clauses[i + 1] if i + 1 < len(self.clauses) else None
            self._clause(clause, following)
        alone = len(self.clauses) == 1 and self.who is not None and self.clauses[0].end == self.who.end
        if alone and not self.out:
            self.memory.series = self.who
        if self.named_here:
            # 由市妇联揭晓: who does one thing in passing is not who the paragraph speaks to.
            self.memory.who = None if self.by_another else self.who
        elif not (self.out and self.out[-1].who == self.memory.who):
            self.memory.who = None
        return self.out

    def _clause(self, clause: Clause, following: Clause | None) -> None:
        text = clause.text
        if actors.standing_alone(text) and clause.stop in ",:" and (following or len(self.clauses) == 1):
            self._name(Who(clause.start, clause.end))
            self.lead, self.due = leads.Lead(clause.start, clause.end), None
            return
        subject = _asked_of(clause)
        if subject is not None:
            self._name(subject)
            self.by_another = "由" in text[: subject.start - clause.start]
        self.allowed = mood.allows(text) or (self.allowed and subject is None and not mood.asks(text))
        if self.out and _BY_WHOM.match(text) and self._near(clause):
            self.out[-1].end, self.out[-1].who = clause.end, subject or self.out[-1].who
        elif self._dates_the_last(clause):
            self.out[-1].end = clause.end
        elif leads.leads(clause, subject, following):
            self._remember(clause)
        elif self._asked(clause):
            self._take(clause, subject)
        elif self._more(clause, subject):
            self.out[-1].end = clause.end
        else:
            self.lead = None

    def _name(self, who: Who) -> None:
        self.who, self.named_here = who, True

    def _remember(self, clause: Clause) -> None:
        """A condition or a time at the head belongs to what follows."""
        found = deadlines.find(
            self.source.plain, clause.start, clause.end, self.source.text, self.source.when
        )
        # A new case after something was asked begins anew: the day of the first no longer holds.
        self.due = found or (None if self.out and self.lead is None else self.due)
        self.lead = leads.extended(self.lead, clause)
        group = leads.group(clause)
        if group is not None:
            self.who = group

    def _asked(self, clause: Clause) -> bool:
        text = clause.text
        if len(text) < 4 or self.allowed or self._names_only(clause):
            return False
        obliged = mood.asks(text)
        if not obliged and (mood.explains(text) or mood.tells(text)):
            return False
        if (mood.strives(text) or mood.hopes(text)) and not obliged:
            return not mood.tells(text) and acts.firm(text)
        return acts.leaves_trace(text) or (
            (obliged or _BY_THEN.search(text) is not None or self._next_by_a_day(clause))
            and self._due_by(clause)
        )

    def _dates_the_last(self, clause: Clause) -> bool:
        return (
            bool(self.out)
            and self._near(clause)
            and self.lead is None
            and _DONE_BY.match(clause.text) is not None
        )

    def _next_by_a_day(self, clause: Clause) -> bool:
        """Behind what was asked, or behind 到2025年: a day alone asks."""
        if self.lead is not None:
            first = self.source.plain[self.lead.start : self.lead.end]
            return _TARGET_YEAR.match(first) is not None
        return bool(self.out) and self._near(clause) and _THEN_BY.match(clause.text) is not None

    def _names_only(self, clause: Clause) -> bool:
        """The campaign itself is decided on, a heading is named, a list is announced."""
        text = clause.text
        if _CAMPAIGN_ITSELF.search(text) or self._is_the_title(text):
            return True
        if clause.stop == ":" and text.endswith("”") and not mood.asks(text):
            return True
        headed = clause.stop == ":" and any(h.start <= clause.start < h.end for h in self.sentence.heads)
        return clause.stop == ":" and bool(
            _LIST_FOLLOWS.search(self.sentence.text) or (headed and len(text) <= 8)
        )

    def _is_the_title(self, text: str) -> bool:
        """决定开展“X”活动 in a notice about “X”活动."""
        decided = _DECIDED.search(text)
        title = self.source.title or ""
        return decided is not None and shared(decided["what"], title) >= _SAME_CAMPAIGN

    def _due_by(self, clause: Clause) -> bool:
        """要在6月底前完成…: whatever is to be finished by a day can be asked for on that day."""
        own = deadlines.find(self.source.plain, clause.start, clause.end, self.source.text, self.source.when)
        due = own if self.lead is None and own is not None else self.due or own
        if due is None:
            return False
        if due.deadline.end is None:
            return (
                re.search(r"[\d一二两三四五六七八九十]\D{1,5}内", self.source.plain[due.start : due.end])
                is not None
            )
        return _FINISHED.search(clause.text) is not None or _THEN_BY.match(clause.text) is not None

    def _more(self, clause: Clause, subject: Who | None) -> bool:
        """Says more of the same deliverable."""
        if not self.out or subject is not None or self.lead is not None or not self._near(clause):
            return False
        return acts.continues(clause.text) and not acts.counted(clause.text)

    def _inherited(self) -> Who | None:
        """The subject of the sentence before, if this one plainly goes on; that of a whole series always."""
        if self.memory.series is not None:
            return self.memory.series
        first = self.clauses[0].text if self.clauses else ""
        return self.memory.who if _GOES_ON.match(first) else None

    def _near(self, clause: Clause) -> bool:
        return clause.start - self.out[-1].end <= 2

    def _take(self, clause: Clause, subject: Who | None) -> None:
        if self._more(clause, subject):
            self.out[-1].end = clause.end
            return
        own = deadlines.find(self.source.plain, clause.start, clause.end, self.source.text, self.source.when)
        due = self.due.deadline if self.due and own is None else None
        if subject is None and (subject := actors.at_the_head(clause.text, clause.start)) is not None:
            self._name(subject)
        who = subject or self.who or self._inherited()
        begin, end = leads.start(self.source.plain, self.lead, clause), clause.end
        charge = _IN_CHARGE.search(self.source.plain, begin, end)
        self.out.append(_Found(begin, charge.start() if charge else end, who, due))
        self.lead = None
