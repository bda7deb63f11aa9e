"""Durable ballots a second: codes used up by several threads at once, each ballot acknowledged after its commit.

Ours stirs and seals each ballot, and lets the database forget what was there before; that is what secrecy
costs. The peer deletes the code and inserts the ballot in one plain transaction. The limit is one writer that
puts all waiting ballots into one commit. Whatever was acknowledged must be stored, and nothing else.
"""

import queue
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection, connections, transaction

from bench.sizes import Size
from bench.timing import Answer, Comparison, Way
from bench.town import FIRST, LAST, connect, empty, found
from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.ratings.actions import cast_ballot
from zhengyou.rooms.ratings.actions.boxes import sealed
from zhengyou.rooms.ratings.models import Ballot, Box, Group, Round, Subject, Token, digest_of, fresh_code
from zhengyou.rooms.ratings.models.ballots import random_key
from zhengyou.settings.database import SQLITE_OPTIONS

THREADS = 4  # as many as one worker of the server has
WAITING = 64  # clients that wait for the writer of the limit
AT_ONCE = 500  # ballots in one commit at most
ANSWERS = ["good", "fair", "good", "poor", "good", "good", "fairly_good", "good", "fair", "good"]
BOX = 1
DAY = FIRST
Cast = Callable[[str], None]


def comparisons(size: Size, home: Path) -> Iterator[Comparison]:
    """The action, a plain transaction on the same stack, and group commit."""
    file = home / f"ballots-{size.ballots}.sqlite3"
    shutil.copy(empty(home), file)
    codes = _codes(file, size)

    def way(name: str, run: Callable[..., Any], ours: bool = False) -> Way:
        ready = partial(_ready, run, file, codes)
        return Way(name, ready, ours, partial(_stored_alike, size.ballots))

    ways = [
        way("ours: sealed and stirred", partial(_by_threads, _through_the_action), ours=True),
        way("a Django transaction each", partial(_by_threads, _plainly)),
        way("limit: one writer, group commit", _group_commit),
    ]
    yield Comparison(f"ballots, {THREADS} threads (SQLite)", size.ballots, "ballots", ways, rate=True)


def _codes(file: Path, size: Size) -> list[str]:
    """A round with one box and its codes."""
    db = sqlite3.connect(file)
    found(db, size.part(max(1, size.organisations // 10)))
    db.commit()
    db.close()
    connect(file)
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
    Box.objects.create(pk=BOX, subject=subject, group=Group.PUBLIC)
    codes = [fresh_code() for _ in range(size.ballots)]
    Token.objects.bulk_create(Token(id=random_key(), box_id=BOX, digest=digest_of(c)) for c in codes)
    with connection.cursor() as cursor:
        cursor.execute("pragma wal_checkpoint(truncate)")
    connections.close_all()
    return codes


def _ready(run: Callable[..., list[str]], file: Path, codes: Sequence[str]) -> Callable[[], list[str]]:
    """The same box with the same codes each time, in a database of its own."""
    own = file.with_suffix(".own.sqlite3")
    for left in own.parent.glob(own.name + "-*"):
        left.unlink()
    shutil.copy(file, own)
    connect(own)
    return partial(run, own, codes)


def _by_threads(cast: Callable[[], Cast], own: Path, codes: Sequence[str]) -> list[str]:
    """Threads with a connection each; the codes whose ballot was acknowledged."""

    def work(mine: Sequence[str]) -> list[str]:
        put = cast()
        done = [code for code in mine if _taken(put, code)]
        connection.close()
        return done

    with ThreadPoolExecutor(THREADS) as pool:
        return [c for done in pool.map(work, [codes[n::THREADS] for n in range(THREADS)]) for c in done]


def _taken(put: Cast, code: str) -> bool:
    """Whether a ballot was acknowledged; where the database was busy too long, it was not."""
    try:
        put(code)
    except OperationalError:
        return False
    return True


def _through_the_action() -> Cast:
    by, box = AnonymousUser(), Box.objects.select_related("subject__round__organisation").get(pk=BOX)

    def put(code: str) -> None:
        with clock.played_at(DAY):
            cast_ballot(by, box, code=code, answers=ANSWERS)

    return put


def _plainly() -> Cast:
    def put(code: str) -> None:
        with transaction.atomic():
            used, _ = Token.objects.filter(box=BOX, digest=digest_of(code)).delete()
            if used:
                Ballot.objects.create(box_id=BOX, answers=ANSWERS)

    return put


def _group_commit(own: Path, codes: Sequence[str]) -> list[str]:
    """Clients hand their ballots to one thread and wait until the commit that holds them."""
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    writer = threading.Thread(target=_write, args=(own, waiting))
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


def _write(own: Path, waiting: "queue.SimpleQueue[Any]") -> None:
    db = sqlite3.connect(own, isolation_level=None)
    for pragma in SQLITE_OPTIONS["init_command"].split(";"):
        db.execute(pragma)
    while (first := waiting.get()) is not None:
        batch = [first]
        while len(batch) < AT_ONCE and not waiting.empty():
            batch.append(waiting.get())
        batch, ended = [one for one in batch if one], None in batch
        db.execute("begin immediate")
        db.executemany("delete from ratings_token where digest = ?", [(d,) for d, _ in batch])
        db.executemany(
            "insert into ratings_ballot (id, box_id, sealed) values (?, ?, ?)",
            [(random_key(), BOX, sealed(BOX, ANSWERS)) for _ in batch],
        )
        db.execute("commit")
        for _, done in batch:
            done.set_result(None)
        if ended:
            break
    db.close()


def _stored_alike(cast: int, acknowledged: list[str]) -> Answer:
    """Stored must be what was acknowledged: ballots in the box, codes gone; and all were acknowledged."""
    left = set(Token.objects.values_list("digest", flat=True))
    lost = [code for code in acknowledged if digest_of(code) in left]
    stored = Ballot.objects.filter(box=BOX).count()
    if lost or stored != len(acknowledged):
        raise ValueError(f"{len(acknowledged)} ballots acknowledged, {stored} stored, {len(lost)} codes left")
    return {"cast": cast, "acknowledged": len(acknowledged), "stored": stored, "codes left": len(left)}
