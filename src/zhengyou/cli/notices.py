"""`zhengyou remind`: the day's lists, for a timer."""

import click

from zhengyou.cli.ground import at_home, main


@main.command()
@at_home
def remind() -> None:
    """Send today's reminders to those who hold something due; call it every half hour, it sends each list once."""
    from zhengyou.rooms.notices.actions import remind as send

    click.echo(str(send()))
