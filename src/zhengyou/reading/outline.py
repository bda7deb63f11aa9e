"""结构 — the headings of a notice, nested as its marks count, each with the part of the text under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zhengyou.reading.lines import Line, lines
from zhengyou.reading.marks import LAST, Mark, mark_at, spoken
from zhengyou.reading.model import Heading
from zhengyou.reading.script import spelt
from zhengyou.reading.titles import is_bare_heading, is_document_title, title_end
from zhengyou.reading.words import words

_RULES = words("outline")
_CLOSING = re.compile(_RULES["closing"])
_ATTACHED = re.compile(_RULES["attached"])
_FAULTS, _MEND = re.compile(_RULES["faults"]), re.compile(_RULES["faults_to_mend"])
_FAULTS_NAMED = re.compile(_RULES["faults_named"])
_BOUNDARY = re.compile(r"[。;!?:,…”’)] ?(?=[第首其再最一二三四五六七八九十(①-⑳\d㈠-㈩])")
_BARE = "bare"
_COMMA_RANK = 2
_PLAIN_FORMS = frozenset(("comma", "bracket", "number", "bracket_number"))


@dataclass
class _Open:
    """A heading whose part of the text still runs."""

    heading: Heading
    form: str
    count: int
    rank: float
    run_in: bool
    begun: str = ""


@dataclass(frozen=True)
class _Candidate:
    mark: Mark
    at_line: bool
    after: str


def outline(plain: str, text: str) -> list[Heading]:
    """结构 — every heading in the order of the text."""
    return _Builder(plain, text).build()


class _Builder:
    def __init__(self, plain: str, text: str) -> None:
        self.plain, self.text = plain, text
        self.stack: list[_Open] = []
        self.done: list[Heading] = []
        self.in_body = False
        self.in_list_of_papers = False

    def build(self) -> list[Heading]:
        everything = list(lines(self.plain))
        marked = [mark_at(self.plain, line.start) is not None for line in everything]
        for i, line in enumerate(everything):
            following = everything[i + 1] if i + 1 < len(everything) else None
            self._line(line, following, bool(following) and marked[i + 1])
        self._close(0, len(self.plain))
        return sorted(self.done, key=lambda heading: heading.start)

    def _line(self, line: Line, following: Line | None, following_marked: bool) -> None:
        if self._attached(line):
            return
        if is_document_title(line.text):
            self._close(0, line.start)
            self.in_body = False
            return
        candidates = self._candidates(line)
        if not (candidates and candidates[0].at_line):
            if _CLOSING.match(line.text) and not self._goes_on(candidates, line):
                self._close(0, line.start)
            elif is_bare_heading(line, following, following_marked, self.in_body):
                self._bare(line)
                return
        self.in_body = self.in_body or bool(candidates) or len(line.text) > 40 or line.text.endswith("。")
        for candidate in candidates:
            self._consider(candidate, line, candidates)
        self._end_run_in(line.end)

    def _attached(self, line: Line) -> bool:
        """附件: and the numbered names below it are no headings."""
        if _ATTACHED.match(line.text):
            self._close(0, line.start)
            self.in_list_of_papers = True
            return True
        mark = mark_at(self.plain, line.start)
        self.in_list_of_papers = self.in_list_of_papers and mark is not None and mark.form == "number"
        return self.in_list_of_papers

    def _goes_on(self, candidates: list[_Candidate], line: Line) -> bool:
        first = candidates[0].mark if candidates and candidates[0].mark.start == line.start else None
        return first is not None and any("first" in (entry.form, entry.begun) for entry in self.stack)

    def _candidates(self, line: Line) -> list[_Candidate]:
        found = []
        mark = mark_at(self.plain, line.start)
        end = line.start
        if mark is not None:
            found.append(_Candidate(mark, not (mark.form == "first" and mark.count == LAST), ""))
            end = mark.end
            while (glued := mark_at(self.plain, end)) is not None and glued.end <= line.end:
                end = glued.end
        for match in _BOUNDARY.finditer(self.plain, max(line.start, end - 1), line.end):
            mark = mark_at(self.plain, match.end())
            if mark is None or match.end() < end:
                continue
            strong = not spoken(mark.form)
            stop = match[0][0]
            if stop in ",”’)" and (strong or mark.form == "first"):
                continue
            if strong and mark.form in (
                "comma",
                "number",
                "chapter",
                "section",
                "article",
                "stage",
                "dotted",
            ):
                if stop == "," or (mark.form in ("comma", "number") and not self._series(line, mark)):
                    continue
            found.append(_Candidate(mark, False, stop))
        return self._with_hidden_first(line, found)

    def _series(self, line: Line, mark: Mark) -> bool:
        """1. inside a paragraph is a mark only where 2. follows, or it follows an open count."""
        if mark.count > 1:
            return True
        here = self.plain[mark.end : line.end]
        second = "[。;:!?] ?" + ("二、" if mark.form == "comma" else r"2[.、]")
        return re.search(second, here) is not None

    def _with_hidden_first(self, line: Line, found: list[_Candidate]) -> list[_Candidate]:
        """全镇上下一要…。二要…: the first mark may follow its subject without a stop."""
        for i, candidate in enumerate(found):
            mark = candidate.mark
            earlier = {c.mark.count for c in found[:i] if c.mark.form == mark.form}
            if mark.form != "is" or mark.count != 2 or 1 in earlier or self._open_at(1, "is"):
                continue
            sign = self.plain[mark.start + 1 : mark.end]
            place = self.plain.find("一" + sign, line.start, mark.start)
            first = mark_at(self.plain, place) if place >= 0 else None
            if first is not None and "。" not in self.plain[line.start : place]:
                found.insert(i, _Candidate(first, place == line.start, ":"))
            break
        return found

    def _open_at(self, count: int, form: str) -> bool:
        return any(entry.form == form and entry.count == count for entry in self.stack)

    def _consider(self, candidate: _Candidate, line: Line, among: list[_Candidate]) -> None:
        mark = candidate.mark
        depth = self._depth(candidate, among)
        if depth is None or self._only_a_name(candidate, line) or self._lists_faults(candidate, line):
            return
        end = title_end(self.plain, mark, line, candidate.at_line)
        begun = self.stack[depth].begun if depth < len(self.stack) and mark.count > 1 else mark.form
        self._close(depth, mark.start)
        self._open(mark.start, end, mark.form, mark.count, mark.rank, not candidate.at_line)
        self.stack[-1].begun = begun

    def _depth(self, candidate: _Candidate, among: list[_Candidate]) -> int | None:
        """How many open headings stay open above this mark; None if it opens nothing."""
        mark = candidate.mark
        continued = self._continued(mark)
        if continued is not None:
            return continued
        if mark.count == LAST:
            return None
        if mark.count > 1:
            return self._late(candidate)
        again = self._begun_again(candidate)
        if again is not None:
            return again
        if mark.form == "first" and not self._has_second(mark, among):
            return None if not candidate.at_line else self._below_rank(mark.rank, strict=False)
        if candidate.at_line is False and spoken(mark.form):
            return self._run_in_depth(candidate, among)
        return self._below_rank(mark.rank, strict=not spoken(mark.form))

    def _begun_again(self, candidate: _Candidate) -> int | None:
        """1. at a line while an earlier 3. is open begins the list anew, it does not stand below it."""
        if not candidate.at_line or spoken(candidate.mark.form):
            return None
        open_forms = [entry.form for entry in self.stack]
        return open_forms.index(candidate.mark.form) if candidate.mark.form in open_forms else None

    def _run_in_depth(self, candidate: _Candidate, among: list[_Candidate]) -> int | None:
        mark = candidate.mark
        later = [c.mark for c in among if c.mark.start > mark.start and spoken(c.mark.form)]
        if not any(m.count == 2 for m in later):
            return None
        return len(self.stack)

    def _has_second(self, mark: Mark, among: list[_Candidate]) -> bool:
        if any(c.mark.start > mark.start and c.mark.count == 2 for c in among):
            return True
        ahead = self.plain[mark.end : mark.end + 3000]
        return re.search(r"[\n。;](其次|再次|第二|二是)", ahead) is not None

    def _continued(self, mark: Mark) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[depth]
            next_one = mark.count == entry.count + 1
            if entry.form == mark.form and (next_one or mark.count == LAST):
                return depth
            if mark.count == LAST and entry.begun == "first":
                return depth
            if spoken(entry.form) and spoken(mark.form) and mark.form != "first" and next_one:
                return depth
            if mark.form == "first" and spoken(entry.form) and next_one:
                return depth
        return self._glued_first(mark)

    def _glued_first(self, mark: Mark) -> int | None:
        """(一)首先…。其次…: the glued first mark opened no heading of its own, its fellows stand below."""
        if mark.form != "first" or mark.count == 1 or not self.stack:
            return None
        top = self.stack[-1]
        glued = re.match(r".{1,5}首先", self.plain[top.heading.start : top.heading.start + 9])
        return len(self.stack) if glued else None

    def _late(self, candidate: _Candidate) -> int | None:
        """A count that begins after one, or skips: taken where a line begins with it."""
        mark = candidate.mark
        for depth in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[depth]
            near = entry.count <= mark.count <= entry.count + 3 or not spoken(mark.form)
            if entry.form == mark.form and near and candidate.at_line:
                return depth
        if not candidate.at_line:
            return None
        top = len(self.stack) - 1
        plain_forms = {mark.form, self.stack[top].form} <= _PLAIN_FORMS if top >= 0 else False
        if plain_forms and self.stack[top].count + 1 == mark.count and not self.stack[top].run_in:
            return top  # (一)(二)3、: another form, the same count
        return self._below_rank(mark.rank, strict=True)

    def _below_rank(self, rank: float, strict: bool) -> int:
        """Series begin below whatever is open, but 一、 never below 1. or 一是."""
        depth = len(self.stack)
        while depth and strict and self.stack[depth - 1].rank >= rank and self._pops(depth - 1, rank):
            depth -= 1
        return depth

    def _pops(self, depth: int, rank: float) -> bool:
        entry = self.stack[depth]
        if entry.form == "article" and rank == _COMMA_RANK:
            return False
        return entry.rank > rank or entry.form == _BARE

    def _only_a_name(self, candidate: _Candidate, line: Line) -> bool:
        """一是宣传,二是组织: names of four letters or fewer make a sentence, not headings."""
        if candidate.at_line or not spoken(candidate.mark.form):
            return False
        name = re.compile(r"[^,。;!?:、]{1,4}[,、;]")
        match = name.match(self.plain, candidate.mark.end, line.end)
        following = mark_at(self.plain, match.end()) if match else None
        return following is not None and following.count == candidate.mark.count + 1

    def _lists_faults(self, candidate: _Candidate, line: Line) -> bool:
        if not spoken(candidate.mark.form):
            return False
        if candidate.at_line:
            return bool(self.stack) and _FAULTS_NAMED.search(spelt(self.stack[-1].heading.text)) is not None
        if candidate.mark.count > 1:
            return not self._continued_exists(candidate.mark)
        before = self.plain[line.start : candidate.mark.start].rstrip(",:。;")
        sentence = re.split(r"[。;!?]", before)[-1]
        return bool(_FAULTS.search(sentence)) and not _MEND.search(sentence[len(sentence) // 2 :])

    def _continued_exists(self, mark: Mark) -> bool:
        return self._continued(mark) is not None

    def _bare(self, line: Line) -> None:
        depth = next((i for i, entry in enumerate(self.stack) if entry.form == _BARE), None)
        if depth is None:
            depth = sum(entry.rank <= 3 for entry in self.stack)
        self._close(depth, line.start)
        self._open(line.start, line.end, _BARE, 0, 4, run_in=False)

    def _open(self, start: int, end: int, form: str, count: int, rank: float, run_in: bool) -> None:
        parent = self.stack[-1].heading.path if self.stack else ()
        heading = Heading(self.text[start:end], start, end, len(self.stack) + 1, parent)
        # A series is run-in if its first mark was: later marks of it may begin lines.
        self.stack.append(_Open(heading, form, count, rank, run_in))

    def _close(self, depth: int, place: int) -> None:
        for entry in reversed(self.stack[depth:]):
            self.done.append(replace(entry.heading, until=place))
        del self.stack[depth:]

    def _end_run_in(self, place: int) -> None:
        for depth, entry in enumerate(self.stack):
            if entry.run_in:
                self._close(depth, place)
                return
