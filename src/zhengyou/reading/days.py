"""日期 — dates as notices write them: 2010年4月底, 三月下旬, 4.15, 民国99年5月, 年底; and what days they cover."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from zhengyou.reading.numerals import value
from zhengyou.reading.years import When

_CN_YEAR = "[〇零○一二三四五六七八九]{4}"
_YEAR = rf"(?:(?P<year>(?:19|20)\d\d|{_CN_YEAR}|20[xX×]{{2}})年?度?|民国 ?(?P<republic>\d+|[〇零○一二三四五六七八九十百]+) ?年|(?P<hundred>一百[〇零○]?[一二三四五六七八九十]{1, 3})年|(?P<relative>今|明|去|本|当|次|翌|同)年)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9]|三十[一]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)"
_PART = r"(?P<part>底|末|初|上旬|中旬|下旬|中(?=[,。;)前])|上半月|下半月)"
_IN_YEAR = r"(?P<season>年底|年末|年终|岁末|底|末|上半年|下半年|年内|第?[一二三四]季度(?:末)?|年初)"
_NUMERIC = r"(?P<ny>(?:19|20)\d\d)[./-](?P<nm>1[0-2]|0?[1-9])(?:[./-](?P<nd>3[01]|[12]\d|0?[1-9]))?(?!\d)"
DATE = re.compile(
    rf"(?<!\d){_NUMERIC}"
    rf"|(?P<turn>本|下|次)月(?:{_DAY.replace('<day>', '<tday>')}|(?P<tpart>底|末|初|上旬|中旬|下旬))"
    rf"|(?<![\d个每]){_YEAR}? ?{_MONTH} ?(?:{_DAY}|{_PART})?"
    rf"|(?<!每)(?P<sy>(?:19|20)\d\d年|{_CN_YEAR}年|[今明本当]年)?(?P<alone>年底|年末|年终|岁末|上半年|下半年|(?<![一两二三四五六七八九十\d])年内|第?[一二三四]季度末?)"
    rf"|(?<![\d.])(?P<yonly>(?:19|20)\d\d|{_CN_YEAR})年(?P<yend>底|末|初)?(?!度|\d|[以来])"
    rf"|(?P<this>今年|明年|本年度?|当年)(?P<thisend>底|末|初)?"
    r"|(?P<dayonly>(?:3[01]|[12]\d|0?[1-9]))(?:日|号)(?!内|以内)"
)


@dataclass(frozen=True)
class Day:
    """日期 — a date as far as the words tell it."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    stated: bool = False

    def first(self) -> str | None:
        """首日 — the first day, month or year that the words cover."""
        return self._iso(0)

    def last(self) -> str | None:
        """末日 — the last day, month or year that the words cover."""
        return self._iso(1)

    def _iso(self, end: int) -> str | None:
        year = f"{self.year or 0:04}"
        if self.month is None:
            return self._of_year(year, end)
        month = f"{year}-{self.month:02}"
        if self.day:
            return f"{month}-{self.day:02}"
        days = self._days()
        return f"{month}-{days[end]:02}" if days else month

    def _days(self) -> tuple[int, int] | None:
        length = calendar.monthrange(self.year or 2001, self.month or 1)[1]
        return {
            "底": (length, length),
            "末": (length, length),
            "初": (1, 10),
            "上旬": (1, 10),
            "中旬": (11, 20),
            "中": (11, 20),
            "下旬": (21, length),
            "上半月": (1, 15),
            "下半月": (16, length),
        }.get(self.part)

    def _of_year(self, year: str, end: int) -> str | None:
        spans = {
            "上半年": ("01-01", "06-30"),
            "下半年": ("07-01", "12-31"),
            "底": ("12-31", "12-31"),
            "初": ("01-01", "01-31"),
            "内": ("01-01", "12-31"),
            "一季": ("01-01", "03-31"),
            "二季": ("04-01", "06-30"),
            "三季": ("07-01", "09-30"),
            "四季": ("10-01", "12-31"),
        }
        if self.part == "内" and self.year is None:
            return None
        if self.part in spans:
            return f"{year}-{spans[self.part][end]}"
        return year if self.year else None


def dates(plain: str, start: int, end: int, when: When) -> list[Day]:
    """日期 — every date between two places; one without a year takes the year before it or the notice's."""
    found: list[Day] = []
    for match in DATE.finditer(plain, start, end):
        day = _day(match, found[-1] if found else None, when)
        if day is not None:
            found.append(day)
    return found


def _day(match: re.Match[str], before: Day | None, when: When) -> Day | None:
    groups = match.groupdict()
    start, end = match.span()
    year = when.year
    if groups["turn"]:
        return _this_month(match, when)
    if groups["ny"]:
        day = int(groups["nd"]) if groups["nd"] else None
        return Day(start, end, int(groups["ny"]), int(groups["nm"]), day, stated=True)
    if groups["month"]:
        return _in_month(match, before, year)
    if groups["dayonly"]:
        if before is None or before.month is None or before.day is None or start - before.end > 3:
            return None
        return Day(start, end, before.year, before.month, int(groups["dayonly"]))
    return _in_year(match, before, year)


def _this_month(match: re.Match[str], when: When) -> Day | None:
    """本月底, 下月5日: counted from the month of the signature; without one no calendar can tell."""
    if when.year is None or when.month is None:
        return None
    later = when.month if match["turn"] == "本" else when.month + 1
    day = value(match["tday"]) if match["tday"] else None
    year, month = when.year + (later > 12), (later - 1) % 12 + 1
    return Day(match.start(), match.end(), year, month, int(day) if day else None, match["tpart"] or "")


def _in_month(match: re.Match[str], before: Day | None, year: int | None) -> Day:
    month = int(value(match["month"]) or 1)
    day = value(match["day"]) if match["day"] else None
    own = _year(match, year)
    known = own
    if known is None:
        near = before is not None and before.month is not None and match.start() - before.end <= 8
        known = before.year if near and before is not None else year
    return Day(
        match.start(),
        match.end(),
        known,
        month,
        int(day) if day else None,
        match["part"] or "",
        own is not None,
    )


def _year(match: re.Match[str], year: int | None) -> int | None:
    if match["year"]:
        number = (
            value(match["year"]) if "x" not in match["year"].lower() and "×" not in match["year"] else None
        )
        return int(number) if number else None
    if match["republic"] or match["hundred"]:
        return int(value(match["republic"] or match["hundred"]) or 0) + 1911
    if match["relative"] and year:
        return year + {"明": 1, "次": 1, "翌": 1, "去": -1}.get(match["relative"], 0)
    return None


def _in_year(match: re.Match[str], before: Day | None, year: int | None) -> Day:
    start, end = match.span()
    if match["alone"]:
        stated = match["sy"] or ""
        number = value(stated[:-1]) if len(stated) == 5 else None
        own = int(number) if number else (year + 1 if year and stated == "明年" else year)
        word = match["alone"].lstrip("第")
        part = (
            word if word.endswith("半年") else {"年内": "内"}.get(word, word[:2] if "季度" in word else "底")
        )
        return Day(start, end, own, part=part, stated=bool(number))
    if match["yonly"]:
        number = value(match["yonly"])
        part = {"底": "底", "末": "底", "初": "初"}.get(match["yend"] or "", "")
        return Day(start, end, int(number) if number else None, part=part, stated=True)
    own = year + 1 if year and match["this"] == "明年" else year
    part = {"底": "底", "末": "底", "初": "初"}.get(match["thisend"] or "", "")
    return Day(start, end, own, part=part)
