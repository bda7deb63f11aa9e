"""Numbers about study: to look back on, never to score."""

from zhengyou.core.measures import distinct, measure, share


@measure(of="attendance", unit="学时", per=45)
def study_hours():
    """学时 — hours of study by the meeting's scheduled length, made-up ones, those taught at home and granted for reading alone included.

    按会议安排的时长计，45分钟为1学时；到会、送课上门和补课都算，请假、缺席不算。自学只按学习计划给必读篇目定的学时算。
    """
    return "sum(minutes) filter (where studies and attended)"


@measure(of="attendance", unit="学时", per=45)
def collective_hours():
    """集中学习学时 — hours studied together at a meeting.

    在会上一起学的学时；补课、送课上门和自学不算。
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


@measure(of="attendance", unit="人次")
def sessions_due():
    """应到人次 — times that somebody was due at a study meeting, once it was held and the person entered.

    已开的学习会上登记了的人次；还没有开的会不算。
    """
    return "count(*) filter (where studies and listed)"


@measure(of="attendance", unit="人次")
def sessions_present():
    """到会人次 — times that somebody due came to a study meeting.

    学习会上到会的人次；请假、缺席和送课上门不算，以后补课也不改变。
    """
    return "count(*) filter (where studies and listed and how = 'present')"


@measure(unit="")
def turnout():
    """到会率 — the part of those due at study meetings who came, of meetings that were held.

    到会人次除以应到人次；只看已经开了的会。
    """
    return share("sessions_present", "sessions_due")


@measure(of="attendance", unit="次")
def sessions_attended():
    """参学次数 — study meetings that people came to, were taught at home, or made up.

    参加学习会的次数；送课上门和补课都算，请假、缺席不算。
    """
    return "count(*) filter (where studies and attended and how <> 'alone')"


@measure(of="missed", unit="次")
def sessions_missed():
    """未补缺课 — study meetings that somebody missed and has not made up yet.

    应到的学习会请假或缺席，至今没有补上的次数；补上一次少一次。
    """
    return "count(*) filter (where not made_up)"


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


@measure(of="work", unit="篇")
def notes():
    """读书笔记篇数 — notes that members registered.

    登记的读书笔记，按篇计。
    """
    return "count(*) filter (where kind = 'note')"


@measure(of="work", unit="篇")
def essays():
    """心得体会篇数 — essays that members registered; a requirement may count only those of some length.

    登记的心得体会，按篇计；要求里规定了字数的，只计够字数的。
    """
    return "count(*) filter (where kind = 'essay')"


@measure(of="work", unit="篇")
def works_reviewed():
    """已批阅篇数 — notes and essays that somebody else has reviewed.

    登记的读书笔记和心得体会中，已由他人批阅的，按篇计。
    """
    return "count(*) filter (where reviewed)"


@measure(of="review_week", unit="周")
def weeks_to_review():
    """应批阅周数 — weeks, Monday to Sunday, in which a branch's members wrote notes, once a week has passed since.

    支部党员写了读书笔记的周数，按周一至周日计；一周过完，再过七天才算到期。
    """
    return "count(*)"


@measure(of="review_week", unit="周")
def weeks_reviewed():
    """已批阅周数 — weeks in which notes were written and all of them were reviewed by the Sunday after.

    写了读书笔记、并且最迟在下一个周日以前全部批阅完的周数；迟了的不算。
    """
    return "count(*) filter (where reviewed)"


@measure(unit="")
def notes_reviewed_weekly():
    """笔记每周批阅 — the part of the weeks with notes in which all of them were reviewed in time.

    已批阅周数除以应批阅周数；看的是负责批阅的人，不是写笔记的人。
    """
    return share("weeks_reviewed", "weeks_to_review")


@measure(of="reading", unit="篇次")
def readings_due():
    """应读篇次 — required texts on the study plans above people, each once for everybody who had to read it by now.

    学习计划列明的必读篇目，到期时是党员的每人每篇算一次。
    """
    return "count(*)"


@measure(of="reading", unit="篇次")
def readings_read():
    """已读篇次 — required texts that had to be read by now and have been, late ones included.

    到期的必读篇目中已读的，补读的也算。
    """
    return "count(*) filter (where done)"


@measure(of="reading", unit="篇")
def readings_missing():
    """未读必读篇目 — required texts that had to be read by now and have not been.

    到期而还没有读的必读篇目；补读一篇少一篇。
    """
    return "count(*) filter (where not done)"


@measure(unit="")
def readings_share():
    """必读篇目已读占比 — the part of all required readings that has been done.

    已读篇次除以应读篇次。
    """
    return share("readings_read", "readings_due")
