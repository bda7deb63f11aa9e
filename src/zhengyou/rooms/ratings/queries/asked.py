"""What a round may ask: the sets of criteria of its campaign's pack."""

from zhengyou.rooms.campaigns.models import Campaign


def criteria_sets_of(campaign: Campaign) -> list[tuple[str, str, list[str]]]:
    """The sets of criteria for organisations in a campaign's pack: code, name, and what each asks."""
    sets = [s for s in campaign.pack.get("criteria_sets", []) if s.get("for") == "organisation"]
    return [
        (s["code"], s["name"], [i if isinstance(i, str) else i["what"] for i in s["items"]]) for s in sets
    ]


def questions_of_set(campaign: Campaign, code: str) -> list[str]:
    """What a set of criteria of a campaign's pack asks; nothing where there is no such set for organisations."""
    return next((items for set_code, _, items in criteria_sets_of(campaign) if set_code == code), [])
