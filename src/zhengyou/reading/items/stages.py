"""阶段 — the entries of a schedule: a phase with its dates, a listed step, a sentence that dates a change."""

from __future__ import annotations

import re
from itertools import pairwise

from zhengyou.reading import deadlines, quantities
from zhengyou.reading.clauses import Clause, Sentence
from zhengyou.reading.items.made import item
from zhengyou.reading.lines import Line, lines
from zhengyou.reading.marks import mark_at
from zhengyou.reading.model import Deadline, Heading, Item
from zhengyou.reading.places import Spans
from zhengyou.reading.script import spelt
from zhengyou.reading.source import Source

_PHASE = re.compile(r"阶段|时期|步骤|环节|第[一二三四五六七八九十]步")
_STEP_PARENT = re.compile(
    r"步骤|阶段|时间安排|时间节点|(?:评选|评审|工作)?程序$|工作安排|进度|日程|实施步骤|方法步骤|活动安排|工作流程"
)
_NAMED_PHASE = re.compile(
    r"第[一二三四五六七八九十\d]+(?:个)?阶段|第[一二三四五六七八九十\d]+步|[\u4e00-\u9fff、]{2,16}阶段(?=[(:,。]|$| )"
)
_IN_BRACKETS = re.compile(r" ?\([^()]*(?:\d|[一二三四五六七八九十]+月|年)[^()]*\)")
_SPAN_IN_BRACKETS = re.compile(r"\([^()]*(?:月|年|日)[^()]*(?:-|—|~|至|到)[^()]*\)")
_NAMED_YEAR = re.compile(r"(?:19|20)\d\d年(?:为|是)[^,。;\d]{2,8}(?:年|阶段)(?=[,。;:\n])")
_PHASE_LINE = re.compile(r"(?P<name>[^,。;:()\t\d]{2,16}) ?(?:\(|:|\t| )(?:时间[::为]?)?")
_PASSING = re.compile(r"^在|阶段(?:的|工作|中|各项)")
_DATES_PHASE = re.compile(
    r"(?:阶段|转段|活动|整治|教育|工作)[^,。;]{0,14}(?:时间|从|自|于|分|为期|延长|结束|大体|开始|用)|(?:从|自)[^,。;]{2,14}(?:开始|起|至|到)"
)
_WHOLE = re.compile(
    r"[^,。;:]{0,16}(?:活动|教育|行动|整治|工作)(?:从|自)(?P<first>[^,。;]{2,14})(?:开始|启动|起),(?:到|至)?"
    r"(?P<last>[^,。;]{2,14})(?:基本)?(?:结束|完成)(?:,[^,。;]{0,6}(?:时间|为期|历时)[^,。;]{0,16})?"
)
_ROUND = re.compile(r"第[一二三四五六七八九十\d]+(?:梯次|批次?|期|轮|周)[^,。;\d]{0,4}(?:为|于|自|从|是|:)")
_CAMPAIGN = re.compile(
    r"开展[^,。;]{0,30}(?:活动|教育|整治|行动|工作)|(?:活动|行动|教育|整治)[^,。;]{0,10}(?:为期|历时|结束|分|从|自)"
)


def stages(source: Source) -> list[Item]:
    """阶段 — every stage in the order of the text."""
    found = [stage for heading in source.headings if (stage := _of_heading(source, heading))]
    taken = Spans(found)
    for stage in _lines(source):
        if next(taken.touching(stage.start, stage.end), None) is None:
            taken.add(stage)
            found.append(stage)
    for stage in _named_years(source):
        if next(taken.touching(stage.start, stage.end), None) is None:
            taken.add(stage)
            found.append(stage)
    for sentence in source.sentences:
        for stage in _in_sentence(source, sentence):
            if next(taken.touching(stage.start, stage.end), None) is None:
                taken.add(stage)
                found.append(stage)
    return sorted(found, key=lambda stage: stage.start)


def _named_years(source: Source) -> list[Item]:
    """2012年为启动年: the years of a plan, each with its name, where steps are told."""
    found = []
    for match in _NAMED_YEAR.finditer(source.plain):
        if any(_STEP_PARENT.search(spelt(heading)) for heading in source.path_at(match.start())[-1:]):
            year = source.plain[match.start() : match.start() + 4]
            due = Deadline(source.text[match.start() : match.start() + 5], year, year)
            found.append(item(source, "stage", *match.span(), deadline=due))
    return found


def _lines(source: Source) -> list[Item]:
    """动员阶段(4月1日—4月30日),…; 动员部署:3月1日—3月15日: a phase that heads a line without a mark."""
    found: list[Item] = []
    for line in lines(source.plain):
        if mark_at(source.plain, line.start) is None:
            found.extend(one for start, end in _parts(line) if (one := _of_line(source, start, end)))
    return found


def _parts(line: Line) -> list[tuple[int, int]]:
    """启动:6月1日;推进:6月2日至25日: several phases on one line."""
    cuts = [0, *(match.end() for match in re.finditer(";", line.text)), len(line.text) + 1]
    return [(line.start + a, line.start + b - 1) for a, b in pairwise(cuts)]


def _of_line(source: Source, start: int, end: int) -> Item | None:
    named = _PHASE_LINE.match(source.plain, start, end)
    if named is None:
        return None
    phase = _PHASE.search(named["name"]) or any(
        _STEP_PARENT.search(spelt(h)) for h in source.path_at(start)[-1:]
    )
    due = deadlines.dated(source.plain, named.end(), end, source.text, source.when)
    if not phase or due is None or due.start - named.end() > 4:
        return None
    close = re.compile(r" ?\)").match(source.plain, due.end)
    return _stage(source, start, close.end() if close else due.end, due)


def _stage(source: Source, start: int, end: int, due: deadlines.Found | None) -> Item:
    numbers = [
        found.quantity
        for found in quantities.find(source.plain, start, end, source.text)
        if not re.fullmatch(r"人|名|次|篇|学时|项|场|期|分", found.quantity.unit)
    ]
    return item(source, "stage", start, end, quantity=numbers, deadline=due.deadline if due else None)


def _of_heading(source: Source, heading: Heading) -> Item | None:
    """(一)动员部署阶段(2010年4月底—6月底): the name with its dates, without a plain mark."""
    plain, text = source.plain, source.plain[heading.start : heading.end]
    mark = mark_at(plain, heading.start)
    start = heading.start if mark is None or mark.form == "stage" else mark.end
    line_end = plain.find("\n", heading.start)
    limit = min(line_end if line_end >= 0 else len(plain), heading.until)
    if (
        not _PHASE.search(text)
        and not _SPAN_IN_BRACKETS.search(text)
        and not any(_STEP_PARENT.search(spelt(name)) for name in heading.parent[-1:])
    ):
        return None
    end = _with_brackets(plain, start, heading.end, limit)
    due = deadlines.dated(plain, start, end, source.text, source.when)
    if due is None:
        due, end = _dates_after(source, end, limit)
    if due is None and not _listed_step(source, heading, text):
        return None
    return _stage(source, start, _trim(plain, start, end), due)


def _with_brackets(plain: str, start: int, end: int, limit: int) -> int:
    """A title cut at its first comma or stop may leave the dates in brackets behind."""
    bracket = _IN_BRACKETS.search(plain, start, limit)
    if bracket is not None and bracket.start() <= end:
        return (
            bracket.end()
            if plain[bracket.end() : bracket.end() + 1] in "。:,\n;" or bracket.end() >= end
            else end
        )
    return end


def _dates_after(source: Source, end: int, limit: int) -> tuple[deadlines.Found | None, int]:
    """第一阶段:动员部署。时间:3月1日至3月15日: dates right behind the title."""
    match = re.compile(r"[。,:;\s]{0,2}(?:\(?时间(?:为|是)?[::]?)?[^,。;:]{0,6}").match(
        source.plain, end, limit
    )
    if match is None:
        return None, end
    due = deadlines.dated(source.plain, end, min(limit, end + 40), source.text, source.when)
    if due is None or due.start > match.end() + 2 or not due.span:
        return None, end
    stop = due.end + 1 if source.plain[due.end : due.end + 1] == ")" else due.end
    return due, stop


def _listed_step(source: Source, heading: Heading, text: str) -> bool:
    """Undated, but one of the steps that the schedule lists."""
    if not re.search(r"阶段|第[一二三四五六七八九十]步", text) or _PASSING.search(text):
        return False
    if heading.parent and _STEP_PARENT.search(spelt(heading.parent[-1])):
        return True
    fellows = source.children[heading.parent]
    return sum("阶段" in spelt(h.text) for h in fellows) >= 2


def _trim(plain: str, start: int, end: int) -> int:
    while end > start and plain[end - 1] in "。,;: ":
        end -= 1
    return end


def _in_sentence(source: Source, sentence: Sentence) -> list[Item]:
    """转段的时间,大体上是在三月下旬; 活动从4月开始,到12月结束."""
    plain = source.plain
    whole = _WHOLE.search(plain, sentence.start, sentence.end)
    if whole is not None:
        return [_stage(source, *whole.span(), _from_to(source, whole))]
    rounds = [stage for clause in sentence.clauses if (stage := _round(source, clause)) is not None]
    if rounds:
        return rounds
    for i, clause in enumerate(sentence.clauses):
        due = deadlines.dated(plain, clause.start, sentence.end, source.text, source.when)
        if due is None or not clause.start <= due.start <= clause.end:
            if re.search(r"阶段[^,。;]{0,24}(?:延长|为期|历时)", clause.text) and _duration(plain, clause):
                return [_stage(source, _core(plain, clause), clause.end, None)]
            continue
        previous = sentence.clauses[i - 1] if i else None
        phase = re.search(r"阶段|转段", clause.text + (previous.text if previous else ""))
        campaign = due.span and _CAMPAIGN.search(plain[clause.start : sentence.end])
        if not ((phase and _DATES_PHASE.search(_with(previous, clause))) or campaign):
            continue
        start = previous.start if previous and phase and "段" in previous.text else clause.start
        end = max(clause.end, due.end)
        if campaign and not phase:
            end = _campaign_end(sentence, end)
        return [_stage(source, start, end, due)]
    return []


def _round(source: Source, clause: Clause) -> Item | None:
    """第一批为5月6日至8日: one of several rounds, each with its own days."""
    if not _ROUND.match(clause.text):
        return None
    due = deadlines.dated(source.plain, clause.start, clause.end, source.text, source.when)
    return _stage(source, clause.start, clause.end, due) if due is not None and due.span else None


def _from_to(source: Source, whole: re.Match[str]) -> deadlines.Found | None:
    """自2019年9月开始,11月底基本结束."""
    first = deadlines.dated(source.plain, whole.start("first"), whole.end("first"), source.text, source.when)
    last = deadlines.dated(source.plain, whole.start("last"), whole.end("last"), source.text, source.when)
    if first is None or last is None:
        return first or last
    begin = first.deadline.start or first.deadline.end
    due = Deadline(source.text[first.start : last.end], begin, last.deadline.end)
    return deadlines.Found(first.start, last.end, due, span=True)


def _with(previous: Clause | None, clause: Clause) -> str:
    return f"{previous.text if previous else ''},{clause.text}"


def _duration(plain: str, clause: Clause) -> bool:
    return bool(quantities.quantities(plain, clause.start, clause.end))


def _core(plain: str, clause: Clause) -> int:
    match = re.search(r"第?[一二三四五六七八九十]*个?阶段", clause.text)
    name = re.search(r"(?:学习|动员|分析|整改|评议|部署|实施|总结|第)[^,。;]{0,10}阶段", clause.text)
    found = name or match
    return clause.start + (found.start() if found else 0)


def _campaign_end(sentence: Sentence, end: int) -> int:
    for clause in sentence.clauses:
        if clause.start <= end + 40 and _CAMPAIGN.search(clause.text) and clause.end > end:
            return clause.end
    return end
