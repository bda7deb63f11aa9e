"""Everything that can be done about study."""

from zhengyou.rooms.study.actions.quizzes import add_question, retire_question, set_quiz, take_quiz
from zhengyou.rooms.study.actions.readings import (
    add_topic,
    draw_up_study_plan,
    list_reading,
    record_reading,
    record_readings_taught,
)
from zhengyou.rooms.study.actions.sampling import conclude_sample, draw_sample, judge_sampled
from zhengyou.rooms.study.actions.works import register_work, review_work, review_works

__all__ = [
    "add_question",
    "add_topic",
    "conclude_sample",
    "draw_sample",
    "draw_up_study_plan",
    "judge_sampled",
    "list_reading",
    "record_reading",
    "record_readings_taught",
    "register_work",
    "retire_question",
    "review_work",
    "review_works",
    "set_quiz",
    "take_quiz",
]
