"""Accounts handed out on slips of paper: a one-time password that opens nothing but the choice of one's own."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.exceptions import PermissionDenied

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import may, orgs_where
from zhengyou.rooms.accounts.actions.accounts import entered, good_enough, grant_role
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.accounts.queries import AT_ONCE, Holder, free_name

# Nobody mistakes one of these for another on paper.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, WIDTH = 3, 4
# Fifty-nine bits of chance need no slow digest; whoever chooses an own password gets the slow one.
ROUNDS = 20_000


@action()
def issue_slip(
    by: Any, organisation: Organisation, *, username: str, role: str, name: str = "", person: Any = None
) -> User:
    """发账号条 — open an account with a role, and a one-time password that is told once and kept nowhere."""
    user = User(username=username or free_name(organisation), last_name=name, one_time=True)
    _set_one_time(user)
    entered(user, person)
    grant_role(by, organisation, user=user, role=role)
    return user


@action()
def issue_slips(by: Any, organisation: Organisation, *, holders: Sequence[Holder]) -> list[User]:
    """成批发账号条 — accounts for secretaries who have none, so many at once as somebody prints and cuts."""
    if not holders:
        raise Refused("没有要开账号的书记；先导入名册，或者登记谁任书记。")
    if len(holders) > AT_ONCE:
        raise Refused(f"一次最多开{AT_ONCE}个，请分几次开。")
    made = []
    for holder in holders:
        person = holder.person
        user = issue_slip(
            by, holder.organisation, username="", role=Role.SECRETARY, name=person.name, person=person
        )
        if holder.is_member:
            grant_role(by, holder.organisation, user=user, role=Role.MEMBER)
        made.append(user)
    return made


@action()
def renew_slip(by: Any, organisation: Organisation, *, user: User) -> User:
    """重发账号条 — a new one-time password for whoever lost the slip or forgot the own one; the old is no longer good.

    Only whoever reaches everything that the account may do gives it, so that nobody comes to a higher account so.
    """
    held = user.grants.filter(until=None)
    reach = orgs_where(by, "renew_slip")
    is_higher = held.filter(role=Role.ADMINISTRATOR).exists() and not may(by, "grant_administration", None)
    if is_higher or held.exclude(organisation__in=reach).exists():
        raise Refused(f"“{user}”在您管不到的地方也有角色，请找系统管理员重发。")
    if not held.filter(organisation=organisation).exists():
        raise Refused(f"“{user}”在{organisation.short_name}没有角色。")
    _set_one_time(user)
    user.one_time = True
    user.save(update_fields=["password", "one_time"])
    return user


@action(hidden=("password",))
def choose_password(by: Any, user: User, *, password: str) -> User:
    """自设密码 — choose one's own password; whatever a slip told is no longer good."""
    if by.pk != user.pk:
        raise PermissionDenied("an own password is chosen by its owner")
    good_enough(password, user)
    if user.check_password(password):
        raise Refused("和原来的一样，请换一个。")
    user.set_password(password)
    user.one_time = False
    user.save(update_fields=["password", "one_time"])
    return user


def _set_one_time(user: User) -> None:
    """A password by chance; ``user.slip`` tells it to whoever prints it, and is never stored."""
    told = "-".join("".join(secrets.choice(SIGNS) for _ in range(WIDTH)) for _ in range(GROUPS))
    hasher = PBKDF2PasswordHasher()
    user.password = hasher.encode(told, hasher.salt(), iterations=ROUNDS)
    user.slip = told
