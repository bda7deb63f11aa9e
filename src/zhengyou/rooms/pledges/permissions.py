"""Who may promise, say what was done, judge, and see."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, everywhere, myself, own

# `own` for an office is the committee's own promise, never that of an organisation beneath it.
allow("draft_pledge", (Role.MEMBER, own), (Role.SECRETARY, own), (Role.OFFICE, own), (Role.LEADER, own))
allow("pledge_for_others", (Role.SECRETARY, own), (Role.OFFICE, own))
for deed in ("publish_pledge", "fulfil_step", "change_pledge", "change_step", "withdraw_pledge"):
    allow(deed, (Role.MEMBER, myself), (Role.LEADER, myself), (Role.SECRETARY, own), (Role.OFFICE, own))
allow("show_name", (Role.MEMBER, myself), (Role.LEADER, myself), (Role.SECRETARY, own))
allow("discuss_pledge", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("review_pledge", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below))
allow(
    "see_pledges",
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.SUPERVISOR, below),
    (Role.LEADER, below),
)
# What is hoped for: everybody may say it, whoever is to do it answers.
allow("open_call", (Role.SECRETARY, own), (Role.OFFICE, below))
allow("suggest_wish", (Role.ANYONE, everywhere))
allow("note_wish", (Role.MEMBER, own), (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below))
allow("note_for_others", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below))
allow("answer_wish", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("show_contact", (Role.SECRETARY, own), (Role.OFFICE, own))
allow("forget_contacts", (Role.ADMINISTRATOR, everywhere), (Role.OFFICE, everywhere))
allow(
    "see_wishes",
    (Role.SECRETARY, below),
    (Role.OFFICE, below),
    (Role.LEADER, below),
    (Role.SUPERVISOR, below),
)
# A branch sends back what its members drafted, a higher level what stands beneath it.
allow("return_pledge", (Role.SECRETARY, own), (Role.OFFICE, below), (Role.LEADER, below))
for deed in ("set_duty_post", "take_duty_post", "leave_duty_post", "close_duty_post"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, own))
for deed in ("propose_letter", "sign_letter"):
    allow(deed, (Role.SECRETARY, own), (Role.OFFICE, own), (Role.LEADER, own))
