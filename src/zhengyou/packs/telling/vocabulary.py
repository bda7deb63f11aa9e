"""用词 — what pages and words call things: the house's words, or those of a programme that has its own."""

from typing import Any

from zhengyou.core.glossary import terms

# What a pack may call otherwise: (Chinese, English).
WORDS = {
    "campaign": ("活动", "campaign"),
    "organisation": ("组织", "organisation"),
    "committee": ("党委", "committee"),
    "branch": ("支部", "branch"),
    "group": ("党小组", "group"),
    "member": ("党员", "member"),
    "secretary": ("书记", "secretary"),
    "office": ("办公室", "office"),
    "leading_group": ("领导小组", "leading group"),
    "supervision_group": ("督导组", "supervision group"),
    "plan": ("本单位方案", "own plan"),
    "stage": ("阶段", "stage"),
    "requirement": ("要求", "requirement"),
    "gate": ("转段", "gate"),
    "look_back": ("回头看", "look-back"),
    "transition_meeting": ("转段分析会", "transition meeting"),
    "make_up": ("补课", "make-up"),
    "pledge": ("承诺", "pledge"),
    "study": ("学习", "study"),
    "meeting": ("会议", "meeting"),
    "honour": ("表彰", "honour"),
}
KINDS = {
    "committee": "党委",
    "general_branch": "党总支",
    "branch": "党支部",
    "group": "党小组",
    "union": "工会",
    "youth": "共青团",
    "women": "妇联",
    "other": "其他",
}
CATEGORIES = {
    "village": "村",
    "community": "社区",
    "government": "机关",
    "institution": "事业单位",
    "state_enterprise": "国有企业",
    "enterprise": "非公企业",
    "social": "社会组织",
    "school": "学校",
    "hospital": "医院",
    "other": "其他",
}
PRESENT = {
    "supervision_group": "督导组",
    "leading_group": "领导小组",
    "office": "办公室",
    "secretary": "书记",
    "members": "党员",
    "public": "群众代表",
}
EVERY = {
    "day": "每天",
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "half_year": "每半年",
    "year": "每年",
}
PAPERS = {
    "notice": "通知",
    "plan": "方案",
    "opinion": "意见",
    "speech": "讲话",
    "minutes": "纪要",
    "application": "申请",
    "decision": "决定",
    "circular": "通报",
    "bulletin": "简报",
    "letter": "函",
    "card": "卡片",
    "certificate": "证书",
    "form": "表",
}


def word(pack: dict[str, Any], key: str, language: str = "zh") -> str:
    """What a programme calls a thing in a language; where it has no word of its own, what the house calls it."""
    own = pack.get("vocabulary_en" if language == "en" else "vocabulary", {})
    return str(own.get(key) or WORDS[key][language == "en"])


def named(part: dict[str, Any], language: str = "zh", key: str = "name") -> str:
    """A name in a language; in Chinese where there is no other."""
    return str((part.get(f"{key}_en") if language == "en" else "") or part[key])


def title(code: str) -> str:
    """What a measure or a rule is called in Chinese; its code where the glossary has no word for it."""
    return terms().get(code.replace("_", " "), {}).get("zh", code)
