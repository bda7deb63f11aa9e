"""The work of an import: at once for a small file, in the background for a large one, its progress told as it goes."""

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils.translation import gettext as _

from zhengyou.core.errors import Refused
from zhengyou.core.papers import to_marked_xlsx
from zhengyou.core.sheets import sheets_in
from zhengyou.rooms.orgs.actions import DryRun, Report, import_roster
from zhengyou.rooms.orgs.imports.keeping import Kept
from zhengyou.rooms.orgs.imports.marked import refused_rows
from zhengyou.rooms.orgs.imports.rows import Roster, Watch, read_tables
from zhengyou.rooms.orgs.imports.sheets import Table, table_as
from zhengyou.rooms.orgs.queries.importing import import_places

AT_ONCE = 200 * 1024  # bytes; some two thousand rows
BEAT = 0.5  # seconds between two words about how far it has come
LISTED = 200

log = logging.getLogger(__name__)


def begin(viewer: Any, kept: Kept, *, dry_run: bool, end_gone: bool = False) -> None:
    """Try or enter an upload; returns when it is done, or at once where it goes on in the background."""
    content = kept.content()
    if content is None:
        raise Refused("这个文件已经导入或已过一天，请重新上传。")
    if not kept.taken_up("trying" if dry_run else "entering"):
        return
    if len(content) <= AT_ONCE:
        work(viewer, kept, dry_run=dry_run, end_gone=end_gone)
        return
    threading.Thread(
        target=_in_the_background,
        args=(viewer, kept, dry_run, end_gone),
        name=f"import-{kept.key[:6]}",
        daemon=True,
    ).start()


def _in_the_background(viewer: Any, kept: Kept, dry_run: bool, end_gone: bool) -> None:
    try:
        work(viewer, kept, dry_run=dry_run, end_gone=end_gone)
    finally:
        connections.close_all()


def work(viewer: Any, kept: Kept, *, dry_run: bool, end_gone: bool = False) -> None:
    """Read, compare and enter, or undo what was only tried; ends in a report, a refusal or a failure, each kept."""
    stage = "trying" if dry_run else "entering"
    about = kept.about
    try:
        report = _report(viewer, kept, about, _watch(kept, stage), dry_run, end_gone)
        _keep_refused(kept, about, report)
    except Refused as refused:
        kept.stage("refused", words=str(refused))
    except PermissionDenied:
        kept.stage("refused", words=_("您现在不能导入到这个组织，请找管理员。"))
    except Exception:
        log.exception("import %s failed", kept.key[:6])
        kept.stage("failed", was=stage)
    else:
        kept.stage("tried" if dry_run else "entered", report=_told(report))
        if not dry_run:
            kept.without_file()


def _report(
    viewer: Any, kept: Kept, about: dict[str, Any], watch: Watch, dry_run: bool, end_gone: bool
) -> Report:
    places = {place.pk if place else None: place for place in import_places(viewer)}
    if about["under"] not in places:
        raise PermissionDenied
    roster = read_tables(Roster(watch=watch), _tables(kept, about))
    try:
        return import_roster(
            viewer,
            places[about["under"]],
            roster=roster,
            dry_run=dry_run,
            end_gone=end_gone,
            file=about["name"],
        )
    except DryRun as stopped:
        return stopped.report


def _tables(kept: Kept, about: dict[str, Any]) -> Iterator[Table]:
    """The tables of an upload as they were confirmed."""
    content = kept.content()
    for sheet in sheets_in(about["name"], content or b""):
        table = table_as(sheet, about["tables"].get(sheet.name, {}))
        if table:
            yield table


def _watch(kept: Kept, stage: str) -> Watch:
    """Tells how far the work has come, not more often than somebody can see."""
    told = [0.0]

    def watch(step: str, done: int, total: int) -> None:
        if time.monotonic() - told[0] > BEAT:
            told[0] = time.monotonic()
            kept.stage(stage, step=step, done=done, total=total)

    return watch


def _keep_refused(kept: Kept, about: dict[str, Any], report: Report) -> None:
    """The refused rows as a spreadsheet, sealed like the file."""
    if report.roster.refused:
        marked = refused_rows(_tables(kept, about), report.roster.refused)
        kept.write("refused", to_marked_xlsx(marked))


def _told(report: Report) -> dict[str, Any]:
    """The report as the page shows it: counts whole, lists as long as somebody reads them."""
    whole = report.as_dict()
    return whole | {
        "refused": whole["refused"][:LISTED],
        "warnings": whole["warnings"][:LISTED],
        "refused_count": len(report.roster.refused),
        "warnings_count": len(report.roster.warnings),
        "lists": {kind: [astuple(line) for line in lines] for kind, lines in report.lists.items()},
    }
