"""PDF — the text of a .pdf that holds text: lines made paragraphs again, page numbers and running heads left out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.files.pdf.furniture import without_furniture
from zhengyou.reading.files.pdf.layout import Page, page_of
from zhengyou.reading.files.pdf.paragraphs import paragraphs

_PROGRAM = Path(__file__).with_name("pages.py")
_PATIENCE = 90  # seconds
_FEW = 10  # letters a page: a stamp of the scanning program is no text
_REFUSED = {
    "large": "这份PDF太大或页数太多,请拆成几份再读 (too large)",
    "locked": "这份PDF加了密码,请用密码打开后另存为不加密的PDF或 .docx 再读 (needs a password)",
    "broken": "不是完好的PDF文件,请向发文单位另要一份 (not a sound PDF)",
}
_NO_TEXT = (
    "这份PDF里没有文字,大概是扫描件:请向发文单位要 .docx,或用文字识别软件认出文字后另存为 .docx 或 .txt 再读"
    " (no text in this PDF: probably a scan)"
)


def read(data: bytes) -> str:
    """PDF — one line a paragraph, one line a table row with its cells apart by tabs."""
    pages = without_furniture(_pages(data))
    letters = sum(len(line.text.strip()) for page in pages for line in page.lines)
    unknown = sum(line.text.count("(cid:") for page in pages for line in page.lines)
    if letters < _FEW * len(pages) or unknown * 4 > letters:
        raise Unreadable(_NO_TEXT)
    return "\n".join(paragraphs(pages)) + "\n"


def _pages(data: bytes) -> list[Page]:
    """A PDF is taken apart by a program of its own, which can be given up."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(_REFUSED["broken"])
    command = [sys.executable, "-P", str(_PROGRAM)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_REFUSED["large"]) from error
    pages = []
    for line in done.stdout.splitlines():
        found = _told(line)
        if "refused" in found:
            raise Unreadable(_REFUSED[str(found["refused"])])
        pages.append(page_of(found))
    if done.returncode:
        raise Unreadable(_REFUSED["large"])
    if not pages:
        raise Unreadable(_REFUSED["broken"])
    return pages


def _told(line: bytes) -> dict[str, object]:
    try:
        return dict(json.loads(line))
    except ValueError as error:  # given up in the middle of a page
        raise Unreadable(_REFUSED["large"]) from error
