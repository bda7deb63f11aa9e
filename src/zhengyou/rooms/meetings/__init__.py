"""会议 — people come together; the organiser keeps one list, and who missed it makes it up.

Source: source 003, 集中学习实行“签到制”；因事缺席的要及时补课 (M227–M233). Attendance is the organiser's record:
nobody checks in, no place, face or minute of arrival is kept (BOUNDARIES 10–12).

    facts      Meeting 会议, Attendance 出勤
    actions    call_meeting 召集会议, record_list 登记名单, record_attendance 登记出勤, close_list 结束点名,
               correct_attendance 更正出勤, record_make_up 登记补课
    pages      meetings 会议与学习, door list 点名单, make-ups 应补课人员
"""
