"""命令 — `zhengyou draft FILE…`: what notices ask, on the terminal or for another program."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from zhengyou.reading.drafting import draft as read_draft
from zhengyou.reading.files import KNOWN, Unreadable, read_file
from zhengyou.reading.model import Draft
from zhengyou.reading.output import outline_jsonl, to_jsonl, to_table, to_yaml

_FORMATS: dict[str, Callable[[Draft], str]] = {
    "table": to_table,
    "jsonl": to_jsonl,
    "outline": outline_jsonl,
    "yaml": to_yaml,
}
_BETWEEN = {"table": "\n", "jsonl": "", "outline": "", "yaml": "---\n"}
_MANY = 8  # fewer are read sooner than processes start


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
    """读文件 — draft a programme from notices or folders of them (.txt .docx .html), each item with its place."""
    names = list(_files(files))
    failed, written = not names, 0
    for done, (text, error) in enumerate(_all_read(names, form), start=1):
        if len(names) >= _MANY and sys.stderr.isatty():
            click.echo(f"\r{done}/{len(names)}", nl=done == len(names), err=True)
        if error is not None:
            click.echo(f"错误 error: {error}", err=True)
            failed = True
            continue
        click.echo((_BETWEEN[form] if written else "") + text, nl=False)
        written += 1
    if failed:
        sys.exit(1)


def _files(given: tuple[str, ...]) -> Iterator[str]:
    """Files as they are; of a folder those that can be read, in the order of their names."""
    for name in given:
        if Path(name).is_dir():
            below = sorted(file for file in Path(name).rglob("*") if file.suffix.lower() in KNOWN)
            yield from map(str, below)
        else:
            yield name


def _all_read(names: list[str], form: str) -> Iterator[tuple[str, str | None]]:
    """In the order given; many on all cores, and never more than a few drafts at once."""
    read = partial(_read, form)
    cores = os.cpu_count() or 1
    if len(names) < _MANY or cores == 1:
        yield from map(read, names)
        return
    with ProcessPoolExecutor(cores) as pool:
        for first in range(0, len(names), _MANY * cores):
            yield from pool.map(read, names[first : first + _MANY * cores])


def _read(form: str, name: str) -> tuple[str, str | None]:
    """What is written of one file, or why it cannot be read."""
    try:
        return _FORMATS[form](read_draft(read_file(name))), None
    except Unreadable as error:
        return "", str(error)
