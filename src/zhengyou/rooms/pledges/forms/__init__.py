"""What people fill in about promises."""

from zhengyou.rooms.pledges.forms.keeping import DiscussForm, FulfilForm, ReviewForm, WordsForm
from zhengyou.rooms.pledges.forms.pledging import BranchPledgeForm, ChangeForm, PledgeForm, StepForm, WhyForm
from zhengyou.rooms.pledges.forms.sources import (
    AnswerForm,
    CallForm,
    LetterForm,
    NoteForm,
    PostForm,
    ReturnForm,
    SuggestForm,
    TakeForm,
)

__all__ = [
    "AnswerForm",
    "BranchPledgeForm",
    "CallForm",
    "ChangeForm",
    "DiscussForm",
    "FulfilForm",
    "LetterForm",
    "NoteForm",
    "PledgeForm",
    "PostForm",
    "ReturnForm",
    "ReviewForm",
    "StepForm",
    "SuggestForm",
    "TakeForm",
    "WhyForm",
    "WordsForm",
]
