"""What people hope for, and what becomes of it: taken up into a promise, under way, or not now and why."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser

from zhengyou.demo.beginning import Play
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.actions import answer_wish, note_wish, open_call, suggest_wish
from zhengyou.rooms.pledges.models import Wish
from zhengyou.rooms.pledges.queries import pledges_of

NOBODY = AnonymousUser()
# What is hoped for, by the promise that may take it up.
HOPED = {
    "修通通往各组的生产路": "三组到晒场的路下雨就陷车，秋收前能不能修好",
    "村务每月公开": "钱怎么花的想看得到，公开栏半年没有换过",
    "电教室每周开放": "孩子周末想去电教室上网查资料，门总锁着",
    "帮留守老人收秋粮": "我们在外打工，家里老人收不动稻子，能不能帮一把",
    "办事一次说清、一次办结": "开一张证明跑了三趟，缺什么能不能一次说清",
    "每月一次义务服务": "楼道灯和下水道老坏，能不能定个日子集中修一修",
    "每月公开开支": "单位的开支想看得到，最好贴在门口",
    "结对帮一个村": "西坡村缺技术员，能不能派人来教一教嫁接",
}
TAKEN = "列入今年的承诺，做到哪一步在公开栏和网上都看得到。"
NOT_NOW = "今年的几项已经满了，先做群众提得最多的；这一条留着，明年再议。"
ASKED_FROM = ("石桥村", "河西村", "北关村", "渔港村", "茶山村", "桃溪社区")
LATELY = (
    "公交站台没有棚子，下雨天等车的学生都淋着",
    "二组的井水发黄，想请人来验一验",
    "明年的生产路能不能修到四组",
)
PHONE = "10055501234"  # nobody's


def open_calls(p: Play) -> Life:
    """Everybody is asked before promises are made, and again in January, while the play stops."""
    for opens_on, closes_on, words in (
        (date(2010, 6, 15), date(2010, 7, 15), "我想请支部办的一件事"),
        (date(2011, 1, 4), date(2011, 1, 31), "今年最想请支部办的一件事"),
    ):
        yield opens_on, 9
        open_call(
            p.office, p.city, campaign=p.campaign, words=words, opens_on=opens_on, closes_on=closes_on
        )  # fmt: skip


def hopes(p: Play, shown: str) -> Iterator[Life]:
    """Some branches are told what people hope for; the first leader asks something of the worst."""
    for branch in p.played:
        if branch.name in ASKED_FROM:
            yield _hoped(branch)
    yield _lately(p.branch(shown))
    yield _asked_from_above(p.branch("渔港村"), p.campaign, p.leader)
    yield _offered(p.branch("茶山村"), p.campaign)


def _hoped(branch: Branch) -> Life:
    """Two or three things said in June; answered once the promises are made."""
    village = branch.organisation.category == "village"
    words = list(HOPED.values())[:4] if village else list(HOPED.values())[4:]
    said = [words[(branch.number + n) % 4] for n in range(3)]
    for n, hope in enumerate(said):
        yield date(2010, 6, 20) + timedelta(days=3 * n), 20
        suggest_wish(NOBODY, branch.organisation, words=hope)
    yield date(2010, 7, 9) + timedelta(weeks=branch.late_weeks), 16
    promised = {pledge.what: pledge for pledge in pledges_of(branch.organisation) if pledge.person_id is None}
    for what, hope in HOPED.items():
        if hope in said:
            _answered(branch, hope, promised.get(what))


def _answered(branch: Branch, hope: str, pledge: object) -> None:
    """Taken up where there is such a promise, else put off; either can be read by everybody."""
    wish = Wish.objects.get(organisation=branch.organisation, words=hope)
    verdict, words = ("taken", TAKEN) if pledge else ("not_now", NOT_NOW)
    answer_wish(branch.secretary, wish, verdict=verdict, words=words, shown=True, pledge=pledge)  # type: ignore[arg-type]


def _lately(branch: Branch) -> Life:
    """What was said in January: one answered, the others wait, one with a telephone number."""
    yield date(2011, 1, 6), 20
    first = suggest_wish(NOBODY, branch.organisation, words=LATELY[0])
    yield date(2011, 1, 9), 20
    suggest_wish(NOBODY, branch.organisation, words=LATELY[1], contact=PHONE)
    yield date(2011, 1, 11), 9
    words = "已报镇里，和公交公司说好三月前搭起来。"
    answer_wish(branch.secretary, first, verdict="under_way", words=words, shown=True)
    yield date(2011, 1, 12), 20
    suggest_wish(NOBODY, branch.organisation, words=LATELY[2])


def _asked_from_above(branch: Branch, campaign: Campaign, leader: User) -> Life:
    yield date(2010, 11, 30), 11
    words = "主街路灯坏了两个月，先修好，再说别的"
    note_wish(leader, branch.organisation, campaign=campaign, origin="leader", words=words)


def _offered(branch: Branch, campaign: Campaign) -> Life:
    """A member says what he would like to do; it becomes a promise of his own later."""
    yield date(2010, 6, 28), 19
    member = members_of(branch.organisation)[3]
    words = "我会炒茶，愿意带几户年轻人学"
    wish = note_wish(
        branch.secretary, branch.organisation, campaign=campaign, origin="member", words=words, person=member
    )
    yield date(2010, 7, 9) + timedelta(weeks=branch.late_weeks), 17
    told = "支部商量了：农闲时在茶场办班，两户先学。"
    answer_wish(branch.secretary, wish, verdict="under_way", words=told, shown=False)
