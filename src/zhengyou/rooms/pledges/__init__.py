"""承诺 — organisations, leaders and members promise in public, keep it by dated steps, and are judged by it.

Source: source 000, 建立承诺、履诺、议诺、评诺长效机制; source 004d, 要采取适当方式向群众公布；通过党员设岗定责、依岗承诺
(M204–M216, M218, M221, M481).

    facts      OpenCall 征集, Wish 心愿, WishAnswer 心愿答复, DutyPost 岗位, DutyHolder 认岗,
               Pledge 承诺 (also 实事好事, 责任书), Step 承诺步骤, Signature 签字, Return 退回, Fulfilment 履诺,
               Discussion 议诺, Review 评诺, Change 改诺
    measures   pledges_published 公开承诺数, organisation_pledges, members_pledged, steps_due, steps_kept,
               steps_in_time, steps_proven, pledges_kept 承诺兑现率, pledges_reviewed, pledges_judged_kept,
               deeds_promised 实事好事数, deeds_done, letters_signed 责任书签订数, wishes_voiced 心愿数,
               wishes_answered
    rules      member_pledged 党员公开承诺, branch_pledged 支部公开承诺, steps_fulfilled 到期步骤兑现,
               enough_kept 兑现率达标, deeds_listed 列出实事好事, letter_signed 签订目标责任书,
               every_wish_answered 心愿件件答复
    actions    open_call 开放征集, suggest_wish 提出心愿, note_wish, answer_wish 答复心愿, show_contact,
               forget_contacts; set_duty_post 设岗, take_duty_post 认岗定责, leave_duty_post, close_duty_post;
               draft_pledge 拟定承诺, publish_pledge 公布承诺, return_pledge 退回承诺, fulfil_step 登记履诺,
               discuss_pledge, review_pledge 登记评诺, change_pledge 修改承诺, change_step, withdraw_pledge 撤回承诺,
               show_name 公开姓名; propose_letter 提出责任书, sign_letter 签订责任书
    pages      branch 承诺, mine 我的承诺, wishes 心愿, posts 设岗定责, letters 责任书;
               for everybody: search 公开, organisation 公开页, suggest 我想请支部办的事, follow, board 公开栏
    papers     public_board 承诺公开栏, responsibility_letter 目标责任书
"""
