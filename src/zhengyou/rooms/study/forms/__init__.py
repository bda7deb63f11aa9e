"""What people fill in about study."""

from zhengyou.rooms.study.forms.plans import PlanForm, ReadingForm, ReadingsTaughtForm, TopicForm
from zhengyou.rooms.study.forms.quizzes import QuestionForm, QuizForm, TakingForm
from zhengyou.rooms.study.forms.samples import SampleFindingForm, SampleForm
from zhengyou.rooms.study.forms.works import ReviewForm, WorkForm, WorkForOthersForm

__all__ = [
    "PlanForm",
    "QuestionForm",
    "QuizForm",
    "ReadingForm",
    "ReadingsTaughtForm",
    "ReviewForm",
    "SampleFindingForm",
    "SampleForm",
    "TakingForm",
    "TopicForm",
    "WorkForOthersForm",
    "WorkForm",
]
