"""How the branches differ and what each does through the campaign."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list, record_make_up
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.meetings.queries import due_at, owed_by
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.actions import draft_pledge, fulfil_step, publish_pledge
from zhengyou.rooms.pledges.models import Pledge

TITLES = (
    "学习党章",
    "学习十七届四中全会决定",
    "学习市委通知和领导讲话",
    "讨论：党员的先锋模范作用",
    "学习先进典型事迹",
    "党课：为群众办实事",
)
OWN = (
    ("修通通往各组的生产路", "路面硬化并通车，群众代表验收"),
    ("村务每月公开", "公开栏每月5日前更新，账目有群众签字"),
    ("电教室每周开放", "开放登记有记录，群众反映能用"),
    ("帮留守老人收秋粮", "帮扶名单公布，户主确认"),
)
MEMBERS = (
    ("每月看望一户困难老人", "老人说来过"),
    ("带头打扫公共场地", "场地每周干净"),
    ("义务为群众代办事项", "代办一件登记一件"),
    ("带一户乡亲学技术", "这户人家学会并用上"),
    ("宣传政策到户", "每户听过一次"),
)


@dataclass
class Branch:
    """A branch of the play: how many come, how diligently promises are made and kept."""

    organisation: Organisation
    number: int
    presence: float
    pledging: float
    keeping: float
    late_weeks: int = 0
    secretary: Any = None


def cast(city: Organisation, chance: Random) -> list[Branch]:
    """Every branch with its manner: most diligent, some late, 南湾镇 lagging, 渔港村 judged badly."""
    found = Organisation.objects.filter(city.subtree, kind="branch").select_related("parent")
    return [_manner(n, o, chance) for n, o in enumerate(found)]


def _manner(n: int, o: Organisation, chance: Random) -> Branch:
    place = o.parent.short_name if o.parent else ""
    if place.startswith("南湾"):
        keeping = 0.35 if o.short_name == "渔港村" else 0.7
        return Branch(o, n, chance.uniform(0.78, 0.9), chance.uniform(0.45, 0.8), keeping, late_weeks=3)
    if chance.random() < 0.2:
        return Branch(o, n, chance.uniform(0.86, 0.93), chance.uniform(0.85, 0.97), 0.85, late_weeks=2)
    return Branch(o, n, chance.uniform(0.94, 0.99), chance.uniform(0.95, 1.0), 0.95)


def live_through(branch: Branch, campaign: Campaign, chance: Random, last: date) -> None:
    """Study in the first stage, promises in the second, steps kept until the last day."""
    members = list(members_of(branch.organisation))
    for n in range(12):
        hold(branch, campaign, n, date(2010, 5, 12) + timedelta(days=4 * n + branch.late_weeks), chance)
    make_up(branch, date(2010, 6, 29) + timedelta(weeks=branch.late_weeks), chance)
    pledges = promise(
        branch, campaign, members, date(2010, 7, 5) + timedelta(weeks=branch.late_weeks), chance
    )
    keep(branch, pledges, chance, last)


def hold(branch: Branch, campaign: Campaign, n: int, day: date, chance: Random) -> None:
    """One study meeting of four class hours: called, ticked at the door, closed."""
    stage = campaign.stages.first()
    with clock.played_at(day - timedelta(days=3)):
        meeting = call_meeting(
            branch.secretary,
            branch.organisation,
            kind="lecture" if n % 6 == 5 else "study",
            title=TITLES[n % 6],
            held_on=day,
            minutes=180,
            place="党员活动室",
            campaign=campaign,
            stage=stage,
        )
    with clock.played_at(day, 20):
        hows = {person.pk: _how(branch, chance) for person in due_at(meeting)}
        record_list(branch.secretary, meeting, hows={k: how for k, how in hows.items() if how != "absent"})
        close_list(branch.secretary, meeting)


def _how(branch: Branch, chance: Random) -> str:
    if chance.random() < branch.presence:
        return Attendance.How.PRESENT
    return chance.choices(("leave", "absent", "at_home"), (6, 3, 1))[0]


def make_up(branch: Branch, day: date, chance: Random) -> None:
    """Most of what was missed is made up; lagging branches leave more of it."""
    part = 1.0 if branch.late_weeks == 0 else 0.75 if branch.late_weeks == 2 else 0.5
    with clock.played_at(day, 20):
        for missed in list(owed_by(branch.organisation)):
            if chance.random() < part:
                record_make_up(branch.secretary, missed, on_day=day, at_home=chance.random() < 0.15)


def promise(
    branch: Branch, campaign: Campaign, members: list[Person], day: date, chance: Random
) -> list[Pledge]:
    """The branch's own promises and its members', from paper, published."""
    wanted: list[tuple[Person | None, tuple[str, str]]] = [(None, own) for own in chance.sample(OWN, 3)]
    wanted += [(m, chance.choice(MEMBERS)) for m in members if chance.random() < branch.pledging]
    made = []
    with clock.played_at(day, 10):
        for person, (what, how_seen) in wanted:
            first = day + timedelta(days=chance.randrange(30, 75))
            steps = [("开始做，有名单或方案", first), ("做到并请群众看", first + timedelta(days=60))]
            pledge = draft_pledge(
                branch.secretary,
                branch.organisation,
                campaign=campaign,
                what=what,
                how_seen=how_seen,
                steps=steps if person is None else steps[1:],
                person=person,
                shown_by_name=person is not None and chance.random() < 0.4,
            )
            made.append(publish_pledge(branch.secretary, pledge))
    return made


def keep(branch: Branch, pledges: list[Pledge], chance: Random, last: date) -> None:
    """Steps whose day comes are done by most, in time or some days late."""
    for pledge in pledges:
        for step in pledge.steps.all():
            day = step.due_on + timedelta(days=chance.choice((-3, -1, 0, 0, 4)))
            if day <= last and chance.random() < branch.keeping:
                with clock.played_at(day, 17):
                    fulfil_step(branch.secretary, step, words="已做到，见公开栏。", on_day=day)
