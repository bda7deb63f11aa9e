"""Numbers about study: to look back on, never to score."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="attendance", unit="学时", per=45)
def study_hours():
    """学时 — hours of study by the meeting's scheduled length, made-up ones and those taught at home included."""
    return "sum(minutes) filter (where studies and attended)"


@measure(of="attendance", unit="学时", per=45)
def collective_hours():
    """集中学习学时 — hours studied together at a meeting."""
    return "sum(minutes) filter (where studies and how = 'present')"


@measure(unit="")
def collective_share():
    """集中学习占比 — the part of all study hours that was studied together."""
    return share("collective_hours", "study_hours")


@measure(of="attendance", unit="人")
def people_studying():
    """参学人数 — people who studied at least once, each counted once however often and wherever."""
    return distinct("person_id", where="studies and attended")


@measure(of="missed", unit="人次")
def missed_lessons():
    """缺课人次 — times that somebody due at a study meeting was on leave or absent."""
    return "count(*)"


@measure(of="missed", unit="人次")
def made_up_lessons():
    """补课人次 — missed study meetings that were made up since, each once."""
    return "count(*) filter (where made_up)"


@measure(of="work", unit="篇")
def works():
    """读书笔记和心得体会篇数 — notes and essays that members registered."""
    return "count(*)"
