"""承诺 — organisations and members promise in public, keep it by dated steps, and are judged by it.

Source: source 000, 建立承诺、履诺、议诺、评诺长效机制; source 004d, 要采取适当方式向群众公布
(M204–M216, M481).

    facts      Pledge 承诺, Step 承诺步骤, Fulfilment 履诺, Discussion 议诺, Review 评诺, Change 改诺
    measures   pledges_published 公开承诺数, organisation_pledges, members_pledged, steps_due, steps_kept,
               steps_in_time, pledges_kept 承诺兑现率, pledges_reviewed, pledges_judged_kept
    rules      member_pledged 党员公开承诺, branch_pledged 支部公开承诺, steps_fulfilled 到期步骤兑现,
               enough_kept 兑现率达标
    actions    draft_pledge 拟定承诺, publish_pledge 公布承诺, fulfil_step 登记履诺, discuss_pledge,
               review_pledge 登记评诺, change_pledge 修改承诺, change_step, withdraw_pledge 撤回承诺,
               show_name 公开姓名
    pages      branch 承诺, mine 我的承诺; for everybody: search 公开, organisation 公开页
"""
