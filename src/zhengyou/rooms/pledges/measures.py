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


@measure(of="pledge_step", unit="步", outcome=True)
def steps_proven():
    """有据兑现步骤数 — steps done behind which a meeting, a finding put right or a paper stands.

    登记做到、又指得出会议、整改或文件票据作依据的步骤。
    """
    return "sum(kept) filter (where proven = 1)"


@measure(of="pledge", unit="件")
def deeds_promised():
    """实事好事数 — good deeds that organisations promised in public.

    组织公开承诺办的实事好事；撤回的不算。
    """
    return "count(*) filter (where kind = 'deed')"


@measure(of="pledge", unit="件", outcome=True)
def deeds_done():
    """实事好事办成数 — promised good deeds of which every step was done.

    公开承诺的实事好事里，每一步都登记做到的；只做了一半的不算。
    """
    return "sum(done) filter (where kind = 'deed')"


@measure(of="pledge", unit="份")
def letters_signed():
    """责任书签订数 — responsibility letters that both levels signed.

    两级单位都签了字的责任书；算在下一级单位。
    """
    return "count(*) filter (where kind = 'letter')"


@measure(of="wish", unit="条")
def wishes_voiced():
    """心愿数 — what the public hopes that an organisation will do.

    群众提出、希望支部办的事；领导要求和党员愿意做的事另看，不算在内。
    """
    return "count(*) filter (where origin = 'public')"


@measure(of="wish", unit="条", outcome=True)
def wishes_answered():
    """心愿答复数 — wishes of the public that were answered, whatever the answer.

    已经答复的群众心愿；答复“眼下办不了”并说明为什么的也算。
    """
    return "count(answered_on) filter (where origin = 'public')"


@measure(unit="", outcome=True)
def wishes_answered_share():
    """心愿答复率 — wishes of the public that were answered, out of those voiced.

    答复了的群众心愿，除以全部群众心愿。
    """
    return share("wishes_answered", "wishes_voiced")
