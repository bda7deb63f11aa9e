"""Numbers about passing from stage to stage: for reports, never for points."""

from zhengyou.core.measures import measure


@measure(of="gate_due", unit="个")
def gates_due():
    """应转段数 — organisations that have a gate to pass, once for each gate that was opened."""
    return "count(*)"


@measure(of="passage", unit="个")
def passages():
    """已转段数 — organisations that were let through a gate, once for each gate."""
    return "count(*) filter (where how = 'pass')"


@measure(of="passage", unit="次")
def make_ups():
    """补课决定数 — how often an organisation was told to make something up or to redo a stage."""
    return "count(*) filter (where how <> 'pass')"
