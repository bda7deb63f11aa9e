"""版块 — what a paper is made of; a writer yields these, and a page, a file or plain text is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from zhengyou.core.papers.values import Cell


@dataclass(frozen=True)
class Letterhead:
    """版头 — whose paper it is: the red mark, the number, and how secret or urgent it is.

    A line break in ``mark`` parts a long name by its meaning. With ``signers`` the paper goes
    upwards (上行文): the number moves to the left, the signers stand on the right.
    """

    mark: str
    number: str = ""
    urgency: str = ""
    secrecy: str = ""
    copy_number: str = ""
    signers: Sequence[str] = ()


@dataclass(frozen=True)
class Masthead:
    """报头 — the head of a bulletin: its red name, its issue, who edits it and when."""

    name: str
    issue: str
    editor: str
    issued_on: date


@dataclass(frozen=True)
class Title:
    """标题 — the title; line breaks by meaning are kept, a long title without any is parted."""

    text: str


@dataclass(frozen=True)
class Addressee:
    """主送机关 — who is to act on the paper."""

    text: str


@dataclass(frozen=True)
class Para:
    """正文 — one paragraph."""

    text: str


@dataclass(frozen=True)
class Heading:
    """层次标题 — a heading of level 1–4, numbered 一、（一）1.（1） by the engine.

    ``then`` is text that goes on in the same paragraph. A number already written is not doubled.
    """

    level: Literal[1, 2, 3, 4]
    text: str
    then: str = ""


@dataclass(frozen=True)
class Table:
    """表格 — a table amid the text; columns of numbers stand to the right.

    ``numbers`` names such columns by position where the cells do not show it themselves;
    ``widths`` are proportions. A table without rows says 无.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float] | None = None
    caption: str = ""
    numbers: Sequence[int] | None = None


Kind = Literal["text", "number", "date", "share"]


@dataclass(frozen=True)
class Column:
    """栏 — a column of a ledger; neighbours of the same ``group`` stand under one heading."""

    title: str
    width: float | None = None
    kind: Kind = "text"
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """台账表 — a ledger: its rows are counted, numbered and added up by the engine.

    ``whose`` and ``as_of`` go into the line under the title, with the number of rows. ``total``
    is True for a sum of every number and share, or the cells of a row that the writer computed.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: bool | Sequence[Cell] = False
    whose: str = ""
    as_of: date | None = None
    caption: str = ""
    numbered: bool = True


@dataclass(frozen=True)
class Attachments:
    """附件说明 — the names of what is attached; numbered when there are several."""

    names: Sequence[str]


@dataclass(frozen=True)
class Signature:
    """署名 — who issues the paper and the day it was decided.

    No seal is drawn: ``sealed`` leaves the place where one will be pressed on name and day.
    """

    org: str
    on: date
    sealed: bool = False


@dataclass(frozen=True)
class Note:
    """附注 — a remark in round brackets below the date, such as 此件公开发布."""

    text: str


@dataclass(frozen=True)
class Appendix:
    """附件 — begins an attachment on a new page; ``number`` is its place in the list, if several."""

    title: str
    number: int | None = None


@dataclass(frozen=True)
class Colophon:
    """版记 — who gets copies, who printed the paper and when; it goes to the foot of the last page."""

    printed_by: str
    printed_on: date
    copies: str | Sequence[str] = ()
    addressee: str = ""


@dataclass(frozen=True)
class Tailpiece:
    """报尾 — the foot of a bulletin: reported to 报, sent to 送, issued to 发, and how many copies."""

    to: Sequence[tuple[str, str]]
    copies: int


Block = (
    Letterhead
    | Masthead
    | Title
    | Addressee
    | Para
    | Heading
    | Table
    | Sheet
    | Attachments
    | Signature
    | Note
    | Appendix
    | Colophon
    | Tailpiece
)
Written = Block | str  # a plain string is the title first, a paragraph afterwards
