"""`zhengyou import`, `zhengyou organisations`: the tree and its people."""

import json
import sys
from pathlib import Path

import click

from zhengyou.cli.ground import at_home, main


@main.group("import")
def import_() -> None:
    """Take in what offices already have."""


@import_.command("roster")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="only say what would happen")
@click.option("--format", "as_", type=click.Choice(["table", "json"]), default="table")
@at_home
def roster(file: Path, dry_run: bool, as_: str) -> None:
    """Take a workbook of organisations and members into the tree."""
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.orgs.actions import DryRun, import_roster
    from zhengyou.rooms.orgs.imports import read_roster

    try:
        report = import_roster(OPERATOR, None, roster=read_roster(file), dry_run=dry_run)
    except DryRun as stopped:
        report = stopped.report
    if as_ == "json":
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(("试导入，没有写入。" if dry_run else "") + str(report))
        for remark in report.roster.refused:
            click.echo(
                f"  不收  {remark.sheet} 第{remark.row}行 {remark.column}：{remark.reason}（{remark.value}）"
            )
        for remark in report.roster.warnings:
            click.echo(
                f"  注意  {remark.sheet} 第{remark.row}行 {remark.column}：{remark.reason}（{remark.value}）"
            )
    sys.exit(0)


@main.command()
@at_home
def organisations() -> None:
    """List the tree with its codes."""
    from zhengyou.core.models import Organisation

    for o in Organisation.objects.all():
        click.echo(f"{o.code:<14}{'  ' * (o.depth - 1)}{o.name}")
