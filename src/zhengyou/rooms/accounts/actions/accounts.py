"""Accounts opened, roles granted and withdrawn."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.core.permissions import require
from zhengyou.rooms.accounts.models import User


@action(hidden=("password",))
def open_account(
    by: Any, organisation: Organisation, *, username: str, password: str, name: str = "", person: Any = None
) -> User:
    """开通账号 — let somebody sign in; a person of the roster has at most one account."""
    good_enough(password)
    user = User(username=username, last_name=name)
    user.set_password(password)
    return entered(user, person)


def good_enough(password: str, user: User | None = None) -> None:
    """Refuse a password that is short or everybody's."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused("密码不合要求：" + "；".join(error.messages)) from error


def entered(user: User, person: Any) -> User:
    """Save a new account, and whose it is; refused where the name is taken or the person has one."""
    if User.objects.filter(username=user.username).exists():
        raise Refused(f"账号“{user.username}”已有人使用，请换一个。")
    if person is not None and person.account_id is not None:
        raise Refused(f"{person}已有账号，不必再开。")
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
    if role == Role.ADMINISTRATOR:
        require(by, "grant_administration", None)
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
