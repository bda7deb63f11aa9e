"""Everything that can be done about organisations and people."""

from zhengyou.rooms.orgs.actions.belonging import admit_member, end_membership, hand_over
from zhengyou.rooms.orgs.actions.founding import found_organisation
from zhengyou.rooms.orgs.actions.importing import DryRun, Report, import_roster, remember_columns
from zhengyou.rooms.orgs.actions.looking import export_people, see_identity
from zhengyou.rooms.orgs.actions.people import (
    answer_correction,
    ask_correction,
    correct_person,
    mark_mobile,
    take_own_data,
)
from zhengyou.rooms.orgs.actions.places import (
    change_place,
    close_place,
    leave_place,
    register_place,
    share_place,
)
from zhengyou.rooms.orgs.actions.posts import appoint_post, relieve_post
from zhengyou.rooms.orgs.actions.reshaping import (
    close_organisation,
    describe_organisation,
    merge_organisations,
    move_organisation,
    rename_organisation,
    split_organisation,
)
from zhengyou.rooms.orgs.actions.sounding import hear_organisations, hear_people

__all__ = [
    "DryRun",
    "Report",
    "admit_member",
    "answer_correction",
    "appoint_post",
    "ask_correction",
    "change_place",
    "close_organisation",
    "close_place",
    "correct_person",
    "describe_organisation",
    "end_membership",
    "export_people",
    "found_organisation",
    "hand_over",
    "hear_organisations",
    "hear_people",
    "import_roster",
    "leave_place",
    "mark_mobile",
    "merge_organisations",
    "move_organisation",
    "register_place",
    "relieve_post",
    "remember_columns",
    "rename_organisation",
    "see_identity",
    "share_place",
    "split_organisation",
    "take_own_data",
]
