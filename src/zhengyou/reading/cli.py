"""命令 — `zhengyou draft FILE…`: what notices ask, on the terminal or for another program."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from zhengyou.reading.drafting import draft as read_draft
from zhengyou.reading.files import Unreadable, read_file
from zhengyou.reading.model import Draft
from zhengyou.reading.output import outline_jsonl, to_jsonl, to_table, to_yaml

_FORMATS: dict[str, Callable[[Draft], str]] = {
    "table": to_table,
    "jsonl": to_jsonl,
    "outline": outline_jsonl,
    "yaml": to_yaml,
}
_BETWEEN = {"table": "\n", "jsonl": "", "outline": "", "yaml": "---\n"}


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="table",
    show_default=True,
    help="table to look at; jsonl of items; outline of headings; yaml as the start of a programme.",
)
def draft(files: tuple[str, ...], form: str) -> None:
    """读文件 — draft a programme from notices (.txt .docx .html), each item with its place in the text."""
    failed, written = False, 0
    for name in files:
        try:
            text = _FORMATS[form](read_draft(read_file(name)))
        except Unreadable as error:
            click.echo(f"错误 error: {error}", err=True)
            failed = True
            continue
        click.echo((_BETWEEN[form] if written else "") + text, nl=False)
        written += 1
    if failed:
        sys.exit(1)
