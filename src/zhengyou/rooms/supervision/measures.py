"""Numbers about supervision: visits are a trace and never give points; what was put right may."""

from zhengyou.core.measures import measure, share


@measure(of="supervision_visit", unit="次")
def supervision_visits():
    """督导次数 — visits that supervision groups paid to organisations.

    督导组到单位的次数；只说明去过，不能计分。
    """
    return "count(*)"


@measure(of="finding", unit="件")
def findings():
    """督导发现数 — what supervision groups found to be put right.

    督导组发现并写明谁来整改、改到哪天的问题。
    """
    return "count(*)"


@measure(of="finding_due", unit="件")
def findings_due():
    """应整改发现数 — findings whose limit has come, and those put right before it.

    整改期限已到的督导发现，加上提前整改到位的；复查不到位、另定了期限的，按新期限算。
    """
    return "count(*)"


@measure(of="finding_due", unit="件", outcome=True)
def findings_put_right():
    """已整改发现数 — findings that a recheck found put right; an answer alone does not count.

    督导组复查认定整改到位的发现；单位答复了、还没有复查的不算。
    """
    return "sum(put_right)"


@measure(of="finding_due", unit="件", outcome=True)
def findings_in_time():
    """按期整改发现数 — findings that a recheck found put right by their limit.

    在整改期限当天或以前复查到位的发现。
    """
    return "sum(in_time)"


@measure(of="finding_overdue", unit="件")
def findings_overdue():
    """超期未整改发现数 — findings not yet found put right on a day though their limit has passed.

    某一天期限已过、复查还没有认定整改到位的督导发现；期限当天不算超期。
    """
    return "count(*)"


@measure(unit="", outcome=True)
def put_right_share():
    """发现整改率 — findings put right out of those due.

    已整改发现数，除以应整改发现数。
    """
    return share("findings_put_right", "findings_due")
