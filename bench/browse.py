"""A tree browsed as people browse it: the office's first page, one level down, a figure opened, one branch's week.

No peers: what is told is how long a page takes after a refresh and when it is asked again, and how that grows.
Pages go through the whole product, from the address to the last byte, without the network.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.branch import TODAY
from bench.rollup import snapshot_of
from bench.sizes import Size
from bench.timing import Answer, Comparison, Way
from bench.town import CAMPAIGN, FIRST, town
from zhengyou.core import clock
from zhengyou.core.models import Grant, Organisation, Role


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """Each page on its own: asked first, and asked again while the snapshot stands."""
    with town(size, home):
        snapshot = snapshot_of(size, home)
        for name, (user, address) in pages().items():
            ways = [
                Way("asked first", partial(_asked, snapshot.folder, user, address, 0), ours=True, told=_told),
                Way("asked again", partial(_asked, snapshot.folder, user, address, 1), told=_told),
            ]
            yield Comparison(name, size.attendances, "attendances", ways)


def pages() -> dict[str, tuple[Any, str]]:
    """What is looked at: who opens it, and its address."""
    root = Organisation.objects.get(parent=None)
    below = Organisation.objects.filter(parent=root).order_by("path")[0]
    branch = Organisation.objects.filter(kind="branch").order_by("path")[0]
    office = _account("office", Role.OFFICE, root)
    return {
        "the office's first page": (office, f"/campaigns/{CAMPAIGN}/"),
        "one level down": (office, f"/campaigns/{CAMPAIGN}/?under={below.pk}"),
        "a figure opened": (office, f"/figures/study_hours/{root.pk}/"),
        "one branch's week (live)": (
            _account("week", Role.SECRETARY, branch),
            f"/campaigns/{CAMPAIGN}/week/",
        ),
    }


def _account(name: str, role: str, where: Organisation) -> Any:
    from zhengyou.rooms.accounts.models import User

    user, _ = User.objects.get_or_create(username=name)
    Grant.objects.get_or_create(user=user, role=role, organisation=where, since=FIRST)
    return user


def _asked(folder: Path, user: Any, address: str, before: int) -> Callable[[], Any]:
    """Sign in and, where it is asked again, ask before the clock runs."""
    from django.conf import settings
    from django.test import Client

    settings.ZHENGYOU_HOME = folder.parent
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(user)

    def get() -> Any:
        with clock.played_at(TODAY):
            return client.get(address)

    for _ in range(before):
        get()
    return get


def _told(page: Any) -> Answer:
    """Every page answers; what it says is tested elsewhere."""
    return {"status": page.status_code}
