"""留痕 — the chained record of all deeds: nothing in it can be changed, left out or reordered unseen."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import models

from zhengyou.core import clock
from zhengyou.core.models import Deed, Organisation, TrailHead

ORIGIN = "0" * 64


def author(by: Any) -> Any:
    """The account that a deed is kept under; nobody for the public and for the operator at the machine."""
    return by if getattr(by, "pk", None) is not None else None


def plain(value: Any) -> Any:
    """A value of an action's arguments in words that JSON can hold; rows by key, files by size."""
    match value:
        case None | bool() | int() | str():
            return value
        case models.Model():
            return f"{value._meta.label}:{value.pk}"
        case date() | Decimal() | float() | Fraction():
            return str(value)
        case bytes():
            return f"{len(value)} bytes"
        case dict():
            return {str(k): plain(v) for k, v in value.items()}
        case list() | tuple() | set() | frozenset() | models.QuerySet():
            return f"{len(value)} 项" if len(value) > 20 else [plain(v) for v in value]
        case _:
            return type(value).__name__


def digest_of(deed: Deed) -> str:
    """The SHA-256 digest of an entry's content and of the digest before it."""
    content = [
        deed.number,
        deed.at.astimezone(UTC).isoformat(),
        deed.by_id,
        deed.did,
        deed.organisation_id,
        deed.subject,
        deed.words,
        deed.details,
        deed.previous,
    ]
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


def leave_trail(
    by: Any, did: str, organisation: Organisation | None, subject: Any, words: str, details: dict[str, Any]
) -> Deed:
    """Chain one more entry; call it inside the transaction of the deed it tells of.

    The head row is locked until that transaction ends, so that two deeds never share a number.
    """
    TrailHead.objects.get_or_create(pk=1)
    head = TrailHead.objects.select_for_update().get(pk=1)
    deed = Deed(
        number=head.number + 1,
        at=clock.now(),
        by=author(by),
        did=did,
        organisation=organisation,
        subject=plain(subject) if isinstance(subject, models.Model) else str(subject or ""),
        words=words[:300],
        details=json.dumps(plain(details), ensure_ascii=False, sort_keys=True),
        previous=head.digest,
    )
    deed.digest = digest_of(deed)
    deed.save(force_insert=True)
    head.number, head.digest = deed.number, deed.digest
    head.save()
    return deed


def next_number() -> int:
    """The number that the entry of this transaction's deed will bear; nobody else gets it until that ends."""
    TrailHead.objects.get_or_create(pk=1)
    return TrailHead.objects.select_for_update().get(pk=1).number + 1


@dataclass(frozen=True)
class Verdict:
    """查验结论 — whether the chain holds; if not, the first bad entry and what is wrong with it."""

    entries: int
    first_bad: int | None = None
    words: str = ""

    @property
    def holds(self) -> bool:
        """Whether every entry is where and as it was written."""
        return self.first_bad is None


def verify() -> Verdict:
    """Walk the whole chain; name the first entry that was changed, is missing or stands out of order."""
    previous, expected = ORIGIN, 1
    for deed in _deeds():
        if deed.number != expected:
            return Verdict(expected - 1, expected, f"第{expected}号记录缺失，其后是第{deed.number}号")
        if deed.previous != previous:
            return Verdict(expected - 1, expected, f"第{expected}号记录与前一号接不上：次序或内容被改过")
        if digest_of(deed) != deed.digest:
            return Verdict(expected - 1, expected, f"第{expected}号记录的内容与其摘要不符：被改过")
        previous, expected = deed.digest, expected + 1
    head = TrailHead.objects.filter(pk=1).first()
    if head is not None and (head.number, head.digest) != (expected - 1, previous):
        return Verdict(expected - 1, expected, f"末尾的记录缺失：应有{head.number}条，只有{expected - 1}条")
    return Verdict(expected - 1)


def _deeds() -> Iterator[Deed]:
    return Deed.objects.order_by("number").iterator(chunk_size=2000)
