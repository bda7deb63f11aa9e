"""Numbers about promises."""

from zhengyou.core.measures import measure, share


@measure(of="pledge", unit="项")
def pledges_published():
    """公开承诺数 — promises published by organisations and their members, withdrawn ones left out."""
    return "count(*)"


@measure(of="pledge", unit="项")
def organisation_pledges():
    """组织承诺数 — promises published by organisations themselves."""
    return "count(*) filter (where person_id is null)"


@measure(of="pledge", unit="人")
def members_pledged():
    """承诺党员数 — people who published at least one promise in a campaign."""
    return "sum(first) filter (where person_id is not null)"


@measure(of="pledge_step", unit="步")
def steps_due():
    """到期步骤数 — steps of published promises whose day has come."""
    return "count(*)"


@measure(of="pledge_step", unit="步", outcome=True)
def steps_kept():
    """到期步骤兑现数 — steps whose day has come and that were done, in time or late."""
    return "sum(kept)"


@measure(of="pledge_step", unit="步", outcome=True)
def steps_in_time():
    """按期兑现步骤数 — steps that were done by their day."""
    return "count(*) filter (where fulfilled_on <= on_day)"


@measure(unit="", outcome=True)
def pledges_kept():
    """承诺兑现率 — steps done out of the steps whose day has come."""
    return share("steps_kept", "steps_due")


@measure(of="pledge_review", unit="项")
def pledges_reviewed():
    """已评承诺数 — promises that were judged by anyone at least once."""
    return "sum(first)"


@measure(of="pledge_review", unit="项", outcome=True)
def pledges_judged_kept():
    """评定做到数 — promises whose latest judgement says that they were kept."""
    return "sum(latest) filter (where verdict = 'kept')"


@measure(unit="", outcome=True)
def judged_kept_share():
    """评定做到率 — promises whose latest judgement says that they were kept, out of those judged."""
    return share("pledges_judged_kept", "pledges_reviewed")
