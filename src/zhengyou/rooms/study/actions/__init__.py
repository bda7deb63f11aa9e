"""Everything that can be done about study."""

from zhengyou.rooms.study.actions.readings import draw_up_study_plan, list_reading, record_reading
from zhengyou.rooms.study.actions.works import register_work, review_work, review_works

__all__ = [
    "draw_up_study_plan",
    "list_reading",
    "record_reading",
    "register_work",
    "review_work",
    "review_works",
]
