"""Whether everything here is made up, and how much of it there is."""

from typing import Any

from zhengyou.core.models import Deed, Organisation
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.setup.models import SampleTown

CAST = ("office", "secretary", "member", "leader", "admin")


def in_sample() -> bool:
    """Whether this installation holds a sample; asked by every page that has a frame."""
    return SampleTown.objects.exists()


def sample_seen_by(viewer: Any) -> SampleTown | None:
    """The sample, for whoever has signed in to play with it."""
    return SampleTown.objects.first() if viewer.is_authenticated else None


def cast_of_sample() -> dict[str, User]:
    """The made-up people whom one may play, by the names of their accounts; none outside a sample."""
    if not in_sample():
        return {}
    found = User.objects.in_bulk(CAST, field_name="username")
    return {name: found[name] for name in CAST if name in found}


def sample_counts() -> dict[str, int]:
    """What would go with the sample, in numbers."""
    counted = {
        "organisations": Organisation,
        "people": Person,
        "campaigns": Campaign,
        "accounts": User,
        "deeds": Deed,
    }
    return {name: model._default_manager.count() for name, model in counted.items()}
