"""纯文本 — a paper as plain text: for a quick look, and for tests to compare."""

from collections.abc import Iterable
from functools import singledispatch

from zhengyou.core.papers.blocks import (
    Addressee,
    Appendix,
    Attachments,
    Colophon,
    Heading,
    Letterhead,
    Masthead,
    Note,
    Para,
    Sheet,
    Signature,
    Table,
    Tailpiece,
    Title,
    Written,
)
from zhengyou.core.papers.grid import HeadCell, grid_of
from zhengyou.core.papers.settle import settled
from zhengyou.core.papers.values import NONE_STATED, date_zh

RULE = "━" * 28


def to_text(blocks: Iterable[Written]) -> str:
    """纯文本 — the paper as lines of text, one blank line between its parts."""
    return "\n\n".join(text_of(block) for block in settled(blocks)) + "\n"


def salutation(block: Addressee) -> str:
    """主送机关 — with its full-width colon, once."""
    return block.text.rstrip("：: ") + "："


def attachment_lines(block: Attachments) -> list[str]:
    """附件说明 — one name alone has no number; several are numbered 1. 2. 3."""
    if len(block.names) == 1:
        return [block.names[0]]
    return [f"{number}.{name}" for number, name in enumerate(block.names, start=1)]


def bracketed(block: Note) -> str:
    """附注 — in round brackets, once."""
    return f"（{block.text.strip('（）()')}）"


def appendix_mark(block: Appendix) -> str:
    """附件标记 — 附件 alone, or 附件1 among several."""
    return f"附件{block.number or ''}"


def copies_line(block: Colophon) -> str:
    """抄送机关 — parted by commas unless the writer parted them, closed with a full stop."""
    names = block.copies if isinstance(block.copies, str) else "，".join(block.copies)
    return f"{names.rstrip('。')}。" if names else ""


@singledispatch
def text_of(block: object) -> str:
    """纯文本 — one block as text."""
    raise TypeError(f"{block!r} is no part of a paper.")


@text_of.register
def _letterhead(block: Letterhead) -> str:
    upper = [line for line in (block.copy_number, block.secrecy, block.urgency) if line]
    signed = f"　　签发人：{'　'.join(block.signers)}" if block.signers else ""
    return "\n".join([*upper, block.mark, block.number + signed, RULE])


@text_of.register
def _masthead(block: Masthead) -> str:
    return "\n".join([block.name, block.issue, f"{block.editor}　　{date_zh(block.issued_on)}", RULE])


@text_of.register(Title)
@text_of.register(Para)
def _words(block: Title | Para) -> str:
    return f"　　{block.text}" if isinstance(block, Para) else block.text


@text_of.register
def _addressee(block: Addressee) -> str:
    return salutation(block)


@text_of.register
def _heading(block: Heading) -> str:
    return f"　　{block.text}{block.then}"


@text_of.register(Table)
@text_of.register(Sheet)
def _table(block: Table | Sheet) -> str:
    grid = grid_of(block)
    lines = [line for line in (grid.caption, grid.remark) if line]
    lines += [" | ".join(_spread(row, len(grid.spans))) for row in grid.head]
    lines += [" | ".join(row) for row in grid.rows] or [NONE_STATED]
    if grid.total is not None:
        lines.append(" | ".join(grid.total))
    return "\n".join(lines)


def _spread(row: list[HeadCell], columns: int) -> list[str]:
    texts = {cell.at: cell.text for cell in row}
    return [texts.get(at, "") for at in range(columns)]


@text_of.register
def _attachments(block: Attachments) -> str:
    return "　　附件：" + "\n　　　　　".join(attachment_lines(block))


@text_of.register
def _signature(block: Signature) -> str:
    return f"{block.org}\n{date_zh(block.on)}"


@text_of.register
def _note(block: Note) -> str:
    return f"　　{bracketed(block)}"


@text_of.register
def _appendix(block: Appendix) -> str:
    return f"{appendix_mark(block)}\n\n{block.title}"


@text_of.register
def _colophon(block: Colophon) -> str:
    to = [f"主送：{block.addressee.rstrip('。')}。"] if block.addressee else []
    copies = [f"抄送：{copies_line(block)}"] if block.copies else []
    printed = f"{block.printed_by}　　{date_zh(block.printed_on)}印发"
    return "\n".join([RULE, *to, *copies, printed, RULE])


@text_of.register
def _tailpiece(block: Tailpiece) -> str:
    return "\n".join([RULE, *(f"{verb}：{units}" for verb, units in block.to), f"（共印{block.copies}份）"])
