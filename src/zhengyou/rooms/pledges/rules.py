"""What is asked of promises; the numbers come with the notice."""

from zhengyou.core.rules import all_of, at_least, rule
from zhengyou.rooms.pledges.measures import (
    deeds_promised,
    letters_signed,
    organisation_pledges,
    pledges_kept,
    pledges_published,
    steps_due,
    steps_kept,
    wishes_answered,
    wishes_voiced,
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


@rule(source="source 004e：利民实事要坚持开展、强力推进")
def deeds_listed():
    """列出实事好事 — the organisation has promised good deeds in public, as many as the notice asks for."""
    return (at_least(deeds_promised),)


@rule(source="source 003t：与各支部签订了党建目标责任书")
def letter_signed():
    """签订目标责任书 — a responsibility letter was signed with the level above."""
    return (at_least(letters_signed),)


@rule(source="source 000：一般群众希望是什么")
def every_wish_answered():
    """心愿件件答复 — whatever the public hoped for was answered, each."""
    return (all_of(wishes_voiced, wishes_answered),)
