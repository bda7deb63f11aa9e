"""Numbers about campaigns: of whom they ask nothing, counted apart from what is due."""

from zhengyou.core.measures import distinct, measure


@measure(of="exemption", unit="人")
def exempted():
    """例外人数 — people who are excepted on a day from what a campaign asks; whatever the reason, each once.

    某一天正在例外中的党员，不论事由，一人只计一次；应达人数里没有他们。
    """
    return distinct("person_id")


@measure(of="organisation_exemption", unit="个")
def exempted_organisations():
    """例外组织数 — organisations that are excepted on a day from what a campaign asks; each once, whatever the reason.

    某一天正在例外中的组织，不论事由，一个组织只计一次；按组织、按件的应达数里没有它们，它们的党员照常要求。
    """
    return distinct("org_id")
