"""What is required about study; the numbers come with the notice."""

from zhengyou.core.rules import all_of, at_least, rule
from zhengyou.rooms.study.measures import collective_share, made_up_lessons, missed_lessons, study_hours


@rule(source="source 003：每位党员的学习培训的时间不能少于40个学时，集中学习的时间要占三分之二以上")
def enough_study():
    """学习达标 — enough hours, and enough of them together."""
    return at_least(study_hours), at_least(collective_share)


@rule(source="source 003：因事缺席的要及时补课")
def lessons_made_up():
    """补课完成 — everything that was missed is made up."""
    return (all_of(missed_lessons, made_up_lessons),)
