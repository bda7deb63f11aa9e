"""What is required about study; the numbers come with the notice."""

from zhengyou.core.rules import all_of, at_least, none_of, only, rule
from zhengyou.rooms.study.measures import (
    collective_share,
    essays,
    made_up_lessons,
    missed_lessons,
    readings_missing,
    sessions_attended,
    sessions_missed,
    study_hours,
    weeks_reviewed,
    weeks_to_review,
)


@rule(source="source 003：每位党员的学习培训的时间不能少于40个学时，集中学习的时间要占三分之二以上")
def enough_study():
    """学习达标 — enough hours, and enough of them together."""
    return at_least(study_hours), at_least(collective_share)


@rule(source="source 003：因事缺席的要及时补课")
def lessons_made_up():
    """补课完成 — everything that was missed is made up."""
    return (all_of(missed_lessons, made_up_lessons),)


@rule(source="source 003：规定学习时间不缺一课")
def no_session_missed():
    """不缺一课 — nothing that was missed is still to be made up."""
    return (none_of(sessions_missed),)


@rule(source="source 003：党员参学不漏一人")
def nobody_left_out():
    """不漏一人 — everybody has studied, at a meeting, at home or by making it up."""
    return (at_least(sessions_attended),)


@rule(source="source 003：必读科目不少一篇")
def no_reading_missed():
    """不少一篇 — every text that had to be read by now has been read."""
    return (none_of(readings_missing),)


@rule(source="source 003：至少要写出两篇3000字以上的心得体会文章")
def enough_essays():
    """心得体会达标 — enough essays, of which only those count that are long enough."""
    return (at_least(essays, only("essay_length", "characters", unit="字")),)


@rule(source="source 003：支部负责人每周应查看、批阅一次党员的学习笔记")
def notes_reviewed_weekly():
    """笔记每周批阅 — every week in which notes were written was reviewed; it is the reviewers who are judged."""
    return (all_of(weeks_to_review, weeks_reviewed),)
