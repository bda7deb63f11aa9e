"""Pages asked by many at once: what nineteen of twenty wait at most, with and without what the product keeps.

Eight people ask at the same time, one page after the other, of one process as the site runs several; pages go through
the whole product, without the network. Beside it the same pages where no answer is kept, and where there is no snapshot.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.branch import TODAY
from bench.browse import pages
from bench.rollup import snapshot_of
from bench.sizes import Size
from bench.timing import Comparison, Way
from bench.town import town
from zhengyou.core import clock
from zhengyou.core.engines import snapshot as engine

HANDS = 8


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The pages of ``browse`` in turn, by many hands."""
    with town(size, home):
        folder = snapshot_of(size, home).folder.parent
        bare = home / "no-snapshot"
        bare.mkdir(exist_ok=True)
        asked = [(turn, name) for turn in range(size.calls // 4) for name in pages()]
        ways = [
            Way("ours", partial(_ready, folder), ours=True, each=asked, hands=HANDS),
            Way("answers not kept", partial(_ready, folder, kept=0), each=asked, hands=HANDS),
            Way("no snapshot, asked live", partial(_ready, bare), each=asked, hands=HANDS),
        ]
        yield Comparison(f"four pages, {HANDS} people at once", size.attendances, "attendances", ways)


def _ready(folder: Path, kept: int = engine.KEPT) -> Callable[[tuple[int, str]], int]:
    """Everybody signed in; the child's own product keeps so many answers."""
    from django.conf import settings
    from django.test import Client

    engine.KEPT = kept
    settings.ZHENGYOU_HOME = folder
    settings.ALLOWED_HOSTS = ["testserver"]
    signed, addresses = {}, {}
    for name, (user, address) in pages().items():
        client = Client()
        client.force_login(user)
        signed[name], addresses[name] = client.cookies, address

    def get(one: tuple[int, str]) -> int:
        client = Client()
        client.cookies = signed[one[1]]
        with clock.played_at(TODAY):
            return client.get(addresses[one[1]]).status_code

    return get
