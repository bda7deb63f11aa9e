"""Numbers about comments."""

from zhengyou.core.measures import measure, share


@measure(of="comment", unit="条")
def comments_due():
    """应答复点评数 — comments whose day for an answer has come.

    点评时定了答复日期、日期已到的；没有要求答复的不算。
    """
    return "count(*)"


@measure(of="comment", unit="条", outcome=True)
def comments_answered():
    """点评答复数 — comments due that the organisation answered, in time or late.

    应答复的点评里，被点评单位已经说明做了什么的；迟答复的也算。
    """
    return "count(answered_on)"


@measure(of="comment", unit="条", outcome=True)
def comments_in_time():
    """按期答复点评数 — comments that the organisation answered by the day set.

    在定的日期当天或以前答复的点评。
    """
    return "count(*) filter (where answered_on <= on_day)"


@measure(unit="", outcome=True)
def comments_in_time_share():
    """点评按期答复率 — comments answered by the day set, out of those due.

    按期答复的点评，除以全部应答复的点评。
    """
    return share("comments_in_time", "comments_due")
