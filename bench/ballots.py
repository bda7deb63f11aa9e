"""Durable ballots a second: codes used up by a hall of clients at once, each ballot acknowledged after its commit.

Ours is what a page calls: whoever finds the pen free writes for all who wait, seals and stirs once for all of
them, and lets the database forget what was there before. Beside it the same action for each ballot alone. The
peer deletes the code and inserts the ballot in one plain transaction each, neither sealed nor stirred. The limit
is one writer that puts all waiting ballots into one commit and does nothing else. The ways that commit each for
itself get four threads, with which they are fastest. Whatever was acknowledged must be stored, and nothing else.
"""

import queue
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection, connections, transaction

from bench import durable
from bench.sizes import Size
from bench.timing import Answer, Comparison, Way
from bench.town import FIRST, LAST, connect, empty
from zhengyou.core import clock, tree
from zhengyou.core.models import Organisation
from zhengyou.core.pouring import pour
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.ratings.actions import Paper, cast_ballot, hand_in
from zhengyou.rooms.ratings.actions.boxes import sealed
from zhengyou.rooms.ratings.models import Ballot, Box, Group, Round, Subject, Token, digest_of, fresh_code
from zhengyou.rooms.ratings.models.ballots import random_key

THREADS = 4  # of the ways that commit each ballot for itself
WAITING = 64  # clients that wait for one writer
AT_ONCE = 500  # ballots in one commit at most
ANSWERS = ["good", "fair", "good", "poor", "good", "good", "fairly_good", "good", "fair", "good"]
FIELDS = ("id", "code", "name", "kind", "parent", "path", "path_end")
PARTY = [(1, "1", "党委", "committee", None, tree.step(0), tree.path_end(tree.step(0)))]
DAY = FIRST
Cast = Callable[[str], None]
Run = Callable[[Path, Sequence[str]], list[str]]


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """Both databases, each with the same codes in a box of its own."""
    codes = [fresh_code() for _ in range(size.ballots)]
    file = home / f"ballots-{size.ballots}.sqlite3"
    shutil.copy(empty(home), file)
    connect(file)
    pour(Organisation, FIELDS, PARTY)
    _hold(codes)
    with connection.cursor() as cursor:
        cursor.execute("pragma wal_checkpoint(truncate)")
    connections.close_all()
    yield _compared("SQLite", size, lambda run: partial(_ready, run, file, codes))
    with durable.branches(PARTY, partial(_hold, codes)) as own:
        yield _compared("PostgreSQL", size, lambda run: partial(_ready_there, own, run, codes))


def _compared(database: str, size: Size, ready: Callable[[Run], Any]) -> Comparison:
    absent = "" if database == "SQLite" or durable.pgserver else "not installed"

    def way(name: str, run: Run, ours: bool = False) -> Way:
        return Way(name, ready(run), ours, partial(_stored_alike, size.ballots), absent=absent)

    ways = [
        way("ours: handed in, written together", partial(_by_threads, WAITING, _handed_in), ours=True),
        way("ours, a transaction each", partial(_by_threads, THREADS, _alone)),
        way("a Django transaction each", partial(_by_threads, THREADS, _plainly)),
        way("limit: one writer, group commit", _group_commit),
    ]
    return Comparison(f"ballots ({database})", size.ballots, "ballots", ways, rate=True)


def _hold(codes: Sequence[str]) -> None:
    """A round with one box and its codes."""
    where = Organisation.objects.get(parent=None)
    days = {"opens_on": FIRST, "closes_on": LAST}
    campaign = Campaign.objects.create(
        organisation=where, code="striving", name="活动", starts_on=FIRST, ends_on=LAST, issued_on=FIRST
    )
    asked = [f"第{n}题" for n in range(1, len(ANSWERS) + 1)]
    held = Round.objects.create(
        organisation=where, campaign=campaign, name="测评", groups=["public"], questions=asked, **days
    )
    subject = Subject.objects.create(round=held, organisation=where)
    box = Box.objects.create(subject=subject, group=Group.PUBLIC)
    Token.objects.bulk_create(Token(id=random_key(), box=box, digest=digest_of(c)) for c in codes)


def _ready_there(server: str, run: Run, codes: Sequence[str]) -> Callable[[], list[str]]:
    """The same on a server, in a database of its own each time."""
    return durable.ready(server, Path(), partial(run, codes=codes))


def _ready(run: Run, file: Path, codes: Sequence[str]) -> Callable[[], list[str]]:
    """The same box with the same codes each time, in a database of its own."""
    own = file.with_suffix(".own.sqlite3")
    for left in own.parent.glob(own.name + "-*"):
        left.unlink()
    shutil.copy(file, own)
    connect(own)
    return partial(run, own, codes)


def _by_threads(threads: int, cast: Callable[[], Cast], own: Path, codes: Sequence[str]) -> list[str]:
    """Threads with a connection each; the codes whose ballot was acknowledged."""

    def work(mine: Sequence[str]) -> list[str]:
        put = cast()
        done = [code for code in mine if _taken(put, code)]
        connection.close()
        return done

    with ThreadPoolExecutor(threads) as pool:
        return [c for done in pool.map(work, [codes[n::threads] for n in range(threads)]) for c in done]


def _taken(put: Cast, code: str) -> bool:
    """Whether a ballot was acknowledged; where the database was busy too long, it was not."""
    try:
        put(code)
    except OperationalError:
        return False
    return True


def _box() -> Box:
    return Box.objects.select_related("subject__round__organisation").get()


def _handed_in() -> Cast:
    box = _box()

    def put(code: str) -> None:
        with clock.played_at(DAY):
            hand_in(Paper(box, code, ANSWERS))

    return put


def _alone() -> Cast:
    by, box = AnonymousUser(), _box()

    def put(code: str) -> None:
        with clock.played_at(DAY):
            cast_ballot(by, box, code=code, answers=ANSWERS)

    return put


def _plainly() -> Cast:
    box, plain = _box(), " ".join(ANSWERS).encode()

    def put(code: str) -> None:
        with transaction.atomic():
            used, _ = Token.objects.filter(box=box, digest=digest_of(code)).delete()
            if used:
                Ballot.objects.create(box=box, sealed=plain)

    return put


def _group_commit(own: Path, codes: Sequence[str]) -> list[str]:
    """Clients hand their ballots to one thread and wait until the commit that holds them."""
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    writer = threading.Thread(target=_write, args=(waiting,))
    writer.start()

    def cast(code: str) -> str:
        done: Future[None] = Future()
        waiting.put((digest_of(code), done))
        done.result()
        return code

    with ThreadPoolExecutor(WAITING) as clients:
        acknowledged = list(clients.map(cast, codes))
    waiting.put(None)
    writer.join()
    return acknowledged


def _write(waiting: "queue.SimpleQueue[Any]") -> None:
    box = _box().pk
    while (first := waiting.get()) is not None:
        batch = [first]
        while len(batch) < AT_ONCE and not waiting.empty():
            batch.append(waiting.get())
        batch, ended = [one for one in batch if one], None in batch
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany("delete from ratings_token where digest = %s", [(d,) for d, _ in batch])
            cursor.executemany(
                "insert into ratings_ballot (id, box_id, sealed) values (%s, %s, %s)",
                [(random_key(), box, sealed(box, ANSWERS)) for _ in batch],
            )
        for _, done in batch:
            done.set_result(None)
        if ended:
            break
    connection.close()


def _stored_alike(cast: int, acknowledged: list[str]) -> Answer:
    """Stored must be what was acknowledged: ballots in the box, codes gone; and all were acknowledged."""
    left = set(Token.objects.values_list("digest", flat=True))
    lost = [code for code in acknowledged if digest_of(code) in left]
    stored = Ballot.objects.count()
    if lost or stored != len(acknowledged):
        raise ValueError(f"{len(acknowledged)} ballots acknowledged, {stored} stored, {len(lost)} codes left")
    return {"cast": cast, "acknowledged": len(acknowledged), "stored": stored, "codes left": len(left)}
