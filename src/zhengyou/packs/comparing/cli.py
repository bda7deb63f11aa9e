"""命令 — `zhengyou compare 上级方案 本级方案`: what a plan of one's own makes of the plan above."""

import click

from zhengyou.packs.comparing.plans import compare as compared
from zhengyou.packs.comparing.telling import to_json, to_table
from zhengyou.reading.drafting import draft
from zhengyou.reading.files import Unreadable, read_file


@click.command()
@click.argument("above", metavar="上级方案")
@click.argument("own", metavar="本级方案")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def compare(above: str, own: str, form: str) -> None:
    """对照 — hold a plan of one's own against the plan above: covered, asked less, left out, added."""
    try:
        found = compared(draft(read_file(above)), draft(read_file(own)))
    except Unreadable as error:
        raise click.ClickException(str(error)) from error
    click.echo((to_json if form == "json" else to_table)(found), nl=False)
