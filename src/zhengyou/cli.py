"""争优 on the command line: the same actions and queries as the pages, for whoever sits at the machine."""

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from zhengyou import __version__
from zhengyou.packs.cli import draft, pack


@click.group()
@click.version_option(__version__, prog_name="zhengyou")
def main() -> None:
    """争优 — campaigns over a tree of organisations."""


main.add_command(draft)
main.add_command(pack)


def at_home(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--home`` and an installation that is ready: keys made, tables up to date."""

    @click.option(
        "--home", type=click.Path(file_okay=False, path_type=Path), help="数据目录 (ZHENGYOU_HOME, ./var)"
    )
    @wraps(command)
    def ready(*args: Any, home: Path | None, **options: Any) -> Any:
        prepare(home)
        from django.core.exceptions import PermissionDenied

        from zhengyou.core.errors import Refused

        try:
            return command(*args, **options)
        except Refused as refused:
            raise click.ClickException(str(refused)) from refused
        except PermissionDenied as denied:
            raise click.ClickException(f"没有权限：{denied}") from denied

    return ready


def prepare(home: Path | None, *, migrate: bool = True) -> None:
    """Start Django on an installation and bring its tables up to date."""
    if home is not None:
        os.environ["ZHENGYOU_HOME"] = str(home.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhengyou.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    Path(os.environ.get("ZHENGYOU_HOME", "var")).mkdir(parents=True, exist_ok=True)
    django.setup()
    if migrate:
        Path(settings.ZHENGYOU_HOME).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)


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


def _organisation(code: str) -> Any:
    from zhengyou.core.models import Organisation

    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise click.ClickException(f"没有编码为“{code}”的组织；zhengyou organisations 列出全部编码。")
    return found


def _engine(name: str) -> Any:
    from zhengyou.core.engines import Live, Snapshot, Spark

    if name == "live":
        return Live()
    if name == "spark":
        return Spark(_parquet(), os.environ.get("ZHENGYOU_SPARK", "local[*]"))
    snapshot = Snapshot.here()
    if snapshot.taken_at is None:
        raise click.ClickException("还没有快照；先运行 zhengyou snapshot。")
    return snapshot


ENGINE = click.option(
    "--engine",
    type=click.Choice(["live", "snapshot", "spark"]),
    default="live",
    help="where it is worked out",
)
UNDER = click.option("--under", required=True, metavar="CODE", help="the organisation whose subtree is shown")
FORMAT = click.option("--format", "as_", type=click.Choice(["table", "json"]), default="table")


@main.command()
@at_home
def organisations() -> None:
    """List the tree with its codes."""
    from zhengyou.core.models import Organisation

    for o in Organisation.objects.all():
        click.echo(f"{o.code:<14}{'  ' * (o.depth - 1)}{o.name}")


@main.group()
def campaign() -> None:
    """Begin a campaign: lay it down from a pack, issue it, open its gates."""


BY = click.option("--by", "username", required=True, metavar="USERNAME", help="the account that does it")


def _account(username: str) -> Any:
    from zhengyou.rooms.accounts.models import User

    found = User.objects.filter(username=username).first()
    if found is None:
        raise click.ClickException(f"没有账号“{username}”。")
    return found


@campaign.command("draft")
@click.argument("pack")
@click.option("--under", required=True, metavar="CODE", help="the organisation whose campaign it is")
@BY
@click.option("--code", default="", help="another code than the pack's")
@click.option("--name", default="", help="another name than the pack's")
@click.option("--starts-on", type=click.DateTime(["%Y-%m-%d"]), help="move every day so that it begins here")
@click.option("--replace", is_flag=True, help="take the place of a draft of the same code")
@at_home
def draft_from_pack(
    pack: str, under: str, username: str, code: str, name: str, starts_on: Any, replace: bool
) -> None:
    """Lay a campaign down from PACK: the name of a shipped one, or a YAML file."""
    from zhengyou.packs import PackError, load, shipped_pack, taken
    from zhengyou.packs.cli import unknown_in
    from zhengyou.rooms.campaigns.actions import draft_campaign

    try:
        found = load(Path(pack), unknown_in()) if Path(pack).is_file() else shipped_pack(pack)
    except PackError as error:
        raise click.ClickException("\n".join(error.problems)) from error
    ours = taken(found, code=code, name=name, starts_on=starts_on and starts_on.date())
    made = draft_campaign(_account(username), _organisation(under), pack=ours, replace=replace)
    click.echo(
        f"已起草“{made}”（{made.code}），下面还看不到；核对后运行 zhengyou campaign issue {made.code}。"
    )


@campaign.command("issue")
@click.argument("code")
@BY
@at_home
def issue(code: str, username: str) -> None:
    """Issue a drafted campaign to every organisation below."""
    from zhengyou.rooms.campaigns.actions import issue_campaign
    from zhengyou.rooms.campaigns.queries import campaign_called

    made = issue_campaign(_account(username), campaign_called(code))
    click.echo(f"“{made}”已于{made.issued_on}印发。")


@campaign.command("gates")
@click.argument("code")
@BY
@at_home
def gates(code: str, username: str) -> None:
    """Open the gates of a campaign with the look-backs that its pack lays down."""
    from zhengyou.rooms.campaigns.queries import campaign_called
    from zhengyou.rooms.gates.actions import open_gate

    found, by = campaign_called(code), _account(username)
    requirements = {r.code: r for r in found.requirements.all()}
    for stage, laid_down in zip(found.stages.all(), found.pack.get("stages", []), strict=False):
        items = [_look_back(item, requirements) for item in laid_down.get("look_back", [])]
        if items:
            click.echo(f"{open_gate(by, found, stage=stage, items=items)}关口已开启，回头看{len(items)}项。")


def _look_back(item: Any, requirements: dict[str, Any]) -> dict[str, Any]:
    """An item of a pack as the gate takes it: a question, a requirement that ticks itself, or the meeting."""
    given = {"words": item} if isinstance(item, str) else {k: v for k, v in item.items() if k != "source"}
    return given | ({"requirement": requirements[given["requirement"]]} if "requirement" in given else {})


@main.command()
@click.argument("campaign")
@UNDER
@FORMAT
@ENGINE
@at_home
def progress(campaign: str, under: str, as_: str, engine: str) -> None:
    """How far every organisation of a subtree is with every requirement of a campaign."""
    from zhengyou.rooms.campaigns.queries import campaign_called, progress_rows

    rows = progress_rows(campaign_called(campaign), _organisation(under), _engine(engine))
    _show(rows, as_)


@main.command()
@click.argument("measures", nargs=-1, required=True)
@UNDER
@click.option(
    "--format",
    "as_",
    type=click.Choice(["table", "json", "csv", "parquet", "xlsx"]),
    default="table",
    help="rows as a table, or one of these files",
)
@ENGINE
@click.option("--since", default="", help="first day that counts, 2010-06-01")
@click.option("--until", default="", help="last day that counts (today)")
@click.option("--festival", default="", help="the days around a festival instead: 春节-30, 中秋-7+3")
@click.option("--level", default="", help="only organisations so many steps below (0: --under itself)")
@click.option("--group", default="", help="one row for each kind or category instead")
@click.option("--by", default="", help="the window cut into month, quarter or year")
@click.option("--against", default="", help="last-year: beside the comparable days of the year before")
@click.option("--only", default="", help="a threshold list: <0.85, >=2/3")
@click.option("--kind", default="", help="only facts of organisations of these kinds, branch,union")
@click.option(
    "--category", default="", help="only facts of organisations of these categories, village,school"
)
@click.option("--post", default="", help="only facts about the holders of these posts, 书记,委员")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="the file to write")
@at_home
def figures(
    measures: tuple[str, ...], under: str, as_: str, engine: str, out: Path | None, **said: str
) -> None:
    """Measures added up for every organisation of a subtree, or by period, kind or category."""
    from zhengyou.core.asking import question
    from zhengyou.core.tables import FORMATS, answer

    rows = answer(_engine(engine), question(measures, _organisation(under), said))
    if as_ == "table":
        _show(rows, as_)
        return
    content = FORMATS[as_][1](rows)
    if out:
        out.write_bytes(content)
    elif as_ in ("parquet", "xlsx") and sys.stdout.isatty():
        raise click.ClickException(f"{as_}不是文本，请用 --out 写到文件。")
    else:
        click.echo(content, nl=as_ == "json")


def _show(rows: list[dict[str, Any]], as_: str) -> None:
    if as_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo("  ".join(f"{key}={value}" for key, value in row.items()))


@main.group()
def trail() -> None:
    """The chained record of all deeds."""


@trail.command("verify")
@at_home
def verify() -> None:
    """Walk the chain; name the first entry that was changed, is missing or stands out of order."""
    from zhengyou.core.trail import verify as walk

    verdict = walk()
    if not verdict.holds:
        raise click.ClickException(f"留痕不成立：{verdict.words}。此前{verdict.entries}条完好。")
    click.echo(f"留痕完好：{verdict.entries}条，首尾相连。")


@main.command()
@click.option("--whole", is_flag=True, help="copy everything again, whatever the trail says")
@click.option("--parquet", is_flag=True, help="write it as Parquet too, for Spark")
@at_home
def snapshot(whole: bool, parquet: bool) -> None:
    """Bring the columnar snapshot that whole-tree pages read up to now."""
    from zhengyou.core.engines import Snapshot, write_parquet

    Snapshot.here().refresh(whole=whole)
    click.echo(f"快照已更新：{Snapshot.here().folder}")
    if parquet:
        write_parquet(_parquet())
        click.echo(f"供Spark读的副本已写好：{_parquet()}")


def _parquet() -> Path:
    from django.conf import settings

    return Path(settings.ZHENGYOU_HOME) / "parquet"


@main.command()
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8000, type=int)
@click.option("--workers", default=1, type=int)
@at_home
def serve(host: str, port: int, workers: int) -> None:
    """Serve the pages."""
    serve_on(host, port, workers)


def serve_on(host: str, port: int, workers: int = 1) -> None:
    """Serve until stopped; Granian speaks HTTP itself, nothing else is needed in front of it."""
    from granian import Granian
    from granian.constants import Interfaces

    click.echo(f"http://{host}:{port}/")
    Granian(
        "zhengyou.wsgi:application",
        host,
        port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
    ).serve()


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.option("--home", type=click.Path(file_okay=False, path_type=Path))
def manage(arguments: tuple[str, ...], home: Path | None) -> None:
    """Run one of Django's own commands."""
    prepare(home, migrate=False)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["zhengyou manage", *arguments])


@main.command()
@click.option("--check", is_flag=True, help="write nothing; fail if a page is not current")
def docs(check: bool) -> None:
    """Write the pages of the manual that come from the code."""
    prepare(None, migrate=False)
    from zhengyou.handbook import stale_pages, write_pages

    if not check:
        click.echo("\n".join(str(page) for page in write_pages()) or "没有变化。")
    elif stale := stale_pages():
        raise click.ClickException("这些页面与代码不符，请运行 zhengyou docs：" + "、".join(map(str, stale)))


@main.command()
@click.option("--no-serve", is_flag=True, help="stop before serving")
@click.option("--seed", default=2010, type=int)
@click.option("--port", default=8000, type=int)
@click.option(
    "--home", type=click.Path(file_okay=False, path_type=Path), help="数据目录 (ZHENGYOU_HOME, ./var)"
)
def demo(no_serve: bool, seed: int, port: int, home: Path | None) -> None:
    """Make the city 青禾市, play nine months of its campaign, and serve it."""
    prepare(home)
    from zhengyou.demo import play

    for line in play(seed):
        click.echo(line)
    if not no_serve:
        serve_on("127.0.0.1", port)


import zhengyou.sums_cli  # noqa: E402, F401 — its commands stand on at_home and main above

if __name__ == "__main__":
    main()
