"""A refreshed snapshot is what a whole new one would be, and reads only what deeds may have changed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlglot import parse_one

from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.engines.changes import changes_since
from zhengyou.core.engines.files import open_files
from zhengyou.core.facts import FACT_TABLES
from zhengyou.core.figures import figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Deed, Organisation, TrailHead
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Window
from zhengyou.rooms.meetings.actions import call_meeting, close_list, correct_attendance, record_list
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.mobility.actions import (
    close_transfer,
    receive_transfer,
    record_contact,
    record_service,
    register_residence,
    start_transfer,
)
from zhengyou.rooms.orgs.actions import end_membership, found_organisation, mark_mobile
from zhengyou.rooms.pledges.actions import draft_pledge, publish_pledge

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = date(2010, 6, 1)


def studied(town, secretary, where, day=DAY, how="present"):
    meeting = call_meeting(secretary, where, kind="study", title="学习", held_on=day, minutes=90)
    people = {m.person_id: how for m in where_members(where)}
    record_list(secretary, meeting, hows=people)
    return close_list(secretary, meeting)


def where_members(where):
    from zhengyou.rooms.orgs.models import Membership

    return Membership.objects.filter(organisation=where)


def content(snapshot):
    """Every table of a snapshot as a set of rows."""
    manifest = snapshot.manifest
    db = open_files(
        snapshot.folder / manifest.base, snapshot.folder / manifest.changes if manifest.changes else None
    )
    names = ["organisation", *(f"all_{name}" for name in FACT_TABLES)]
    return {name: sorted(map(repr, db.execute(f"select * from seen.{name}").fetchall())) for name in names}


@pytest.fixture
def taken(town, on, tmp_path):
    on(DAY)
    studied(town, town.east_secretary, town.east)
    town.snapshot = Snapshot(tmp_path / "snapshot")
    town.snapshot.refresh()
    return town


def refreshed_is_whole(town, tmp_path):
    town.snapshot.refresh()
    whole = Snapshot(tmp_path / "whole")
    whole.refresh()
    assert content(town.snapshot) == content(whole)
    window = Window(DAY)
    names = list(MEASURES)
    assert figures_by_org(town.snapshot, names, town.city, window) == figures_by_org(
        Live(), names, town.city, window
    )


def test_new_facts_are_added_where_they_happened(taken, tmp_path):
    base = taken.snapshot.manifest.base
    studied(taken, taken.west_secretary, taken.west)

    refreshed_is_whole(taken, tmp_path)
    assert taken.snapshot.manifest.base == base and taken.snapshot.manifest.changes


def test_only_the_organisations_of_the_deeds_are_read_anew(taken):
    number, digest = taken.snapshot.manifest.deed, taken.snapshot.manifest.digest
    studied(taken, taken.west_secretary, taken.west)

    changes = changes_since(number, digest, TrailHead.objects.get().number)

    assert changes.facts["attendance"] == {taken.west.pk} and not changes.tree
    assert "pledge" not in changes.facts and "membership" not in changes.facts


def test_a_corrected_fact_replaces_the_old_one(taken, tmp_path):
    wrong = Attendance.objects.filter(organisation=taken.east).first()
    correct_attendance(taken.east_secretary, wrong, how="absent", why="点错了")

    refreshed_is_whole(taken, tmp_path)


def test_changes_after_changes_and_a_new_organisation(taken, tmp_path):
    studied(taken, taken.west_secretary, taken.west)
    taken.snapshot.refresh()
    found_organisation(OPERATOR, taken.committee, name="南街村党支部", kind="branch", category="village")
    studied(taken, taken.east_secretary, taken.east, date(2010, 6, 1))
    pledge = draft_pledge(
        taken.east_secretary,
        taken.east,
        campaign=taken.campaign,
        what="修路",
        how_seen="通车",
        steps=[("修", date(2010, 8, 1))],
    )
    publish_pledge(taken.east_secretary, pledge)

    refreshed_is_whole(taken, tmp_path)
    assert {o.code for o in Organisation.objects.all()} == {
        row.split("'")[1] for row in content(taken.snapshot)["organisation"]
    }


def test_many_changes_become_a_new_base(taken, tmp_path):
    base = taken.snapshot.manifest.base
    for day in range(1, 29):
        studied(taken, taken.east_secretary, taken.east, date(2010, 5, day))

    refreshed_is_whole(taken, tmp_path)
    assert taken.snapshot.manifest.base != base and not taken.snapshot.manifest.changes
    kept = {f.name for f in taken.snapshot.folder.iterdir()}
    assert kept == {"manifest.json", "lock", taken.snapshot.manifest.base}


def test_nothing_new_only_makes_it_younger(taken, on):
    before = taken.snapshot.manifest
    on(date(2010, 6, 3))
    taken.snapshot.refresh()

    after = taken.snapshot.manifest
    assert (after.base, after.changes, after.deed) == (before.base, before.changes, before.deed)
    assert after.taken_at > before.taken_at


def test_another_trail_is_not_trusted(taken, tmp_path):
    studied(taken, taken.west_secretary, taken.west)
    Deed.objects.filter(number=taken.snapshot.manifest.deed).update(digest="0" * 64)

    refreshed_is_whole(taken, tmp_path)
    assert not taken.snapshot.manifest.changes


def test_a_snapshot_of_other_facts_is_none_until_it_is_taken_anew(taken, tmp_path, monkeypatch):
    table = FACT_TABLES["meeting"]
    narrower = table.sql.sql().replace(", kind FROM", " FROM")
    columns = {c: t for c, t in table.columns.items() if c != "kind"}
    monkeypatch.setitem(FACT_TABLES, "meeting", replace(table, columns=columns, sql=parse_one(narrower)))

    assert taken.snapshot.manifest is None and taken.snapshot.taken_at is None
    refreshed_is_whole(taken, tmp_path)
    assert taken.snapshot.manifest is not None


def test_what_a_crash_left_behind_is_swept_away_and_never_read(taken, tmp_path):
    (taken.snapshot.folder / "changes-999-0.duckdb").write_bytes(b"half")
    (taken.snapshot.folder / "manifest.new").write_text("{")
    studied(taken, taken.west_secretary, taken.west)

    refreshed_is_whole(taken, tmp_path)
    assert not (taken.snapshot.folder / "changes-999-0.duckdb").exists()


def test_without_a_snapshot_the_error_says_what_to_do(town, tmp_path):
    with pytest.raises(FileNotFoundError, match="zhengyou snapshot"):
        figures_by_org(Snapshot(tmp_path / "none"), ["members"], town.city, Window(DAY))


@pytest.mark.parametrize("deed", ["transfer", "service", "receipt", "contact", "end"])
def test_what_concerns_two_organisations_is_read_anew_in_both(taken, tmp_path, deed):
    """A member who is handed over, or who serves where they live, changes figures in two places by one deed."""
    held = taken.li.memberships.get()
    mark_mobile(taken.east_secretary, held, mobile=True, away="上海市")
    residence = register_residence(taken.member, taken.li, community=taken.west)
    out = start_transfer(taken.east_secretary, held, outside="邻省", why="调动")
    over = start_transfer(taken.east_secretary, taken.wang.memberships.get(), to=taken.river, why="迁居")
    taken.snapshot.refresh()

    if deed == "transfer":
        receive_transfer(taken.river_secretary, taken.river, transfer=over)
    elif deed == "service":
        record_service(taken.west_secretary, residence, what="值守", minutes=60)
    elif deed == "receipt":
        close_transfer(taken.east_secretary, out)
    elif deed == "contact":
        record_contact(taken.east_secretary, held, how="phone")
    else:
        end_membership(taken.east_secretary, held, why="left")

    refreshed_is_whole(taken, tmp_path)
