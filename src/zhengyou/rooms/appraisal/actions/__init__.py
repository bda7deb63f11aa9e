"""Everything that can be done about appraisal."""

from zhengyou.rooms.appraisal.actions.found import check_criterion, claim_points, report_duty
from zhengyou.rooms.appraisal.actions.mending import plan_remedy, recheck_remedy
from zhengyou.rooms.appraisal.actions.said import (
    dispute_score,
    give_mark,
    reply_to_dispute,
    retract_mark,
)
from zhengyou.rooms.appraisal.actions.schemes import draft_scheme, drop_scheme, issue_scheme, settle_scheme

__all__ = [
    "check_criterion",
    "claim_points",
    "dispute_score",
    "draft_scheme",
    "drop_scheme",
    "give_mark",
    "issue_scheme",
    "plan_remedy",
    "recheck_remedy",
    "reply_to_dispute",
    "report_duty",
    "retract_mark",
    "settle_scheme",
]
