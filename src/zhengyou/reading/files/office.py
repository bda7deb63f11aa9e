"""旧格式 — .doc and .wps through LibreOffice, where it is installed: converted to .docx in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from zhengyou.reading.files import word
from zhengyou.reading.files.errors import Unreadable

_NAMES = ("soffice", "libreoffice")
_PATIENCE = 120  # seconds


def program() -> str | None:
    """LibreOffice — where it is, or None."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def read(data: bytes) -> str:
    """旧格式 — what the file says once it is a .docx."""
    office = program()
    if office is None:
        raise Unreadable(
            "这种旧格式要用 LibreOffice 转换,本机没有装:请另存为 .docx 或 .txt 再读"
            " (needs LibreOffice, which is not installed: save it as .docx or .txt)"
        )
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "notice.doc").write_bytes(data)
        _convert(office, home)
        made = home / "notice.docx"
        if not made.exists():
            raise Unreadable("LibreOffice 转换不了这个文件 (LibreOffice could not convert it)")
        return word.read(made.read_bytes())


def _convert(office: str, home: Path) -> None:
    """A profile of its own: one conversion never waits for a LibreOffice that somebody has open."""
    command = [
        office,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(home),
        str(home / "notice.doc"),
    ]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 — our own words
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unreadable("LibreOffice 转换超时 (LibreOffice took too long)") from error
