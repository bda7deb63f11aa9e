"""数量 — the numbers of a passage that a checker would compare, with unit and bound."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengyou.reading.model import Bound, Quantity
from zhengyou.reading.numerals import ARABIC_NUMBER, CHINESE_NUMBER, NUMBER, SHARE, value
from zhengyou.reading.words import any_of, words

_RULES = words("units")
_PLAIN_UNIT = any_of(_RULES["units"])
_UNIT = rf"(?:个{any_of(_RULES['after_ge'])}|{_PLAIN_UNIT})(?:\((?:次|人|户|场)\))?"
_SCALE = r"(?:亿|万|千|百)?"
_ABOUT_BEFORE = r"(?:约|大约|大概|近|将近|大体|接近)"
_ABOUT_AFTER = r"(?:多|余|来|几)"
_LEAST = r"(?:至少|最少|不得少于|不能少于|不应少于|不少于|突破|≥|不得低于|不能低于|不低于|不得小于|不小于|不下|超过|高于|多于|大于|逾(?!期)|起码)"
_MOST = r"(?:限报|限额|至多|最多|不得超过|不能超过|不应超过|不超过|不高于|不多于|不得高于|不得多于|不大于|低于|少于|不满|未满|≤|不足|不到(?![位场])|控制在|小于)"
_DASH = r"(?:-|~|—{1,2}|至|到|、)"
_GAP = r"[^,。;!?:\d]{0,8}?"

_AMOUNT = re.compile(
    rf"(?P<lead>{_LEAST}|{_MOST}|{_ABOUT_BEFORE})?(?P<gap>{_GAP})"
    rf"(?<![第前\dA-Za-z.])(?P<low>{NUMBER})(?:(?P<unit1>{_UNIT})?{_DASH}(?P<high>{NUMBER}))?"
    rf"(?P<about>{_ABOUT_AFTER})?(?P<scale>{_SCALE})(?P<about2>{_ABOUT_AFTER})?(?P<unit>{_UNIT})"
    rf"(?:\(含[^()]*\))?(?P<tail>为限|为上限|及以上|或以上|以上|及以下|以下|以内|之内|内(?!容|部|外)|左右|上下|多(?=时间|的|,|。|$))?"
)
_SHARE_ALONE = re.compile(
    rf"(?P<lead>{_LEAST}|{_MOST}|{_ABOUT_BEFORE})?(?P<share>{SHARE}|[一二两三四五六七八九]成(?![立为员果效本长就绩熟]))"
    rf"(?P<tail>及以上|以上|以下|以内|左右)?"
)
_GROWTH = re.compile(
    rf"(?P<way>增长|增加|提高|上升|增幅|下降|减少|降低|回落)(?:了|幅度为|率为|达)?(?:约)?"
    rf"(?P<number>{ARABIC_NUMBER}|百分之(?:{CHINESE_NUMBER}|{ARABIC_NUMBER}))(?P<unit>个?百分点|%|(?![\d.]|个|多|余|万|亿|{_PLAIN_UNIT}))"
)
_AND_SHARE = re.compile(rf"(?:和|、|及)(?P<number>{ARABIC_NUMBER})%")
_PART = re.compile(
    rf"占(?:了)?[^,。;]{{0,14}}?的?(?P<number>{ARABIC_NUMBER})(?![\d.%万亿]|个|多|余|{_PLAIN_UNIT})"
)
_NAMES = re.compile(_RULES["names"])
_GROUPS = re.compile(_RULES["groups"])
_ONE_AFTER = re.compile(_RULES["one_after"])
_ONE_COUNTS = frozenset(_RULES["counted_when_one"])
# 每周上一节: a lesson that is given, not the one before.
_LESSON = re.compile(r"(?:□|每[^,。;]{1,6}|要|应|至少|各)上[节堂次课]$")
_DATES = re.compile(
    r"民国 ?[\d一二三四五六七八九十百]+ ?年|(?:\d{4}|[〇零○一二三四五六七八九]{4}|今|明|去|本|同|当|前|近[一二两三四五六七八九十\d]+)年(?:来|度)?(?:[上下]半年)?"
    r"|[上下]半年|(?<!连续)第?[一二三四]季度(?!度)|(?<!个)(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:日|号)?"
    r"|(?<=月)\d{1,2}日|\d{1,2}[::]\d{2}|\d{1,2}时(?:\d{1,2}分)?|[上下]午\d{1,2}[时点]"
    r"|(?:排名|排|末|靠)?[前后](?:\d+|[一二两三四五六七八九十]+)(?:名|位|%)(?=的|为|以|$)"
    r"|(?:\d+|[一二三四五六七八九十]+)(?:年|天|个月|月)来|十[一二三四五六七八九]?[届大]|\d+周?岁|[一二三四五六七八九十]+(?:届|中全会)"
    r"|每月(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号)|最后一[周天月]|第[一二三四1-4]周|每[半一二两三四五六七八九十\d]*个?(?:日|天|周|月|季度|季|年|学期|星期|旬)(?:度)?"
)
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|\[\d{4}\]")


class Found(NamedTuple):
    """数量 — a quantity and where it stands."""

    start: int
    end: int
    quantity: Quantity


def quantities(plain: str, start: int, end: int, original: str | None = None) -> list[Quantity]:
    """数量 — the quantities between two places, units as the original writes them."""
    return [found.quantity for found in find(plain, start, end, original)]


def find(plain: str, start: int, end: int, original: str | None = None) -> list[Found]:
    """数量 — the same with their places."""
    original = original if original is not None else plain
    passage = _masked(plain[start:end])
    found: list[Found] = []
    for reader in (_growths, _parts, _amounts, _shares):
        for begin, stop, quantity in reader(passage, original[start:end]):
            if not any(begin < other.end - start and other.start - start < stop for other in found):
                found.append(Found(begin + start, stop + start, quantity))
    return sorted(found, key=lambda each: (each.start, each.quantity.value))


def _masked(passage: str) -> str:
    """Dates, quoted names and numbers that name groups are blanked: nothing in them is a quantity."""
    for pattern in (_QUOTED, _GROUPS, _NAMES, _DATES):
        passage = pattern.sub(lambda match: "□" * len(match[0]), passage)
    return passage


def _amounts(passage: str, original: str) -> list[tuple[int, int, Quantity]]:
    found = []
    for match in _AMOUNT.finditer(passage):
        low = value(match["low"])
        if low is None or not _counts(passage, match):
            continue
        unit = (
            original[match.start("scale") : match.end("scale")]
            + original[match.start("unit") : match.end("unit")]
        )
        begin = match.start("low")
        if (
            match["unit1"]
            and match["unit1"] != match["unit"]
            and (second := value(match["high"])) is not None
        ):
            # 1286户、3570人: two counts, no range.
            first_unit = original[match.start("unit1") : match.end("unit1")]
            found.append((begin, match.end("unit1"), Quantity(low, first_unit, "exactly")))
            found.append((match.start("high"), match.end(), Quantity(second, unit, "exactly")))
        elif match["high"] and (high := value(match["high"])) is not None:
            # The two ends of a range overlap nothing but each other: given neighbouring places.
            found.append((begin, begin + 1, Quantity(low, unit, "at_least")))
            found.append((begin + 1, match.end(), Quantity(high, unit, "at_most")))
        else:
            found.append((begin, match.end(), Quantity(low, unit, _bound(passage, match))))
    return found


def _counts(passage: str, match: re.Match[str]) -> bool:
    unit, low, before = match["unit"], match["low"], passage[: match.start("low")]
    if unit == "分" and passage[match.end("unit") :].startswith("之"):
        return False
    if unit == "分" and not low[0].isdigit() and not re.search(r"[扣加减得满计记占]$", before):
        return match["tail"] is not None
    if unit in ("月", "日", "周") and low[0].isdigit() and not match["tail"] and unit != "周":
        return False
    if re.search(r"[这那该此哪某上]$|第$|前$", before) and not _LESSON.search(before + unit):
        return False
    if low == "一" and not match["about"]:
        return _one_counts(unit, before, bool(match["tail"] or match["lead"]), passage[match.end() :])
    return not (low in ("百", "千", "万", "亿", "零") or re.fullmatch(r"[百千万亿]+", low))


def _one_counts(unit: str, before: str, bounded: bool, after: str) -> bool:
    if before.endswith(("进", "同", "统", "唯", "任", "某", "另", "单", "万", "不")):
        return False
    if bounded or _ONE_AFTER.search(before):
        return True
    if re.match(r"[\u4e00-\u9fff]?一", after) and not re.search(r"每$", before):
        return False
    return unit in _ONE_COUNTS


_LEADS = re.compile(rf"{_LEAST}|{_MOST}")


def _lead(passage: str, place: int) -> str:
    """The bounding word nearest before the number, in the same clause: 不能少于[的]40."""
    near = re.split(r"[,。;()\d]", passage[:place])[-1][-12:]
    found = _LEADS.findall(near)
    return str(found[-1]) if found else ""


def _bound(passage: str, match: re.Match[str]) -> Bound:
    lead, tail = _lead(passage, match.start("low")), match["tail"] or ""
    before = passage[max(0, match.start("low") - 14) : match.start("low")]
    if (
        match["about"]
        or match["about2"]
        or tail in ("左右", "上下", "多")
        or re.search(_ABOUT_BEFORE + "$", before)
    ):
        return "about"
    if re.fullmatch(_MOST, lead) or tail in ("为限", "为上限", "及以下", "以下", "以内", "之内", "内"):
        return "at_most"
    if re.fullmatch(_LEAST, lead) or tail in ("及以上", "或以上", "以上"):
        return "at_least"
    return "exactly"


def _shares(passage: str, original: str) -> list[tuple[int, int, Quantity]]:
    found = []
    for match in _SHARE_ALONE.finditer(passage):
        words_ = match["share"]
        number = (value(words_[0]) or 0) * 10 if words_.endswith("成") else value(words_)
        if number is not None:
            lead, tail = _lead(passage, match.start("share")), match["tail"] or ""
            bound: Bound = "exactly"
            if re.fullmatch(_ABOUT_BEFORE, lead) or tail == "左右":
                bound = "about"
            elif re.fullmatch(_LEAST, lead) or tail in ("及以上", "以上"):
                bound = "at_least"
            elif lead or tail:
                bound = "at_most"
            found.append((match.start("share"), match.end(), Quantity(number, "%", bound)))
    return found


def _growths(passage: str, original: str) -> list[tuple[int, int, Quantity]]:
    found = []
    for match in _GROWTH.finditer(passage):
        number = value(match["number"])
        if number is None:
            continue
        fall = match["way"] in ("下降", "减少", "降低", "回落")
        unit = match["unit"] if "百分点" in match["unit"] else "%"
        found.append(
            (match.start(), match.end(), Quantity(-number if fall else number, unit, "growth_percent"))
        )
        # 分别下降12%和8%: the second share goes the same way.
        more = _AND_SHARE.match(passage, match.end())
        if more is not None and (other := value(more["number"])) is not None:
            found.append(
                (more.start(), more.end(), Quantity(-other if fall else other, unit, "growth_percent"))
            )
    return found


def _parts(passage: str, original: str) -> list[tuple[int, int, Quantity]]:
    """占全区总户数的10: the sign for per cent was dropped."""
    found = []
    for match in _PART.finditer(passage):
        number = value(match["number"])
        if number is not None and number <= 100:
            found.append((match.start("number"), match.end(), Quantity(number, "%", "exactly")))
    return found
