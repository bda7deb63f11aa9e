"""Everything that can be done about accounts."""

from zhengyou.rooms.accounts.actions.accounts import grant_role, open_account, withdraw_role
from zhengyou.rooms.accounts.actions.slips import choose_password, issue_slip, issue_slips, renew_slip
from zhengyou.rooms.accounts.actions.tries import forget_tries, note_try, take_back

__all__ = [
    "choose_password",
    "forget_tries",
    "grant_role",
    "issue_slip",
    "issue_slips",
    "note_try",
    "open_account",
    "renew_slip",
    "take_back",
    "withdraw_role",
]
