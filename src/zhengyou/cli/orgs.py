"""`zhengyou import`, `zhengyou organisations`: the tree and its people."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from zhengyou.cli.ground import at_home, main


@main.group("import")
def import_() -> None:
    """Take in what offices already have."""


@import_.command("roster")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="only say what would happen")
@click.option("--format", "as_", type=click.Choice(["table", "json"]), default="table")
@click.option(
    "--refused", "back", type=click.Path(dir_okay=False, path_type=Path),
    help="a spreadsheet of the refused rows, to be corrected and taken in again",
)  # fmt: skip
@at_home
def roster(file: Path, dry_run: bool, as_: str, back: Path | None) -> None:
    """Take a spreadsheet of organisations and members into the tree."""
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.orgs.actions import DryRun, import_roster
    from zhengyou.rooms.orgs.imports import read_roster
    from zhengyou.rooms.orgs.queries.importing import columns_remembered

    remembered = columns_remembered(OPERATOR)
    read = read_roster(file, remembered)
    try:
        report = import_roster(OPERATOR, None, roster=read, dry_run=dry_run, file=file.name)
    except DryRun as stopped:
        report = stopped.report
    if back and report.roster.refused:
        _send_back(file, back, remembered, report)
    if as_ == "json":
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        _tell(report, dry_run)
    sys.exit(0)


def _tell(report: Any, dry_run: bool) -> None:
    """The counts, then every refused and odd row."""
    told = report.as_dict()
    click.echo(("试导入，没有写入。" if dry_run else "") + str(report))
    for what, word in (("refused", "不收"), ("warnings", "注意")):
        for r in told[what]:
            click.echo(f"  {word}  {r['sheet']} 第{r['row']}行 {r['column']}：{r['reason']}（{r['value']}）")


def _send_back(file: Path, back: Path, remembered: Any, report: Any) -> None:
    """Write the refused rows, marked."""
    from zhengyou.core.papers import to_marked_xlsx
    from zhengyou.core.sheets import content_of, sheets_in
    from zhengyou.rooms.orgs.imports.marked import refused_rows
    from zhengyou.rooms.orgs.imports.sheets import table_in

    sheets = sheets_in(file.name, content_of(file))
    tables = (table for sheet in sheets if (table := table_in(sheet, remembered)))
    back.write_bytes(to_marked_xlsx(refused_rows(tables, report.roster.refused)))


@main.command()
@at_home
def organisations() -> None:
    """List the tree with its codes."""
    from zhengyou.core.models import Organisation

    for o in Organisation.objects.all():
        click.echo(f"{o.code:<14}{'  ' * (o.depth - 1)}{o.name}")
