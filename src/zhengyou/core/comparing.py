"""比较 — a figure beside that of a comparable period: the year before, or the same days around a festival.

Festivals move with the lunar calendar: “春节前” of one year is compared with 春节前 of the other, not with the
same dates (S03: “比上年增长25”). The package ``cnlunar`` tells lunar days for 1901 to 2099.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache

from cnlunar import Lunar

from zhengyou.core.errors import Refused
from zhengyou.core.figures import Figure
from zhengyou.core.rollup import Window

FESTIVALS = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9)}
YEARS = range(1901, 2100)
WRITTEN = re.compile(r"(?P<name>[^-+0-9]+)(-(?P<before>[1-9][0-9]*))?(\+(?P<after>[1-9][0-9]*))?")


@dataclass(frozen=True)
class Around:
    """节日前后 — so many days before a festival's day and so many after it, that day itself always included."""

    festival: str
    before: int = 0
    after: int = 0

    @classmethod
    def read(cls, text: str) -> "Around":
        """From ``春节-30`` (thirty days before), ``中秋+3``, ``春节-30+15``; ``Refused`` in words."""
        found = WRITTEN.fullmatch(text)
        if found is None or found["name"] not in FESTIVALS:
            known = "、".join(FESTIVALS)
            raise Refused(f"看不懂“{text}”：写节日和前后天数，如 春节-30 或 中秋+3；认得的节日有{known}。")
        return cls(found["name"], int(found["before"] or 0), int(found["after"] or 0))

    def window(self, year: int) -> Window:
        """The days of one year."""
        day = festival_on(self.festival, year)
        return Window(day + timedelta(days=self.after), day - timedelta(days=self.before))


@lru_cache(500)
def festival_on(name: str, year: int) -> date:
    """The day of a festival of the lunar calendar in a year of the common one."""
    if year not in YEARS:
        raise Refused(f"{year}年的{name}推算不出来；能推算的是{YEARS[0]}年到{YEARS[-1]}年。")
    month, day = FESTIVALS[name]
    # The first lunar month begins between 21 January and 20 February; every month has 29 or 30 days.
    start = date(year, 1, 20) + timedelta(days=29 * (month - 1) + day - 1)
    for n in range(70):
        found = start + timedelta(days=n)
        lunar = Lunar(datetime(found.year, found.month, found.day, 12))
        if (lunar.lunarMonth, lunar.lunarDay, lunar.isLunarLeapMonth) == (month, day, False):
            return found
    raise AssertionError(f"no {name} in {year}")


def year_before(window: Window) -> Window:
    """The same days of the year before; the 29th of February becomes the 28th."""
    return replace(
        window, until=_a_year_earlier(window.until), since=window.since and _a_year_earlier(window.since)
    )


def _a_year_earlier(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)


@dataclass(frozen=True)
class Growth:
    """增长 — a figure now and before; the rate is exact and missing where there is nothing to grow from."""

    now: Figure
    before: Figure

    @property
    def change(self) -> Fraction | None:
        """The difference, in the measure's unit; of shares, in parts of one."""
        if self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value

    @property
    def rate(self) -> Fraction | None:
        """The difference out of what it was before: 1/4 is 增长25%."""
        return self.change / self.before.value if self.change is not None and self.before.value else None
