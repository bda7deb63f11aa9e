"""点评 — leaders say in words what is good and what is lacking; who is commented on says what it did about it.

Source: source 000, 接下来的点评、考评、表彰都要围绕承诺来进行 (M211, M212).

    facts      Comment 点评, CommentAnswer 点评答复, CommentCheck 点评核销
    measures   comments_due 应答复点评数, comments_answered 点评答复数, comments_in_time 按期答复点评数,
               comments_in_time_share 点评按期答复率
    rules      every_comment_answered 点评件件有答复
    actions    give_comment 作出点评, answer_comment 答复点评, settle_comment 核销点评
    pages      comments 点评, new, comment
"""
