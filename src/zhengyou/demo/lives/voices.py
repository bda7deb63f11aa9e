"""What is said from below: which demands a standard should hold, what of the system costs time for nothing, who asks leave."""

from collections.abc import Iterator
from datetime import date

from zhengyou.core.models import Organisation
from zhengyou.demo.beginning import Play
from zhengyou.demo.schedule import Life
from zhengyou.rooms.burden.actions import answer_suggestion, send_suggestion
from zhengyou.rooms.meetings.actions import ask_leave, grant_leave
from zhengyou.rooms.mobility.actions import record_service, register_residence
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.standards.actions import adopt_standard, give_opinion, open_debate, propose_line
from zhengyou.rooms.standards.models import Debate, Proposal

VILLAGES = "农村党员的先进性看什么"
LINES = (
    ("石桥村", "答应群众的事，当天办不了也当天回话"),
    ("茶山村", "自己会一门手艺，带一户乡亲学会"),
    ("河西村", "村里的钱怎么花，先让群众看明白"),
)
ADOPTED = ("答应的事当天有回话", "带一户学会一门手艺", "账目先公开再办事")
WINDOWS = "窗口单位党员的先进性看什么"


def heard(p: Play) -> Iterator[Life]:
    """Debates, suggestions, a leave, and a registration where one lives."""
    yield _asked(p)
    for n, (name, words) in enumerate(LINES):
        yield _proposed(p, n, name, words)
    yield _about_the_system(p)
    yield _leave(p)
    yield _lives_elsewhere(p)


def _asked(p: Play) -> Life:
    """One debate for the villages, settled in June; one for the counters, open when the play stops."""
    yield date(2010, 5, 12), 9
    debate = open_debate(
        p.office,
        p.city,
        title=VILLAGES,
        closes_on=date(2010, 5, 31),
        category="village",
        campaign=p.campaign,
    )
    yield date(2010, 6, 3), 9
    made = {proposal: n for n, proposal in enumerate(debate.proposals.order_by("pk"), start=1)}
    adopt_standard(p.office, debate, lines=list(ADOPTED), taken=made)
    yield date(2011, 1, 8), 9
    debate = open_debate(p.office, p.city, title=WINDOWS, closes_on=date(2011, 1, 28), campaign=p.campaign)
    yield date(2011, 1, 10), 9
    propose_line(p.office, debate, words="缺什么一次说清，不让人跑第二趟")


def _proposed(p: Play, n: int, name: str, words: str) -> Life:
    yield date(2010, 5, 18 + n), 20
    branch, debate = p.branch(name), Debate.objects.get(title=VILLAGES)
    propose_line(branch.secretary, debate, words=words)
    yield date(2010, 5, 26), 20
    others = Proposal.objects.filter(debate=debate).exclude(organisation=branch.organisation).first()
    if others:
        said = "群众就看这一条，说到做到。"
        give_opinion(branch.secretary, debate, proposal=others, words=said, source="public")


def _about_the_system(p: Play) -> Life:
    """Somebody says what is too much; the office answers; one waits."""
    yield date(2010, 9, 13), 16
    branch = p.branch("石桥村")
    words = "会议名单在系统里点过了，镇里又要一份纸的。只要一份行不行？"
    first = send_suggestion(
        branch.secretary, branch.organisation, about="too_much", words=words, where="会议与学习"
    )
    yield date(2010, 9, 15), 10
    told = "行。已通知各镇不再要纸质名单，要用就从系统打印。"
    answer_suggestion(p.office, first, outcome="changed", words=told)
    yield date(2011, 1, 11), 16
    branch = p.branch("茶山村")
    words = "手机上看台账要左右拉，字能不能大一点？"
    send_suggestion(branch.secretary, branch.organisation, about="hard", words=words, where="台账")


def _leave(p: Play) -> Life:
    """Two members of the branch that is shown ask leave; one is granted, one waits."""
    yield date(2011, 1, 10), 9
    branch = p.branch("石桥村")
    away, other = members_of(branch.organisation)[6:8]
    told = {"since": date(2011, 1, 13), "until": date(2011, 1, 16)}
    first = ask_leave(branch.secretary, branch.organisation, person=away, reason="duty", **told)
    grant_leave(branch.secretary, first)
    yield date(2011, 1, 13), 9
    ask_leave(branch.secretary, branch.organisation, person=other, reason="private", **told)


def _lives_elsewhere(p: Play) -> Life:
    """A secretary of a school registers with the community where he lives, and helps there."""
    yield date(2010, 8, 9), 19
    school = next(b for b in p.played if b.organisation.category == "school")
    community = next(b for b in p.played if b.organisation.category == "community")
    where: Organisation = community.organisation
    residence = register_residence(school.secretary, school.secretary.person, community=where)
    for day, what in (
        (date(2010, 8, 21), "给社区孩子辅导暑假作业"),
        (date(2010, 12, 4), "教老人用自助挂号机"),
    ):
        yield day, 16
        record_service(community.secretary, residence, what=what, minutes=120, on_day=day)
