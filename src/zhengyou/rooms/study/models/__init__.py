"""Facts about study that no meeting's list holds."""

from zhengyou.rooms.study.models.plans import Reading, ReadingDone, StudyPlan, Topic
from zhengyou.rooms.study.models.samples import Sample, SampleItem
from zhengyou.rooms.study.models.works import Work

__all__ = ["Reading", "ReadingDone", "Sample", "SampleItem", "StudyPlan", "Topic", "Work"]
