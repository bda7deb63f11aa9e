"""结对与联席 — lasting links between organisations, of leaders with units, and bodies that several have together.

Source: source 000, 001, 002, 004a (M17 党建带群建, M18 党工青妇联席会议, M25 联建联谊联办, M449 信息通报; contact and model points).
A tie is entered once, where it leads, and read from both sides; a joint meeting is counted once, at its convener.

    facts      Tie 结对, JointBody 联席会议, BodyMember 联席成员, JointSession 联席会, Information 信息通报
    measures   ties 结对数 by kind, contact_share 领导联系覆盖率, missing_pairings 群团缺配数, joint_sessions 联席会次数
    pages      ties 结对, missing pairings 群团缺配, joint bodies 联席会议
"""
