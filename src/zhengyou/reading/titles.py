"""标题 — where the words of a heading end, which unmarked lines are headings and which are document titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengyou.reading.furniture import is_furniture
from zhengyou.reading.lines import Line, lines
from zhengyou.reading.marks import Mark
from zhengyou.reading.words import words

_RULES = words("outline")
_STOP = re.compile(r"[。;!?:]")
_TITLE_OPENING = re.compile(_RULES["title_opening"])
_TITLE_ENDING = re.compile(_RULES["title_ending"])
_NOT_A_TITLE_LINE = re.compile(_RULES["not_a_title_line"])
_ATTACHED = re.compile(_RULES["attached"])
_LONGEST = 40
_SHORT, _BRIEF = 20, 6
_TITLE_WITHIN = 8
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 60


def title_end(plain: str, mark: Mark, line: Line, at_line: bool) -> int:
    """标题末 — to the end of a line without inner stops, else the first stop, else (over 40) the first comma."""
    first = _STOP.search(plain, mark.end, line.end)
    if at_line and (first is None or first.end() == line.end):
        end = line.end
    else:
        end = first.start() if first else line.end
        comma = plain.find(",", mark.end, end)
        if end - mark.start > _LONGEST and comma > 0:
            end = comma
    while end > mark.end and plain[end - 1] in "。;!?:,、. ":
        end -= 1
    return end


def is_document_title(line: str) -> bool:
    """文件标题 — a line that begins another document in the same file."""
    return bool(_TITLE_OPENING.match(line)) and len(line) <= 60


def is_worded_like_one(line: str) -> bool:
    """像标题 — it ends as titles of documents do: …的通知, …方案."""
    return _TITLE_ENDING.search(line) is not None


def is_bare_heading(line: Line, following: Line | None, following_marked: bool, inside: bool) -> bool:
    """无号标题 — a short line alone that titles what follows."""
    if following is None or not inside or not 2 < len(line.text) <= _SHORT or "\t" in line.text:
        return False
    if _NOT_A_TITLE_LINE.search(line.text) or _TITLE_ENDING.search(line.text):
        return False
    if re.search(r"[,。;!?:|]|\d{3,}|  ", line.text):
        return False
    over_a_sentence = len(line.text) <= _BRIEF and following.text.endswith(("。", ";"))
    return following_marked or over_a_sentence or len(following.text) > _SHORT * 1.5


def _of_the_text(plain: str) -> Iterator[Line]:
    """来源:… above a title is no line of the notice."""
    return (line for line in lines(plain) if not is_furniture(line.text))


def title_lines(plain: str) -> list[Line]:
    """文件标题行 — lines worded like a title, at the head of the file or of another document in it."""
    found, near, attached = [], _TITLE_WITHIN, False
    for number, line in enumerate(_of_the_text(plain)):
        attached = bool(_ATTACHED.match(line.text)) or (attached and line.text[0].isdigit())
        if attached:
            found.append(line)
            continue
        if _TITLE_OPENING.match(line.text):
            near = _TITLE_WITHIN
        elif line.text.endswith(("。", ":", ";")) or ":" in line.text[:8]:
            near = -1  # the salutation or the body has begun
        else:
            near -= 1
        plain_line = len(line.text) <= _LONGEST_TITLE and line.text[-1] not in "。;:!?,"
        first = (
            number == 0 and len(line.text) >= _SHORTEST_TITLE and not re.search(r"[,\t]|^[各我]", line.text)
        )
        if plain_line and (
            first or _TITLE_OPENING.match(line.text) or (near >= 0 and _TITLE_ENDING.search(line.text))
        ):
            found.append(line)
    return found


def title(plain: str, text: str) -> str | None:
    """文件标题 — the first line that is worded like the title of a document, else the first line."""
    first: Line | None = None
    for number, line in enumerate(_of_the_text(plain)):
        if number >= _TITLE_WITHIN:
            break
        if len(line.text) > _LONGEST_TITLE or line.text.endswith(("。", ":", ";")):
            continue
        first = first or line
        if _TITLE_ENDING.search(line.text) and not re.match(r"第.{1,3}篇|附件", line.text):
            return text[line.start : line.end]
    return text[first.start : first.end] if first else None
