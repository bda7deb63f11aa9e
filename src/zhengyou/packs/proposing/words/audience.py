"""对象 — of whom something is asked: people or organisations, of which kinds and in which fields."""

import re
from dataclasses import dataclass

from zhengyou.packs.proposing.words import words
from zhengyou.reading.model import Item
from zhengyou.reading.script import plain

OTHERS = re.compile("(?:其他|其余|普通|一般)(?:党员|团员|干部|职工|员工|教师|人员|支部|党组织)")
_FIELD = "(基层)?(各级)?(党组织|党支部|支部|党员|党委|领域|党建|系统)"


@dataclass(frozen=True)
class Audience:
    """对象 — kinds, categories and posts as a pack holds them, and whether people are named."""

    kinds: list[str]
    categories: list[str]
    posts: list[str]
    people: bool


def audience_of(item: Item) -> Audience:
    """Told from who is asked; where nobody is named, from the words themselves and the headings above."""
    text = plain(item.text)
    others = OTHERS.match(text)
    who = others.group() if others else plain(item.who or "") or text
    kinds = kinds_of(who)
    return Audience(kinds, categories_of(who) or _above(item), posts_of(who), is_people(who))


def kinds_of(who: str) -> list[str]:
    """Kinds of organisations; where none is named, branches, in which everybody is on a roster."""
    return [k["kind"] for k in words("audience")["kinds"] if re.search(k["words"], who)] or ["branch"]


def categories_of(who: str) -> list[str]:
    """Fields in which an organisation works; none means all."""
    return [c["category"] for c in words("audience")["categories"] if re.search(c["words"], who)]


def posts_of(who: str) -> list[str]:
    """The titles of the posts whose holders are asked; none means everybody."""
    return [
        post
        for line in words("audience")["leaders"]
        if re.search(line["words"], who)
        for post in line["posts"]
    ]


def is_people(who: str) -> bool:
    """Whether people are asked, and not organisations."""
    return bool(re.search(words("audience")["people"]["words"], who))


def _above(item: Item) -> list[str]:
    """The fields of the nearest heading that is about organisations of a field: （一）农村党组织."""
    for heading in reversed(item.parent):
        found = [
            c["category"]
            for c in words("audience")["categories"]
            if re.search(f"(?:{c['words']}){_FIELD}", plain(heading))
        ]
        if found:
            return found
    return []
