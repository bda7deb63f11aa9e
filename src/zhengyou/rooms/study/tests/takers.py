"""Members who take a quiz: as many as are asked for, of the east."""

from tests.town import account, person
from zhengyou.core.models import Role


def takers_of(town, number):
    """So many members of the east, each with an account of one's own."""
    return [
        account(f"taker{n}", Role.MEMBER, town.east, person(f"党员{n}", town.east)) for n in range(number)
    ]


def choices_of(question, letters):
    """The keys of some of its choices, by letter."""
    given = dict(zip("ABCDEF", question.choices.all(), strict=False))
    return [given[letter].pk for letter in letters]
