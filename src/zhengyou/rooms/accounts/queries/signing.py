"""Who signs in, how long a wrong password waits, and the trail."""

from datetime import timedelta
from math import ceil
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from zhengyou.core.models import Deed
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.accounts.models import User, WrongPassword

REMEMBERED = timedelta(hours=1)
AT_AN_ACCOUNT, AT_A_PLACE = 5, 30  # wrong passwords that cost no waiting
LONGEST_AT_AN_ACCOUNT, LONGEST_AT_A_PLACE = 300, 60  # seconds


def account_of(pk: int) -> User | None:
    """An account that may sign in, by its key; for addresses that say themselves whose they are."""
    return User.objects.filter(pk=pk, is_active=True).first()


def deeds_seen_by(viewer: Any) -> QuerySet[Deed]:
    """The deeds of organisations in reach, newest first."""
    found = Deed.objects.filter(organisation__in=orgs_where(viewer, "see_trail"))
    return found.select_related("by", "organisation").order_by("-number")


def seconds_to_wait(tried: WrongPassword, *, known: bool) -> int:
    """How long a try comes too early: the wait doubles with each wrong password of the last hour.

    Many wrong passwords at an account, from wherever, make every place wait longer after a miss *of its own*
    there; so a place that has missed nothing may try at once, and nobody can be locked out from elsewhere.
    A device on which the account was opened before (``known``) answers for its own misses alone, also where
    a whole office shares one address with whoever guesses.
    """
    earlier = WrongPassword.objects.filter(pk__lt=tried.pk, at__gt=timezone.now() - REMEMBERED)
    here, there = earlier.filter(place=tried.place), earlier.filter(account=tried.account)
    own = here.filter(account=tried.account)
    counted = own if known else there
    wait = _left(counted.count() - AT_AN_ACCOUNT, own, LONGEST_AT_AN_ACCOUNT)
    return wait if known else max(wait, _left(here.count() - AT_A_PLACE, here, LONGEST_AT_A_PLACE))


def _left(over: int, missed: QuerySet[WrongPassword], longest: int) -> int:
    """What is left of a wait since the last miss."""
    last = missed.order_by("-pk").first()
    if over <= 0 or last is None:
        return 0
    gone = (timezone.now() - last.at).total_seconds()
    return max(0, ceil(min(2 ** min(over, 16), longest) - gone))


def unclaimed() -> bool:
    """Whether nobody has an account yet: a new installation, waiting to be set up."""
    return not User.objects.exists()
