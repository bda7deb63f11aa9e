"""Everything that can be done about organisations and people."""

from zhengyou.rooms.orgs.actions.founding import found_organisation
from zhengyou.rooms.orgs.actions.importing import DryRun, Report, import_roster, remember_columns
from zhengyou.rooms.orgs.actions.looking import see_identity

__all__ = ["DryRun", "Report", "found_organisation", "import_roster", "remember_columns", "see_identity"]
