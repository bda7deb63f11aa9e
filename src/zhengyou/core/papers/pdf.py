"""A paper as PDF, as LibreOffice prints it, where the machine has one; else it stays a Word file."""

from collections.abc import Iterable

from zhengyou.core.papers.blocks import Written
from zhengyou.core.papers.official import to_docx
from zhengyou.libreoffice import converted


def to_pdf_or_docx(written: Iterable[Written]) -> tuple[bytes, str]:
    """印成 PDF — the file, and how its name ends."""
    content = to_docx(written)
    try:
        printed = converted(content, "docx", "pdf")
    except TimeoutError:
        printed = None
    return (printed, "pdf") if printed else (content, "docx")
