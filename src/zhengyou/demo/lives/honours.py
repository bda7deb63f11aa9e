"""The honours of the year: laid down within one's own authority, nominated below, posted, objected to, decided."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser

from zhengyou.demo.beginning import Play
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

BATCH = "2010年度"
BRANCHES, MEMBERS = "先进基层党组织", "优秀共产党员"
KEPT = "承诺兑现，经群众评议"
MEETING = "市委常委会2010年12月29日会议"
NOBODY = AnonymousUser()
# By whom, and what it did. The one whose complaint of the public was still open is not passed on.
NAMED = {
    "石桥村": "秋收时党员帮43户留守老人收粮，电教室每周六开放，村务按月上墙。",
    "河西村": "党员带户学大棚技术，21户学会，市里开了现场会。",
    "茶山村": "村务公开“一月一册”，账目经群众代表签字，在全市推开。",
    "桃溪社区": "结对帮扶西坡村，修通生产路，每月一次义务服务没有断过。",
    "北关村": "自来水改造完工，家家通水。",
}
NOT_PASSED_ON = "北关村"
LATER = ("桃溪社区",)  # posted when the play stops
PEOPLE = {
    "石桥村": (5, "三年照看同组的独居老人，每月登门，今年又认了政策宣传岗。"),
    "茶山村": (3, "农闲办炒茶班，带出9户年轻人，没有收一分钱。"),
    "桃溪社区": (4, "退休电工，楼道灯坏了随叫随到，全年修了60多处。"),
}
ON_PAPER = ("石桥村", "茶山村")  # the others still wait to be asked


def the_year(p: Play) -> Iterator[Life]:
    """The office, those who are named below, whoever objects, and the leader who decides."""
    yield _prepared(p)
    for n, (name, words) in enumerate(NAMED.items()):
        yield _named(p, n, name, words)
    for n, name in enumerate(PEOPLE):
        yield _person(p, n, name)
    yield _nominated_late(p)
    yield _objected(p)


def _prepared(p: Play) -> Life:
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
    yield date(2010, 12, 20), 10
    there = [p.branch(name).organisation for name in NAMED if name != NOT_PASSED_ON]
    for one in Nomination.objects.filter(batch__kind=units, unit__in=there):
        judge_condition(p.office, one, number=1, holds=True, words="查了测评结果，各走访了5户")
    yield date(2010, 12, 22), 9
    _posted(p, BRANCHES, [n for n in NAMED if n != NOT_PASSED_ON and n not in LATER])
    _posted(p, MEMBERS, ["石桥村"])
    yield date(2010, 12, 27), 10
    found = "到现场看过台账、问了6户：21户都学会了，其中3户今年才开始，公示里照实改写。"
    answer_objection(p.office, Objection.objects.get(), upheld=False, words=found)
    yield date(2010, 12, 29), 15
    for one in Nomination.objects.filter(posted__isnull=False):
        decide_honour(p.leader, one.batch, nomination=one, given=True, meeting=MEETING)
    yield date(2010, 12, 31), 9
    first = Honour.objects.get(decision__nomination__unit=p.branch("石桥村").organisation)
    name_exemplar(p.office, first, words="小事当天办，办了当天上墙")
    yield date(2011, 1, 5), 9
    _posted(p, MEMBERS, ["茶山村"])  # its days are over when the play stops: the leader may decide
    yield date(2011, 1, 10), 9
    _posted(p, BRANCHES, LATER)


def _posted(p: Play, kind: str, names: Any) -> None:
    batch = HonourBatch.objects.get(kind__name=kind)
    homes = [p.branch(name).organisation for name in names]
    post_nominations(p.office, batch, nominations=list(batch.nominations.filter(home__in=homes)))


def _named(p: Play, n: int, name: str, words: str) -> Life:
    """A branch names itself; its town passes it on, or says why not."""
    yield date(2010, 12, 8 + n), 10
    branch = p.branch(name)
    where, batch = branch.organisation, HonourBatch.objects.get(kind__name=BRANCHES)
    made = nominate(branch.secretary, where, batch=batch, unit=where, words=words)
    yield date(2010, 12, 16), 9
    _passed_on(p, made, name)


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
    branch = p.branch("柳河中学")
    where, batch = branch.organisation, HonourBatch.objects.get(kind__name=BRANCHES)
    words = "党员教师结对帮32名留守学生，一人一册记到期末。"
    nominate(branch.secretary, where, batch=batch, unit=where, words=words)


def _objected(p: Play) -> Life:
    """Somebody of the public objects to a name that is posted, and another to one that still is."""
    for day, name, words in (
        (date(2010, 12, 23), "河西村", "学会的没有21户，有几户是今年才开始学的，可以到二组问"),
        (date(2011, 1, 12), "桃溪社区", "11月的义务服务只来了两个人，登记本上看得到"),
    ):
        yield day, 20
        posted = Posted.objects.get(nomination__unit=p.branch(name).organisation)
        object_to_nomination(NOBODY, posted, words=words)
