"""Facts about study that no meeting's list holds."""

from zhengyou.rooms.study.models.plans import Reading, ReadingDone, StudyPlan
from zhengyou.rooms.study.models.works import Work

__all__ = ["Reading", "ReadingDone", "StudyPlan", "Work"]
