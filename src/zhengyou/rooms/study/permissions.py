"""Who may register, review and see what members wrote."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import above, allow, below, myself, own

allow("register_work", (Role.SECRETARY, own), (Role.MEMBER, own))
allow("register_works_of_others", (Role.SECRETARY, own))
allow("review_work", (Role.SECRETARY, own))
allow("review_works", (Role.SECRETARY, own))
allow("see_works", (Role.SECRETARY, own), (Role.MEMBER, myself))
allow("draw_up_study_plan", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("list_reading", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("record_reading", (Role.SECRETARY, own))
allow(
    "see_study_plan",
    (Role.SECRETARY, above),
    (Role.MEMBER, above),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
)
allow("add_topic", (Role.SECRETARY, own), (Role.OFFICE, own))
for deed in ("draw_sample", "judge_sampled", "conclude_sample"):
    allow(deed, (Role.SUPERVISOR, below), (Role.OFFICE, below))
allow("see_samples", (Role.SUPERVISOR, below), (Role.OFFICE, below), (Role.SECRETARY, own))
for deed in ("add_question", "retire_question", "set_quiz", "record_readings_taught"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, own))
allow("see_questions", (Role.SECRETARY, above), (Role.OFFICE, above), (Role.OFFICE, below))
allow("take_quiz", (Role.MEMBER, above))
# Counts are the same for everybody; what somebody answered is seen by that person alone, so no line grants it.
allow(
    "see_quiz_counts",
    (Role.MEMBER, above),
    (Role.SECRETARY, above),
    (Role.OFFICE, above),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
