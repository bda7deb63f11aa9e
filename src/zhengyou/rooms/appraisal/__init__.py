"""考评 — a scheme is laid down, worked out from facts and ballots, and opened down to them.

Source: “要采取下级测评、同级互评、上级考评的方式” (M349–M352), “接下来的点评、考评、表彰都要围绕承诺来进行” (M211),
bonus points (M379), “既要抓先进，也要带中间，更要帮后进” (M361). No source gives weights: they are the scheme's.

    facts      Scheme 考评办法, Criterion 考评指标, Clause 加减分条款; what is said: Mark 加减分, Retraction 撤销,
               Comment 点评, Dispute 考评异议, Reply 答复
    actions    issue_scheme 印发考评办法, give_mark 登记加减分, retract_mark 撤销加减分, comment_on 点评,
               dispute_score 提出考评异议, reply_to_dispute 答复考评异议
    queries    scoring: points, bonus, deductions, vetoes and tiers from what was reached; score_of, scores_of
    pages      scores 考评, score 得分单, scheme 考评办法, new 印发考评办法

A score is never stored: it is worked out whenever it is looked at, with exact fractions, and rounded once,
for the eye. Only outcome measures and ratings give points; study, attendance and traces are refused
(BOUNDARIES 12). Organisations are put into bands, not into an order. A score informs people who decide.
"""
