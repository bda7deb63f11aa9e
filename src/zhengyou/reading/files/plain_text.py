"""纯文本 — text files in the encodings that Chinese offices use."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from zhengyou.reading.files.errors import Unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# The commonest characters of running Chinese, both scripts: a wrong encoding shows few of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_COMMON_TRADITIONAL = frozenset("這為個國時來們會對發動產種後學經與黨員務實開關進應該")


def read(data: bytes) -> str:
    """纯文本 — the decoded text as it is: line ends stay, so that places count the same everywhere."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"编码损坏 (broken {encoding})") from error


def _guessed(data: bytes) -> str:
    """GB18030 and Big5 share most byte pairs: whichever reads more like Chinese is taken."""
    readings = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if readings:
        return max(readings, key=_likeness)
    best = from_bytes(data).best()
    if best is None or best.encoding in ("ascii",):
        raise Unreadable("认不出文字编码 (unknown encoding)")
    return str(best)


def _likeness(text: str) -> float:
    sample = text[:20_000]
    known = sum(letter in _COMMON or letter in _COMMON_TRADITIONAL for letter in sample)
    private = sum("\ue000" <= letter <= "\uf8ff" for letter in sample)
    return (known - 5 * private) / max(1, len(sample))
