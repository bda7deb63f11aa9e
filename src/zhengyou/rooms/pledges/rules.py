"""What is asked of promises; the numbers come with the notice."""

from zhengyou.core.rules import all_of, at_least, rule
from zhengyou.rooms.pledges.measures import (
    organisation_pledges,
    pledges_kept,
    pledges_published,
    steps_due,
    steps_kept,
)


@rule(source="source 000：要做到党员全员承诺、全员参与")
def member_pledged():
    """党员公开承诺 — every member has published a promise."""
    return (at_least(pledges_published),)


@rule(source="source 000：建立承诺、履诺、议诺、评诺长效机制")
def branch_pledged():
    """支部公开承诺 — the organisation has published promises of its own."""
    return (at_least(organisation_pledges),)


@rule(source="source 004d：公开承诺、全面履诺、开展评议和评选表彰")
def steps_fulfilled():
    """到期步骤兑现 — every step whose day has come was done."""
    return (all_of(steps_due, steps_kept),)


@rule(source="source 004d：公开承诺、全面履诺、开展评议和评选表彰")
def enough_kept():
    """兑现率达标 — of the steps whose day has come, the share that the notice asks for was done."""
    return (at_least(pledges_kept),)
