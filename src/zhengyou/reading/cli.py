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
# What is written of the file of a name, or why it cannot be read.
Read = Callable[[str], tuple[str, str | None]]
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
    """读文件 — draft a programme from notices or folders of them (.txt .docx .html .pdf), each item with its place."""
    names = list(files_of(files))
    failed, written = not names, 0
    for text, error in each_of(names, partial(_read, form)):
        if error is not None:
            click.echo(f"错误 error: {error}", err=True)
            failed = True
            continue
        click.echo((_BETWEEN[form] if written else "") + text, nl=False)
        written += 1
    if failed:
        sys.exit(1)


def files_of(given: tuple[str, ...]) -> Iterator[str]:
    """文件 — those named as they are; of a folder those that can be read, in the order of their names."""
    for name in given:
        if Path(name).is_dir():
            below = sorted(file for file in Path(name).rglob("*") if file.suffix.lower() in KNOWN)
            yield from map(str, below)
        else:
            yield name


def each_of(names: list[str], read: Read) -> Iterator[tuple[str, str | None]]:
    """逐份 — what is made of each in the order given, many on all cores; at a terminal with how far it is."""
    for done, made in enumerate(_each(names, read), start=1):
        if len(names) >= _MANY and sys.stderr.isatty():
            click.echo(f"\r{done}/{len(names)}", nl=done == len(names), err=True)
        yield made


def _each(names: list[str], read: Read) -> Iterator[tuple[str, str | None]]:
    """Never more than a few drafts at once."""
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
