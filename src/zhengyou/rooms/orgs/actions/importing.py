"""A roster workbook taken into the tree: what is new enters, what changed follows, what is the same stays."""

from typing import Any

from zhengyou.core.actions import action
from zhengyou.core.models import Organisation
from zhengyou.core.pouring import a_great_many
from zhengyou.rooms.orgs.actions.importing_gone import count_gone
from zhengyou.rooms.orgs.actions.importing_organisations import enter_organisations
from zhengyou.rooms.orgs.actions.importing_people import enter_people
from zhengyou.rooms.orgs.actions.importing_report import Counts, DryRun, Report
from zhengyou.rooms.orgs.imports import Roster
from zhengyou.rooms.orgs.models import ColumnMapping

__all__ = ["Counts", "DryRun", "Report", "import_roster", "remember_columns"]


@action(tree=True)
def import_roster(
    by: Any,
    under: Organisation | None,
    *,
    roster: Roster,
    dry_run: bool = False,
    end_gone: bool = False,
    file: str = "",
) -> Report:
    """导入花名册 — enter the good rows of a workbook, all of them or none if something breaks midway.

    Rows about anything outside ``under`` are refused. With ``dry_run`` nothing is kept: ``DryRun`` is raised
    with the report once everything was tried. With ``end_gone`` the membership of those ends who belong to an
    organisation in the file and do not stand in it.
    """
    report = Report(roster)
    with a_great_many():
        enter_organisations(by, under, report)
        entered = enter_people(by, under, report)
        count_gone(report, entered, end=end_gone)
    report.organisations.refused = roster.refused_organisations
    report.people.refused = roster.refused_people
    if dry_run:
        raise DryRun(report)
    return report


@action()
def remember_columns(
    by: Any, under: Organisation | None, *, headings: str, meant: dict[str, Any]
) -> ColumnMapping:
    """记住栏目 — remember which heading is which column, for the next file with the same headings."""
    held, _ = ColumnMapping.objects.update_or_create(headings=headings, defaults={"meant": meant})
    return held
