"""The same measures counted by plain loops over the county's rows, without a database."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.conformance.county import County
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.comments.models import Comment, CommentAnswer
from zhengyou.rooms.coverage.models import Cover, Headcount
from zhengyou.rooms.gates.models import Decision, Gate
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.mobility.models import Contact, Residence, Service, Transfer
from zhengyou.rooms.orgs.models import Membership, Place, Stay
from zhengyou.rooms.pledges.models import Fulfilment, Pledge, Review, Step, Wish, WishAnswer
from zhengyou.rooms.study.models import Reading, ReadingDone, Work
from zhengyou.rooms.supervision.models import Finding, Recheck, SupervisionVisit
from zhengyou.rooms.ties.models import JointSession, Tie

Counted = Iterator[tuple[int, str, int]]  # organisation, measure, how many


def recount(county: County, window: Window) -> dict[int, dict[str, int]]:
    """What every organisation and all below it have, by measure."""
    found: dict[int, dict[str, int]] = {o.pk: defaultdict(int) for o in county.rows[Organisation]}
    parents = {o.pk: county.on(o, window.until).parent_id for o in county.rows[Organisation]}
    counted = (
        rosters, venues, ages, links, covers, attendances, works, weeks, readings, pledges, steps, reviews, passages, gates, moves, services, visits, put_right, wishes, comments,
    )  # fmt: skip
    for count in counted:
        for org_id, measure, much in count(county, window):
            above: int | None = org_id
            while above is not None:
                found[above][measure] += much
                above = parents[above]
    return found


def happened(day: date, campaign_id: int | None, window: Window) -> bool:
    """Whether something of a day and a campaign counts in a window."""
    asked = window.campaign_id in (None, campaign_id)
    return asked and (window.since or date.min) <= day <= window.until


def lasts(since: date | None, until: date | None, window: Window) -> bool:
    """Whether something that lasts counts on the window's last day."""
    return (since or date.min) <= window.until and (until is None or until > window.until)


def rosters(county: County, window: Window) -> Counted:
    for m in county.rows[Membership]:
        if m.line == "party" and lasts(m.since, m.until, window):
            yield m.organisation_id, "members", 1
            away = m.mobile_since is not None and lasts(m.mobile_since, m.until, window)
            yield m.organisation_id, "mobile_members", int(away)
    for s in county.rows[Stay]:
        if s.membership.line == "party" and lasts(s.since, s.until, window):
            yield s.membership.organisation_id, "mobile_members", 1
    for o in county.of_kind("branch"):
        yield o.pk, "branches", int(lasts(o.founded_on or date(1900, 1, 1), o.closed_on, window))


def venues(county: County, window: Window) -> Counted:
    for p in county.rows[Place]:
        if lasts(p.since, p.until, window) and lasts(None, p.organisation.closed_on, window):
            yield p.organisation_id, "places", 1
            yield p.organisation_id, "place_area", p.area or 0
            yield p.organisation_id, "rented_places", int(p.tenure == "租用")
            yield p.organisation_id, "unsafe_places", int(p.unsafe or p.tenure == "危房")


def ages(county: County, window: Window) -> Counted:
    for m in county.rows[Membership]:
        p = m.person
        if (
            m.line == "party"
            and p.joined_on
            and m.since <= p.joined_on
            and lasts(None, m.until, Window(p.joined_on))
        ):
            yield (
                m.organisation_id,
                "admissions",
                int(happened(p.joined_on, None, replace(window, campaign_id=None))),
            )
        if m.line != "party" or p.born_on is None or not lasts(m.since, m.until, window):
            continue
        on = window.until
        age = on.year - p.born_on.year - ((on.month, on.day) < (p.born_on.month, p.born_on.day))
        yield m.organisation_id, "members_to_35", int(age <= 35)
        yield m.organisation_id, "members_36_to_59", int(36 <= age <= 59)
        yield m.organisation_id, "members_from_60", int(age >= 60)


def links(county: County, window: Window) -> Counted:
    party = ("committee", "general_branch", "branch")
    for o in county.rows[Organisation]:
        if o.kind in party and lasts(o.founded_on or date(1900, 1, 1), o.closed_on, window):
            yield o.pk, "pairings_due", 3
            yield o.pk, "missing_pairings", 3
    for t in county.rows[Tie]:
        both = all(lasts(None, side.closed_on, window) for side in (t.organisation, t.partner))
        both &= lasts(t.organisation.founded_on, None, window)
        if not both or not lasts(t.since, t.until, window):
            continue
        yield t.organisation_id, "ties", int(t.kind != "beside")
        yield t.organisation_id, "first_secretaries", int(t.kind == "first")
        if t.kind == "beside":
            yield t.organisation_id, "pairings_made", 1
            yield t.organisation_id, "missing_pairings", -1
    for s in county.rows[JointSession]:
        day, campaign = s.meeting.held_on, s.meeting.campaign_id
        yield s.organisation_id, "joint_sessions", int(happened(day, campaign, window))


def covers(county: County, window: Window) -> Counted:
    enough = {"party": ("members", 3), "union": ("workers", 20), "youth": ("youth", 3), "women": ("women", 1)}
    for h in county.rows[Headcount]:
        if not lasts(h.since, h.until, window) or not lasts(None, h.unit.until, window):
            continue
        yield h.organisation_id, "units", 1
        for line, (counted, people) in enough.items():
            if (getattr(h, counted) or 0) < people:
                continue
            held = [
                c
                for c in county.rows[Cover]
                if c.unit is h.unit and c.line == line and lasts(c.since, c.until, window)
                and lasts(None, c.covered_by.closed_on, window)
            ]  # fmt: skip
            yield h.organisation_id, "units_to_cover", 1
            yield h.organisation_id, "units_covered", len(held)
            yield h.organisation_id, "coverage_gaps", 1 - len(held)
            yield h.organisation_id, f"{line}_covered", len(held)
            yield h.organisation_id, "covered_jointly", sum(c.how == "joint" for c in held)


def attendances(county: County, window: Window) -> Counted:
    made_up = {a.makes_up_id for a in county.rows[Attendance]}
    for a in county.rows[Attendance]:
        if not a.meeting.studies or not happened(a.on_day, a.meeting.campaign_id, window):
            continue
        if a.missed:
            yield a.organisation_id, "missed_lessons", 1
            yield a.organisation_id, "sessions_missed", int(a.pk not in made_up)
            yield a.organisation_id, "made_up_lessons", int(a.pk in made_up)
        else:
            yield a.organisation_id, "study_hours", a.meeting.minutes
            yield a.organisation_id, "sessions_attended", 1
        if a.makes_up_id is None:
            yield a.organisation_id, "sessions_due", 1
            yield a.organisation_id, "sessions_present", int(a.how == "present")
        if a.how == "present":
            yield a.organisation_id, "collective_hours", a.meeting.minutes
    for d in county.rows[ReadingDone]:
        if happened(d.on_day, d.reading.plan.campaign_id, window):
            yield d.organisation_id, "study_hours", d.reading.minutes


def works(county: County, window: Window) -> Counted:
    for w in county.rows[Work]:
        if happened(w.written_on, w.campaign_id, window):
            yield w.organisation_id, "works", 1
            yield w.organisation_id, "notes", int(w.kind == "note")
            yield w.organisation_id, "essays", int(w.kind == "essay")
            yield w.organisation_id, "works_reviewed", int(w.reviewed_on is not None)


def weeks(county: County, window: Window) -> Counted:
    """A week with notes is due on the Sunday after it; it is reviewed where all of its notes were by then."""
    found: dict[tuple[int, date], bool] = {}
    for w in county.rows[Work]:
        if w.kind == "note":
            due = w.written_on + timedelta(days=13 - w.written_on.weekday())
            kept = w.reviewed_on is not None and w.reviewed_on <= due
            found[w.organisation_id, due] = found.get((w.organisation_id, due), True) and kept
    for (org_id, due), kept in found.items():
        if happened(due, window.campaign_id, window):
            yield org_id, "weeks_to_review", 1
            yield org_id, "weeks_reviewed", int(kept)


def readings(county: County, window: Window) -> Counted:
    done = {(d.reading_id, d.person_id) for d in county.rows[ReadingDone]}
    for r in county.rows[Reading]:
        if not r.required or not happened(r.due_on, r.plan.campaign_id, window):
            continue
        top = county.on(r.plan.organisation, r.due_on).path
        for m in county.rows[Membership]:
            there = lasts(m.since, m.until, Window(r.due_on)) and m.line == "party"
            if there and county.on(m.organisation, r.due_on).path.startswith(top):
                yield m.organisation_id, "readings_due", 1
                yield m.organisation_id, "readings_read", int((r.pk, m.person_id) in done)
                yield m.organisation_id, "readings_missing", int((r.pk, m.person_id) not in done)


def pledges(county: County, window: Window) -> Counted:
    standing = [p for p in county.rows[Pledge] if p.published_on and not p.withdrawn_on]
    steps, done = defaultdict(set), {f.step_id for f in county.rows[Fulfilment]}
    for s in county.rows[Step]:
        steps[s.pledge_id].add(s.pk)
    seen: set[Any] = set()
    for p in sorted(standing, key=lambda p: (p.published_on, p.pk)):
        bearer = (p.person_id, p.campaign_id)
        if happened(p.published_on, p.campaign_id, window):
            yield p.organisation_id, "pledges_published", 1
            yield p.organisation_id, "deeds_promised", int(p.kind == "deed")
            yield p.organisation_id, "deeds_done", int(p.kind == "deed" and steps[p.pk] <= done)
            yield p.organisation_id, "letters_signed", int(p.kind == "letter")
            if p.person_id is None:
                yield p.organisation_id, "organisation_pledges", 1
            elif bearer not in seen:
                yield p.organisation_id, "members_pledged", 1
        seen.add(bearer)


def steps(county: County, window: Window) -> Counted:
    done = {f.step_id: f.on_day for f in county.rows[Fulfilment]}
    proven = {f.step_id for f in county.rows[Fulfilment] if f.paper}
    for s in county.rows[Step]:
        p = s.pledge
        if p.published_on is None or (p.withdrawn_on and s.due_on > p.withdrawn_on):
            continue
        if happened(s.due_on, p.campaign_id, window):
            yield p.organisation_id, "steps_due", 1
            yield p.organisation_id, "steps_kept", int(s.pk in done)
            yield p.organisation_id, "steps_proven", int(s.pk in proven)
            yield p.organisation_id, "steps_in_time", int(s.pk in done and done[s.pk] <= s.due_on)


def wishes(county: County, window: Window) -> Counted:
    answered = {a.wish_id for a in county.rows[WishAnswer]}
    for w in county.rows[Wish]:
        if w.origin == "public" and happened(w.on_day, w.campaign_id, window):
            yield w.organisation_id, "wishes_voiced", 1
            yield w.organisation_id, "wishes_answered", int(w.pk in answered)


def comments(county: County, window: Window) -> Counted:
    said: dict[int, list[date]] = defaultdict(list)
    for a in county.rows[CommentAnswer]:
        said[a.comment_id].append(a.on_day)
    for c in county.rows[Comment]:
        if c.due_on and happened(c.due_on, c.campaign_id, window):
            yield c.organisation_id, "comments_due", 1
            yield c.organisation_id, "comments_answered", int(bool(said[c.pk]))
            yield c.organisation_id, "comments_in_time", int(bool(said[c.pk]) and min(said[c.pk]) <= c.due_on)


def reviews(county: County, window: Window) -> Counted:
    of: dict[int, list[Review]] = defaultdict(list)
    for r in sorted(county.rows[Review], key=lambda r: (r.on_day, r.pk)):
        of[r.pledge_id].append(r)
    for told in of.values():
        place, campaign = told[0].pledge.organisation_id, told[0].pledge.campaign_id
        yield place, "pledges_reviewed", int(happened(told[0].on_day, campaign, window))
        kept = told[-1].verdict == "kept" and happened(told[-1].on_day, campaign, window)
        yield place, "pledges_judged_kept", int(kept)


def passages(county: County, window: Window) -> Counted:
    for d in county.rows[Decision]:
        if happened(d.decided_on, d.application.gate.campaign_id, window):
            yield d.organisation_id, "passages" if d.how == "pass" else "make_ups", 1


def gates(county: County, window: Window) -> Counted:
    for g in county.rows[Gate]:
        for o in county.of_kind(g.kind):
            open_then = o.closed_on is None or o.closed_on > g.opened_on
            below = county.on(o, g.opened_on).path.startswith(county.on(g.organisation, g.opened_on).path)
            if below and open_then:
                yield o.pk, "gates_due", int(happened(g.opened_on, g.campaign_id, window))


def visits(county: County, window: Window) -> Counted:
    for v in county.rows[SupervisionVisit]:
        yield (
            v.organisation_id,
            "supervision_visits",
            int(happened(v.visited_on, v.group.campaign_id, window)),
        )


def put_right(county: County, window: Window) -> Counted:
    """A finding counts from its latest limit on, or from the day on which it was right where that came before."""
    for f in county.rows[Finding]:
        campaign, place = f.visit.group.campaign_id, f.organisation_id
        told = [r for r in county.rows[Recheck] if r.finding is f]
        limit = next((r.due_on for r in reversed(told) if not r.holds), f.due_on)
        right = next((r.on_day for r in told if r.holds), None)
        yield place, "findings", int(happened(f.visit.visited_on, campaign, window))
        if happened(min(limit, right or limit), campaign, window):
            yield place, "findings_due", 1
            yield place, "findings_put_right", int(right is not None)
            yield place, "findings_in_time", int(right is not None and right <= limit)
        if window.campaign_id in (None, campaign) and (right is None or right > limit):
            yield place, "findings_overdue", int(lasts(limit + timedelta(days=1), right, window))


def moves(county: County, window: Window) -> Counted:
    for t in county.rows[Transfer]:
        yield t.organisation_id, "transfers_under_way", int(lasts(t.given_on, t.closed_on, window))
        late = t.due_on + timedelta(days=1)
        overdue = (t.closed_on is None or t.closed_on > t.due_on) and lasts(late, t.closed_on, window)
        yield t.organisation_id, "transfers_overdue", int(overdue)
        if t.outcome == "received" and happened(t.closed_on, window.campaign_id, window):
            yield t.organisation_id, "transfers_done", 1
            yield t.organisation_id, "transfers_in_time", int(t.closed_on <= t.due_on)
    for c in county.rows[Contact]:
        yield c.organisation_id, "mobile_contacts", int(happened(c.on_day, window.campaign_id, window))


def services(county: County, window: Window) -> Counted:
    for r in county.rows[Residence]:
        yield r.organisation_id, "residents", int(lasts(r.since, r.until, window))
    for s in county.rows[Service]:
        if not happened(s.on_day, window.campaign_id, window):
            continue
        yield s.organisation_id, "services", 1
        yield s.organisation_id, "service_hours", s.minutes
        for m in county.rows[Membership]:
            here = m.person_id == s.person_id and m.line == "party" and m.since <= s.on_day
            if here and (m.until is None or m.until > s.on_day):
                yield m.organisation_id, "member_service_hours", s.minutes
