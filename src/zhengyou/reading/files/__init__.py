"""文件格式 — a .txt, .docx, .html, .pdf or (through LibreOffice) .doc or .wps file read into one text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zhengyou.reading.files import office, page, pdf, plain_text, word
from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.model import Notice

_READERS: dict[str, Callable[[bytes], str]] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".md": plain_text.read,
    ".docx": word.read,
    ".html": page.read,
    ".htm": page.read,
    ".xhtml": page.read,
    ".pdf": pdf.read,
    ".doc": office.read,
    ".wps": office.read,
    ".rtf": office.read,
    ".odt": office.read,
}
# A notice has some thousands of characters; the longest speeches have 50,000.
_LARGEST, _LONGEST = 30_000_000, 2_000_000
_ELSEWISE = {
    ".ofd": "还不能读 OFD,请用阅读软件另存为 PDF、.docx 或 .txt 再读 (OFD is not read: save it as .pdf, .docx or .txt)",
}

KNOWN = frozenset(_READERS)

__all__ = ["KNOWN", "Unreadable", "read_file"]


def read_file(path: str | Path) -> Notice:
    """读文件 — the notice that a file holds, or `Unreadable` with the reason in words."""
    path = Path(path)
    try:
        text = _read(path)
    except OSError as error:
        raise Unreadable(f"{path}: 读不出来 ({error.strerror})") from error
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}") from error
    return Notice(text=text, name=path.stem)


def _read(path: Path) -> str:
    if not path.exists():
        raise Unreadable("找不到这个文件 (no such file)")
    if not path.is_file():
        raise Unreadable("不是文件 (not a file)")
    read = _reader(path.suffix.lower())
    if path.stat().st_size > _LARGEST:
        raise Unreadable("文件太大,请拆成几份再读 (too large)")
    text = read(path.read_bytes())
    if not text.strip():
        raise Unreadable("没有文字 (no text in it)")
    if len(text) > _LONGEST:
        raise Unreadable(f"文字太多({len(text)}字),请拆成几份再读 (too long)")
    return text


def _reader(suffix: str) -> Callable[[bytes], str]:
    if suffix in _READERS:
        return _READERS[suffix]
    if suffix in _ELSEWISE:
        raise Unreadable(_ELSEWISE[suffix])
    known = " ".join(sorted(_READERS))
    raise Unreadable(f"不认识这种格式,请另存为 docx 或 txt (unknown kind of file; known: {known})")
