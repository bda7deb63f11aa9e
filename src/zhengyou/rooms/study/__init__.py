"""学习 — members study together, make up what they missed, write notes that are reviewed.

Source: source 003: 每位党员的学习培训的时间不能少于40个学时，集中学习的时间要占三分之二以上 (M223–M244).
Study is looked back on, never scored (BOUNDARIES 12): none of these measures may give points.

    facts      Work 读书笔记和心得体会 (hours come from the lists of room meetings)
    measures   study_hours 学时, collective_hours 集中学习学时, collective_share 集中学习占比,
               missed_lessons 缺课人次, made_up_lessons 补课人次, works 读书笔记和心得体会篇数
    rules      enough_study 学习达标, lessons_made_up 补课完成
    actions    register_work 登记笔记, review_work 批阅笔记
"""
