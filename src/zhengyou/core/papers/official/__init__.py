"""公文 — a paper as a document by GB/T 9704-2012, to be opened and edited in Word, WPS or LibreOffice."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from docx import Document as new_document
from docx.document import Document
from docx.oxml.ns import qn

from zhengyou.core.papers.blocks import (
    Addressee,
    Appendix,
    Attachments,
    Block,
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
from zhengyou.core.papers.official.body import (
    write_addressee,
    write_appendix,
    write_attachments,
    write_heading,
    write_note,
    write_para,
    write_signature,
    write_title,
)
from zhengyou.core.papers.official.faces import set_faces
from zhengyou.core.papers.official.foot import write_colophon, write_tailpiece
from zhengyou.core.papers.official.letterhead import write_letterhead, write_masthead
from zhengyou.core.papers.official.page import lay_out
from zhengyou.core.papers.official.tables import write_table
from zhengyou.core.papers.settle import settled

WRITERS: dict[type, Callable[[Document, Any], None]] = {
    Letterhead: write_letterhead,
    Masthead: write_masthead,
    Title: write_title,
    Addressee: write_addressee,
    Para: write_para,
    Heading: write_heading,
    Table: write_table,
    Sheet: write_table,
    Attachments: write_attachments,
    Signature: write_signature,
    Note: write_note,
    Appendix: write_appendix,
    Colophon: write_colophon,
    Tailpiece: write_tailpiece,
}


def to_docx(blocks: Iterable[Written]) -> bytes:
    """公文文档 — the paper as the bytes of a .docx file."""
    ready = settled(blocks)
    paper = new_document()
    set_faces(paper)
    lay_out(paper)
    _as_word_2013(paper)
    _describe(paper, ready)
    for block in ready:
        WRITERS[type(block)](paper, block)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _as_word_2013(paper: Document) -> None:
    """Without this Word opens the paper in a compatibility mode, with tables shifted to the left."""
    settings = paper.settings.element
    for mode in settings.iterfind("{*}compat/{*}compatSetting"):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for language in settings.iterfind("{*}themeFontLang"):
        language.set(qn("w:eastAsia"), "zh-CN")


def _describe(paper: Document, blocks: list[Block]) -> None:
    """Title and issuer among the file's properties, and nothing of the library's own."""
    titles = [block.text for block in blocks if isinstance(block, Title)]
    orgs = [block.org for block in blocks if isinstance(block, Signature)]
    about = paper.core_properties
    about.title = titles[0].replace("\n", "")[:255] if titles else ""
    about.author = about.last_modified_by = orgs[0][:255] if orgs else ""
    about.comments, about.language = "", "zh-CN"
