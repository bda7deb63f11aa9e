"""Numbers about hand-overs, members away and service where one lives."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="transfer", unit="件")
def transfers_under_way():
    """在途转接数 — hand-overs given out and not yet closed on a day.

    某一天已转出、还没有接收、退回或撤销的组织关系转接，算在转出的组织。
    """
    return "count(*)"


@measure(of="overdue_transfer", unit="件")
def transfers_overdue():
    """超期转接数 — hand-overs not closed on a day though their last day has passed.

    某一天期限已过、还没有办结的组织关系转接，算在转出的组织；期限当天不算超期。
    """
    return "count(*)"


@measure(of="transfer_done", unit="件")
def transfers_done():
    """办结转接数 — hand-overs that were received.

    已经接收（转往系统外的以收到回执为准）的组织关系转接；退回、撤销的不算。
    """
    return "count(*)"


@measure(of="transfer_done", unit="件", outcome=True)
def transfers_in_time():
    """按期办结转接数 — hand-overs that were received by their last day.

    在期限当天或以前接收的组织关系转接。
    """
    return "sum(in_time)"


@measure(unit="", outcome=True)
def transfers_in_time_share():
    """按期办结率 — hand-overs received by their last day, out of those received.

    按期办结的转接，除以全部办结的转接。
    """
    return share("transfers_in_time", "transfers_done")


@measure(of="contact", unit="次")
def mobile_contacts():
    """联系流动党员次数 — times that members who are away were sought, reached or not.

    登记的联系，没联系上的也算一次。
    """
    return "count(*)"


@measure(of="contact", unit="人")
def mobile_reached():
    """已联系流动党员人数 — members who are away and were reached at least once.

    联系上至少一次的流动党员；联系几次都只算一个人。
    """
    return distinct("person_id", where="reached")


@measure(unit="")
def mobile_reached_share():
    """流动党员联系率 — members reached at least once, out of those away on the last day.

    期间联系上的流动党员，除以期末在册的流动党员。
    """
    return share("mobile_reached", "mobile_members")


@measure(of="residence", unit="人")
def residents():
    """报到党员数 — members registered with a community on a day.

    某一天在社区报到的党员，算在社区；本人取消的从取消之日起不算。
    """
    return "count(*)"


@measure(of="service", unit="次")
def services():
    """社区服务次数 — services that registered members did for a community.

    社区登记的报到党员服务，一人一天一件算一次，算在社区。
    """
    return "count(*)"


@measure(of="service", unit="小时", per=60)
def service_hours():
    """社区服务时长 — hours of service that registered members did for a community.

    社区登记的服务时长合计，算在社区。
    """
    return "sum(minutes)"


@measure(of="member_service", unit="人")
def members_serving():
    """参加服务党员数 — members of a branch who served where they live at least once.

    在居住地社区至少服务过一次的党员，算在服务那天所在的支部；服务几次都只算一个人。
    """
    return distinct("person_id")


@measure(of="member_service", unit="小时", per=60)
def member_service_hours():
    """党员服务时长 — hours that members of a branch served where they live.

    党员在居住地社区服务的时长合计，算在服务那天所在的支部；与社区登记的是同一笔。
    """
    return "sum(minutes)"
