"""A notice as somebody sent it, read by its name's ending."""

import tempfile
from pathlib import Path

from zhengyou.core.errors import Refused
from zhengyou.reading import Unreadable, read_file
from zhengyou.reading import draft as read_draft
from zhengyou.reading.model import Draft


def read_sent(raw: bytes, name: str) -> Draft:
    """读文件 — everything read out of a file; ``Refused`` in words where there is no text to read."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"notice{Path(name).suffix.lower()}"
        file.write_bytes(raw)
        try:
            return read_draft(read_file(file))
        except Unreadable as error:
            raise Refused(f"{name}：{str(error).removeprefix(f'{file}: ')}") from error
