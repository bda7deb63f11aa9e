"""命令行 — `zhengyou draft FILE…`: what was read, on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from zhengyou.reading.drafting import draft as read_draft
from zhengyou.reading.files import read_file
from zhengyou.reading.files.errors import Unreadable
from zhengyou.reading.model import Draft
from zhengyou.reading.output import outline_jsonl, to_jsonl, to_table, to_yaml

FORMS: dict[str, Callable[[Draft], str]] = {
    "table": to_table,
    "jsonl": to_jsonl,
    "outline": outline_jsonl,
    "yaml": lambda d: "---\n" + to_yaml(d),
}


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--format", "as_", type=click.Choice(list(FORMS)), default="table", help="table, jsonl, outline or yaml"
)
def draft(files: tuple[Path, ...], as_: str) -> None:
    """Read notices (.txt, .docx, .html) into outline and items, each with its exact place."""
    failed = False
    for file in files:
        try:
            found = read_draft(read_file(file))
        except Unreadable as error:
            click.echo(f"{file}: {error}", err=True)
            failed = True
            continue
        click.echo(FORMS[as_](found), nl=False)
    sys.exit(1 if failed else 0)
