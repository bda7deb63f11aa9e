"""What happens inside a box: ballots are sealed, stirred at every cast, and opened all at once.

Every database keeps some order of its own: PostgreSQL the transaction that wrote a row and the place where
it lies, SQLite its row number. So a new ballot never goes in alone: the ballots beside it are taken out and
put back with it, in random order, under new keys, sealed anew, in the same transaction. Ballots that come
together go in together.
"""

import hashlib
import random
import secrets
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from zhengyou.rooms.ratings.models import Ballot, Box, Grade, Receipt
from zhengyou.rooms.ratings.models.ballots import random_key, random_receipt

# At most so many are stirred at a cast; in a larger box a random sample of so many is.
STIRRED = 256
GRADES = list(Grade.values)
_chance = random.SystemRandom()


def put_in(box: Box, cast: Sequence[Sequence[str]]) -> list[int]:
    """Lay ballots that came together into a box whose lock the caller holds, and stir; a receipt for each."""
    rows = Ballot.objects.filter(pk__in=_taken(Ballot.objects.filter(box=box)))
    papers = [unsealed(box.pk, bytes(s or b"")) for s in rows.values_list("sealed", flat=True)]
    papers += map(list, cast)
    rows.delete()
    _chance.shuffle(papers)
    Ballot.objects.bulk_create(Ballot(id=random_key(), box=box, sealed=sealed(box.pk, p)) for p in papers)
    return _receipts(box, len(cast))


def _receipts(box: Box, number: int) -> list[int]:
    """Receipts drawn by lot, laid among those of the box: which is whose ballot's, nobody could say."""
    drawn = [random_receipt() for _ in range(number)]
    # SQLite stores them by their own number, so there nothing is left to stir.
    among = _taken(Receipt.objects.filter(box=box)) if connection.vendor == "postgresql" else []
    Receipt.objects.filter(pk__in=among).delete()
    Receipt.objects.bulk_create(
        Receipt(id=n, box=box) for n in _chance.sample(among + drawn, len(among) + number)
    )
    return drawn


def _taken(rows: QuerySet[Any]) -> list[int]:
    """The keys of the rows that are stirred: all of a box, or a random sample of a large one."""
    keys = list(rows.values_list("pk", flat=True))
    return keys if len(keys) <= STIRRED else _chance.sample(keys, STIRRED)


def taken_out(boxes: Sequence[Box]) -> list[tuple[int, list[str]]]:
    """Take all ballots out of boxes and unseal them."""
    rows = Ballot.objects.filter(box__in=boxes)
    papers = [
        (box_id, unsealed(box_id, bytes(s or b""))) for box_id, s in rows.values_list("box_id", "sealed")
    ]
    rows.delete()
    return papers


def lay_open(papers: Sequence[tuple[int, list[str]]]) -> None:
    """Put ballots back readable, all in random order under new keys."""
    mixed = _chance.sample(papers, len(papers))
    Ballot.objects.bulk_create(Ballot(id=random_key(), box_id=b, answers=answers) for b, answers in mixed)


def _cipher() -> AESGCM:
    return _cipher_of(settings.DATA_KEY)


@lru_cache(2)  # made once, and not for each of the papers that are stirred at every cast
def _cipher_of(key: str) -> AESGCM:
    # Not core's seal(): a ballot is bound to its box, under a key of its own.
    return AESGCM(hashlib.sha256(b"ballots:" + key.encode()).digest())


def sealed(box_id: int, answers: Sequence[str]) -> bytes:
    """Answers sealed for one box; equally long whatever they say, and never twice the same."""
    plain = bytes(GRADES.index(a) for a in answers)
    nonce = secrets.token_bytes(12)
    return nonce + _cipher().encrypt(nonce, plain, str(box_id).encode())


def unsealed(box_id: int, paper: bytes) -> list[str]:
    """The answers of a sealed ballot."""
    return [GRADES[n] for n in _cipher().decrypt(paper[:12], paper[12:], str(box_id).encode())]


def leave_no_history() -> None:
    """Let the database forget what it keeps of former states of the boxes; called once all is committed.

    SQLite's journal and PostgreSQL's dead rows show, cast by cast, which ballot was not there before.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("pragma wal_checkpoint(truncate)")
        else:
            cursor.execute("vacuum (skip_locked) ratings_ballot, ratings_token, ratings_receipt")
