"""学习 — members study together, make up what they missed, write notes that are reviewed.

Source: source 003: 每位党员的学习培训的时间不能少于40个学时，集中学习的时间要占三分之二以上 (M223–M244).
Study is looked back on, never scored (BOUNDARIES 12): none of these measures may give points.

    facts      Work 读书笔记和心得体会, StudyPlan 学习计划, Topic 专题, Reading 必读篇目, ReadingDone 读毕,
               ReadingTaught 所讲篇目, Sample 抽查, Question 题目, Quiz 小测验, QuizTaking 答题
               (hours come from the lists of room meetings, and from what a plan grants for reading alone)
    measures   study_hours 学时, collective_hours 集中学习学时, collective_share 集中学习占比, turnout 到会率,
               sessions_attended 参学次数, sessions_missed 未补缺课, missed_lessons 缺课人次, made_up_lessons 补课人次,
               works, notes, essays, works_reviewed 已批阅篇数, weeks_to_review, weeks_reviewed,
               notes_reviewed_weekly 笔记每周批阅, readings_due, readings_read, readings_missing 未读必读篇目
    rules      enough_study 学习达标, lessons_made_up 补课完成, no_session_missed 不缺一课, nobody_left_out 不漏一人,
               no_reading_missed 不少一篇, enough_essays 心得体会达标, notes_reviewed_weekly 笔记每周批阅
    actions    register_work 登记笔记, review_work 批阅笔记, review_works 批量批阅, draw_up_study_plan 制定学习计划,
               add_topic 列入专题, list_reading 列入篇目, record_reading 登记读毕, draw_sample 抽取样本,
               judge_sampled 登记抽查结果, conclude_sample 办结抽查, record_readings_taught 登记所讲篇目,
               add_question 加入题目, retire_question 停用题目, set_quiz 出小测验, take_quiz 答小测验
    pages      plans 学习计划, works 笔记批阅, mine 我的学习, samples 抽查, quizzes 小测验, questions 题库, lectures 党课登记
    papers     lectures_register 党课登记表, works_register 笔记登记表

No measure reads a quiz: what somebody answered is that person's own, and what was counted is nobody's target.
"""
