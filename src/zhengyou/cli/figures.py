"""`zhengyou progress`, `figures`, `snapshot`: what facts add up to, and the copy that whole trees are asked of."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from zhengyou.cli.ground import FORMAT, UNDER, at_home, main, organisation_called, show

ENGINE = click.option(
    "--engine",
    type=click.Choice(["live", "snapshot", "spark"]),
    default="live",
    help="where it is worked out",
)


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


@main.command()
@click.argument("campaign")
@UNDER
@FORMAT
@ENGINE
@at_home
def progress(campaign: str, under: str, as_: str, engine: str) -> None:
    """How far every organisation of a subtree is with every requirement of a campaign."""
    from zhengyou.rooms.campaigns.queries import campaign_called, progress_rows

    rows = progress_rows(campaign_called(campaign), organisation_called(under), _engine(engine))
    show(rows, as_)


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

    rows = answer(_engine(engine), question(measures, organisation_called(under), said))
    if as_ == "table":
        show(rows, as_)
        return
    content = FORMATS[as_][1](rows)
    if out:
        out.write_bytes(content)
    elif as_ in ("parquet", "xlsx") and sys.stdout.isatty():
        raise click.ClickException(f"{as_}不是文本，请用 --out 写到文件。")
    else:
        click.echo(content, nl=as_ == "json")


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
