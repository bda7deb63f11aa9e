"""Numbers about passing from stage to stage: for reports, never for points."""

from zhengyou.core.measures import measure


@measure(of="gate_due", unit="个")
def gates_due():
    """应转段数 — organisations that have a gate to pass, once for each gate that was opened.

    应转段的组织，每开一道关口各算一次。
    """
    return "count(*)"


@measure(of="passage", unit="个")
def passages():
    """已转段数 — organisations that were let through a gate, once for each gate.

    批准转段的组织，每道关口各算一次。
    """
    return "count(*) filter (where how = 'pass')"


@measure(of="passage", unit="次")
def make_ups():
    """补课决定数 — how often an organisation was told to make something up or to redo a stage.

    决定补课或重来的次数。
    """
    return "count(*) filter (where how <> 'pass')"
