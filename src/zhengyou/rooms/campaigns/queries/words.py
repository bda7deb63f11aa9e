"""用词 — what pages about a campaign call things: a programme's own words where its pack has some, else the house's."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from zhengyou.core.language import english, own_words
from zhengyou.packs import WORDS, word
from zhengyou.rooms.campaigns.models import Campaign, Requirement


def words_of(campaign: Campaign | None) -> dict[str, str]:
    """Every word that a pack may set, in the language of the page; what a pack wrote stays in its characters."""
    return {key: own_word(campaign, key, own_words(word({}, key, _language()))) for key in WORDS}


def own_word(campaign: Campaign | None, key: str, house: Any) -> str:
    """The programme's own word for a thing, or what the page calls it otherwise."""
    own = campaign.pack.get("vocabulary_en" if english() else "vocabulary", {}) if campaign else {}
    return str(own.get(key) or house)


def _language() -> str:
    return "en" if english() else "zh"


def counted_in(requirement: Requirement, number: int) -> str:
    """What a requirement counts, as it stands behind a number: 人, 个支部, or a programme's own 个基层工会."""
    n = abs(number)
    if requirement.grain == Requirement.Grain.PERSON:
        return npgettext("unit", "人", "人", n)
    if requirement.grain == Requirement.Grain.FACT:
        return npgettext("unit", "件", "件", n)
    return units_of(requirement.campaign, n)


def units_of(campaign: Campaign, number: int) -> str:
    """The organisations that a campaign asks, as they stand behind a number."""
    own = own_word(campaign, "branch", "")
    if not own:
        return npgettext("unit", "个支部", "个支部", number)
    return several(own, number) if english() else f"个{own}"


def several(one: str, number: int) -> str:
    """An English word as it stands behind a number: 1 branch, 2 branches."""
    if number == 1:
        return f" {one}"
    if one.endswith(("s", "sh", "ch", "x")):
        return f" {one}es"
    return f" {one[:-1]}ies" if one.endswith("y") else f" {one}s"


def of_whom(requirement: Requirement) -> str:
    """Of whom a requirement is asked, in the programme's words: 每名会员, 每个基层工会."""
    words = words_of(requirement.campaign)
    if requirement.grain == Requirement.Grain.PERSON:
        return _("每名%(member)s") % {"member": words["member"]}
    if requirement.grain == Requirement.Grain.ORGANISATION:
        return _("每个%(branch)s") % {"branch": words["branch"]}
    return requirement.get_grain_display()
