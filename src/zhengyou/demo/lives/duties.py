"""Who holds which duty post, letters that two levels sign, and who holds offices in several organisations."""

from collections.abc import Iterator
from datetime import date, timedelta

from zhengyou.core.models import Organisation
from zhengyou.demo.beginning import Play
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.orgs.actions import appoint_post
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.actions import (
    fulfil_step,
    propose_letter,
    set_duty_post,
    sign_letter,
    take_duty_post,
)

POSTS = {
    "village": (
        ("政策宣传岗", "把惠农政策讲到户，谁家没听明白再去一趟"),
        ("矛盾调解岗", "邻里有纠纷当天到场，说不通的报支部"),
        ("环境监督岗", "每周看一遍沟渠和垃圾点，脏了约人一起清"),
    ),
    "community": (
        ("楼院服务岗", "认一栋楼，灯坏了、水漏了先来找我"),
        ("平安巡防岗", "晚饭后巡一圈，独居老人敲敲门"),
    ),
}
LETTER = "抓好基层党建和创先争优活动"
HOW_SEEN = "所辖支部到期承诺步骤兑现九成以上，群众反映的事件件有答复"
STEPS = (("年中自查一次，问题列出来", date(2010, 9, 30)), ("年底向市委报结果", date(2010, 12, 25)))
NEXT_YEAR = "巩固创先争优成果，建立长效机制"


def duty_posts(branch: Branch) -> Life:
    """Posts set up in villages and communities, taken by the members after the committee."""
    yield date(2010, 6, 21) + timedelta(days=branch.number % 5), 19
    members = list(members_of(branch.organisation)[3:])
    for (name, duties), member in zip(POSTS[branch.organisation.category], members, strict=False):
        post = set_duty_post(branch.secretary, branch.organisation, name=name, duties=duties)
        take_duty_post(branch.secretary, post, person=member)


def in_villages(p: Play) -> Iterator[Life]:
    """Every third branch where people live has duty posts, and the one shown."""
    living = [b for b in p.played if b.organisation.category in POSTS]
    for n, branch in enumerate(living):
        if n % 3 == 0 or branch.name == "石桥村":
            yield duty_posts(branch)


def letters(p: Play, lagging: str, shown: Branch) -> Iterator[Life]:
    """The city and each town sign in June; one town does not do the last step; new letters wait in January."""
    for town in p.city.children.filter(kind="committee"):
        yield _letter(p, town, p.towns[town.pk], kept=lagging not in town.short_name)
    yield _to_sign(p, shown)


def _to_sign(p: Play, branch: Branch) -> Life:
    """A letter of the town that waits for the branch's signature."""
    yield date(2011, 1, 12), 10
    above = branch.organisation.parent or branch.organisation
    propose_letter(
        p.towns[above.pk],
        above,
        other=branch.organisation,
        campaign=p.campaign,
        what="电教室排出全年值班表，每周六开放",
        how_seen="值班表贴在门口，登记本上周周有人",
        steps=[("值班表排定并上墙", date(2011, 1, 31)), ("开放满一季，请群众看一次", date(2011, 4, 10))],
    )


def _letter(p: Play, town: Organisation, office: User, kept: bool) -> Life:
    yield date(2010, 6, 25), 10
    letter = propose_letter(
        p.office, p.city, other=town, campaign=p.campaign, what=LETTER, how_seen=HOW_SEEN, steps=STEPS
    )
    yield date(2010, 6, 28), 15
    letter = sign_letter(office, town, letter=letter)
    first, last = letter.steps.order_by("due_on")
    yield first.due_on, 15
    fulfil_step(office, first, words="自查了所辖支部，问题和谁来改都列出来了。")
    if kept:
        yield last.due_on - timedelta(days=2), 15
        fulfil_step(office, last, words="结果已报市委，和系统里的数一致。")
    else:
        yield date(2011, 1, 11), 10
        propose_letter(
            p.office,
            p.city,
            other=town,
            campaign=p.campaign,
            what=NEXT_YEAR,
            how_seen="后进支部一季度前改好，群众再看一次",
            steps=[("后进支部整顿到位", date(2011, 3, 31))],
        )


def offices(p: Play) -> Life:
    """Some secretaries sit on their town's committee as well, and one heads its women's federation."""
    yield date(2010, 5, 20), 15
    for name in ("石桥村", "桃溪社区", "茶山村"):
        branch = p.branch(name)
        town = p.towns[branch.organisation.parent_id or 0]
        above = branch.organisation.parent or branch.organisation
        appoint_post(town, above, person=branch.secretary.person, title="委员")
    women = Organisation.objects.filter(parent=p.branch("石桥村").organisation.parent, kind="women").first()
    member = members_of(p.branch("石桥村").organisation).filter(sex="女").order_by("-pk").first()
    if women and member:
        town = p.towns[women.parent_id or 0]
        appoint_post(town, women, person=member, title="主席")
