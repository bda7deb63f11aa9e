"""Everything that can be asked about appraisal."""

from zhengyou.rooms.appraisal.queries.said import (
    comments_of,
    disputes_of,
    disputes_seen_by,
    disputes_waiting_for,
    marks_seen_by,
    may_be_disputed,
    stands,
)
from zhengyou.rooms.appraisal.queries.schemes import (
    TIERS_FROM_TOP,
    By,
    ClauseKind,
    appraised_under,
    earlier_scheme,
    is_appraised,
    organisations_with_scores,
    schemes_seen_by,
    sees_scores,
)
from zhengyou.rooms.appraisal.queries.scores import Appraised, score_of, scores_of, window_of
from zhengyou.rooms.appraisal.queries.scoring import Bands, Line, Score, rounded

__all__ = [
    "Appraised",
    "Bands",
    "By",
    "ClauseKind",
    "Line",
    "Score",
    "TIERS_FROM_TOP",
    "appraised_under",
    "comments_of",
    "disputes_of",
    "disputes_seen_by",
    "disputes_waiting_for",
    "earlier_scheme",
    "is_appraised",
    "marks_seen_by",
    "may_be_disputed",
    "organisations_with_scores",
    "rounded",
    "schemes_seen_by",
    "score_of",
    "scores_of",
    "sees_scores",
    "stands",
    "window_of",
]
