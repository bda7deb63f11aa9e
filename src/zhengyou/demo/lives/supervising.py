"""The supervision group of the play: it goes round, finds things, and looks again whether they were put right."""

from datetime import date, timedelta

from zhengyou.core.models import Organisation
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.supervision.actions import (
    answer_finding,
    assign_group,
    check_item,
    choose_focus,
    finish_visit,
    form_group,
    join_group,
    recheck_finding,
    record_finding,
    start_visit,
)
from zhengyou.rooms.supervision.models import SupervisionGroup

CHECKS = ("讨论是否人人发言", "群众意见是否当面答复", "承诺做到的，问过受益的人没有")
FOUND = "有3条群众意见只写“已阅”，没有答复"
ROOM = "电教室只开了一半的周六，问了两户，都说去过锁着门"
VISITED = 8  # so many branches, one a week from here on
FIRST_VISIT = date(2010, 11, 8)


def send_out(campaign: Campaign, city: Organisation, office: User, supervisor: User) -> Life:
    """One group that goes to the whole city from the campaign's beginning on."""
    yield campaign.starts_on, 8
    group = form_group(office, city, campaign=campaign, name="第一督导组", checks=CHECKS)
    join_group(office, group, user=supervisor, leads=True)
    assign_group(office, group, organisation=city)


def visits(played: list[Branch], supervisor: User) -> list[Life]:
    """The branches that are visited, spread over the city; the first two are followed closely."""
    chosen = played[3 :: max(1, len(played) // VISITED)][:VISITED]
    return [_seen(n, branch, supervisor) for n, branch in enumerate(chosen)]


def _seen(n: int, branch: Branch, supervisor: User) -> Life:
    """A visit; at every second branch something is found, and comes out in one way or another."""
    day = FIRST_VISIT + timedelta(weeks=n)
    yield day, 10
    group = SupervisionGroup.objects.get()
    if n < 2:
        choose_focus(supervisor, branch.organisation, group=group, why="基础较好，工作扎实")
    visit = start_visit(supervisor, branch.organisation, group=group, how="unannounced" if n % 3 else "talk")
    wanting = n % 2 == 1
    for line in group.checks.all():
        check_item(supervisor, visit, item=line, how="wanting" if wanting and line.number == 2 else "good")
    if not wanting:
        finish_visit(supervisor, visit, words="记录与实际相符，讨论认真")
        return
    due, item = day + timedelta(days=14), group.checks.get(number=2)
    finding = record_finding(supervisor, visit, what=FOUND, whose="支部书记", due_on=due, item=item)
    finish_visit(supervisor, visit, words="学习扎实，意见答复不够")
    if n == 3:  # nobody answers: it stands overdue
        return
    yield due - timedelta(days=3), 10
    answer_finding(branch.secretary, finding, words="3条都当面答复了")
    if n == 1:
        yield due, 10
        later = due + timedelta(days=10)
        recheck_finding(supervisor, finding, holds=False, words="问了3人，1人说没有答复", due_on=later)
        yield later - timedelta(days=2), 10
        answer_finding(branch.secretary, finding, words="最后1人也答复了，本人认可")
        yield later, 10
        recheck_finding(supervisor, finding, holds=True, words="3人都说答复了")


def seen_in_january(branch: Branch, supervisor: User) -> Life:
    """A visit shortly before the play stops: the secretary has found it and has some days left to answer."""
    yield date(2011, 1, 10), 14
    group = SupervisionGroup.objects.get()
    visit = start_visit(supervisor, branch.organisation, group=group, how="unannounced")
    for line in group.checks.all():
        check_item(supervisor, visit, item=line, how="wanting" if line.number == 3 else "good")
    due, item = date(2011, 1, 20), group.checks.get(number=3)
    record_finding(supervisor, visit, what=ROOM, whose="支部书记", due_on=due, item=item)
    finish_visit(supervisor, visit, words="路修得实，群众认可；电教室要排班")
