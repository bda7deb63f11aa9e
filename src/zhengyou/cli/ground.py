"""What every command stands on: the group itself, an installation that is ready, and how rows are shown."""

import json
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from zhengyou import __version__
from zhengyou.packs.cli import draft, pack
from zhengyou.packs.comparing.cli import compare


@click.group()
@click.version_option(__version__, prog_name="zhengyou")
def main() -> None:
    """争优 — campaigns over a tree of organisations."""


main.add_command(draft)
main.add_command(pack)
main.add_command(compare)


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


UNDER = click.option("--under", required=True, metavar="CODE", help="the organisation whose subtree is shown")
FORMAT = click.option("--format", "as_", type=click.Choice(["table", "json"]), default="table")


def organisation_called(code: str) -> Any:
    from zhengyou.core.models import Organisation

    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise click.ClickException(f"没有编码为“{code}”的组织；zhengyou organisations 列出全部编码。")
    return found


def show(rows: list[dict[str, Any]], as_: str) -> None:
    if as_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo("  ".join(f"{key}={value}" for key, value in row.items()))
