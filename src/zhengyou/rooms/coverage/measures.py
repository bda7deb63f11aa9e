"""Units that should have an organisation, and those that have one; as of a day, a unit once for each line."""

from zhengyou.core.measures import measure, share


@measure(of="unit", unit="个")
def units():
    """单位数 — units on the register on a day.

    某一天名册上的单位（企业、村、社会组织等）。
    """
    return "count(*)"


@measure(of="cover", unit="个")
def units_to_cover():
    """应覆盖数 — units on a day that have the people for an organisation, once for each line on which they have.

    某一天人数达到建组织标准的单位，党、工、青、妇各线分别计。
    """
    return "count(*) filter (where not covered)"


@measure(of="cover", unit="个")
def units_covered():
    """已覆盖数 — units on a day that have the people for an organisation and have it, once for each line.

    应覆盖的单位中，已由单独建、挂靠建或联合建的组织覆盖的，各线分别计。
    """
    return "count(*) filter (where covered)"


@measure(of="cover", unit="个")
def coverage_gaps():
    """空白点数 — units on a day that have the people for an organisation and have none, once for each line.

    应覆盖数减去已覆盖数。
    """
    return "sum(gap)"


@measure(unit="")
def coverage_share():
    """组织覆盖率 — the part of the units due that are covered, all lines together.

    已覆盖数占应覆盖数的比重，各线合计。
    """
    return share("units_covered", "units_to_cover")


# ── line by line ──────────────────────────────────────────────────────────────


@measure(of="cover", unit="个")
def party_to_cover():
    """应建党组织数 — units on a day that have the people for a party organisation.

    某一天党员人数达到标准、应有党组织覆盖的单位。
    """
    return "count(*) filter (where line = 'party' and not covered)"


@measure(of="cover", unit="个")
def party_covered():
    """党组织已覆盖数 — units on a day that have the people for a party organisation and are covered by one.

    应有党组织覆盖的单位中已覆盖的。
    """
    return "count(*) filter (where line = 'party' and covered)"


@measure(unit="")
def party_coverage():
    """党组织覆盖率 — the part of units with the people for a party organisation that are covered by one.

    党组织已覆盖数占应建党组织数的比重。
    """
    return share("party_covered", "party_to_cover")


@measure(of="cover", unit="个")
def union_to_cover():
    """应建工会数 — units on a day that have the people for a trade union.

    某一天职工人数达到标准、应有工会覆盖的单位。
    """
    return "count(*) filter (where line = 'union' and not covered)"


@measure(of="cover", unit="个")
def union_covered():
    """工会已覆盖数 — units on a day that have the people for a trade union and are covered by one.

    应有工会覆盖的单位中已覆盖的。
    """
    return "count(*) filter (where line = 'union' and covered)"


@measure(unit="")
def union_coverage():
    """工会覆盖率 — the part of units with the people for a trade union that are covered by one.

    工会已覆盖数占应建工会数的比重。
    """
    return share("union_covered", "union_to_cover")


@measure(of="cover", unit="个")
def youth_to_cover():
    """应建团组织数 — units on a day that have the people for a youth league organisation.

    某一天团员人数达到标准、应有团组织覆盖的单位。
    """
    return "count(*) filter (where line = 'youth' and not covered)"


@measure(of="cover", unit="个")
def youth_covered():
    """团组织已覆盖数 — units on a day that have the people for a youth league organisation and are covered by one.

    应有团组织覆盖的单位中已覆盖的。
    """
    return "count(*) filter (where line = 'youth' and covered)"


@measure(unit="")
def youth_coverage():
    """团组织覆盖率 — the part of units with the people for a youth league organisation that are covered by one.

    团组织已覆盖数占应建团组织数的比重。
    """
    return share("youth_covered", "youth_to_cover")


@measure(of="cover", unit="个")
def women_to_cover():
    """应建妇联组织数 — units on a day that have the people for a women’s organisation.

    某一天妇女人数达到标准、应有妇联组织覆盖的单位。
    """
    return "count(*) filter (where line = 'women' and not covered)"


@measure(of="cover", unit="个")
def women_covered():
    """妇联组织已覆盖数 — units on a day that have the people for a women’s organisation and are covered by one.

    应有妇联组织覆盖的单位中已覆盖的。
    """
    return "count(*) filter (where line = 'women' and covered)"


@measure(unit="")
def women_coverage():
    """妇联组织覆盖率 — the part of units with the people for a women’s organisation that are covered by one.

    妇联组织已覆盖数占应建妇联组织数的比重。
    """
    return share("women_covered", "women_to_cover")


# ── how they are covered ──────────────────────────────────────────────────────


@measure(of="cover", unit="个")
def covered_alone():
    """单独建覆盖数 — units on a day that have an organisation of their own, once for each line.

    已覆盖的单位中，以单独建方式覆盖的，各线分别计。
    """
    return "count(*) filter (where covered and how = 'single')"


@measure(of="cover", unit="个")
def covered_attached():
    """挂靠建覆盖数 — units on a day that are covered by an organisation of another unit, once for each line.

    已覆盖的单位中，以挂靠建方式覆盖的，各线分别计。
    """
    return "count(*) filter (where covered and how = 'attached')"


@measure(of="cover", unit="个")
def covered_jointly():
    """联合建覆盖数 — units on a day that have an organisation together with others, once for each line.

    已覆盖的单位中，以联合建方式覆盖的，各线分别计。
    """
    return "count(*) filter (where covered and how = 'joint')"
