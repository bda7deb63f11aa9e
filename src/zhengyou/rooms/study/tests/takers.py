"""Members who take a quiz: the east with an account for everybody."""

from tests.town import account
from zhengyou.core.models import Role


def with_accounts(town):
    """Five members of the east, each with an account of one's own."""
    new = [
        account(f"member{person.pk}", Role.MEMBER, town.east, person)
        for person in (town.wang, town.liu, town.chen, town.yang)
    ]
    return [town.member, *new]


def choices_of(question, letters):
    """The keys of some of its choices, by letter."""
    given = dict(zip("ABCDEF", question.choices.all(), strict=False))
    return [given[letter].pk for letter in letters]
