"""数字 — Chinese and Arabic numerals in running text: 三分之二, 百分之九十六点五, 两万零五十, 1.2万."""

from __future__ import annotations

import re

import cn2an

_DIGITS = "零一二三四五六七八九"
_LETTERS = "〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖参拾佰仟廿卅"
# No number that counts anything is longer, and a page of numerals stays quick to read.
CHINESE_NUMBER = rf"(?:[{_LETTERS}]{{1,16}}(?:点[〇零一二三四五六七八九]{{1,8}})?)"
ARABIC_NUMBER = r"(?:\d{1,4}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
SHARE = rf"(?:百分之(?:{CHINESE_NUMBER}|{ARABIC_NUMBER})|[一二三四五六七八九十]+分之[一二三四五六七八九十]+)"
NUMBER = rf"(?:{SHARE}|{ARABIC_NUMBER}|{CHINESE_NUMBER}|半)"


def chinese(number: int) -> str:
    """汉字数字 — 12 as 十二, the way marks of headings are written."""
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return "十" + (_DIGITS[number - 10] if number > 10 else "")
    if number < 100:
        tens, ones = divmod(number, 10)
        return _DIGITS[tens] + "十" + (_DIGITS[ones] if ones else "")
    return str(cn2an.an2cn(number))


def value(words: str) -> float | None:
    """数值 — the number that the words say; shares come back per hundred, words that say none as None."""
    words = words.strip()
    if words == "半":
        return 0.5
    if match := re.fullmatch(r"百分之(.+)", words):
        return value(match[1])
    if match := re.fullmatch(r"([一二三四五六七八九十]+)分之([一二三四五六七八九十]+)", words):
        below, above = value(match[1]), value(match[2])
        return round(above / below * 100, 2) if above and below else None
    if re.fullmatch(ARABIC_NUMBER, words):
        return float(words.replace(",", ""))
    return _chinese_value(words)


def _chinese_value(words: str) -> float | None:
    words = words.replace("○", "〇").replace("参", "叁").replace("廿", "二十").replace("卅", "三十").lstrip()
    whole, _, part = words.partition("点")
    if not re.fullmatch(rf"[{_LETTERS}]+", whole):
        return None
    try:
        number = float(cn2an.cn2an(whole, "smart"))
    except (ValueError, KeyError, IndexError):
        return None
    if part:
        digits = "".join(str(_DIGITS.index("零" if letter == "〇" else letter)) for letter in part)
        number += float(f"0.{digits}")
    return number


def ordinal(words: str) -> int | None:
    """序数 — the count that a heading mark shows: 十二, 12, ⑫ or ㈡."""
    if len(words) == 1 and "①" <= words <= "⑳":
        return ord(words) - 0x2460 + 1
    if len(words) == 1 and "㈠" <= words <= "㈩":
        return ord(words) - 0x3220 + 1
    found = value(words)
    return int(found) if found is not None and found == int(found) else None
