"""Everything that can be done about accounts."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.rooms.accounts.models import User, WrongPassword
from zhengyou.rooms.accounts.queries import REMEMBERED


@action(hidden=("password",))
def open_account(
    by: Any, organisation: Organisation, *, username: str, password: str, name: str = "", person: Any = None
) -> User:
    """开通账号 — let somebody sign in; a person of the roster has at most one account."""
    if User.objects.filter(username=username).exists():
        raise Refused(f"账号“{username}”已有人使用，请换一个。")
    if person is not None and person.account_id is not None:
        raise Refused(f"{person}已有账号，不必再开。")
    try:
        validate_password(password)
    except ValidationError as error:
        raise Refused("密码不合要求：" + "；".join(error.messages)) from error
    user = User(username=username, last_name=name)
    user.set_password(password)
    user.save()
    if person is not None:
        person.account = user
        person.save(update_fields=["account"])
    return user


@action()
def grant_role(by: Any, organisation: Organisation, *, user: User, role: str) -> Grant:
    """授权角色 — let an account act in a role at an organisation from today on."""
    if role not in Role.values or role == Role.ANYONE:
        raise Refused(f"没有“{role}”这种角色。")
    held = Grant.objects.filter(user=user, role=role, organisation=organisation, until=None).first()
    if held:
        return held
    return Grant.objects.create(user=user, role=role, organisation=organisation, since=clock.today())


@action()
def withdraw_role(by: Any, grant: Grant) -> Grant:
    """收回授权 — end a grant today; what was done under it stays."""
    if grant.until is not None:
        raise Refused("这项授权已经收回。")
    grant.until = clock.today()
    grant.save(update_fields=["until"])
    return grant


# The three below are no deeds: nobody has signed in yet, and a trail that keeps everything for ever is no place
# for who mistyped a password when.


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
