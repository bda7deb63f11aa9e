"""A bundle as another installation sends it, read into plain rows or refused in words.

Every level of it has exactly its own fields: where a field too many is refused, nobody's name travels along.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhengyou.core.errors import Refused
from zhengyou.rooms.federation.models import FORMAT

LARGEST = 20 * 1024 * 1024  # bytes
WHOLE = 2**63 - 1
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
BUNDLE = {"format", "from", "number", "made_at", "window", "taken_at", "measures", "sums"}
MEASURE = {"title", "unit", "meaning", "definition", "of", "per"}
SUM = {"organisation", "name", "depth", "measure", "value"}


@dataclass(frozen=True)
class Sent:
    """来件 — a bundle's text with the signature beside it, before either is believed."""

    bundle: str
    signature: str
    key: str


@dataclass(frozen=True)
class Line:
    """One sum of a bundle: of one measure over one organisation and all below it."""

    code: str
    name: str
    depth: int
    measure: str
    value: int


@dataclass(frozen=True)
class Bundle:
    """上报文件 — what a sender says, in our types."""

    code: str
    name: str
    number: int
    made_at: datetime
    taken_at: datetime
    since: date | None
    until: date
    measures: dict[str, dict[str, Any]]
    sums: list[Line]


def read_sent(text: str) -> Sent:
    """Read the file: a bundle, its signature and the key it is to be checked with."""
    if len(text.encode(errors="replace")) > LARGEST:
        raise Refused("上报文件超过20MB，没有收。请减少指标或少报几级。")
    found = _fields(_json(text), {"bundle", "signature", "key"}, "文件最外层")
    wrong = [name for name, value in found.items() if not isinstance(value, str)]
    if wrong or UNPRINTABLE.search(found["bundle"]):
        raise Refused("上报文件不合格式：bundle、signature、key都应是文字。")
    return Sent(found["bundle"], found["signature"].strip().lower(), found["key"].strip().lower())


def read_bundle(text: str) -> Bundle:
    """Read what was signed; the first thing that is wrong is named."""
    found = _json(text)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(f"上报文件不是本版认识的格式（{FORMAT}）：请两边用同一版。")
    found = _fields(found, BUNDLE, "上报内容")
    sender = _fields(found["from"], {"code", "name"}, "from")
    window = _fields(found["window"], {"since", "until"}, "window")
    read = Bundle(
        _words(sender["code"], 60, "from.code"),
        _words(sender["name"], 120, "from.name"),
        _whole(found["number"], "number", 1),
        _moment(found["made_at"], "made_at"),
        _moment(found["taken_at"], "taken_at"),
        None if window["since"] is None else _day(window["since"], "window.since"),
        _day(window["until"], "window.until"),
        _measures(found["measures"]),
        [_line(line, n) for n, line in enumerate(_list(found["sums"]), start=1)],
    )
    _check_window(read)
    _check_sums(read)
    return read


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("上报文件不合格式：不是JSON文件，或者传坏了。") from error


def _wrong(where: str, wanted: str) -> Refused:
    return Refused(f"上报文件不合格式：{where}应是{wanted}。")


def _fields(found: Any, names: set[str], where: str) -> dict[str, Any]:
    """A mapping with exactly these fields."""
    if not isinstance(found, dict):
        raise _wrong(where, "一组字段")
    if missing := sorted(names - set(found)):
        raise Refused(f"上报文件不合格式：{where}缺{'、'.join(missing)}。")
    if len(found) > len(names):
        raise Refused(f"上报文件不合格式：{where}有不该有的字段。上报只有组织一级的汇总数，没有别的位置。")
    return found


def _list(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise _wrong("sums", "一列数")
    return found


def _words(found: Any, most: int, where: str, *, needed: bool = True) -> str:
    if not isinstance(found, str) or len(found) > most or UNPRINTABLE.search(found) or (needed and not found):
        raise _wrong(where, f"不超过{most}字的一行文字")
    return found


def _whole(found: Any, where: str, least: int = -WHOLE) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= WHOLE:
        raise _wrong(where, "整数" if least < 0 else f"不小于{least}的整数")
    return found


def _day(found: Any, where: str) -> date:
    try:
        return date.fromisoformat(found)
    except (TypeError, ValueError) as error:
        raise _wrong(where, "日期，如2010-06-30") from error


def _moment(found: Any, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(found)
    except (TypeError, ValueError) as error:
        raise _wrong(where, "带时区的时刻") from error
    if moment.utcoffset() is None or not 1900 < moment.year < 9000:
        raise _wrong(where, "带时区的时刻")
    return moment


def _measures(found: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(found, dict) or not found:
        raise _wrong("measures", "一组指标")
    return {_name(name): _measure(told, name) for name, told in found.items()}


def _name(found: Any) -> str:
    if not isinstance(found, str) or not NAME.fullmatch(found):
        raise _wrong("指标代号", "小写字母、数字和下划线")
    return found


def _measure(found: Any, name: str) -> dict[str, Any]:
    told = _fields(found, MEASURE, f"指标{name}")
    for field, most in (("title", 60), ("meaning", 500), ("definition", 1000), ("of", 60)):
        _words(told[field], most, f"指标{name}的{field}")
    _words(told["unit"], 20, f"指标{name}的unit", needed=False)
    _whole(told["per"], f"指标{name}的per", 1)
    return told


def _line(found: Any, number: int) -> Line:
    where = f"第{number}个数"
    line = _fields(found, SUM, where)
    return Line(
        _words(line["organisation"], 60, f"{where}的organisation"),
        _words(line["name"], 120, f"{where}的name"),
        _whole(line["depth"], f"{where}的depth", 0),
        _name(line["measure"]),
        _whole(line["value"], f"{where}的value"),
    )


def _check_window(read: Bundle) -> None:
    if read.since and read.since > read.until:
        raise Refused("上报文件的时段不对：起在止以后。")


def _check_sums(read: Bundle) -> None:
    """Every sum is of a told measure and stands once; counts are not below nought; every measure has its top."""
    seen: set[tuple[str, str]] = set()
    tops = set()
    for line in read.sums:
        told = read.measures.get(line.measure)
        if told is None:
            raise Refused(f"上报文件里的指标{line.measure}没有写明口径。")
        if line.value < 0 and told["definition"].startswith("count("):
            raise Refused(f"上报数不对：{line.name}的“{told['title']}”是计数，不会小于0。")
        if (line.measure, line.code) in seen or line.depth > 30:
            raise Refused(f"上报数不对：{line.name}的“{told['title']}”报了不止一次，或者级次不对。")
        seen.add((line.measure, line.code))
        if line.depth == 0:
            tops.add((line.measure, line.code))
    if tops != {(name, read.code) for name in read.measures}:
        raise Refused(f"上报数不对：每个指标都要有且只有一个“{read.name}”的总数。")
