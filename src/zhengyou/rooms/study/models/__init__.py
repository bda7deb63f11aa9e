"""Facts about study that no meeting's list holds."""

from zhengyou.rooms.study.models.plans import Reading, ReadingDone, ReadingTaught, StudyPlan, Topic
from zhengyou.rooms.study.models.quizzes import Choice, Question, Quiz, QuizAnswer, QuizItem, QuizTaking
from zhengyou.rooms.study.models.samples import Sample, SampleItem
from zhengyou.rooms.study.models.works import Work

__all__ = [
    "Choice",
    "Question",
    "Quiz",
    "QuizAnswer",
    "QuizItem",
    "QuizTaking",
    "Reading",
    "ReadingDone",
    "ReadingTaught",
    "Sample",
    "SampleItem",
    "StudyPlan",
    "Topic",
    "Work",
]
