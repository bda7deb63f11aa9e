"""Everything that can be asked about campaigns, and how far organisations are with them."""

from zhengyou.rooms.campaigns.queries.asking import (
    asked,
    changes_for,
    personal_requirements,
    requirements_of,
    stated_above,
)
from zhengyou.rooms.campaigns.queries.burden import Ask, Burden, burden_of, monthly
from zhengyou.rooms.campaigns.queries.calendar import calendar_of_organisation, calendar_of_person
from zhengyou.rooms.campaigns.queries.colliding import heavy_weeks, twice_between
from zhengyou.rooms.campaigns.queries.entries import BUDGET, BUDGET_GROUND
from zhengyou.rooms.campaigns.queries.exempting import (
    excepted_now,
    exempted_at,
    exemptions_at,
    exemptions_of,
    exemptions_seen_by,
    lasts,
    organisation_exemptions_at,
    organisation_exemptions_seen_by,
    organisational_requirements,
)
from zhengyou.rooms.campaigns.queries.kept import closing_of, final_of, tables_of
from zhengyou.rooms.campaigns.queries.knowing import unknown_in_pack, unknown_in_requirement
from zhengyou.rooms.campaigns.queries.lateness import Timely, timely_of
from zhengyou.rooms.campaigns.queries.needs import need_named
from zhengyou.rooms.campaigns.queries.own_plans import (
    OPEN,
    RETURNED,
    STATES,
    filed_plans_seen_by,
    organisations_asked,
    own_plans_due,
    plan_filed,
    plans_filed,
    taken_up,
    waiting_under,
)
from zhengyou.rooms.campaigns.queries.progress import (
    engine_for_trees,
    organisation_lacking,
    people_in,
    people_lacking,
    person_lacking,
    progress_of,
    progress_rows,
)
from zhengyou.rooms.campaigns.queries.reminding import (
    SOON,
    reminders_of_organisation,
    reminders_of_person,
    running_at,
)
from zhengyou.rooms.campaigns.queries.running import runs_for, still_runs
from zhengyou.rooms.campaigns.queries.seen import (
    approval_of,
    campaign_called,
    campaign_under_way,
    campaigns_seen_by,
    drafter_of,
    parts_of,
    plan_of,
    running_campaign,
    stage_on,
    top_for,
)
from zhengyou.rooms.campaigns.queries.sound import Preview, known_in, preview_of
from zhengyou.rooms.campaigns.queries.tasks import Task, tasks_of_organisation, tasks_of_person
from zhengyou.rooms.campaigns.queries.timeline import requirement_in, timeline_of
from zhengyou.rooms.campaigns.queries.words import counted_in, of_whom, own_word, units_of, words_of

__all__ = [
    "Timely",
    "timely_of",
    "Ask",
    "heavy_weeks",
    "monthly",
    "running_at",
    "twice_between",
    "Task",
    "counted_in",
    "of_whom",
    "own_word",
    "tasks_of_organisation",
    "tasks_of_person",
    "units_of",
    "words_of",
    "excepted_now",
    "organisation_exemptions_at",
    "organisation_exemptions_seen_by",
    "organisational_requirements",
    "calendar_of_organisation",
    "calendar_of_person",
    "SOON",
    "reminders_of_organisation",
    "reminders_of_person",
    "OPEN",
    "RETURNED",
    "STATES",
    "filed_plans_seen_by",
    "organisations_asked",
    "own_plans_due",
    "plan_filed",
    "plans_filed",
    "taken_up",
    "waiting_under",
    "need_named",
    "closing_of",
    "final_of",
    "tables_of",
    "requirement_in",
    "timeline_of",
    "personal_requirements",
    "exempted_at",
    "exemptions_at",
    "exemptions_of",
    "exemptions_seen_by",
    "lasts",
    "runs_for",
    "still_runs",
    "changes_for",
    "BUDGET",
    "BUDGET_GROUND",
    "approval_of",
    "parts_of",
    "Burden",
    "Preview",
    "burden_of",
    "known_in",
    "preview_of",
    "asked",
    "campaign_called",
    "campaigns_seen_by",
    "drafter_of",
    "engine_for_trees",
    "organisation_lacking",
    "people_in",
    "people_lacking",
    "person_lacking",
    "plan_of",
    "progress_of",
    "progress_rows",
    "requirements_of",
    "campaign_under_way",
    "running_campaign",
    "stage_on",
    "stated_above",
    "top_for",
    "unknown_in_pack",
    "unknown_in_requirement",
]
