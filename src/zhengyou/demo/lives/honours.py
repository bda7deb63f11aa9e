"""The honours of the year: laid down within one's own authority, nominated below, posted, objected to, decided."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser

from zhengyou.demo.beginning import Play
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.honours.actions import (
    answer_objection,
    consent_on_paper,
    decide_honour,
    judge_condition,
    lay_down_honour,
    name_exemplar,
    nominate,
    object_to_nomination,
    open_batch,
    post_nominations,
    recommend_nomination,
)
from zhengyou.rooms.honours.models import Honour, HonourBatch, Nomination, Objection, Posted
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.models import Step
from zhengyou.rooms.pledges.queries import pledges_of

BATCH = "2010年度"
BRANCHES, MEMBERS = "先进基层党组织", "优秀共产党员"
KEPT = "承诺兑现，经群众评议"
MEETING = "市委常委会2010年12月29日会议"
UPHELD = "查了开放登记：26个周六开了13个，异议成立。"
NOT_UPHELD = "到现场看过，问了6户：返工的地方12月20日已经弄好，异议不成立。"
NOBODY = AnonymousUser()
BEST = 4  # so many that kept all they promised: three are given the honour, the fourth is posted when the play stops
# Named as well: one that did not finish what it promised, and one whose complaint of the public was still open.
UNFINISHED, NOT_PASSED_ON = "石桥村", "北关村"
LATE = "柳河中学"
MORE = (
    "党员名单、办事时限都贴在门口。",
    "谁负责、哪天完、花多少钱月月上墙，账目有群众代表签字。",
    "每做完一件请群众当面看，说不行的返工两处。",
    "党员一人联系三户，入冬前走访了一遍。",
)
PEOPLE = {
    "石桥村": (5, "三年照看同组的独居老人，每月登门，今年又认了政策宣传岗。"),
    "茶山村": (3, "农闲办炒茶班，带出9户年轻人，没有收一分钱。"),
    "桃溪社区": (4, "退休电工，楼道灯坏了随叫随到，全年修了60多处。"),
}
ON_PAPER = ("石桥村", "茶山村")  # the others still wait to be asked


def the_year(p: Play) -> Iterator[Life]:
    """The office, those who are named below, whoever objects, and the leader who decides."""
    best: list[Branch] = []
    yield _prepared(p, best)
    for n in range(BEST):
        yield _best_named(p, n, best)
    for n, (name, words) in enumerate(
        (
            (UNFINISHED, "生产路修到三组，村务按月上墙，电教室每周六开放。"),
            (NOT_PASSED_ON, "自来水改造完工，家家通水。"),
        )
    ):
        yield _named(p, date(2010, 12, 8 + n), p.branch(name), words)
    for n, name in enumerate(PEOPLE):
        yield _person(p, n, name)
    yield _nominated_late(p)
    yield _objected(p, best)


def _best_of(played: list[Branch]) -> list[Branch]:
    """The branches that left least of their own promises undone, of different towns where there are enough."""
    known = (UNFINISHED, NOT_PASSED_ON, LATE)
    ranked = sorted((b for b in played if b.name not in known), key=lambda b: (_undone(b), b.number))
    first = {b.organisation.parent_id: b for b in reversed(ranked)}
    ranked.sort(key=lambda b: (_undone(b), b is not first[b.organisation.parent_id]))
    return ranked[:BEST]


def _undone(branch: Branch) -> int:
    own = Step.objects.filter(pledge__organisation=branch.organisation, pledge__person=None)
    return own.filter(fulfilment=None).count()


def _done(branch: Branch) -> list[str]:
    """What the branch promised and did, all steps of it."""
    own = [pledge for pledge in pledges_of(branch.organisation) if pledge.person_id is None]
    return [pledge.what for pledge in own if all(hasattr(s, "fulfilment") for s in pledge.steps.all())]


def _prepared(p: Play, best: list[Branch]) -> Life:
    """Two kinds and a batch of each; what no figure tells is looked at, then posted, then put before the leader."""
    yield date(2010, 12, 6), 9
    given: dict[str, Any] = {"campaign": p.campaign, "sort": "appraisal", "level": "county", "years": 3}
    units = lay_down_honour(
        p.office,
        p.city,
        name=BRANCHES,
        holder="organisation",
        kinds=["branch"],
        most=6,
        conditions=[KEPT],
        met=["branch_pledged"],
        **given,
    )
    people = lay_down_honour(p.office, p.city, name=MEMBERS, holder="person", most=5, **given)
    for kind in (units, people):
        open_batch(p.office, kind, name=BATCH, nominate_by=date(2011, 1, 14))
    best += _best_of(p.played)
    yield date(2010, 12, 20), 10
    passed = Nomination.objects.filter(batch__kind=units).exclude(unit=p.branch(NOT_PASSED_ON).organisation)
    for one in passed:
        judge_condition(p.office, one, number=1, holds=True, words="查了测评结果，各走访了5户")
    yield date(2010, 12, 22), 9
    _posted(p, BRANCHES, [*best[: BEST - 1], p.branch(UNFINISHED)])
    _posted(p, MEMBERS, [p.branch("石桥村")])
    yield date(2010, 12, 27), 10
    for objection in Objection.objects.filter(answer=None):
        upheld = objection.posted.nomination.unit == p.branch(UNFINISHED).organisation
        answer_objection(p.office, objection, upheld=upheld, words=UPHELD if upheld else NOT_UPHELD)
    yield date(2010, 12, 29), 15
    for one in Nomination.objects.filter(posted__isnull=False):
        given_it = one.unit != p.branch(UNFINISHED).organisation
        told = "" if given_it else "先把电教室的值班排定，明年再推荐。"
        decide_honour(p.leader, one.batch, nomination=one, given=given_it, meeting=MEETING, words=told)
    yield date(2010, 12, 31), 9
    first = Honour.objects.get(decision__nomination__unit=best[0].organisation)
    name_exemplar(p.office, first, words="答应的事当天有回话，做完一件贴一件")
    yield date(2011, 1, 5), 9
    _posted(p, MEMBERS, [p.branch("茶山村")])  # its days are over when the play stops: the leader may decide
    yield date(2011, 1, 10), 9
    _posted(p, BRANCHES, best[BEST - 1 :])


def _posted(p: Play, kind: str, branches: list[Branch]) -> None:
    batch = HonourBatch.objects.get(kind__name=kind)
    homes = [b.organisation for b in branches]
    post_nominations(p.office, batch, nominations=list(batch.nominations.filter(home__in=homes)))


def _best_named(p: Play, n: int, best: list[Branch]) -> Life:
    """One of the best names itself: what it did is what it promised."""
    yield date(2010, 12, 7), 10 + n
    done = _done(best[n])
    words = f"{'、'.join(done)}，答应的{len(done)}件都做到了。{MORE[n]}"
    yield from _named(p, date(2010, 12, 8 + n), best[n], words)


def _named(p: Play, day: date, branch: Branch, words: str) -> Life:
    """A branch names itself; its town passes it on, or says why not."""
    yield day, 10 + branch.number % 6
    where, batch = branch.organisation, HonourBatch.objects.get(kind__name=BRANCHES)
    made = nominate(branch.secretary, where, batch=batch, unit=where, words=words)
    yield date(2010, 12, 16), 9
    _passed_on(p, made, branch.name)


def _passed_on(p: Play, made: Nomination, name: str) -> None:
    above = made.organisation.parent or made.organisation
    good = name != NOT_PASSED_ON
    words = "" if good else "水费的事群众反映过，查清以前不报；明年再推荐。"
    recommend_nomination(p.towns[above.pk], above, nomination=made, recommended=good, words=words)


def _person(p: Play, n: int, name: str) -> Life:
    """Somebody of a branch, who signs on paper that it is agreed; then the town passes it on."""
    yield date(2010, 12, 9 + n), 11
    branch, (place, words) = p.branch(name), PEOPLE[name]
    batch = HonourBatch.objects.get(kind__name=MEMBERS)
    person = members_of(branch.organisation)[place]
    made = nominate(branch.secretary, branch.organisation, batch=batch, person=person, words=words)
    if name in ON_PAPER:
        yield date(2010, 12, 14), 11
        consent_on_paper(branch.secretary, made, agreed=True)
        yield date(2010, 12, 17), 9
        _passed_on(p, made, name)


def _nominated_late(p: Play) -> Life:
    """One that its town has not looked at yet when the play stops."""
    yield date(2011, 1, 12), 15
    branch = p.branch(LATE)
    where, batch = branch.organisation, HonourBatch.objects.get(kind__name=BRANCHES)
    words = "党员教师结对帮32名留守学生，一人一册记到期末。"
    nominate(branch.secretary, where, batch=batch, unit=where, words=words)


def _objected(p: Play, best: list[Branch]) -> Life:
    """Somebody of the public objects to two names that are posted, and in January to one that still is."""
    yield date(2010, 12, 23), 20
    _says(best[1], "返工是有的，可有一处现在还没有弄好，可以到现场看")
    yield date(2010, 12, 24), 20
    _says(p.branch(UNFINISHED), "电教室只开了一半的周六，登记本上看得到")
    yield date(2011, 1, 12), 20
    _says(best[BEST - 1], "走访名单里有两户说没有人来过，可以去问")


def _says(branch: Branch, words: str) -> None:
    posted = Posted.objects.get(nomination__unit=branch.organisation)
    object_to_nomination(NOBODY, posted, words=words)
