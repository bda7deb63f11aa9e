"""The ratings of the play: one in October about every branch, in secret; one in January that is still open."""

from datetime import date, timedelta
from random import Random

from django.contrib.auth.models import AnonymousUser

from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.ratings.actions import cast_ballot, close_round, issue_tokens, open_round, rate_self
from zhengyou.rooms.ratings.models import Box, Grade, Round

QUESTIONS = ("领导班子", "党员队伍", "工作机制", "工作业绩", "群众反映")
ABOVE = 7  # members of the leading group and of the supervision group
FEW = "卫生院"  # where so few of the public came that their votes are not told apart
# By how promises are kept there: of a hundred answers so many good, fairly good, fair, poor.
GRADES = {0.95: (64, 27, 7, 2), 0.85: (48, 32, 15, 5), 0.7: (34, 36, 20, 10), 0.35: (10, 22, 36, 32)}
NOBODY = AnonymousUser()

Slips = dict[tuple[int, str], list[str]]  # by branch and side: the codes on paper


def hold_round(played: list[Branch], campaign: Campaign, office: User, slips: Slips) -> Life:
    """Opened on the 8th of October, slips given out on the 11th, boxes opened on the 26th."""
    yield date(2010, 10, 8), 9
    round = open_round(
        office,
        campaign.organisation,
        campaign=campaign,
        name="2010年度民主测评",
        opens_on=date(2010, 10, 11),
        closes_on=date(2010, 10, 25),
        questions=QUESTIONS,
        groups=["below", "public", "above", "self"],
        subjects=[b.organisation for b in played],
    )
    yield date(2010, 10, 11), 8
    for branch in played:
        for box in _boxes(round, branch):
            slips[branch.number, box.group] = issue_tokens(office, box, number=_how_many(branch, box.group))
    yield date(2010, 10, 26), 9
    close_round(office, round)


def rate(branch: Branch, slips: Slips) -> Life:
    """In one branch, on its day: the members at their meeting, the public at the notice board, the city's seven."""
    yield date(2010, 10, 12) + timedelta(days=branch.number % 9), 19
    round = Round.objects.get(subjects__organisation=branch.organisation, closing=None)
    weights = GRADES[branch.keeping]
    for box in _boxes(round, branch):
        codes = slips[branch.number, box.group]
        for code in codes[: _how_many_come(branch, box.group, len(codes))]:
            cast_ballot(NOBODY, box, code=code, answers=_answers(branch.chance, weights))
    own = [Grade.GOOD if branch.keeping > 0.8 else Grade.FAIRLY_GOOD] * len(QUESTIONS)
    rate_self(branch.secretary, round.subjects.get(organisation=branch.organisation), answers=own)


def hold_open_round(branches: list[Branch], campaign: Campaign, office: User, codes: list[str]) -> Life:
    """A rating that is open when the play stops, with slips for the public of its first branch; members draw theirs."""
    yield date(2011, 1, 7), 9
    round = open_round(
        office,
        campaign.organisation,
        campaign=campaign,
        name="承诺兑现群众评议",
        opens_on=date(2011, 1, 10),
        closes_on=date(2011, 1, 24),
        questions=["承诺的事做到了没有", "办事公道不公道"],
        groups=["public", "below"],
        subjects=[b.organisation for b in branches],
    )
    yield date(2011, 1, 10), 8
    codes += issue_tokens(office, _boxes(round, branches[0], "public")[0], number=30)


def _boxes(round: Round, branch: Branch, *groups: str) -> list[Box]:
    found = Box.objects.filter(subject__round=round, subject__organisation=branch.organisation)
    found = found.filter(group__in=groups) if groups else found
    return list(found.select_related("subject__round", "subject__organisation").order_by("pk"))


def _how_many(branch: Branch, side: str) -> int:
    if side == "below":
        return members_of(branch.organisation).count()
    return ABOVE if side == "above" else 4 if branch.name == FEW else 18 + branch.number % 9


def _how_many_come(branch: Branch, side: str, given: int) -> int:
    if side == "above":
        return given
    return sum(branch.chance.random() < (branch.presence if side == "below" else 0.8) for _ in range(given))


def _answers(chance: Random, weights: tuple[int, ...]) -> list[str]:
    return chance.choices(Grade.values, weights, k=len(QUESTIONS))
