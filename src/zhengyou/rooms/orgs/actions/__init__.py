"""Everything that can be done about organisations and people."""

from zhengyou.rooms.orgs.actions.founding import found_organisation
from zhengyou.rooms.orgs.actions.importing import DryRun, Report, import_roster, remember_columns
from zhengyou.rooms.orgs.actions.looking import see_identity
from zhengyou.rooms.orgs.actions.reshaping import (
    close_organisation,
    describe_organisation,
    merge_organisations,
    move_organisation,
    rename_organisation,
    split_organisation,
)

__all__ = [
    "DryRun",
    "Report",
    "close_organisation",
    "describe_organisation",
    "found_organisation",
    "import_roster",
    "merge_organisations",
    "move_organisation",
    "remember_columns",
    "rename_organisation",
    "see_identity",
    "split_organisation",
]
