"""文件格式 — a .txt, .docx or .html file read into one text."""

from __future__ import annotations

from pathlib import Path

from zhengyou.reading.files import page, plain_text, word
from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.model import Notice

_READERS = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".md": plain_text.read,
    ".docx": word.read,
    ".html": page.read,
    ".htm": page.read,
    ".xhtml": page.read,
}

__all__ = ["Unreadable", "read_file"]


def read_file(path: str | Path) -> Notice:
    """读文件 — the notice that a file holds, or `Unreadable` with the reason in words."""
    path = Path(path)
    if not path.exists():
        raise Unreadable(f"{path}: 找不到这个文件 (no such file)")
    if not path.is_file():
        raise Unreadable(f"{path}: 不是文件 (not a file)")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(sorted(_READERS))
        raise Unreadable(
            f"{path}: 不认识这种格式,请另存为 docx 或 txt (unknown kind of file; known: {known})"
        )
    try:
        text = reader(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"{path}: 读不出来 ({error.strerror})") from error
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}") from error
    if not text.strip():
        raise Unreadable(f"{path}: 没有文字 (no text in it)")
    return Notice(text=text, name=path.stem)
