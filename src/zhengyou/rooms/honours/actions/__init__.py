"""What may be done about honours: laid down, nominated, passed on, posted, objected to, decided, taken back."""

from zhengyou.rooms.honours.actions.deciding import decide_honour, revoke_honour
from zhengyou.rooms.honours.actions.exemplars import end_exemplar, name_exemplar
from zhengyou.rooms.honours.actions.kinds import lay_down_honour, open_batch
from zhengyou.rooms.honours.actions.nominating import (
    consent_on_paper,
    give_consent,
    judge_condition,
    nominate,
    recommend_nomination,
)
from zhengyou.rooms.honours.actions.posting import answer_objection, object_to_nomination, post_nominations
from zhengyou.rooms.honours.actions.voting import hold_public_vote

__all__ = [
    "answer_objection",
    "consent_on_paper",
    "decide_honour",
    "end_exemplar",
    "give_consent",
    "hold_public_vote",
    "judge_condition",
    "lay_down_honour",
    "name_exemplar",
    "nominate",
    "object_to_nomination",
    "open_batch",
    "post_nominations",
    "recommend_nomination",
    "revoke_honour",
]
