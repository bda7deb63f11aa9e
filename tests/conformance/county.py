"""A county of sixty organisations and 250 people, with facts of every kind: the same at every run.

Days fall often on the first and last day of the windows that are asked, and on the days beside them.
"""

import random
from collections import defaultdict
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.db import models

from zhengyou.core import tree
from zhengyou.core.models import Category, Former, Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.models import Campaign, Exemption, OrganisationExemption, Requirement, Stage
from zhengyou.rooms.comments.models import Comment, CommentAnswer, CommentCheck
from zhengyou.rooms.coverage.models import Cover, Headcount, Standard, Unit
from zhengyou.rooms.gates.models import Application, Decision, Gate
from zhengyou.rooms.honours.models import (
    Honour,
    HonourBatch,
    HonourDecision,
    HonourKind,
    Nomination,
    Revocation,
    Seat,
)
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.mobility.models import Contact, Residence, Service, Transfer
from zhengyou.rooms.orgs.models import Membership, Person, Place, PlaceUse, Post, Stay
from zhengyou.rooms.pledges.models import Fulfilment, Pledge, Review, Step, Wish, WishAnswer
from zhengyou.rooms.study.models import Reading, ReadingDone, StudyPlan, Work
from zhengyou.rooms.supervision.models import Finding, Recheck, SupervisionGroup, SupervisionVisit
from zhengyou.rooms.ties.models import JointBody, JointSession, Tie

ASKED, OTHER = 1, 2  # the campaign that windows ask for, and one beside it
WINDOWS = {
    "whole": Window(date(2013, 12, 31)),
    "middle": Window(date(2010, 9, 20), date(2010, 7, 1)),
    "campaign": Window(date(2011, 1, 20), date(2010, 5, 10), ASKED),
    "empty": Window(date(1999, 12, 31), date(1999, 1, 1)),
}
EDGES = [
    edge + timedelta(days=beside)
    for edge in (date(2010, 5, 10), date(2010, 7, 1), date(2010, 9, 20), date(2011, 1, 20))
    for beside in (-1, 0, 1)
]
FIRST, LAST = date(2009, 1, 1), date(2012, 12, 31)


class County:
    """The rows, by model in the order in which the database takes them."""

    def __init__(self, seed: int = 2010) -> None:
        self.chance = random.Random(seed)
        self.rows: dict[type[models.Model], list[Any]] = defaultdict(list)
        self.grow()
        # A branch without people and facts, as they exist.
        self.silent = self.of_kind("branch")[3]
        self.busy = [o for o in self.rows[Organisation] if o is not self.silent]
        self.settle()
        self.campaign()
        for make, times in (
            (self.meeting, 130), (self.work, 150), (self.pledge, 200), (self.post, 60), (self.application, 50),
            (self.transfer, 80), (self.contact, 80), (self.residence, 40), (self.service, 80),
        ):  # fmt: skip
            for _ in range(times):
                make()
        self.tell_of_people(random.Random(seed + 1))
        # What came later has a chance of its own, so that what was there before stays as it was.
        self.chance = random.Random(seed + 2)
        self.link_and_cover()
        self.chance = random.Random(seed + 3)
        for where in (self.root, self.middle, self.of_kind("general_branch")[2], self.of_kind("branch")[0]):
            self.study_plan(where)
        self.chance = random.Random(seed + 4)
        self.except_some()
        self.chance = random.Random(seed + 5)
        self.supervise()
        self.chance = random.Random(seed + 6)
        self.hope()
        self.chance = random.Random(seed + 7)
        for _ in range(60):
            self.comment()
        self.chance = random.Random(seed + 8)
        self.honour()

    def hope(self) -> None:
        """Good deeds and letters among the promises, papers behind steps, and wishes, answered or not."""
        for pledge in self.rows[Pledge]:
            if pledge.person is None:
                pledge.kind = self.chance.choice(["pledge", "deed", "letter"])
                pledge.counterpart = self.root if pledge.kind == "letter" else None
        for done in self.rows[Fulfilment]:
            done.paper = self.chance.choice(["", "验收单"])
        for n in range(120):
            wish = self.add(
                Wish, organisation=self.chance.choice(self.busy), campaign=self.chance.choice(self.rows[Campaign]),
                origin=self.chance.choice(["public", "public", "leader"]), number=f"W{n}", words="修桥", on_day=self.day(),
            )  # fmt: skip
            if self.chance.random() < 0.6:
                day = wish.on_day + timedelta(days=self.chance.choice([0, 30, 400]))
                self.add(
                    WishAnswer, organisation=wish.organisation, wish=wish, verdict="not_now", words="办不了", on_day=day
                )  # fmt: skip

    def honour(self) -> None:
        """Honours of organisations and of people, with and without an end; some taken back, on their first day or later."""
        kinds = [
            self.add(
                HonourKind, organisation=self.root, campaign=self.rows[Campaign][n], name=f"荣誉{n}", holder=holder,
                sort="appraisal", level="unit",
            )
            for n, holder in enumerate(["organisation", "person"])
        ]  # fmt: skip
        batches = [
            self.add(
                HonourBatch, organisation=self.root, kind=k, name="首批", opened_on=FIRST, nominate_by=FIRST
            )
            for k in kinds
        ]
        units, people = self.chance.sample(self.busy, 30), self.chance.sample(self.rows[Membership], 30)
        one_each = {m.person.pk: m for m in people}.values()
        for number, named in enumerate([*units, *one_each]):
            unit = named if isinstance(named, Organisation) else None
            self.give(batches[unit is None], number, unit, None if unit else named)

    def give(
        self, batch: HonourBatch, number: int, unit: Organisation | None, member: Membership | None
    ) -> None:
        day, giver = self.day(), {"organisation": self.root}
        nomination = self.add(
            Nomination, batch=batch, unit=unit, person=member and member.person, words="事迹", nominated_on=FIRST,
            home=unit or (member and member.organisation), **giver,
        )  # fmt: skip
        decision = self.add(
            HonourDecision, nomination=nomination, given=True, meeting="会", decided_on=day, **giver
        )
        held = self.add(
            Honour, decision=decision, seat=self.add(Seat, batch=batch, number=number + 1), code=f"H{number}", since=day,
            until=self.chance.choice([None, None, day + timedelta(days=400)]), **giver,
        )  # fmt: skip
        if self.chance.random() < 0.4:
            back = day + timedelta(days=self.chance.choice([0, 30, 500]))
            self.add(Revocation, honour=held, words="弄虚作假", revoked_on=back, **giver)

    def comment(self) -> None:
        """A leader's words, most with a day for an answer; answered before it, on it, after it, twice or never."""
        due = self.perhaps(self.day(), 0.85)
        said = self.add(
            Comment, organisation=self.chance.choice(self.busy), words="抓紧", due_on=due, on_day=due or FIRST,
            campaign=self.perhaps(self.chance.choice(self.rows[Campaign]), 0.8),
        )  # fmt: skip
        for late in self.chance.choice([[], [0], [-1], [1], [-3, 40], [40, 50]]):
            day = (due or FIRST) + timedelta(days=late)
            self.add(CommentAnswer, organisation=said.organisation, comment=said, words="做了", on_day=day)
            if late == 50:
                self.add(CommentCheck, organisation=said.organisation, comment=said, holds=True, on_day=day)

    def supervise(self) -> None:
        """Groups of both campaigns, their visits, and what was found: put right at once, late, after a recheck, never."""
        for campaign in self.rows[Campaign]:
            self.add(
                SupervisionGroup, organisation=self.root, campaign=campaign, name=f"第{campaign.pk}督导组",
                starts_on=campaign.starts_on, ends_on=campaign.ends_on,
            )  # fmt: skip
        for _ in range(60):
            visit = self.add(
                SupervisionVisit, organisation=self.chance.choice(self.busy), visited_on=self.day(),
                group=self.chance.choice(self.rows[SupervisionGroup]), how=self.chance.choice(["talk", "open"]),
            )  # fmt: skip
            for _ in range(self.chance.choice([0, 1, 2, 3])):
                self.finding(visit)

    def finding(self, visit: SupervisionVisit) -> None:
        limit = visit.visited_on + timedelta(days=self.chance.choice([1, 20]))
        finding = self.add(
            Finding, organisation=visit.organisation, visit=visit, what="问题", whose="书记", due_on=limit
        )  # fmt: skip
        day = visit.visited_on
        for holds in self.chance.choice([[], [True], [False], [False, True], [False, False, True]]):
            day += timedelta(days=self.chance.choice([0, 1, 20, 21]))
            due = None if holds else day + timedelta(days=self.chance.choice([1, 40]))
            self.add(
                Recheck, organisation=visit.organisation, finding=finding, on_day=day, holds=holds, words="看过",
                due_on=due,
            )  # fmt: skip

    def add(self, model: type[models.Model], **fields: Any) -> Any:
        """A row with a number of its own, so that every database holds the same."""
        made = model(pk=len(self.rows[model]) + 1, **fields)
        self.rows[model].append(made)
        return made

    def day(self) -> date:
        if self.chance.random() < 0.4:
            return self.chance.choice(EDGES)
        return FIRST + timedelta(days=self.chance.randrange((LAST - FIRST).days + 1))

    def later(self, day: date) -> date:
        """The same day quite often, so that what is first has to be told by more than the day."""
        return day + timedelta(days=self.chance.choice([0, 0, 1, 20, 300]))

    def perhaps(self, value: Any, how_often: float = 0.5) -> Any:
        return value if self.chance.random() < how_often else None

    def of_kind(self, kind: str) -> list[Organisation]:
        return [o for o in self.rows[Organisation] if o.kind == kind]

    def grow(self) -> None:
        """Five levels below one root, and a second root beside it that no question is about."""
        self.root = self.organisation(None, "committee")
        for _ in range(4):
            town = self.organisation(self.root, "committee")
            for kind in ("general_branch", "general_branch", "branch", "union"):
                middle = self.organisation(town, kind)
                for _ in range(3 if kind == "general_branch" else 0):
                    branch = self.organisation(middle, "branch")
                    for _ in range(self.chance.choice([0, 0, 1, 2])):
                        self.organisation(branch, "group")
        beside = self.organisation(None, "committee")
        for kind in ("branch", "branch"):
            self.organisation(beside, kind)
        self.middle = self.rows[Organisation][1]
        self.leaf = self.of_kind("group")[0]
        # One after the other, so that a leaf has stood at three places.
        self.move(self.leaf.parent.parent, self.of_kind("committee")[2], date(2010, 9, 1))
        self.move(self.of_kind("general_branch")[5], self.middle, date(2010, 12, 1))
        self.move(self.leaf.parent, self.of_kind("committee")[4], date(2011, 6, 1))

    def organisation(self, parent: Organisation | None, kind: str) -> Organisation:
        siblings = sum(o.parent is parent for o in self.rows[Organisation])
        path = (parent.path if parent else "") + tree.step(siblings)
        categories = [Category.VILLAGE, Category.COMMUNITY, Category.SCHOOL]
        return self.add(
            Organisation, code=path, name=f"{kind} {path}", short_name=path, kind=kind, parent=parent, path=path,
            path_end=tree.path_end(path), category=self.chance.choice(categories),
            founded_on=self.perhaps(self.day(), 0.7), closed_on=self.perhaps(self.day(), 0.1),
        )  # fmt: skip

    def move(self, organisation: Organisation, to: Organisation, day: date) -> None:
        """Another parent from a day on, and what was before kept."""
        old, number = organisation.path, 10 + len(self.rows[Former])
        new = to.path + tree.step(number)
        for o in [o for o in self.rows[Organisation] if o.path.startswith(old)]:
            self.add(
                Former, organisation=o, since=o.unchanged_since or Former.BEGINNING, until=day, name=o.name,
                short_name=o.short_name, kind=o.kind, category=o.category, parent=o.parent, path=o.path,
                path_end=o.path_end,
            )  # fmt: skip
            o.path = new + o.path[len(old) :]
            o.path_end, o.unchanged_since = tree.path_end(o.path), day
        organisation.parent = to

    def on(self, organisation: Organisation, day: date) -> Organisation | Former:
        """An organisation as it stood on a day."""
        then = (w for w in self.rows[Former] if w.organisation is organisation and w.since <= day < w.until)
        return next(then, organisation)

    def settle(self) -> None:
        """People where they belong: some have moved, some belong to other lines besides."""
        for n in range(250):
            person = self.add(Person, name=f"某{n}")
            self.move_in(person, "party" if n % 10 else "youth")
            if n % 4 == 0:
                self.move_in(person, self.chance.choice(["union", "women"]))

    def move_in(self, person: Person, line: str) -> None:
        since = self.perhaps(date(2001, 7, 1)) or self.day()
        moved = self.perhaps(self.later(since), 0.3)
        for start, end in ((since, moved), (moved, None)):
            if start:
                held = self.add(
                    Membership, person=person, organisation=self.chance.choice(self.busy), line=line,
                    since=start, until=end, mobile_since=self.perhaps(self.later(start), 0.2),
                )  # fmt: skip
                back = self.perhaps(self.later(start), 0.2)
                if back and back > start:
                    self.add(Stay, membership=held, since=start, until=back)

    def campaign(self) -> None:
        for number in (ASKED, OTHER):
            made = self.add(
                Campaign, organisation=self.root, code=f"c{number}", name=f"活动{number}", starts_on=date(2010, 5, 10),
                ends_on=date(2011, 1, 20), issued_on=date(2010, 5, 10),
            )  # fmt: skip
            for n, (start, end) in enumerate([EDGES[1:5:3], EDGES[4:8:3]], 1):
                stage = self.add(
                    Stage, campaign=made, number=n, name=f"阶段{n}", starts_on=start, ends_on=end
                )
                for kind, where in (("branch", self.root), ("group", self.middle)):
                    self.add(
                        Gate, organisation=where, campaign=made, stage=stage, kind=kind, opened_on=self.day()
                    )

    def except_some(self) -> None:
        """People of whom a campaign, or one requirement of it, asks nothing for a time; some were elsewhere since."""
        for number in range(4):
            self.add(
                Requirement, organisation=self.root, campaign=self.rows[Campaign][number % 2], code=f"r{number}",
                name=f"要求{number}", asks="要求", rule="enough_study", grain="person", due_on=date(2011, 1, 20),
            )  # fmt: skip
        held = self.chance.sample([m for m in self.rows[Membership] if m.line == "party"], 90)
        for membership in held:
            since, asks = self.day(), self.chance.choice(self.rows[Requirement])
            self.add(
                Exemption, organisation=membership.organisation, person=membership.person, since=since,
                campaign=asks.campaign, requirement=self.perhaps(asks), reason=self.chance.choice(["at_home", "away"]),
                until=since + timedelta(days=self.chance.choice([1, 400, 900])),
            )  # fmt: skip
        some = [o for n, o in enumerate(self.rows[Organisation]) if n % 3]
        for number, place in enumerate(some):
            asks = self.rows[Requirement][number % 4]
            since = EDGES[number % len(EDGES)]
            self.add(
                OrganisationExemption, organisation=place, campaign=asks.campaign, since=since,
                requirement=[None, asks][number % 7 > 3], reason=["new", "urgent"][number % 2],
                until=since + timedelta(days=[1, 400, 1500][number % 3]),
            )  # fmt: skip

    def campaign_or_none(self) -> Campaign | None:
        return self.chance.choice([None, *self.rows[Campaign]])

    def belonging(self) -> tuple[Organisation, Person]:
        """Somebody where they belong, and now and then somebody from elsewhere."""
        home = self.chance.choice(self.rows[Membership])
        return self.perhaps(self.chance.choice(self.busy), 0.1) or home.organisation, home.person

    def meeting(self) -> None:
        organisation, held = self.chance.choice(self.busy), self.day()
        meeting = self.add(
            Meeting, organisation=organisation, kind=self.chance.choice(["study", "field_study", "lecture", "branch"]),
            title="会议", held_on=held, minutes=self.chance.choice([40, 45, 90, 180]),
            campaign=self.campaign_or_none(),
        )  # fmt: skip
        at_home = [m.person for m in self.rows[Membership] if m.organisation is organisation]
        guests = self.chance.sample(self.rows[Person], 3)
        for person in {p.pk: p for p in chain(at_home, guests)}.values():
            how = self.chance.choice(["present", "present", "leave", "absent", "at_home"])
            self.attendance(meeting, person, how, held)

    def attendance(self, meeting: Meeting, person: Person, how: str, day: date) -> None:
        common = {"organisation": meeting.organisation, "meeting": meeting, "person": person}
        came = self.add(Attendance, how=how, on_day=day, **common)
        if came.missed and self.chance.random() < 0.5:
            how = self.chance.choice(["made_up", "at_home"])
            how = "recording" if came.pk % 5 == 0 else how
            self.add(Attendance, how=how, on_day=self.later(day), makes_up=came, **common)

    def work(self) -> None:
        organisation, person = self.belonging()
        written = self.day()
        self.add(
            Work, organisation=organisation, person=person, campaign=self.campaign_or_none(), title="心得",
            kind=self.chance.choice(["note", "essay"]), characters=self.chance.choice([1, 999, 1500]),
            written_on=written, reviewed_on=self.perhaps(self.later(written)),
        )  # fmt: skip

    def study_plan(self, where: Organisation) -> None:
        """Texts that everybody below has to read; some have, some read them late, some are not required."""
        plan = self.add(
            StudyPlan, organisation=where, name="学习计划", starts_on=FIRST, ends_on=LAST, campaign=self.campaign_or_none()
        )  # fmt: skip
        for n in range(4):
            reading = self.add(
                Reading, plan=plan, title=f"篇目{n}", due_on=self.day(), required=n < 3,
                minutes=self.chance.choice([0, 45, 90]),
            )  # fmt: skip
            for member in self.rows[Membership]:
                if member.line == "party" and member.until is None and self.chance.random() < 0.6:
                    self.add(
                        ReadingDone, organisation=member.organisation, reading=reading, person=member.person,
                        on_day=self.later(reading.due_on),
                    )  # fmt: skip

    def pledge(self) -> None:
        organisation, person = self.belonging()
        published = self.perhaps(self.day(), 0.85)
        pledge = self.add(
            Pledge, organisation=organisation, person=self.perhaps(person, 0.8), what="承诺", how_seen="看得见",
            campaign=self.chance.choice(self.rows[Campaign]), drafted_on=published or FIRST,
            published_on=published, withdrawn_on=published and self.perhaps(self.later(published), 0.15),
        )  # fmt: skip
        for number in range(1, self.chance.randrange(4) + 1):
            self.step(pledge, number)
        for _ in range(self.chance.choice([0, 1, 1, 3])):
            self.add(
                Review, organisation=organisation, pledge=pledge, on_day=self.chance.choice(EDGES[:4]),
                source=self.chance.choice(["above", "public"]),
                verdict=self.chance.choice(["kept", "kept", "partly", "not_kept"]),
            )  # fmt: skip

    def step(self, pledge: Pledge, number: int) -> None:
        due = self.day()
        step = self.add(Step, pledge=pledge, number=number, what="一步", due_on=due)
        if self.chance.random() < 0.6:
            done = due + timedelta(days=self.chance.choice([-40, 0, 1, 90]))
            self.add(Fulfilment, organisation=pledge.organisation, step=step, on_day=done, words="做到了")

    def tell_of_people(self, chance: random.Random) -> None:
        """Birthdays on and beside those that make a full year on a window's last day; some are not known."""
        ends = [w.until for w in WINDOWS.values()] + [date(2012, 2, 29)]
        for person in self.rows[Person]:
            day = chance.choice(ends)
            born = date(
                day.year - chance.choice([18, 35, 36, 44, 45, 60, 61, 80]), day.month, min(day.day, 28)
            )
            person.born_on = chance.choice([None, born, born, born + timedelta(days=chance.choice([-1, 1]))])
            person.sex = chance.choice(["男", "女", ""])
            person.education = chance.choice(["小学", "大专", ""])
            person.occupation = chance.choice(["农民", "干部", "退休", ""])
        for member in self.rows[Membership]:
            if chance.random() < 0.5:
                member.person.joined_on = member.since + timedelta(days=chance.choice([-1, 0, 0, 30]))
        # Whoever is born on 29 February has a birthday in every year all the same.
        for person in self.rows[Person][::40]:
            person.born_on = date(1976, 2, 29)

    def link_and_cover(self) -> None:
        """Venues, ties, joint bodies, and units with what covers them."""
        for organisation in self.busy:
            self.house(organisation)
        for _ in range(120):
            self.tie()
        for kind, line in (("union", "union"), ("union", "youth"), ("group", "women")):
            for partner in self.of_kind(kind):
                self.beside(partner, line)
        for n in range(15):
            self.joint_body(n)
        for n in range(60):
            self.unit(n)
        self.add(Standard, organisation=self.root, line="union", people=20, source="本县的规定")

    def house(self, organisation: Organisation) -> None:
        """Established in some way, perhaps with a venue, perhaps with a part in another's."""
        organisation.establishment = self.chance.choice(["", "single", "attached", "joint"])
        for _ in range(self.chance.choice([0, 0, 1, 1, 2])):
            since = self.day()
            self.add(
                Place, organisation=organisation, name="活动室", since=since,
                until=self.perhaps(self.later(since), 0.3), area=self.perhaps(self.chance.choice([8, 60, 240]), 0.8),
                tenure=self.chance.choice(["", "自有", "租用", "借用", "危房", "镇里安排"]),
                unsafe=self.chance.random() < 0.1,
            )  # fmt: skip
        if self.rows[Place] and self.chance.random() < 0.5:
            since = self.day()
            self.add(
                PlaceUse, organisation=organisation, place=self.chance.choice(self.rows[Place]), since=since,
                until=self.perhaps(self.later(since), 0.3),
            )  # fmt: skip

    def tie(self) -> None:
        organisation, partner = self.chance.sample(self.busy, 2)
        kind = self.chance.choice(
            ["pairing", "hand", "contact", "contact", "model", "model", "first", "responsible"]
        )
        since = self.day()
        self.add(
            Tie, organisation=organisation, kind=kind, partner=partner, since=since,
            person=self.chance.choice(self.rows[Person]) if kind in ("contact", "first") else None,
            level=self.chance.choice(["province", "city"]) if kind == "model" else "",
            until=self.perhaps(self.later(since) + timedelta(days=1), 0.3),
        )  # fmt: skip

    def beside(self, partner: Organisation, line: str) -> None:
        """Beside a party organisation that has none of the line yet."""
        taken = {t.organisation for t in self.rows[Tie] if t.line == line}
        free = [
            o for o in self.busy if o.kind in ("branch", "committee", "general_branch") and o not in taken
        ]
        organisation, since = self.chance.choice(free), self.day()
        self.add(
            Tie, organisation=organisation, kind="beside", partner=partner, line=line, since=since,
            until=self.perhaps(self.later(since), 0.2),
        )  # fmt: skip

    def joint_body(self, number: int) -> None:
        organisation, since = self.chance.choice(self.busy), self.day()
        body = self.add(
            JointBody, organisation=organisation, name=f"联席{number}", since=since,
            until=self.perhaps(self.later(since), 0.3),
        )  # fmt: skip
        for meeting in [m for m in self.rows[Meeting] if m.organisation is organisation][:4]:
            if all(s.meeting is not meeting for s in self.rows[JointSession]):
                self.add(JointSession, organisation=organisation, body=body, meeting=meeting)

    def unit(self, number: int) -> None:
        """A unit counted once or twice, perhaps at another place the second time; some lines are covered for a while."""
        owner, since = self.chance.choice(self.busy), self.day()
        unit = self.add(
            Unit, organisation=owner, name=f"单位{number}", category=self.chance.choice(["enterprise", "social"]),
            since=since, until=self.perhaps(self.later(since), 0.1),
        )  # fmt: skip
        counted = [since, since + timedelta(days=self.chance.choice([1, 200]))][: self.chance.choice([1, 2])]
        for start, end in zip(counted, [*counted[1:], None], strict=True):
            self.add(
                Headcount, organisation=owner, unit=unit, since=start, until=end,
                workers=self.chance.choice([None, 19, 20, 300]), members=self.chance.choice([0, 2, 3]),
                youth=self.chance.choice([None, 2, 9]), women=self.chance.choice([0, 1, 90]),
            )  # fmt: skip
            owner = self.perhaps(self.chance.choice(self.busy), 0.2) or owner
        for line, kinds in (
            ("party", ["branch"]),
            ("union", ["union"]),
            ("youth", ["group"]),
            ("women", ["group"]),
        ):
            if self.chance.random() < 0.6:
                start = self.day()
                self.add(
                    Cover, organisation=owner, unit=unit, line=line, since=start,
                    covered_by=self.chance.choice(self.of_kind(self.chance.choice(kinds))),
                    how=self.chance.choice(["single", "attached", "joint"]),
                    until=self.perhaps(self.later(start), 0.2),
                )  # fmt: skip

    def post(self) -> None:
        organisation, person = self.belonging()
        since = self.day()
        title = f"职务{len(self.rows[Post])}"
        self.add(
            Post, organisation=organisation, person=person, title=title, since=since,
            until=self.perhaps(self.later(since)),
        )  # fmt: skip

    def application(self) -> None:
        """Asked for at a gate, and decided or not yet; some are let through at the second time."""
        organisation, day = self.chance.choice(self.busy), self.day()
        gate = self.chance.choice(self.rows[Gate])
        for how in self.chance.choice([[], ["pass"], ["pass"], ["make_up", "pass"], ["redo"]]):
            application = self.add(Application, organisation=organisation, gate=gate, applied_on=day)
            day = self.later(day)
            self.add(
                Decision, organisation=organisation, application=application, how=how, decided_on=day,
                to_make_up="补课", due_on=day,
            )  # fmt: skip

    def transfer(self) -> None:
        organisation, person = self.belonging()
        held = any(t.person is person and t.closed_on is None for t in self.rows[Transfer])
        given = self.day()
        closed = self.later(given) if held else self.perhaps(self.later(given), 0.7)
        to = self.perhaps(self.chance.choice([o for o in self.busy if o is not organisation]), 0.8)
        self.add(
            Transfer, organisation=organisation, person=person, line="party", to=to, outside="" if to else "邻省",
            why="调动", given_on=given, due_on=given + timedelta(days=self.chance.choice([0, 1, 20, 30])),
            closed_on=closed, outcome=self.chance.choice(["received", "received", "returned"]) if closed else "",
        )  # fmt: skip

    def contact(self) -> None:
        organisation, person = self.belonging()
        self.add(
            Contact, organisation=organisation, person=person, on_day=self.day(),
            how=self.chance.choice(["phone", "visit"]), reached=self.chance.random() < 0.7,
        )  # fmt: skip

    def residence(self) -> None:
        organisation, (_home, person) = self.chance.choice(self.busy), self.belonging()
        since = self.day()
        gone = any(r.person is person and r.until is None for r in self.rows[Residence])
        until = self.later(since) if gone else self.perhaps(self.later(since), 0.3)
        self.add(Residence, organisation=organisation, person=person, since=since, until=until)

    def service(self) -> None:
        residence = self.chance.choice(self.rows[Residence])
        self.add(
            Service, organisation=residence.organisation, person=residence.person, residence=residence,
            on_day=self.later(residence.since), what=f"服务{len(self.rows[Service])}",
            minutes=self.chance.choice([20, 45, 60, 90]),
        )  # fmt: skip
