"""旧格式 — .doc and .wps through LibreOffice, where it is installed: converted to .docx first."""

from zhengyou.libreoffice import converted, program
from zhengyou.reading.files import word
from zhengyou.reading.files.errors import Unreadable

__all__ = ["program", "read"]


def read(data: bytes) -> str:
    """旧格式 — what the file says once it is a .docx."""
    if program() is None:
        raise Unreadable(
            "这种旧格式要用 LibreOffice 转换,本机没有装:请另存为 .docx 或 .txt 再读"
            " (needs LibreOffice, which is not installed: save it as .docx or .txt)"
        )
    try:
        made = converted(data, "doc", "docx")
    except TimeoutError as error:
        raise Unreadable("LibreOffice 转换超时 (LibreOffice took too long)") from error
    if made is None:
        raise Unreadable("LibreOffice 转换不了这个文件 (LibreOffice could not convert it)")
    return word.read(made)
