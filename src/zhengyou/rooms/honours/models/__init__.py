"""Facts about honours: what may be given on which ground, who was nominated, what was said, and what was decided."""

from zhengyou.rooms.honours.models.deciding import Honour, HonourDecision, Revocation
from zhengyou.rooms.honours.models.exemplars import Exemplar
from zhengyou.rooms.honours.models.kinds import HonourBatch, HonourKind, Level, Seat
from zhengyou.rooms.honours.models.nominating import (
    Judgement,
    Nomination,
    NominationConsent,
    Recommendation,
)
from zhengyou.rooms.honours.models.posting import HonourPosting, Objection, ObjectionAnswer, Posted
from zhengyou.rooms.honours.models.voting import PublicVote

__all__ = [
    "Exemplar",
    "Honour",
    "HonourBatch",
    "HonourDecision",
    "HonourKind",
    "HonourPosting",
    "Judgement",
    "Level",
    "Nomination",
    "NominationConsent",
    "Objection",
    "ObjectionAnswer",
    "Posted",
    "PublicVote",
    "Recommendation",
    "Revocation",
    "Seat",
]
