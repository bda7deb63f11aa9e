"""What people fill in about honours."""

from zhengyou.rooms.honours.forms.deciding import DecideForm, ExemplarForm, SureForm, WhyForm
from zhengyou.rooms.honours.forms.kinds import BatchForm, KindForm
from zhengyou.rooms.honours.forms.nominating import (
    AnswerForm,
    JudgeForm,
    NominateForm,
    ObjectForm,
    PostForm,
    RecommendForm,
)
from zhengyou.rooms.honours.forms.voting import VoteForm

__all__ = [
    "AnswerForm",
    "BatchForm",
    "DecideForm",
    "ExemplarForm",
    "JudgeForm",
    "KindForm",
    "NominateForm",
    "ObjectForm",
    "PostForm",
    "RecommendForm",
    "SureForm",
    "VoteForm",
    "WhyForm",
]
