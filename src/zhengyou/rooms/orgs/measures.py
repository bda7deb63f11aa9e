"""Numbers about organisations, people and places."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="membership", unit="人")
def members():
    """党员人数 — party members on the roster on a day.

    某一天在册的党员，预备党员也算；转出的从转出之日起不算。
    """
    return "count(*) filter (where kind = 'party')"


@measure(of="mobile_member", unit="人")
def mobile_members():
    """流动党员人数 — party members who live elsewhere on a day.

    某一天在册、登记为流动的党员；回来的从登记回来之日起不算。
    """
    return "count(*) filter (where kind = 'party')"


# ── who they are ──────────────────────────────────────────────────────────────
# Ages are full years on the day; 以上, 以下 include the number itself. Shares are of those whose age is known.


@measure(of="roster", unit="人")
def members_of_known_age():
    """有出生日期的党员人数 — party members on a day whose date of birth is entered.

    某一天在册、登记了出生年月的党员；年龄占比以此为分母。
    """
    return "count(*) filter (where line = 'party' and age is not null)"


@measure(of="roster", unit="人")
def members_to_35():
    """35岁以下党员人数 — party members on a day who are 35 or younger.

    某一天在册、周岁不超过35的党员（含35岁）。
    """
    return "count(*) filter (where line = 'party' and age <= 35)"


@measure(of="roster", unit="人")
def members_36_to_59():
    """36至59岁党员人数 — party members on a day who are 36 to 59.

    某一天在册、周岁在36至59之间的党员（含36岁和59岁）。
    """
    return "count(*) filter (where line = 'party' and age >= 36 and age <= 59)"


@measure(of="roster", unit="人")
def members_from_45():
    """45岁以上党员人数 — party members on a day who are 45 or older.

    某一天在册、周岁满45的党员（含45岁）。
    """
    return "count(*) filter (where line = 'party' and age >= 45)"


@measure(of="roster", unit="人")
def members_from_60():
    """60岁以上党员人数 — party members on a day who are 60 or older.

    某一天在册、周岁满60的党员（含60岁）。
    """
    return "count(*) filter (where line = 'party' and age >= 60)"


@measure(unit="")
def share_to_35():
    """35岁以下占比 — the part of party members of known age who are 35 or younger.

    35岁以下党员占有出生日期的党员的比重。
    """
    return share("members_to_35", "members_of_known_age")


@measure(unit="")
def share_from_45():
    """45岁以上占比 — the part of party members of known age who are 45 or older.

    45岁以上党员占有出生日期的党员的比重。
    """
    return share("members_from_45", "members_of_known_age")


@measure(unit="")
def share_from_60():
    """60岁以上占比 — the part of party members of known age who are 60 or older.

    60岁以上党员占有出生日期的党员的比重。
    """
    return share("members_from_60", "members_of_known_age")


@measure(of="roster", unit="人")
def women_members():
    """女党员人数 — party members on a day who are women.

    某一天在册的女党员。
    """
    return "count(*) filter (where line = 'party' and sex = '女')"


@measure(of="admission", unit="人")
def admissions():
    """发展党员数 — people who joined the party while they belonged here.

    在本组织入党的人，按入党之日计；转入以前入党的算在当时所在的组织。
    """
    return "count(*)"


# ── how organisations are set up ──────────────────────────────────────────────


@measure(of="organisation", unit="个")
def party_organisations():
    """党组织数 — party committees, general branches and branches on a day.

    某一天存在的党委、党总支和党支部；党小组和群团组织不算。
    """
    return "count(*) filter (where kind in ('committee', 'general_branch', 'branch'))"


@measure(of="organisation", unit="个")
def general_branches():
    """党总支数 — general party branches on a day.

    某一天存在的党总支。
    """
    return "count(*) filter (where kind = 'general_branch')"


@measure(of="organisation", unit="个")
def branches():
    """支部数 — party branches on a day.

    某一天存在的党支部；撤销的从撤销之日起不算。
    """
    return "count(*) filter (where kind = 'branch')"


@measure(of="organisation", unit="个")
def attached_branches():
    """挂靠支部数 — party branches on a day that are attached to another unit.

    某一天存在、组建方式为挂靠建的党支部。
    """
    return "count(*) filter (where kind = 'branch' and establishment = 'attached')"


@measure(of="organisation", unit="个")
def joint_branches():
    """联合支部数 — party branches on a day that several units have together.

    某一天存在、组建方式为联合建的党支部。
    """
    return "count(*) filter (where kind = 'branch' and establishment = 'joint')"


# ── where they meet ───────────────────────────────────────────────────────────


@measure(of="place", unit="处")
def places():
    """阵地数 — venues on a day, each once however many organisations use it.

    某一天在用的阵地；几个组织共用一处，只算一处。
    """
    return "count(*)"


@measure(of="place", unit="㎡")
def place_area():
    """阵地面积 — square metres of the venues on a day, shared ones once.

    某一天在用阵地的面积之和；共用的只算一次，没有填面积的不算。
    """
    return "sum(area)"


@measure(of="place", unit="处")
def rented_places():
    """租借阵地数 — venues on a day that are rented.

    某一天在用、产权为租借的阵地。
    """
    return "count(*) filter (where tenure = 'rented')"


@measure(of="place", unit="处")
def unsafe_places():
    """危房阵地数 — venues on a day in buildings that are unsafe.

    某一天在用、标为危房的阵地。
    """
    return "count(*) filter (where unsafe)"


@measure(unit="")
def rented_share():
    """租借占比 — the part of venues that are rented.

    租借的阵地占全部阵地的比重。
    """
    return share("rented_places", "places")


@measure(of="housing", unit="个")
def housed_organisations():
    """有阵地党组织数 — party organisations on a day that have a venue, their own or a shared one.

    某一天有阵地的党组织，自有的、共用的都算，每个组织一次。
    """
    return distinct("org_id", "party")


@measure(of="housing", unit="个")
def organisations_sharing():
    """共用阵地组织数 — organisations on a day that use the venue of another.

    某一天共用别的组织阵地的组织，每个组织一次。
    """
    return distinct("org_id", "not own")


@measure(unit="")
def housed_share():
    """阵地覆盖率 — the part of party organisations that have a venue.

    有阵地的党组织占全部党组织的比重。
    """
    return share("housed_organisations", "party_organisations")
