"""`zhengyou serve`, `trail`, `manage`, `docs`, `demo`: running an installation and looking after it."""

from pathlib import Path

import click

from zhengyou.cli.ground import at_home, main, prepare


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
    _tell_code()
    Granian(
        "zhengyou.wsgi:application",
        host,
        port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
    ).serve()


@main.command()
@at_home
def forget() -> None:
    """Remove contact data whose time is over; to be run daily. Pages show none of it before that either."""
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.pledges.actions import forget_contacts

    click.echo(f"已删除{forget_contacts(OPERATOR, None)}条到期的联系方式。")


def _tell_code() -> None:
    """While nobody has an account, whoever sees this window sets the installation up in the browser."""
    from zhengyou.rooms.accounts.queries import unclaimed
    from zhengyou.rooms.setup.actions import setup_code

    if unclaimed():
        click.echo(f"还没有人用过：在浏览器里打开上面的地址，口令 {setup_code()}")


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
