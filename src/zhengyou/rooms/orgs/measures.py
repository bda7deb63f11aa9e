"""Numbers about organisations and people."""

from zhengyou.core.measures import measure


@measure(of="membership", unit="人")
def members():
    """党员人数 — party members on the roster on a day.

    某一天在册的党员，预备党员也算；转出的从转出之日起不算。
    """
    return "count(*) filter (where kind = 'party')"


@measure(of="membership", unit="人")
def mobile_members():
    """流动党员人数 — party members who live elsewhere on a day.

    某一天在册、登记为流动的党员。
    """
    return "count(*) filter (where kind = 'party' and mobile)"


@measure(of="organisation", unit="个")
def branches():
    """支部数 — party branches on a day.

    某一天存在的党支部；撤销的从撤销之日起不算。
    """
    return "count(*) filter (where kind = 'branch')"
