"""Everything that can be done about organisations and people."""

from zhengyou.rooms.orgs.actions.founding import found_organisation
from zhengyou.rooms.orgs.actions.importing import DryRun, Report, import_roster
from zhengyou.rooms.orgs.actions.looking import see_identity
from zhengyou.rooms.orgs.actions.places import (
    change_place,
    close_place,
    leave_place,
    register_place,
    share_place,
)

__all__ = [
    "DryRun",
    "Report",
    "change_place",
    "close_place",
    "found_organisation",
    "import_roster",
    "leave_place",
    "register_place",
    "see_identity",
    "share_place",
]
