"""What people fill in about appraisal."""

from zhengyou.rooms.appraisal.forms.said import CommentForm, DisputeForm, MarkForm, ReplyForm, RetractForm
from zhengyou.rooms.appraisal.forms.schemes import ClauseForms, CriterionForms, SchemeForm, nested

__all__ = [
    "ClauseForms",
    "CommentForm",
    "CriterionForms",
    "DisputeForm",
    "MarkForm",
    "ReplyForm",
    "RetractForm",
    "SchemeForm",
    "nested",
]
