"""网页文书 — a paper as a fragment of HTML: elements and classes, no styles and no scripts of its own.

Classes: ``paper`` on the whole; ``paper-mark``, ``paper-number``, ``paper-rule``, ``paper-title``,
``paper-addressee``, ``paper-heading-1`` to ``-4``, ``paper-item`` (a heading and the text that goes on
after it), ``paper-table``, ``paper-figure`` (a number), ``paper-remark``, ``paper-attachments``,
``paper-signature``, ``paper-note``, ``paper-colophon``.
"""

from collections.abc import Iterable
from functools import singledispatch
from html import escape

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
from zhengyou.core.papers.grid import Grid, grid_of
from zhengyou.core.papers.settle import settled
from zhengyou.core.papers.text import (
    appendix_mark,
    attachment_lines,
    bracketed,
    copies_line,
    salutation,
)
from zhengyou.core.papers.values import NONE_STATED, date_zh


def to_html(blocks: Iterable[Written]) -> str:
    """网页文书 — the paper as an ``article``; everything that people wrote is escaped."""
    inside = "\n".join(html_of(block) for block in settled(blocks))
    return f'<article class="paper">\n{inside}\n</article>\n'


def _p(kind: str, text: str, tag: str = "p") -> str:
    return f'<{tag} class="paper-{kind}">{escape(text).replace(chr(10), "<br>")}</{tag}>'


@singledispatch
def html_of(block: object) -> str:
    """网页文书 — one block as HTML."""
    raise TypeError(f"{block!r} is no part of a paper.")


@html_of.register
def _letterhead(block: Letterhead) -> str:
    upper = [_p("grade", line) for line in (block.copy_number, block.secrecy, block.urgency) if line]
    signers = [_p("signers", f"签发人：{'　'.join(block.signers)}")] if block.signers else []
    lines = [*upper, _p("mark", block.mark), _p("number", block.number), *signers, '<hr class="paper-rule">']
    return f"<header>{''.join(lines)}</header>"


@html_of.register
def _masthead(block: Masthead) -> str:
    issued = _p("number", f"{block.editor}　{date_zh(block.issued_on)}")
    parts = (_p("mark", block.name), _p("number", block.issue), issued, '<hr class="paper-rule">')
    return f"<header>{''.join(parts)}</header>"


@html_of.register
def _title(block: Title) -> str:
    return _p("title", block.text, "h1")


@html_of.register
def _addressee(block: Addressee) -> str:
    return _p("addressee", salutation(block))


@html_of.register
def _para(block: Para) -> str:
    return f"<p>{escape(block.text)}</p>"


@html_of.register
def _heading(block: Heading) -> str:
    heading = _p(f"heading-{block.level}", block.text, f"h{block.level + 1}")
    return f'<div class="paper-item">{heading}<p>{escape(block.then)}</p></div>' if block.then else heading


@html_of.register(Table)
@html_of.register(Sheet)
def _table(block: Table | Sheet) -> str:
    grid = grid_of(block)
    caption = f"<caption>{escape(grid.caption)}</caption>" if grid.caption else ""
    remark = _p("remark", grid.remark) if grid.remark else ""
    body = "".join(_row(row, grid) for row in grid.rows) or _nothing(grid)
    foot = f"<tfoot>{_row(grid.total, grid)}</tfoot>" if grid.total is not None else ""
    return f'{remark}<table class="paper-table" tabindex="0">{caption}{_head(grid)}<tbody>{body}</tbody>{foot}</table>'


def _head(grid: Grid) -> str:
    def cell(text: str, across: int, down: int) -> str:
        scope = "colgroup" if across > 1 else "col"
        spans = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
        return f'<th scope="{scope}"{spans}>{escape(text)}</th>'

    rows = ("".join(cell(each.text, each.across, each.down) for each in row) for row in grid.head)
    return f"<thead>{''.join(f'<tr>{row}</tr>' for row in rows)}</thead>"


def _row(words: list[str], grid: Grid) -> str:
    def cell(at: int, text: str) -> str:
        kind = ' class="paper-figure"' if at in grid.figures else ""
        return f"<td{kind}>{escape(text)}</td>"

    return f"<tr>{''.join(cell(at, text) for at, text in enumerate(words))}</tr>"


def _nothing(grid: Grid) -> str:
    return f'<tr><td colspan="{len(grid.spans)}">{NONE_STATED}</td></tr>'


@html_of.register
def _attachments(block: Attachments) -> str:
    names = "".join(f"<li>{escape(line)}</li>" for line in attachment_lines(block))
    return f'<div class="paper-attachments"><p>附件：</p><ul>{names}</ul></div>'


@html_of.register
def _signature(block: Signature) -> str:
    day = f'<time datetime="{block.on:%Y-%m-%d}">{date_zh(block.on)}</time>'
    return f'<p class="paper-signature">{escape(block.org)}<br>{day}</p>'


@html_of.register
def _note(block: Note) -> str:
    return _p("note", bracketed(block))


@html_of.register
def _appendix(block: Appendix) -> str:
    return _p("appendix", appendix_mark(block)) + _p("title", block.title, "h2")


@html_of.register
def _colophon(block: Colophon) -> str:
    to = f"<p>主送：{escape(block.addressee.rstrip('。'))}。</p>" if block.addressee else ""
    copies = f"<p>抄送：{escape(copies_line(block))}</p>" if block.copies else ""
    printed = f"<p>{escape(block.printed_by)}　{date_zh(block.printed_on)}印发</p>"
    return f'<footer class="paper-colophon">{to}{copies}{printed}</footer>'


@html_of.register
def _tailpiece(block: Tailpiece) -> str:
    lines = "".join(f"<p>{escape(f'{verb}：{units}')}</p>" for verb, units in block.to)
    return f'<footer class="paper-colophon">{lines}<p>（共印{block.copies}份）</p></footer>'
