"""`zhengyou campaign`: a campaign from a pack, issued, its gates opened."""

from pathlib import Path
from typing import Any

import click

from zhengyou.cli.ground import at_home, main, organisation_called


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
    made = draft_campaign(_account(username), organisation_called(under), pack=ours, replace=replace)
    click.echo(
        f"已起草“{made}”（{made.code}），下面还看不到；核对后运行 zhengyou campaign issue {made.code}。"
    )


@campaign.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--under", required=True, metavar="CODE", help="the organisation that reads it")
@BY
@click.option("--code", required=True, help="the code of the campaign that it shall become")
@click.option("--name", required=True, help="its name")
@at_home
def read(file: Path, under: str, username: str, code: str, name: str) -> None:
    """Read a notice into lines, which the office then decides on the page 文件与方案."""
    from zhengyou.rooms.drafting.actions import read_notice
    from zhengyou.rooms.drafting.imports import read_sent

    found = read_sent(file.read_bytes(), file.name)
    made = read_notice(_account(username), organisation_called(under), draft=found, name=name, code=code)
    click.echo(f"“{made}”读出{made.lines.count()}条，请在“文件与方案”里逐条定。")


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
    from zhengyou.packs import gate_of
    from zhengyou.rooms.campaigns.queries import campaign_called
    from zhengyou.rooms.gates.actions import open_gate

    found, by = campaign_called(code), _account(username)
    requirements = {r.code: r for r in found.requirements.all()}
    for stage in found.stages.filter(number__lte=len(found.pack.get("stages", []))):
        laid_down = gate_of(found.pack, stage.number)
        items = [_look_back(item, requirements) for item in laid_down["items"]]
        needed = {key: laid_down[key] for key in ("present", "application", "inspection")}
        for kind in laid_down["kinds"] if items else ():
            opened = open_gate(by, found, stage=stage, items=items, kind=kind, **needed)
            click.echo(f"{opened}关口已开启，回头看{len(items)}项。")


def _look_back(item: dict[str, Any], requirements: dict[str, Any]) -> dict[str, Any]:
    """An item of a pack as the gate takes it: a requirement by itself, not by its code."""
    return item | ({"requirement": requirements[item["requirement"]]} if "requirement" in item else {})


@campaign.command("archive")
@click.argument("code")
@click.option("--to", required=True, type=click.Path(dir_okay=False, path_type=Path), help="the zip to write")
@at_home
def archive(code: str, to: Path) -> None:
    """Write a campaign that is over to one zip of open formats: tables, papers, a page that says what lies where."""
    from zhengyou.core.errors import Refused
    from zhengyou.rooms.campaigns.papers import archive_of
    from zhengyou.rooms.campaigns.queries import campaign_called

    found = campaign_called(code)
    if not found.over:
        raise Refused(f"“{found}”到{found.ends_on}才结束，结束以后再归档。")
    to.write_bytes(archive_of(found))
    click.echo(f"“{found}”已归档：{to}；解开后打开{found.code}/index.html。")
