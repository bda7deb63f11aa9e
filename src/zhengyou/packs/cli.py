"""命令 — `zhengyou pack …`, and `zhengyou draft --format yaml`, whose output is a pack."""

import json
import re
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import click

from zhengyou.packs.checking import HERE
from zhengyou.packs.loading.files import Knows, load
from zhengyou.packs.loading.lines import PackError, write_yaml
from zhengyou.packs.proposing import from_draft
from zhengyou.packs.shipped import shipped_file, shipped_pack, shipped_packs
from zhengyou.packs.telling.differences import differences
from zhengyou.packs.telling.words import summary, told
from zhengyou.reading.cli import draft as read
from zhengyou.reading.cli import each_of, files_of
from zhengyou.reading.drafting import draft as read_draft
from zhengyou.reading.files import Unreadable, read_file
from zhengyou.reading.model import Draft

HEAD = "# 从{name}读出的方案包：请逐条核对，改好代号和日期，再运行 zhengyou pack check\n"


def unknown_in() -> Knows:
    """What knows the rules and measures of this version; needs no installation, and makes none."""
    from django.apps import apps

    if not apps.ready:
        from zhengyou.cli import prepare

        with tempfile.TemporaryDirectory() as home:
            prepare(Path(home), migrate=False)
    from zhengyou.rooms.campaigns.queries import unknown_in_requirement

    return unknown_in_requirement


@click.group()
def pack() -> None:
    """Programmes as data: what a campaign asks, in a YAML file."""


@pack.command("list")
def list_() -> None:
    """List the packs that come with the house."""
    for found in shipped_packs():
        click.echo(summary(found))


@pack.command("check")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def check(files: tuple[Path, ...]) -> None:
    """Check packs; every problem with its line and the remedy."""
    failed = False
    for file in files:
        try:
            click.echo(f"可以用：{summary(load(file, unknown_in()))}")
        except PackError as error:
            failed = True
            click.echo("\n".join(error.problems), err=True)
    sys.exit(failed)


@pack.command("show")
@click.argument("name")
@click.option(
    "--format",
    "as_",
    type=click.Choice(["words", "yaml", "json", "file"]),
    default="words",
    show_default=True,
    help="words to read; yaml or json with everything that it inherits; the file as it was written, to copy",
)
def show(name: str, as_: str) -> None:
    """Show a pack whole: the NAME of a shipped one, or a file."""
    try:
        found = named(name)
        if as_ == "file":
            click.echo(_file(name).read_text(encoding="utf-8"), nl=False)
        elif as_ == "yaml":
            click.echo(write_yaml(found), nl=False)
        elif as_ == "json":
            click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(told(found)))
    except PackError as error:
        raise click.ClickException("\n".join(error.problems)) from error


@pack.command("schema")
def schema() -> None:
    """Print the JSON Schema of packs, for editors that complete and check while typing."""
    click.echo((HERE / "pack.schema.json").read_text(encoding="utf-8"), nl=False)


@pack.command("diff")
@click.argument("old")
@click.argument("new")
def diff(old: str, new: str) -> None:
    """Say in words what NEW asks otherwise than OLD: each the name of a shipped pack, or a file.

    Ends with 0 where both ask the same, 1 where they differ, 2 where one of them cannot be read.
    """
    try:
        found = differences(named(old), named(new))
    except PackError as error:
        click.echo("\n".join(error.problems), err=True)
        sys.exit(2)
    click.echo("\n".join(found) or "两个方案要求相同。")
    sys.exit(bool(found))


def named(name: str) -> dict[str, Any]:
    """A pack by the name of a shipped one or of a file."""
    return load(Path(name)) if Path(name).is_file() else shipped_pack(name)


def _file(name: str) -> Path:
    return Path(name) if Path(name).is_file() else shipped_file(name)


@click.pass_context
def _draft(context: click.Context, files: tuple[str, ...], form: str, code: str, into: Path | None) -> None:
    if form != "yaml":
        if into is not None:
            raise click.UsageError("--into 要同 --format yaml 一起用 (--into goes with --format yaml)")
        context.invoke(read, files=files, form=form)
        return
    names = list(files_of(files))
    failed, written = not names, 0
    for name, (text, error) in zip(names, each_of(names, partial(_pack, code)), strict=True):
        error = error or (_kept(into, name, text) if into is not None else None)
        if error is not None:
            click.echo(f"错误 error: {error}", err=True)
            failed = True
        elif into is None:
            click.echo(("---\n" if written else "") + text, nl=False)
        written += error is None
    if into is not None:
        click.echo(f"写了{written}份方案包到 {into} ({written} packs written)")
    sys.exit(failed)


def _pack(code: str, name: str) -> tuple[str, str | None]:
    """The pack of one notice as it is written, or why the notice cannot be read."""
    try:
        found = read_draft(read_file(name))
    except Unreadable as error:
        return "", str(error)
    return HEAD.format(name=Path(name).name) + write_yaml(proposed(found, code)), None


def _kept(folder: Path, name: str, text: str) -> str | None:
    """A file of the notice's name in the folder; one that is there, which somebody may have gone over, stays as it is."""
    file = folder / f"{Path(name).stem}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as kept:
            kept.write(text)
    except FileExistsError:
        return f"{name}: {file} 已经有了,没有改动;请改名或删去后再读 (already there, left as it is)"
    except OSError as error:
        return f"{name}: {file} 写不进去 ({error.strerror})"
    return None


def proposed(found: Draft, code: str = "") -> dict[str, Any]:
    """The pack of a notice as it is written to a file: named after the campaign, nothing empty in it."""
    title = found.title or found.notice.name
    campaign = re.search(r"开展[“”]?(.{2,30}?活动)", title)
    year = (found.date or "")[:4]
    made = from_draft(
        found, code=code or f"draft_{year or 'new'}", name=campaign.group(1) if campaign else title[:80]
    )
    for asked in made["requirements"]:
        asked["needs"] = {m: int(v) if v.isdecimal() else v for m, v in asked.get("needs", {}).items()}
    made["requirements"] = [{k: v for k, v in asked.items() if v != {}} for asked in made["requirements"]]
    made["tasks"] = [{key: value for key, value in task.items() if value != ""} for task in made["tasks"]]
    return {key: value for key, value in made.items() if value not in ("", [])}


draft = click.Command(
    "draft",
    params=[
        *read.params,
        click.Option(["--code"], default="", help="the code of the campaign (yaml only)"),
        click.Option(
            ["--into"],
            type=click.Path(file_okay=False, path_type=Path),
            help="write one pack for each notice into this folder (yaml only)",
        ),
    ],
    callback=_draft,
    help=read.help,
)
