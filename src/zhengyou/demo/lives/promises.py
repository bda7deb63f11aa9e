"""Promises of the play: made in July, kept step by step, talked over in October, judged before the year ends."""

from datetime import date, timedelta

from zhengyou.core import clock
from zhengyou.demo.cast import Branch
from zhengyou.demo.lives.study import all_came, called
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.meetings.actions import record_resolution, settle_resolution, write_record
from zhengyou.rooms.meetings.models import Meeting
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.actions import (
    discuss_pledge,
    draft_pledge,
    fulfil_step,
    publish_pledge,
    review_pledge,
)
from zhengyou.rooms.pledges.models import Pledge, Review, Step
from zhengyou.rooms.pledges.queries import pledges_of

OWN = (
    ("修通通往各组的生产路", "路面硬化并通车，群众代表验收"),
    ("村务每月公开", "公开栏每月5日前更新，账目有群众签字"),
    ("电教室每周开放", "开放登记有记录，群众反映能用"),
    ("帮留守老人收秋粮", "帮扶名单公布，户主确认"),
)
# Where there is no village, other things are promised.
ELSEWHERE = (
    ("办事一次说清、一次办结", "窗口有一次性告知单，群众不跑第二趟"),
    ("每月一次义务服务", "服务登记有对方签字"),
    ("每月公开开支", "公开栏每月5日前更新"),
    ("结对帮一个村", "帮扶事项公布，村里确认"),
)
MEMBERS = (
    ("每月看望一户困难老人", "老人说来过"),
    ("带头打扫公共场地", "场地每周干净"),
    ("义务为群众代办事项", "代办一件登记一件"),
    ("带一户乡亲学技术", "这户人家学会并用上"),
    ("宣传政策到户", "每户听过一次"),
)
SAID = (
    "逐项说了做到哪一步；没到期的接着做，迟了的说明原因。",
    "群众代表提出进度要写清楚，各项都定了下一步的日子。",
    "大家认为承诺要小一点、实一点，做一项公布一项。",
)
ROADS = ("石桥村",)  # whose road is told of all through the play
SETTLED = "把每项承诺做到哪一步写清楚，贴到公开栏"
Verdict = Review.Verdict


def promise(branch: Branch, campaign: Campaign) -> Life:
    """The branch's own promises and its members', from paper, published; then each step on the day it is done."""
    day = date(2010, 7, 5) + timedelta(weeks=branch.late_weeks)
    yield day, 10
    pledges = _published(branch, campaign, day)
    yield from _kept(branch, pledges)


def _published(branch: Branch, campaign: Campaign, day: date) -> list[Pledge]:
    chance = branch.chance
    own = OWN if branch.organisation.category == "village" else ELSEWHERE
    picked = chance.sample(own, 3)
    picked = list(own[:3]) if branch.name in ROADS else picked
    wanted: list[tuple[Person | None, tuple[str, str]]] = [(None, words) for words in picked]
    members = members_of(branch.organisation)
    wanted += [(m, chance.choice(MEMBERS)) for m in members if chance.random() < branch.pledging]
    made = []
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


def _kept(branch: Branch, pledges: list[Pledge]) -> Life:
    """Most steps are done, in time or some days late."""
    chance = branch.chance
    done: list[tuple[date, int, Step]] = []
    for step in Step.objects.filter(pledge__in=pledges).select_related("pledge__organisation"):
        day = step.due_on + timedelta(days=chance.choice((-3, -1, 0, 0, 4)))
        if chance.random() < branch.keeping:
            done.append((day, step.pk, step))
    for day, _, step in sorted(done):
        yield day, 17
        fulfil_step(branch.secretary, step, words="已做到，见公开栏。", on_day=day)


def talk_over(branch: Branch, campaign: Campaign) -> Life:
    """A meeting in October at which the branch says how far its promises are."""
    day = date(2010, 10, 12) + timedelta(days=branch.number % 9)
    yield day - timedelta(days=3), 9
    meeting = called(branch, Meeting.Kind.DELIBERATION, "议一议承诺做到哪一步", day, 90, campaign=campaign)
    yield day, 18
    all_came(branch, meeting)
    said = branch.chance.choice(SAID)
    discuss_pledge(branch.secretary, branch.organisation, words=said)
    write_record(branch.secretary, meeting, record=said, guests=branch.number % 4 + 1)
    settled = record_resolution(branch.secretary, meeting, what=SETTLED, due_on=day + timedelta(days=14))
    if not branch.late_weeks:
        yield day + timedelta(days=10), 18
        settle_resolution(branch.secretary, settled)


def judge(branch: Branch, superior: User) -> Life:
    """The public votes on the branch's promises, the members on one another's; a leader on one of the worst."""
    yield date(2010, 11, 22) + timedelta(days=branch.number % 7), 16
    own = [p for p in pledges_of(branch.organisation) if p.person_id is None]
    for pledge in own:
        review_pledge(branch.secretary, pledge, source="public", votes=_votes(branch, pledge))
    if branch.name == "渔港村":
        yield date(2010, 11, 30), 10
        words = "路灯坏了两个月没人修，公开栏停在8月，群众不认可。"
        review_pledge(superior, own[0], source="above", verdict="not_kept", words=words)
    yield date(2010, 12, 10) + timedelta(days=branch.number % 7), 16
    for pledge in pledges_of(branch.organisation):
        if pledge.person_id and pledge.person_id != branch.secretary.person_id:
            review_pledge(branch.secretary, pledge, source="members", verdict=_verdict(branch, pledge))


def _verdict(branch: Branch, pledge: Pledge) -> str:
    """How people judge a promise: by its steps, and not always kindly."""
    steps = [s for s in pledge.steps.all() if s.due_on <= clock.today()]
    kept = sum(hasattr(s, "fulfilment") for s in steps)
    if not kept:
        return Verdict.NOT_KEPT
    return Verdict.KEPT if kept == len(steps) and branch.chance.random() < 0.93 else Verdict.PARTLY


def _votes(branch: Branch, pledge: Pledge) -> dict[str, int]:
    most, votes = _verdict(branch, pledge), branch.chance.randrange(12, 26)
    rest = [v for v in Verdict.values if v != most]
    found = branch.chance.choices((most, *rest), (7, 2, 1), k=votes)
    return {v: found.count(v) for v in Verdict.values}
