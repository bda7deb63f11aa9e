"""会议 — people come together; the organiser keeps one list, and who missed it makes it up.

Source: source 003, 集中学习实行“签到制”；因事缺席的要及时补课 (M227–M233). Attendance is the organiser's record:
nobody checks in, no place, face or minute of arrival is kept (BOUNDARIES 10–12).

    facts      Meeting 会议, Resolution 决议事项, Attendance 出勤, Leave 请假
    actions    call_meeting 召集会议, join_meeting 参加联合会议, record_list 登记名单, record_attendance 登记出勤,
               scan_card 刷卡登记, close_list 结束点名, correct_attendance 更正出勤, record_make_up 登记补课,
               withdraw_make_up 撤销补课, write_record 写会议记录, record_resolution 登记决议, settle_resolution 办结决议,
               ask_leave 请假, grant_leave 准假, refuse_leave 不准假, close_leave 销假
    papers     meetings_ledger 会议台账, attendance_ledger 出勤台账, owed_ledger 应补课人员台账
    pages      meetings 会议与学习, door list 点名单, record 会议记录, make-ups 应补课人员, leave 请假, card 党员卡
"""
