"""Numbers about organisations and people."""

from zhengyou.core.measures import measure


@measure(of="membership", unit="人")
def members():
    """党员人数 — party members on the roster on a day."""
    return "count(*) filter (where kind = 'party')"


@measure(of="membership", unit="人")
def mobile_members():
    """流动党员人数 — party members who live elsewhere on a day."""
    return "count(*) filter (where kind = 'party' and mobile)"


@measure(of="organisation", unit="个")
def branches():
    """支部数 — party branches on a day."""
    return "count(*) filter (where kind = 'branch')"
