"""文书 — what goes out on paper: a writer yields a title and blocks, the engine makes files of them.

::

    @paper(kind="circular")
    def study_circular(org, judged):
        \"\"\"学习情况通报 — who has met the study requirement and what the others lack.\"\"\"
        yield f"关于{org}学习情况的通报"
        yield Heading(1, "总体情况")
        yield f"应参学{len(judged)}人。"
        yield Table(["姓名", "所差"], judged)

    to_docx(study_circular(org, judged))

A string is the title first and a paragraph afterwards. ``to_docx`` follows GB/T 9704-2012,
``to_xlsx`` makes a ledger of every table, ``to_html`` a fragment for a page, and ``to_text`` is
what tests compare. Text is made printable and headings are numbered before any of them runs.
"""

from zhengyou.core.papers.blocks import (
    Addressee,
    Appendix,
    Attachments,
    Block,
    Colophon,
    Column,
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
from zhengyou.core.papers.html import to_html
from zhengyou.core.papers.marked import MarkedTable, to_marked_xlsx
from zhengyou.core.papers.official import to_docx
from zhengyou.core.papers.pdf import to_pdf_or_docx
from zhengyou.core.papers.registry import KINDS, PAPERS, Paper, paper
from zhengyou.core.papers.text import to_text
from zhengyou.core.papers.values import Cell, Share, date_zh, numeral_zh
from zhengyou.core.papers.workbook import to_xlsx

__all__ = [
    "KINDS",
    "PAPERS",
    "Addressee",
    "Appendix",
    "Attachments",
    "Block",
    "Cell",
    "Colophon",
    "Column",
    "Heading",
    "Letterhead",
    "MarkedTable",
    "Masthead",
    "Note",
    "Paper",
    "Para",
    "Share",
    "Sheet",
    "Signature",
    "Table",
    "Tailpiece",
    "Title",
    "Written",
    "date_zh",
    "numeral_zh",
    "paper",
    "to_docx",
    "to_html",
    "to_marked_xlsx",
    "to_pdf_or_docx",
    "to_text",
    "to_xlsx",
]
