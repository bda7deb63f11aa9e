"""What people fill in about appraisal."""

from zhengyou.rooms.appraisal.forms.found import CheckForm, ClaimForm, DutyForm, RecheckForm, RemedyForm
from zhengyou.rooms.appraisal.forms.said import CommentForm, DisputeForm, MarkForm, ReplyForm, RetractForm
from zhengyou.rooms.appraisal.forms.schemes import (
    BandForms,
    ClauseForms,
    CriterionForms,
    SchemeForm,
    bands_of,
    nested,
)

__all__ = [
    "BandForms",
    "CheckForm",
    "ClaimForm",
    "ClauseForms",
    "CommentForm",
    "CriterionForms",
    "DisputeForm",
    "DutyForm",
    "MarkForm",
    "RecheckForm",
    "RemedyForm",
    "ReplyForm",
    "RetractForm",
    "SchemeForm",
    "bands_of",
    "nested",
]
