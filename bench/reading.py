"""A long speech read into a draft: characters a second, and whether twice as long takes twice as long.

The speech is put together from paragraphs that differ each time; each ends by asking for something by a day.
Every demand asks for a number of its own, and every reader must find all of them.
"""

import random
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from bench.sizes import Size
from bench.timing import Answer, Comparison, Way, at_once
from zhengyou.reading import Draft, Notice, draft

TOWNS = "红星 河东 青山 白塔 柳林 石桥 双河 长岭 新丰 永安".split()
THINGS = "学习台账 承诺清单 整改方案 走访记录 帮扶名册 培训计划 公示材料 测评汇总".split()
IDLE = (
    "同志们，{town}镇的变化来之不易。去年全镇有{n}个支部评为先进，群众反映很好，这些成绩是大家一起干出来的。",
    "大家都看到了，{town}镇过去路不通、水不畅。现在{n}户人家用上了自来水，村里的面貌变了样，年轻人也愿意回来了。",
    "前些天在{town}镇和几位老党员谈心。他们说得最多的一句话，就是干部心里有没有群众，做事公道不公道，说话算数不算数。",
    "{town}镇的经验说明，活动搞得好不好，关键看支部。支部强，群众就有主心骨；支部弱，再好的办法也落不了地。",
)
ASKING = (
    "各支部要在2010年{month}月{day}日前报送{n}份{thing}。",
    "{town}镇各支部必须于2010年{month}月{day}日前上报{n}份{thing}。",
    "党支部书记应在2010年{month}月{day}日前提交{n}份{thing}。",
)
HEADING = "（{count}）关于{town}镇的工作"
COUNT = "一二三四五六七八九十"
DEMAND = re.compile(r"(\d+)份")
CUE = re.compile(r"要|必须|应当|应|不得")


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The reader of the house, and one that knows nothing but words that oblige."""
    text = speech(size.characters)
    ways = [
        Way("ours", at_once(partial(_ours, Notice(text, "讲话.txt"))), ours=True, told=_numbers),
        Way("sentences with a cue word", at_once(partial(_by_cue, text)), told=_numbers),
    ]
    yield Comparison("a speech", len(text), "characters", ways, rate=True)


def speech(length: int) -> str:
    """So many characters of a speech; the same for the same length."""
    chance = random.Random(length)  # noqa: S311 — no secret
    made, long, number = ["在全市创先争优活动推进会上的讲话", "（2010年5月10日）"], 0, 0
    while long < length:
        town = chance.choice(TOWNS)
        if number % 10 == 0:
            made.append(HEADING.format(count=COUNT[number // 10 % 10], town=town))
        given = {"town": town, "n": (number := number + 1), "thing": chance.choice(THINGS)}
        day = {"month": chance.randrange(6, 13), "day": chance.randrange(1, 29)}
        made.append(
            "".join(one.format(town=town, n=chance.randrange(2, 90)) for one in chance.sample(IDLE, 2))
        )
        made[-1] += chance.choice(ASKING).format(**given, **day)
        long += len(made[-1])
    return "\n\n".join(made) + "\n"


def _ours(notice: Notice) -> list[str]:
    found: Draft = draft(notice)
    return [item.text for item in found.items]


def _by_cue(text: str) -> list[str]:
    """What a first attempt looks like: sentences that hold a word that obliges."""
    return [s for line in text.splitlines() for s in re.split(r"(?<=[。！？；])", line) if CUE.search(s)]


def _numbers(found: Iterable[str]) -> Answer:
    """The demands that were found, by number."""
    return {int(number): "found" for text in found for number in DEMAND.findall(text)}
