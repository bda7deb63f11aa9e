"""The first organisation and the first account."""

from typing import Any

from django.db import transaction

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation, Role
from zhengyou.core.trail import next_number
from zhengyou.rooms.accounts.actions import grant_role, open_account
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.accounts.queries import unclaimed
from zhengyou.rooms.orgs.actions import found_organisation
from zhengyou.rooms.setup.actions.codes import forget_code, must_be_right


@action(hidden=("code", "password"))
def begin_installation(
    by: Any,
    root: Organisation | None,
    *,
    code: str,
    username: str,
    password: str,
    who: str,
    name: str = "",
    kind: str = "",
    category: str = "",
    is_office: bool = True,
) -> User:
    """启用系统 — found the first organisation and open its first administrator's account, once.

    ``root`` is the top of a tree that was imported on the machine itself; where there is none it is founded.
    """
    must_be_right(code)
    must_be_unclaimed()
    top = root or found_organisation(by, None, name=name, kind=kind, category=category)
    user = open_account(by, top, username=username, password=password, name=who)
    for role in (Role.ADMINISTRATOR, *([Role.OFFICE] if is_office else [])):
        grant_role(by, top, user=user, role=role)
    transaction.on_commit(forget_code)
    return user


def must_be_unclaimed() -> None:
    """Refuse where somebody has an account; whoever comes at the same moment waits for the first to be done."""
    next_number()
    if not unclaimed():
        raise Refused("这套系统已经启用，请登录；没有账号，请找管理员开通。")
