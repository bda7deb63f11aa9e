"""Numbers about study: to look back on, never to score."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="attendance", unit="学时", per=45)
def study_hours():
    """学时 — hours of study by the meeting's scheduled length, made-up ones and those taught at home included.

    按会议安排的时长计，45分钟为1学时；到会、送课上门和补课都算，请假、缺席不算。
    """
    return "sum(minutes) filter (where studies and attended)"


@measure(of="attendance", unit="学时", per=45)
def collective_hours():
    """集中学习学时 — hours studied together at a meeting.

    在会上一起学的学时；补课和送课上门不算。
    """
    return "sum(minutes) filter (where studies and how = 'present')"


@measure(unit="")
def collective_share():
    """集中学习占比 — the part of all study hours that was studied together.

    集中学习学时除以全部学时。
    """
    return share("collective_hours", "study_hours")


@measure(of="attendance", unit="人")
def people_studying():
    """参学人数 — people who studied at least once, each counted once however often and wherever.

    至少学过一次的人；学几次、在几个组织学，都只算一个人。
    """
    return distinct("person_id", where="studies and attended")


@measure(of="missed", unit="人次")
def missed_lessons():
    """缺课人次 — times that somebody due at a study meeting was on leave or absent.

    应到的学习会请假或缺席的人次；一个人缺两次算两人次。
    """
    return "count(*)"


@measure(of="missed", unit="人次")
def made_up_lessons():
    """补课人次 — missed study meetings that were made up since, each once.

    缺课以后补上的人次，每一次都对得上所缺的那一次。
    """
    return "count(*) filter (where made_up)"


@measure(of="work", unit="篇")
def works():
    """读书笔记和心得体会篇数 — notes and essays that members registered.

    登记的读书笔记和心得体会，按篇计。
    """
    return "count(*)"
