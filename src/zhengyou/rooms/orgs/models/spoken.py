"""How names sound: what somebody may type who looks for 张三, zhangsan or zs.

Pure words, no database: bulk entry calls :func:`sounds_of` for each name and writes what it returns.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from pypinyin import Style, pinyin

# How family names are read that are read otherwise in other words; names of two characters first.
FAMILY = {
    "单于": "chan yu", "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai",
    "宰父": "zai fu", "令狐": "ling hu", "呼延": "hu yan", "宇文": "yu wen", "夏侯": "xia hou",
    "鲜于": "xian yu", "亓官": "qi guan", "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "盖": "ge",
    "区": "ou", "曾": "zeng", "朴": "piao", "缪": "miao", "翟": "zhai", "折": "she", "隗": "wei",
    "牟": "mu", "召": "shao", "繁": "po", "员": "yun", "覃": "qin", "洗": "xian", "乐": "yue",
    "重": "chong", "种": "chong", "秘": "bi", "适": "kuo", "黑": "he", "郇": "xun", "能": "nai",
    "炅": "gui", "佴": "nai", "祭": "zhai",
}  # fmt: skip
# Characters of given names that people read in two ways.
GIVEN = {
    "乐": "le yue", "行": "xing hang", "长": "chang zhang", "朝": "chao zhao", "重": "chong zhong",
    "曾": "zeng ceng", "晟": "sheng cheng", "茜": "qian xi", "传": "chuan zhuan", "盛": "sheng cheng",
    "仔": "zai zi", "调": "diao tiao", "藏": "zang cang", "参": "shen can", "省": "sheng xing",
    "单": "dan shan", "蔓": "man wan", "娜": "na nuo", "炅": "jiong gui", "柏": "bai bo", "莎": "sha suo",
    "隽": "jun juan",
}  # fmt: skip
COMMON_ENDS = ("党支部", "支部委员会", "总支部委员会", "委员会", "党总支", "党委", "支部", "工会")
LETTERS, WORDS = re.compile("[A-Za-z0-9]"), re.compile("[A-Za-z0-9]+|.")
MOST = 12  # readings kept of one name, its initials among them
LONGEST = 80


class Sounds(NamedTuple):
    """读音 — what a name sounds like: whole, by initials, and whatever else it may be read as."""

    whole: str
    initials: str
    others: tuple[str, ...] = ()


def sounds_of(name: str) -> Sounds:
    """What a name sounds like: 单明 → shanming, sm, also danming, dm.

    Letters a–z and digits only, so that every database sorts it alike; empty for a name without sound.
    """
    if name[:1] not in FAMILY and name[:2] not in FAMILY:
        said = [s for c in name if (s := _ONLY[c]) is not None]
        if len(said) == len(name):
            # Nearly every name: one way to say it.
            return Sounds("".join(said)[:LONGEST], "".join([s[:1] for s in said])[:LONGEST])
    family, given = _parted(name)
    ways = list(_every_way([*family, *given])) or [()]
    whole = ["".join(readings)[:LONGEST] for readings in ways]
    initials = ["".join(r[0] for r in readings)[:LONGEST] for readings in ways]
    others = dict.fromkeys([*whole[1:], *initials[1:]])
    return Sounds(
        whole[0], initials[0], tuple(s for s in others if s not in (whole[0], initials[0]))[: MOST - 2]
    )


def callings_of(name: str, short_name: str = "") -> list[str]:
    """称呼 — what an organisation may be looked up by: its names, from any character on, and how those sound."""
    found: dict[str, None] = {}
    for text in (short_name, name):
        for at in range(len(text)):
            rest = text[at:][:LONGEST]
            if at and (len(rest) < 2 or rest in COMMON_ENDS):
                break
            said = [r[0] for c in _spoken(rest) if (r := _readings(c))]
            initials = "".join(r[0] for r in said) if text == short_name or not at else ""
            found |= dict.fromkeys((rest.lower(), "".join(said)[:LONGEST], initials))
    return [text for text in found if text]


def typed(words: str) -> str:
    """What somebody typed, as sounds are written: ``Zhang San`` and ``zhang'san`` are zhangsan; ``lü`` is lv."""
    low = words.lower().replace("ü", "v")
    return "".join(c for c in low if c.isascii() and c.isalnum())


def _parted(name: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The readings of the family name and of what follows it."""
    size = next((n for n in (2, 1) if name[:n] in FAMILY and len(name) > n), 0)
    family: list[tuple[str, ...]] = []
    if size == 2:
        family = [_with_u((said,)) for said in FAMILY[name[:2]].split()]
    elif size:
        family = [_with_u((*FAMILY[name[0]].split(), *_common(name[0])))]
    return family, [r for c in _spoken(name[size:]) if (r := _readings(c))]


def _every_way(parts: list[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """The readings put together; a name of many ways is read in the commonest ones."""
    ways = 1
    for at, part in enumerate(parts):
        if ways * len(part) > MOST // 2:
            parts = [*parts[:at], *((p[0],) for p in parts[at:])]
            break
        ways *= len(part)
    return product(*parts) if parts else ()


def _spoken(words: str) -> list[str]:
    """What is read at once: one character, or a whole word of letters."""
    return list(words) if not LETTERS.search(words) else WORDS.findall(words)


@lru_cache(32_768)
def _readings(character: str) -> tuple[str, ...]:
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    return _with_u((*GIVEN.get(character, "").split(), *_common(character)))


class _Only(dict[str, str | None]):
    """The one reading of a character, empty where it has none; None where it has several or words are read whole."""

    def __missing__(self, character: str) -> str | None:
        readings = _readings(character)
        alone = not LETTERS.match(character) and len(readings) < 2
        self[character] = only = "".join(readings) if alone else None
        return only


_ONLY = _Only()


@cache
def _common(character: str) -> tuple[str, ...]:
    """The commonest reading of a character; none where it has no sound."""
    said = pinyin(character, style=Style.NORMAL)[0][0]
    return (said,) if said.isascii() and said.isalpha() else ()


def _with_u(readings: tuple[str, ...]) -> tuple[str, ...]:
    """吕 is typed lv or lu."""
    return tuple(dict.fromkeys(r for said in readings for r in (said, said.replace("v", "u"))))
