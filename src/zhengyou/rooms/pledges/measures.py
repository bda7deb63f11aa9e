"""Numbers about promises."""

from zhengyou.core.measures import measure, share


@measure(of="pledge", unit="项")
def pledges_published():
    """公开承诺数 — promises published by organisations and their members, withdrawn ones left out.

    组织和党员已经公开的承诺；撤回的不算。
    """
    return "count(*)"


@measure(of="pledge", unit="项")
def organisation_pledges():
    """组织承诺数 — promises published by organisations themselves.

    以组织名义公开的承诺。
    """
    return "count(*) filter (where person_id is null)"


@measure(of="pledge", unit="人")
def members_pledged():
    """承诺党员数 — people who published at least one promise in a campaign.

    在一项活动里至少公开了一项承诺的党员；承诺几项都只算一个人。
    """
    return "sum(first) filter (where person_id is not null)"


@measure(of="pledge_step", unit="步")
def steps_due():
    """到期步骤数 — steps of published promises whose day has come.

    已公开承诺里日期已到的步骤；没到期的不算应做。
    """
    return "count(*)"


@measure(of="pledge_step", unit="步", outcome=True)
def steps_kept():
    """到期步骤兑现数 — steps whose day has come and that were done, in time or late.

    日期已到、登记做到的步骤；迟做到的也算，另外显示为迟。
    """
    return "sum(kept)"


@measure(of="pledge_step", unit="步", outcome=True)
def steps_in_time():
    """按期兑现步骤数 — steps that were done by their day.

    在期限当天或以前做到的步骤。
    """
    return "count(*) filter (where fulfilled_on <= on_day)"


@measure(unit="", outcome=True)
def pledges_kept():
    """承诺兑现率 — steps done out of the steps whose day has come.

    到期步骤里做到的，除以全部到期步骤。
    """
    return share("steps_kept", "steps_due")


@measure(of="pledge_review", unit="项")
def pledges_reviewed():
    """已评承诺数 — promises that were judged by anyone at least once.

    至少被评过一次的承诺；评几次都只算一项。
    """
    return "sum(first)"


@measure(of="pledge_review", unit="项", outcome=True)
def pledges_judged_kept():
    """评定做到数 — promises whose latest judgement says that they were kept.

    最近一次评定结论是“做到了”的承诺。
    """
    return "sum(latest) filter (where verdict = 'kept')"


@measure(unit="", outcome=True)
def judged_kept_share():
    """评定做到率 — promises whose latest judgement says that they were kept, out of those judged.

    评定做到的承诺，除以评过的承诺。
    """
    return share("pledges_judged_kept", "pledges_reviewed")
