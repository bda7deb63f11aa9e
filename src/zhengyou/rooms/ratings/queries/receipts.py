"""回执 — the list in which a rater finds that one's ballot lay in the box."""

from dataclasses import dataclass

from zhengyou.rooms.ratings.models import Box, Receipt, Round, read_receipt, receipt_written
from zhengyou.rooms.ratings.queries.rounds import is_closed


@dataclass(frozen=True)
class Found:
    """查回执 — the round in which a receipt stands, and its list once the boxes were opened."""

    round: Round
    written: str
    listed: tuple[str, ...] = ()


def receipts_of(round: Round) -> list[str]:
    """All receipts of a round, by size, once its boxes were opened: who looked on meanwhile would see who comes when.

    One list for the whole round: by box it would tell how many rated in a group that is folded.
    """
    if not is_closed(round):
        return []
    numbers = Receipt.objects.filter(box__subject__round=round).order_by("pk").values_list("pk", flat=True)
    return [receipt_written(n) for n in numbers]


def look_up(typed: str) -> Found | None:
    """What is known of a receipt; nothing of one that was never given."""
    number = read_receipt(typed)
    box = Box.objects.filter(receipts=number).select_related("subject__round__organisation").first()
    if number is None or box is None:
        return None
    round = box.subject.round
    return Found(round, receipt_written(number), tuple(receipts_of(round)))
