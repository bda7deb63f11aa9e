"""Tries of a password at the door.

No deeds: nobody has signed in yet, and a trail that keeps everything for ever is no place for who mistyped a
password when.
"""

from django.utils import timezone

from zhengyou.rooms.accounts.models import WrongPassword
from zhengyou.rooms.accounts.queries import REMEMBERED


def note_try(account: str, place: str) -> WrongPassword:
    """Enter a try before its password is looked at, so that many sent at once do not all come first."""
    WrongPassword.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()
    return WrongPassword.objects.create(account=account, place=place)


def take_back(tried: WrongPassword) -> None:
    """Forget a try that came too early or was no password: waiting is not made longer by pressing again."""
    tried.delete()


def forget_tries(tried: WrongPassword) -> None:
    """Forget what was mistyped at an account in a place, once the right password came from there."""
    WrongPassword.objects.filter(account=tried.account, place=tried.place).delete()
