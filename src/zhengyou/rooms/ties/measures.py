"""Numbers about lasting links and joint bodies: for reports, never for points."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="tie", unit="对")
def ties():
    """结对数 — ties of every kind on a day, each once; mass organisations beside a party organisation not among them.

    某一天存续的各类结对（共建、城乡、联系点、示范点、第一书记、包抓），每对一次；党群结对另计。
    """
    return "count(*) filter (where kind <> 'beside')"


@measure(of="tie", unit="对")
def pairings():
    """结对共建数 — pairings of organisations on a day, each once though it has two sides.

    某一天存续的结对共建；一对只算一次，不因两边各有一份而加倍。
    """
    return "count(*) filter (where kind = 'pairing')"


@measure(of="tie", unit="对")
def hands_in_hand():
    """城乡结对数 — urban and rural organisations hand in hand on a day.

    某一天存续的城乡结对。
    """
    return "count(*) filter (where kind = 'hand')"


@measure(of="tie", unit="对")
def responsible_ties():
    """包抓数 — units on a day for which another unit has taken responsibility, once for each that did.

    某一天存续的包抓关系。
    """
    return "count(*) filter (where kind = 'responsible')"


@measure(of="tie", unit="名")
def first_secretaries():
    """第一书记数 — first secretaries on a day.

    某一天在任的第一书记。
    """
    return "count(*) filter (where kind = 'first')"


@measure(of="tie", unit="个")
def contact_points():
    """联系点数 — organisations on a day that are the contact point of a leader, each once.

    某一天有领导联系的组织，几位领导联系同一个的只算一次。
    """
    return distinct("org_id", "kind = 'contact'")


@measure(of="tie", unit="个")
def contacted_organisations():
    """有联系领导党组织数 — party organisations on a day that a leader keeps contact with, each once.

    某一天有领导联系的党组织，每个一次。
    """
    return distinct("org_id", "kind = 'contact' and party")


@measure(unit="")
def contact_share():
    """领导联系覆盖率 — the part of party organisations that a leader keeps contact with.

    有领导联系的党组织占全部党组织的比重。
    """
    return share("contacted_organisations", "party_organisations")


@measure(of="tie", unit="个")
def model_points():
    """示范点数 — organisations on a day that are a model point, once even if named at several levels.

    某一天的示范点，省级同时又是市级的只算一个。
    """
    return distinct("org_id", "kind = 'model'")


@measure(of="tie", unit="个")
def provincial_model_points():
    """省级示范点数 — organisations on a day that the province has named a model point, each once.

    某一天的省级示范点，每个一次。
    """
    return distinct("org_id", "kind = 'model' and level = 'province'")


# ── mass organisations beside their party organisation ────────────────────────


@measure(of="pairing", unit="对")
def pairings_due():
    """应配群团数 — a union, a league and a women's organisation for every party organisation on a day.

    某一天每个党委、党总支、党支部各应配工会、共青团、妇联一个。
    """
    return "count(*) filter (where missing > 0)"


@measure(of="pairing", unit="对")
def pairings_made():
    """已配群团数 — mass organisations on a day that stand beside a party organisation.

    某一天已与党组织结成党群结对的工会、共青团、妇联。
    """
    return "count(*) filter (where missing < 0)"


@measure(of="pairing", unit="对")
def missing_pairings():
    """群团缺配数 — how many unions, leagues and women's organisations are missing beside party organisations on a day.

    应配群团数减去已配群团数。
    """
    return "sum(missing)"


@measure(unit="")
def pairing_share():
    """群团配齐率 — the part of the unions, leagues and women's organisations that stand beside party organisations.

    已配群团数占应配群团数的比重。
    """
    return share("pairings_made", "pairings_due")


# ── joint bodies ──────────────────────────────────────────────────────────────


@measure(of="joint_body", unit="个")
def joint_bodies():
    """联席会议数 — joint bodies on a day, each once at its convener.

    某一天存续的联席会议，算在召集单位，每个一次。
    """
    return "count(*)"


@measure(of="joint_session", unit="次")
def joint_sessions():
    """联席会次数 — meetings of joint bodies, each once however many organisations sit on the body.

    联席会议开的会，算在召集单位，几个单位合开也只算一次。
    """
    return "count(*)"
