"""频次 — how often something is to be done."""

from __future__ import annotations

import re

from zhengyou.reading.model import Cadence

_TABLE: list[tuple[str, str]] = [
    ("per_stage", r"每(?:一|个|一个)?阶段"),
    ("half_yearly", r"每(?:半年|学期|个学期|六个月|6个月)|半年(?:一次|1次|至少)|每年两次|按半年"),
    ("biweekly", r"每(?:半个?月|两周|2周|两个?星期|隔周)|半月(?:一次|1次)|双周|隔周"),
    ("bimonthly", r"每(?:两|二|2|隔)个?月|双月"),
    ("quarterly", r"每(?:个|一)?季度?|按季度?|(?<![一二三四])季度末|逐季|一季度一次|每三个月"),
    ("weekly", r"每(?:个|一)?(?:周|星期|礼拜)[一二三四五六日天]?|按周|逐周|一周一次"),
    ("monthly", r"每(?:个|一)?月(?:底|末|初)?|按月|逐月|月月|一月一次"),
    ("daily", r"每(?:一)?[天日]|逐日|按日|天天"),
    (
        "yearly",
        r"每(?:一|个)?(?:学年|年(?:度|末|底|初)?)|逐年|按年度?|年度(?=至少|不少于|[一两1-9]次)|一年一次|年年",
    ),
    ("per_event", r"每(?:一)?次|每场|每期"),
    ("regular", r"不定期|定期|经常性?地?"),
]
_PATTERN = re.compile("|".join(f"(?P<{every}>{pattern})" for every, pattern in _TABLE))


def cadence(plain: str, start: int, end: int, original: str) -> Cadence | None:
    """频次 — the first rhythm named between two places; a named period goes before 定期."""
    found = [(match.lastgroup or "", match) for match in _PATTERN.finditer(plain, start, end)]
    if not found:
        return None
    plainest = [pair for pair in found if pair[0] not in ("regular", "per_event")]
    every, match = (plainest or found)[0]
    return Cadence(every, original[match.start() : match.end()])
