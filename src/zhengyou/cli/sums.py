"""命令 — `zhengyou sums …`: sums handed up from this installation and taken in from others."""

from datetime import datetime
from pathlib import Path

import click

from zhengyou.cli.ground import UNDER, at_home, main, organisation_called

DAY = click.DateTime(["%Y-%m-%d"])


@main.group()
def sums() -> None:
    """Sums between installations, signed: never people."""


@sums.command("key")
@at_home
def key() -> None:
    """Print the public key that the level above registers."""
    from zhengyou.core.signing import public_key

    click.echo(public_key())


@sums.command("write")
@click.option("--measures", required=True, metavar="NAME,NAME…", help="as docs/measures.md lists them")
@UNDER
@click.option("--levels", default=0, type=click.IntRange(0, 9), help="how many levels below are told apart")
@click.option("--since", type=DAY, help="first day that counts")
@click.option("--until", type=DAY, help="last day that counts (today)")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="the file to write (standard output)"
)
@at_home
def write(
    measures: str, under: str, levels: int, since: datetime | None, until: datetime | None, out: Path | None
) -> None:
    """Write the signed bundle of an organisation's sums."""
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.federation.actions import hand_up

    text = hand_up(
        OPERATOR,
        organisation_called(under),
        measures=[name.strip() for name in measures.split(",") if name.strip()],
        levels=levels,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    if out is None:
        click.echo(text)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(f"已写入{out}；送到上级，或者POST到上级的/api/sums/。")


@sums.command("partner")
@click.argument("code")
@click.argument("key", metavar="KEYHEX")
@at_home
def partner(code: str, key: str) -> None:
    """Register the key with which the organisation of CODE signs what it hands in."""
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.federation.actions import register_partner

    click.echo(f"已登记{register_partner(OPERATOR, organisation_called(code), key=key)}。")


@sums.command("receive")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@at_home
def receive(files: tuple[Path, ...]) -> None:
    """Take in bundles; the first that is refused stops it, those before it are kept."""
    from zhengyou.core.errors import Refused
    from zhengyou.core.permissions import OPERATOR
    from zhengyou.rooms.federation.actions import receive_sums

    for file in files:
        try:
            click.echo(
                f"{file}：已收下{receive_sums(OPERATOR, file.read_text(encoding='utf-8', errors='replace'))}。"
            )
        except Refused as refused:
            raise click.ClickException(f"{file}：{refused}") from refused
